// The worker's only way out: the files named at build time, each with its digest.  Those that start Python until they
// are there, those that an import needs at any time, and nothing else.  Code in the worker is our own, whose digest was
// checked: this holds even where it is mistaken.

import { fix, removeEvaluation, removeNames } from "./closing.mjs";

/** @typedef {import("./protocol.d.ts").Echec} Echec */

/** A file did not come, or is not the one that we published. */
export class DownloadFault extends TypeError {
  /**
   * @param {"reseau" | "empreinte"} motif
   * @param {string} fichier
   */
  constructor(motif, fichier) {
    super(`not downloaded (${motif}): ${fichier}`);
    this.name = "DownloadFault";
    this.motif = motif;
    this.fichier = fichier;
  }
}

/**
 * Values that no code can answer for: Python may change `Map.prototype` and `Object.prototype`, which these do not have.
 * @template T
 * @param {T} values
 * @returns {Readonly<T>}
 */
const alone = (values) => Object.freeze(Object.assign(Object.create(null), values));

/**
 * Pyodide compiles WebAssembly while it arrives, which browsers allow under the right type only, and not every host
 * sends it.  A response of the right type goes through as it is: browsers cache its compiled code.
 * @param {Response} response
 * @param {string} url
 */
function typed(response, url) {
  const type = response.headers.get("content-type") ?? "";
  if (!url.endsWith(".wasm") || type.startsWith("application/wasm")) {
    return response;
  }
  return new Response(response.body, { status: response.status, headers: { "content-type": "application/wasm" } });
}

/**
 * Replace `fetch` and remove every other way out.
 * @param {{start: ReadonlyMap<string, string>, later: ReadonlyMap<string, string>}} allowed
 *   absolute address → subresource integrity
 * @param {(echec: Echec) => void} report called at once when a download of `start` fails: Pyodide would wait for ever
 * @returns {() => void} closes the way of `start`
 */
export function guardNetwork({ start, later }, report) {
  const { Request, navigator } = globalThis;
  const [first, then] = [start, later].map((files) => alone(Object.fromEntries(files)));
  const download = globalThis.fetch.bind(globalThis);
  let open = true;

  /**
   * A refused digest and a lost connection are the same error to `fetch`: see whether the file is there at all, now,
   * and not in the browser's memory of a file of before.
   * @param {string} url
   * @returns {Promise<"empreinte" | "reseau">}
   */
  const reason = async (url) => {
    try {
      return (await download(url, alone({ method: "HEAD", cache: "no-store" }))).ok ? "empreinte" : "reseau";
    } catch {
      return "reseau";
    }
  };

  /**
   * @param {string} url
   * @param {string} integrity
   * @returns {Promise<Response>} rejects with DownloadFault
   */
  const fetched = async (url, integrity) => {
    const fichier = url.slice(url.lastIndexOf("/") + 1);
    /** @type {Response} */
    let response;
    try {
      response = await download(url, alone({ integrity }));
    } catch {
      throw new DownloadFault(await reason(url), fichier);
    }
    if (!response.ok) throw new DownloadFault("reseau", fichier);
    return typed(response, url);
  };

  /** @type {typeof fetch} */
  const guarded = async (input) => {
    // A text for good: an object could be one address when it is looked up and another when it is asked for.
    const url = `${input instanceof Request ? input.url : input}`;
    const atStart = open ? first?.[url] : undefined;
    const integrity = atStart ?? then?.[url];
    if (integrity === undefined) {
      throw new TypeError(`not a file of this site’s bundle: ${url}`);
    }
    try {
      return await fetched(url, integrity);
    } catch (error) {
      if (atStart !== undefined && error instanceof DownloadFault) {
        report({ type: "echec", motif: error.motif, fichier: error.fichier });
      }
      throw error;
    }
  };

  removeNames();
  removeEvaluation();
  fix("fetch", guarded);
  fix("navigator", Object.freeze({ userAgent: navigator.userAgent, language: navigator.language }));
  return () => {
    open = false;
  };
}
