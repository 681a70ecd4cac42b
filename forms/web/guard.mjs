// The worker's only way out: the files named at build time, each with its digest, and nothing once they are there.
// It protects from mistakes, ours or Pyodide's: code that runs in the worker is our own, whose digest was checked.

/** @typedef {import("./protocol.d.ts").Echec} Echec */

// Whatever else could reach a network, or read what the page keeps.
const UNUSED = [
  "BroadcastChannel",
  "EventSource",
  "SharedWorker",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "Worker",
  "XMLHttpRequest",
  "caches",
  "importScripts",
  "indexedDB",
];

/**
 * Take a name away from the global scope, wherever on its prototypes it stands.
 * @param {string} name
 */
function remove(name) {
  for (let owner = globalThis; owner; owner = Object.getPrototypeOf(owner)) {
    if (Object.hasOwn(owner, name)) {
      Object.defineProperty(owner, name, { value: undefined, configurable: false, writable: false });
    }
  }
}

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
 * @param {ReadonlyMap<string, string>} allowed absolute address → subresource integrity
 * @param {(echec: Echec) => void} report called at once when a download fails: Pyodide would wait for ever
 * @returns {() => void} closes the last way out
 */
export function guardNetwork(allowed, report) {
  const download = globalThis.fetch.bind(globalThis);
  UNUSED.forEach(remove);
  let open = true;

  /**
   * A refused digest and a lost connection are the same error to `fetch`: see whether the file is there at all.
   * @param {string} url
   * @returns {Promise<"empreinte" | "reseau">}
   */
  const reason = async (url) => {
    try {
      return (await download(url, { method: "HEAD" })).ok ? "empreinte" : "reseau";
    } catch {
      return "reseau";
    }
  };

  /** @type {typeof fetch} */
  const guarded = async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    const integrity = open ? allowed.get(url) : undefined;
    if (integrity === undefined) {
      throw new TypeError(`not a file of this site’s bundle: ${url}`);
    }
    const fichier = url.slice(url.lastIndexOf("/") + 1);
    try {
      const response = await download(url, { integrity });
      if (response.ok) {
        return typed(response, url);
      }
    } catch (error) {
      report({ type: "echec", motif: await reason(url), fichier });
      throw error;
    }
    report({ type: "echec", motif: "reseau", fichier });
    throw new TypeError(`not found: ${url}`);
  };

  remove("fetch");
  Object.defineProperty(globalThis, "fetch", { value: guarded, configurable: true, writable: false });
  return () => {
    open = false;
  };
}
