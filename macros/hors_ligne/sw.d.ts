/** What the build tells the service worker about the site (macros/hors_ligne/service_worker.py). */
declare const REPERE_COPIE: {
  /** Changes with any byte of any file. */
  readonly version: string;
  readonly pages: number;
  readonly octets: number;
  readonly fichiers: { url: string; revision: string | null; integrity: string }[];
  /** Address of Python's worker, and what it may do. */
  readonly python: { readonly script: string; readonly politique: string };
};

/** From a page: take over from the version before; tell what is kept; keep it again where it was lost. */
type DemandeDeCopie = "activer" | "etat" | "refaire";

/** To the page: what is kept, and since when (ISO 8601); `null` where it is not all there. */
type EtatDeCopie = { version: string; pages: number; octets: number; fichiers: number; depuis: string } | null;
