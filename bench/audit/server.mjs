/** A static host as they are: each text compressed (Brotli, else gzip), kept by the browser, 404.html for what is not there. */

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};
const ALREADY_COMPRESSED = new Set([".png", ".woff2"]);

// The level of hosts that compress as they answer.
const LEVEL = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
/** @type {Record<string, (text: Buffer) => Buffer>} */
const ENCODINGS = { br: (text) => brotliCompressSync(text, LEVEL), gzip: (text) => gzipSync(text) };

/**
 * @param {string} folder
 * @param {string} path as the address says it
 * @returns {Promise<string | undefined>} the file that answers, or nothing
 */
async function fileOf(folder, path) {
  const file = join(folder, normalize(path), path.endsWith("/") ? "index.html" : "");
  return (await stat(file).catch(() => undefined))?.isFile() ? file : undefined;
}

/**
 * Serve a folder on a free port of this machine.
 * @param {string} folder
 * @returns {Promise<{origin: string, close: () => void}>}
 */
export async function serve(folder) {
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const found = await fileOf(folder, path);
    const file = found ?? join(folder, "404.html");
    const type = extname(file);
    const headers = { "content-type": TYPES[type] ?? "application/octet-stream", "cache-control": "max-age=31536000" };
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoding = Object.keys(ENCODINGS).find((name) => accepted.includes(name));
    if (!encoding || ALREADY_COMPRESSED.has(type)) {
      response.writeHead(found ? 200 : 404, headers);
      createReadStream(file).pipe(response);
      return;
    }
    const key = `${encoding} ${file}`;
    const body = compressed.get(key) ?? ENCODINGS[encoding]?.(await readFile(file)) ?? Buffer.of();
    compressed.set(key, body);
    response.writeHead(found ? 200 : 404, { ...headers, "content-encoding": encoding, vary: "accept-encoding" });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
