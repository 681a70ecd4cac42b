// What an embedded file is: its bytes, compressed by gzip, in base64.

// Kept here: the guard of Python's worker takes such names away.
const { DecompressionStream } = globalThis;

/** @typedef {{fromBase64?: (text: string) => Uint8Array<ArrayBuffer>}} RecentBytes */

/**
 * @param {string} text
 * @returns {Uint8Array<ArrayBuffer>}
 */
function bytes(text) {
  const recent = /** @type {RecentBytes} */ (Uint8Array);
  return recent.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/**
 * Rejects where the file is spoilt: gzip carries a checksum.
 * @param {string} text
 * @returns {Promise<ArrayBuffer>}
 */
export function unpack(text) {
  return new Response(new Blob([bytes(text)]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
