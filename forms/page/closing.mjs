// Closes the worker before Python starts: it keeps the names on a list, and whatever else a browser has, today or in a
// later version, is taken away.

import { KEPT } from "./kept.mjs";

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
export function fix(name, value) {
  for (const owner of owners()) {
    if (Object.hasOwn(owner, name)) defineProperty(owner, name, { value, configurable: false, writable: false });
  }
}

/** Take away every name that is not kept.  What cannot be (`Infinity`) is a constant of the language. */
export function removeNames() {
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
 * (The build leaves none in this script: macros/navigateur/scripts.mjs.)
 */
export function removeEvaluation() {
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
