/** A file of the copy: its address from the root, what changes with it where the address does not, its digest. */
type FichierDeCopie = { url: string; revision: string | null; integrity: string };

/** Files that are kept together, with their number of pages and their bytes. */
type PartDeCopie = { readonly pages: number; readonly octets: number; readonly fichiers: FichierDeCopie[] };

/** What the build tells the service worker about the site (macros/hors_ligne/service_worker.py). */
declare const REPERE_COPIE: PartDeCopie & {
  /** Changes with any byte of any file. */
  readonly version: string;
  /** Of a site that is too big to be kept whole: what each certification has of its own. */
  readonly lots: Readonly<Record<string, PartDeCopie & { readonly titre: string }>>;
  /** Address of Python's worker, and what it may do. */
  readonly python: { readonly script: string; readonly politique: string };
};

/** From a page: take over from the version before; tell what is kept; keep it again where it was lost; keep more. */
type DemandeDeCopie = "activer" | "etat" | "refaire" | { lots: string[] };

/** A certification of a site that is too big to be kept whole, and whether it is kept here. */
type LotDeCopie = { slug: string; titre: string; garde: boolean };

/** To the page: what is kept, and since when (ISO 8601); `null` where it is not all there. */
type EtatDeCopie = { version: string; pages: number; octets: number; fichiers: number; depuis: string; lots: LotDeCopie[] } | null;
