// Minifies the scripts that stand in the pages themselves:
//   node inline.mjs < [source, …], prints [script, …] as JSON.

import { text } from "node:stream/consumers";
import { transform } from "esbuild";
import { TARGETS } from "./navigateurs.mjs";

/** @type {string[]} */
const sources = JSON.parse(await text(process.stdin));

// « </script> » would end the element that holds it: esbuild writes it otherwise, as it does for every platform.
const made = await Promise.all(sources.map((source) => transform(source, { minify: true, target: TARGETS, legalComments: "none" })));

console.log(JSON.stringify(made.map(({ code }) => code.trim())));
