// Runs before the script of an embedded worker, and gives it back what a folder refuses: `fetch` of the files of the
// site, whose digest the browser verifies as elsewhere.

import { unpack } from "./unpacking.mjs";

const WASM = /\.wasm$/;

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const read = scope.fetch.bind(scope);
// Kept here: the guard of Python's worker takes the name away.
const { Request } = globalThis;

/** @type {Promise<MessagePort>} */
const page = new Promise((resolve) => {
  // The page's first message; the worker's own script must not see it.
  const take = (/** @type {MessageEvent} */ event) => {
    event.stopImmediatePropagation();
    resolve(/** @type {MessagePort} */ (event.ports[0]));
  };
  scope.addEventListener("message", take, { once: true });
});

let lastId = 0;

/**
 * @param {string} address
 * @returns {Promise<string | null>} the file, packed, or nothing where this copy has not got it
 */
async function ask(address) {
  const port = await page;
  const id = ++lastId;
  return new Promise((resolve) => {
    port.addEventListener("message", function answer({ data }) {
      if (data.id !== id) return;
      port.removeEventListener("message", answer);
      resolve(data.text);
    });
    port.start();
    port.postMessage({ id, address });
  });
}

/** @type {typeof fetch} */
const fetchEmbedded = async (input, options = {}) => {
  const { href } = new URL(input instanceof Request ? input.url : input, scope.name);
  const text = await ask(href);
  if (text === null) throw new TypeError(`not in this copy of the site: ${href}`);
  if (options.method === "HEAD") return new Response(null);
  const type = WASM.test(href) ? "application/wasm" : "";
  const blob = URL.createObjectURL(new Blob([await unpack(text)], { type }));
  try {
    return await read(blob, options.integrity ? { integrity: options.integrity } : {});
  } finally {
    URL.revokeObjectURL(blob);
  }
};

/** Pyodide takes a worker for a classic one where this answers, and would load by it what the page hands over. */
function importRefused() {
  throw new DOMException("not in a copy of the site", "NetworkError");
}

for (const [name, value] of Object.entries({ fetch: fetchEmbedded, importScripts: importRefused })) {
  // On the prototype that has it: whoever takes it away, as our guard does, then finds what a browser would have given.
  let owner = /** @type {object} */ (scope);
  while (!Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}
