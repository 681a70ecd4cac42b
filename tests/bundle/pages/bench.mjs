// Holds one Python for the tests, and writes down the states that it goes through.
// Served beside a copy of forms/page/python.mjs, which stands elsewhere in the tree.

const { startPython } = await import(new URL("python.mjs", import.meta.url).href);

/** @type {{ask: (request: object) => Promise<any>}} */
let python;

const bench = {
  /** @type {object[]} */
  states: [],

  /** @param {object} options */
  start(options) {
    python = startPython({ formulaire: "{}", ...options, onState: (/** @type {object} */ state) => bench.states.push(state) });
  },

  /** @param {object} request */
  ask: (request) =>
    python.ask(request).then(
      (answer) => ({ answer }),
      ({ name, message }) => ({ error: name, message }),
    ),
};

Object.assign(globalThis, { bench });
