// How many bytes files weigh once a host has compressed them: node weight.mjs < a JSON list of paths.
// Brotli at the quality at which hosts compress while they answer: what takes minutes to press would gain a twentieth.

import { readFileSync } from "node:fs";
import { json } from "node:stream/consumers";
import { brotliCompressSync, constants } from "node:zlib";

const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
const paths = /** @type {string[]} */ (await json(process.stdin));
console.log(paths.reduce((total, path) => total + brotliCompressSync(readFileSync(path), { params }).length, 0));
