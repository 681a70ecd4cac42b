/**
 * The names that the worker's global scope keeps: those of the language, and what Pyodide needs of the browser.
 * None of them can reach a network, nor what the page keeps.
 * @module
 */

const LANGUAGE = [
  "AggregateError", "Array", "ArrayBuffer", "AsyncDisposableStack", "Atomics", "BigInt", "BigInt64Array", "BigUint64Array",
  "Boolean", "DataView", "Date", "DisposableStack", "Error", "EvalError", "FinalizationRegistry", "Float16Array",
  "Float32Array", "Float64Array", "Function", "Infinity", "Int16Array", "Int32Array", "Int8Array", "Intl", "Iterator",
  "JSON", "Map", "Math", "NaN", "Number", "Object", "Promise", "Proxy", "RangeError", "ReferenceError", "Reflect",
  "RegExp", "Set", "SharedArrayBuffer", "String", "SuppressedError", "Symbol", "SyntaxError", "Temporal", "TypeError",
  "URIError", "Uint16Array", "Uint32Array", "Uint8Array", "Uint8ClampedArray", "WeakMap", "WeakRef", "WeakSet",
  "WebAssembly", "decodeURI", "decodeURIComponent", "encodeURI", "encodeURIComponent", "globalThis", "isFinite", "isNaN",
  "parseFloat", "parseInt", "undefined",
];

// `fetch` is replaced, and so is `navigator`; a timer takes no text.
const BROWSER = [
  "AbortController", "AbortSignal", "Blob", "DOMException", "DedicatedWorkerGlobalScope", "ErrorEvent", "Event",
  "EventTarget", "File", "Headers", "MessageChannel", "MessageEvent", "MessagePort", "Performance", "Response",
  "TextDecoder", "TextEncoder", "URL", "URLSearchParams", "WorkerGlobalScope", "WorkerLocation", "addEventListener",
  "atob", "btoa", "clearInterval", "clearTimeout", "close", "console", "constructor", "crypto", "dispatchEvent", "fetch",
  "location", "name", "navigator", "onerror", "onmessage", "onmessageerror", "performance", "postMessage",
  "queueMicrotask", "removeEventListener", "reportError", "self", "setInterval", "setTimeout", "structuredClone",
];

/** @type {ReadonlySet<string>} */
export const KEPT = new Set([...LANGUAGE, ...BROWSER]);
