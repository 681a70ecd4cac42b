// The page's side of Python: starts the worker, asks it, and knows when to stop waiting.  Shows nothing.

import { PythonAbsent, PythonFault, PythonLacking } from "./python-errors.mjs";

export { PythonAbsent, PythonFault, PythonLacking };

/**
 * @typedef {import("./python-errors.mjs").Motif} Motif
 *
 * `version` is Pyodide's, once `pret`; `motif` and `fichier` say why it is `absent`.
 * @typedef {{nom: "chargement" | "pret" | "absent", version?: string, motif?: Motif, fichier?: string}} State
 *
 * @typedef {object} Options
 * @property {string | URL} workerUrl address of the worker's script, given by the page
 * @property {string} formulaire text of the form's definition
 * @property {number} [startDelay] how long Python may take to start, in milliseconds
 * @property {number} [answerDelay] how long it may take to answer
 * @property {number} [downloadDelay] how long a file that a request needs may take to come, answer included
 * @property {(state: State) => void} [onState] called at each change, never before `startPython` returns
 *
 * @typedef {object} Python
 * @property {Promise<void>} ready settles once: fulfilled when Python is ready, rejected with PythonAbsent
 * @property {(requete: object) => Promise<any>} ask what `forms.bridge.handle` answers, parsed; waits for `ready`;
 *   rejects with PythonAbsent, with PythonFault where Python met a bug, or with PythonLacking
 * @property {State} state
 */

/**
 * Start Python for one form.  Never throws: where workers are missing, the state becomes `absent`.
 * @param {Options} options
 * @returns {Python}
 */
export function startPython({ workerUrl, formulaire, startDelay = 45_000, answerDelay = 10_000, downloadDelay = 60_000, onState = () => {} }) {
  /** @type {State} */
  let state = { nom: "chargement" };
  /** @type {Worker | undefined} */
  let worker;
  let lastId = 0;
  /** @type {Map<number, {resolve: (answer: any) => void, reject: (reason: Error) => void, timer: ReturnType<typeof setTimeout>}>} */
  const pending = new Map();
  /** @type {() => void} */
  let open = () => {};
  /** @type {(reason: Error) => void} */
  let refuse = () => {};
  const ready = new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    open = resolve;
    refuse = reject;
  });
  // A page that only watches the state is not in error.
  ready.catch(() => {});

  /** @param {State} next */
  const change = (next) => {
    state = next;
    onState(next);
  };

  /**
   * @param {Motif} motif
   * @param {string} [fichier]
   */
  const giveUp = (motif, fichier) => {
    if (state.nom === "absent") {
      return;
    }
    clearTimeout(startTimer);
    worker?.terminate();
    const reason = new PythonAbsent(motif);
    refuse(reason);
    for (const { reject, timer } of pending.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    pending.clear();
    change({ nom: "absent", motif, ...(fichier && { fichier }) });
  };

  /**
   * @param {number} id of a request that is over
   * @returns what waits for it, once
   */
  const settle = (id) => {
    const waiting = pending.get(id);
    pending.delete(id);
    clearTimeout(waiting?.timer);
    return waiting;
  };

  /** @param {MessageEvent<import("./protocol.d.ts").Message>} event */
  const receive = ({ data }) => {
    if (data.type === "echec") {
      giveUp(data.motif, data.fichier);
    } else if (data.type === "pret") {
      clearTimeout(startTimer);
      change({ nom: "pret", version: data.version });
      open();
    } else if (data.type === "attente") {
      const waiting = pending.get(data.id);
      if (waiting) {
        clearTimeout(waiting.timer);
        waiting.timer = setTimeout(() => settle(data.id)?.reject(new PythonLacking("reseau")), downloadDelay);
      }
    } else {
      const waiting = settle(data.id);
      if (data.type === "faute") {
        waiting?.reject(new PythonFault(data.detail));
      } else if (data.type === "manque") {
        waiting?.reject(new PythonLacking(data.motif));
      } else {
        waiting?.resolve(JSON.parse(data.reponse));
      }
    }
  };

  const startTimer = setTimeout(() => giveUp("delai"), startDelay);
  try {
    worker = new Worker(workerUrl, { type: "module" });
    worker.onmessage = receive;
    // A script that is missing or does not run; afterwards, an error outside any request.
    worker.onerror = () => giveUp("demarrage");
    worker.postMessage({ type: "ouvrir", formulaire });
  } catch {
    queueMicrotask(() => giveUp("demarrage"));
  }

  return {
    ready,
    get state() {
      return state;
    },
    async ask(requete) {
      // Without a turn more once it is there: Python then works while the page goes on with the answer.
      if (state.nom === "chargement") await ready;
      if (state.motif) {
        throw new PythonAbsent(state.motif);
      }
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => giveUp("bloque"), answerDelay);
        pending.set(id, { resolve, reject, timer });
        worker?.postMessage({ type: "demande", id, requete: JSON.stringify(requete) });
      });
    },
  };
}
