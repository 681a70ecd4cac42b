// Closes the worker before Python starts: it keeps the names on a list, and whatever else a browser has, today or in a
// later version, is taken away.  Its only way out are the files named at build time, each with its digest, and nothing
// once they are there.  Code in the worker is our own, whose digest was checked: this holds even where it is mistaken.

import { KEPT } from "./kept.mjs";

/** @typedef {import("./protocol.d.ts").Echec} Echec */

const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Object;

/** @returns {object[]} the global scope and its prototypes, without the one that every object has */
function owners() {
  const found = [];
  for (let owner = globalThis; owner && owner !== Object.prototype; owner = getPrototypeOf(owner)) found.push(owner);
  return found;
}

/**
 * Give a global name another value, for ever, wherever on the prototypes it stands.
 * @param {string} name
 * @param {unknown} value
 */
function fix(name, value) {
  for (const owner of owners()) {
    if (Object.hasOwn(owner, name)) defineProperty(owner, name, { value, configurable: false, writable: false });
  }
}

/** Take away every name that is not kept.  What cannot be (`Infinity`) is a constant of the language. */
function removeNames() {
  for (const owner of owners()) {
    for (const name of Reflect.ownKeys(owner)) {
      const configurable = getOwnPropertyDescriptor(owner, name)?.configurable;
      if (typeof name === "string" && configurable && !KEPT.has(name)) {
        defineProperty(owner, name, { value: undefined, configurable: false, writable: false });
      }
    }
  }
}

/**
 * No text becomes code: with `eval` and its kin gone, no text can say `import()`, the one way out that is no name.
 * (The build leaves none in this script: macros/bundle/scripts.mjs.)
 */
function removeEvaluation() {
  const refused = () => {
    throw new EvalError("no text becomes code here");
  };
  // What asks « is it a function? » by instanceof goes on.
  const NoFunction = defineProperty(function () { refused(); }, "prototype", { value: Function.prototype });
  const kinds = [function () {}, async function () {}, function* () {}, async function* () {}];
  for (const kind of kinds) {
    defineProperty(getPrototypeOf(kind), "constructor", { value: NoFunction, configurable: false, writable: false });
  }
  fix("Function", NoFunction);
  // A later WebAssembly has a subclass of Function, which leads to it.
  Reflect.deleteProperty(WebAssembly, "Function");
  for (const name of /** @type {const} */ (["setTimeout", "setInterval"])) {
    const start = globalThis[name].bind(globalThis);
    fix(name, (/** @type {Function} */ act, /** @type {unknown[]} */ ...rest) =>
      typeof act === "function" ? Reflect.apply(start, undefined, [act, ...rest]) : refused(),
    );
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
  const { Request, navigator } = globalThis;
  /** @type {typeof fetch | undefined} */
  let download = globalThis.fetch.bind(globalThis);

  /**
   * A refused digest and a lost connection are the same error to `fetch`: see whether the file is there at all.
   * @param {string} url
   * @returns {Promise<"empreinte" | "reseau">}
   */
  const reason = async (url) => {
    try {
      return (await download?.(url, { method: "HEAD" }))?.ok ? "empreinte" : "reseau";
    } catch {
      return "reseau";
    }
  };

  /** @type {typeof fetch} */
  const guarded = async (input) => {
    const url = input instanceof Request ? input.url : String(input);
    const integrity = download && allowed.get(url);
    if (download === undefined || integrity === undefined) {
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

  removeNames();
  removeEvaluation();
  fix("fetch", guarded);
  fix("navigator", Object.freeze({ userAgent: navigator.userAgent, language: navigator.language }));
  return () => {
    download = undefined;
  };
}
