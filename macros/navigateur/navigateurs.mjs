// The oldest browsers that the site is made for, as esbuild names them: of navigateurs.json, which the pages tell too.

import { readFile } from "node:fs/promises";

/** @type {Record<string, {nom: string, version: number}>} */
const navigateurs = JSON.parse(await readFile(new URL("navigateurs.json", import.meta.url), "utf8"));

export const TARGETS = Object.entries(navigateurs).map(([name, { version }]) => name + version);
