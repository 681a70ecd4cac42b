// Files of the search, as scripts that hand over what they hold: those alone load from a folder as from a server, under
// a policy that allows no more than the site's own scripts.

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
/** The folder of the search, and the root of the site above it. */
const folder = new URL("./", own.src);
export const root = new URL("../../", folder);

/** @type {Map<string, Promise<any>>} */
const asked = new Map();
/** @type {Map<string, (held: any) => void>} */
const waiting = new Map();

Object.assign(globalThis, { repereRecherche: (/** @type {string} */ name, /** @type {any} */ held) => waiting.get(name)?.(held) });

/**
 * @param {string} name
 * @returns {Promise<any>} what the file holds; asked for once, and again where it could not be loaded
 */
export function file(name) {
  const found = asked.get(name) ?? load(name);
  asked.set(name, found);
  found.catch(() => asked.delete(name));
  return found;
}

/** @param {string} name */
function load(name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    waiting.set(name, resolve);
    script.onload = script.onerror = () => {
      waiting.delete(name);
      script.remove();
      // Does nothing once the file has handed over what it holds.
      reject(new TypeError(`not loaded: ${name}`));
    };
    script.src = new URL(`${name}.js`, folder).href;
    document.head.append(script);
  });
}
