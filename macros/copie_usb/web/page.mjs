// A page opened from a folder may start no worker from an address, and read no file: only scripts load there.  The copy
// of the site has each such file as a script beside its address (`worker.js.js`), which hands its content over here.
// `Worker` keeps its meaning for all that the page loads after this: the rest of the site knows nothing of it.

import { unpack } from "./unpacking.mjs";

/** @type {Map<Element | null, (text: string) => void>} script under way → who waits for what it holds */
const waiting = new Map();

const own = /** @type {HTMLScriptElement} */ (document.currentScript);
/** Nothing is asked for outside the folder of the site. */
const root = new URL("../../", own.src).href;

// Called by the script that is running, with what it holds.
Object.assign(globalThis, { repereEmbarque: (/** @type {string} */ text) => waiting.get(document.currentScript)?.(text) });

/**
 * @param {string} address of a file, without query
 * @returns {Promise<string>} its content, packed
 */
function embedded(address) {
  return new Promise((resolve, reject) => {
    if (!address.startsWith(root)) return reject(new TypeError(`outside this copy of the site: ${address}`));
    const script = document.createElement("script");
    const end = () => {
      waiting.delete(script);
      script.remove();
      // Does nothing once the file has come.
      reject(new TypeError(`not in this copy of the site: ${address}`));
    };
    waiting.set(script, resolve);
    script.onload = end;
    script.onerror = end;
    script.src = `${address}.js`;
    document.head.append(script);
  });
}

/**
 * Answers a worker's requests for files.
 * @param {MessagePort} port
 */
function serve(port) {
  port.onmessage = async (/** @type {MessageEvent<{id: number, address: string}>} */ { data: { id, address } }) => {
    port.postMessage({ id, text: await embedded(address).catch(() => null) });
  };
}

const NativeWorker = globalThis.Worker;

/** A worker whose script is embedded.  What is posted to it before the script has come waits, as for any worker. */
class EmbeddedWorker extends EventTarget {
  /** @type {((event: MessageEvent) => unknown) | null} */
  onmessage = null;
  /** @type {((event: Event) => unknown) | null} */
  onerror = null;
  /** @type {Worker | undefined} */
  #worker;
  /** @type {[unknown, Transferable[]][]} */
  #posted = [];
  #ended = false;

  /** @param {string | URL} address */
  constructor(address) {
    super();
    this.#start(new URL(address, document.baseURI)).catch(() => this.#tell("error", new Event("error")));
  }

  /** @param {URL} url */
  async #start(url) {
    const file = new URL(url);
    file.search = "";
    const script = await unpack(await embedded(file.href));
    if (this.#ended) return;
    const blob = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new NativeWorker(blob, { name: url.href });
    const { port1, port2 } = new MessageChannel();
    serve(port1);
    worker.postMessage(null, [port2]);
    worker.onmessage = ({ data, ports }) => this.#tell("message", new MessageEvent("message", { data, ports: [...ports] }));
    worker.onerror = ({ message }) => this.#tell("error", new ErrorEvent("error", { message }));
    this.#worker = worker;
    for (const [message, transfer] of this.#posted) worker.postMessage(message, transfer);
    this.#posted = [];
  }

  /**
   * @param {"message" | "error"} name
   * @param {any} event
   */
  #tell(name, event) {
    this[`on${name}`]?.(event);
    this.dispatchEvent(event);
  }

  /**
   * @param {unknown} message
   * @param {Transferable[]} [transfer]
   */
  postMessage(message, transfer = []) {
    if (this.#worker) this.#worker.postMessage(message, transfer);
    else this.#posted.push([message, transfer]);
  }

  terminate() {
    this.#ended = true;
    this.#worker?.terminate();
  }
}

Object.assign(globalThis, { Worker: EmbeddedWorker });
