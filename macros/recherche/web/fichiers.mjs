// The files of the search, beside its script.

import { asker } from "../../theme/assets/javascripts/fichiers.mjs";

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
/** The folder of the search, and the root of the site above it. */
const folder = new URL("./", own.src);
export const root = new URL("../../", folder);

/** @type {(name: string) => Promise<any>} */
export const file = asker(folder, "repereRecherche");
