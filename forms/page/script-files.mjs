/**
 * Files of data as scripts that hand over what they hold: they open from a folder as from a server.  The pages that hold no
 * form have the same code (macros/theme/assets/javascripts/fichiers.mjs), served as it is: a test holds it so.
 * @module
 */

/**
 * @param {URL} folder
 * @param {string} receiver name of the function that the files call
 * @returns {(name: string) => Promise<any>} what a file holds; asked for once, and again where it could not be loaded
 */
export function asker(folder, receiver) {
  /** @type {Map<string, Promise<any>>} */
  const asked = new Map();
  /** @type {Map<string, (held: any) => void>} */
  const waiting = new Map();
  Object.assign(globalThis, { [receiver]: (/** @type {string} */ name, /** @type {any} */ held) => waiting.get(name)?.(held) });

  /** @param {string} name */
  const load = (name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(name, resolve);
      script.onload = script.onerror = () => {
        waiting.delete(name);
        script.remove();
        // Does nothing once the file has handed over what it holds.
        reject(new TypeError(`not loaded: ${name}`));
      };
      // A file of a folder keeps its slash: what is kept for offline use is known by its address.
      script.src = new URL(`${name.split("/").map(encodeURIComponent).join("/")}.js`, folder).href;
      document.head.append(script);
    });

  return (name) => {
    const found = asked.get(name) ?? load(name);
    asked.set(name, found);
    found.catch(() => asked.delete(name));
    return found;
  };
}

/**
 * Name a folder with its file where no server completes its address.
 * @template {URL | HTMLAnchorElement} Address
 * @param {Address} address
 * @returns {Address} the same
 */
export function named(address) {
  if (address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
  return address;
}
