/**
 * Which tab writes a draft: one at a time, by a lock of the browser's, which goes with its page, were it crashed.
 * Where the browser has no locks every tab writes, and the revisions of drafts tell what another one wrote.
 * @module
 */

/** A page that is being left lets go within this time, in ms: the one that follows it does not take it for another tab. */
const LEAVING = 500;
/** A tab that is asked writes what it has within this time, in ms; from a frozen one the draft is taken. */
const HANDING_OVER = 2_000;

/**
 * What tabs tell one another of a draft: that whoever writes it is asked to hand it over, that a tab which reads it has
 * saved a file of it, that it is deleted and when one asked for that (`id` empty: every draft is), or, with none of
 * these, that it has changed.
 * @typedef {{id: string, demande?: true, fichier_le?: string, supprime_le?: string}} Nouvelle
 */
/** @typedef {ReturnType<typeof createHold>} Hold */

/** @param {string} name */
function openChannel(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    // Where the browser refuses it, a tab sees what another wrote when it comes back to the front.
    return null;
  }
}

/**
 * @param {string} name
 * @param {LockOptions} options
 * @param {() => Promise<void>} work
 * @returns {Promise<void>} rejects where locks are refused or absent, too
 */
const request = async (name, options, work) => navigator.locks.request(name, options, work);

/**
 * @param {string} base name of the database: two copies of the site do not hear each other
 * @param {object} tab
 * @param {(writes: boolean) => void} tab.turned whether this tab writes the draft on screen has changed
 * @param {(nouvelle: Nouvelle) => void} tab.heard another tab tells something of the draft on screen, or deletes one
 * @param {() => Promise<unknown>} tab.settled resolves when this tab has written all that it had
 */
export function createHold(base, { turned, heard, settled }) {
  const channel = openChannel(base);
  let id = "";
  let writes = true;
  let letGo = () => {};
  /** Until when the hand is waited for, once asked. @type {ReturnType<typeof setTimeout> | undefined} */
  let asked;

  /** @param {boolean} next */
  function turn(next) {
    clearTimeout(asked);
    if (writes === next) return;
    writes = next;
    turned(next);
  }

  /**
   * Waits for the lock of the draft, behind those who asked before, and keeps it until `letGo`.
   * @param {LockOptions} [options]
   * @returns {Promise<boolean>} true once this tab writes; false if it gave up waiting
   */
  function hold(options = {}) {
    const waiting = new AbortController();
    letGo = () => waiting.abort();
    return new Promise((resolve) => {
      waiting.signal.addEventListener("abort", () => resolve(false));
      const granted = () => {
        if (waiting.signal.aborted) return Promise.resolve();
        turn(true);
        resolve(true);
        return new Promise((/** @type {(nothing: void) => void} */ release) => (letGo = release));
      };
      // The browser does not take a signal where a lock is stolen.
      request(`${base}|${id}`, options.steal ? options : { signal: waiting.signal }, granted).catch((error) => {
        if (waiting.signal.aborted) return;
        if (error.name === "AbortError") {
          turn(false);
          hold();
        } else {
          turn(true);
          resolve(true);
        }
      });
    });
  }

  /**
   * @param {string} next the draft that comes on screen; the one before is let go
   * @param {number} [patience] how long to wait before saying that another tab writes it, in ms
   */
  async function claim(next, patience = LEAVING) {
    letGo();
    clearTimeout(asked);
    id = next;
    await new Promise((resolve) => {
      const late = setTimeout(() => {
        turn(false);
        resolve(false);
      }, patience);
      hold().then((found) => {
        clearTimeout(late);
        resolve(found);
      });
    });
  }

  channel?.addEventListener("message", async ({ data }) => {
    const nouvelle = /** @type {Nouvelle} */ (data);
    // Another draft than the one on screen may have been written in, here, since.
    if (nouvelle.supprime_le) return heard(nouvelle);
    if (nouvelle.id !== id) return;
    if (!nouvelle.demande) return heard(nouvelle);
    if (!writes) return;
    await settled();
    // Behind the tab that asks, which has been waiting.
    if (nouvelle.id === id) await claim(id, 0);
  });
  window.addEventListener("pagehide", () => letGo());
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) claim(id);
  });

  return {
    claim,
    /** @param {string} next a draft of this tab's own making: no other knows it */
    own(next) {
      turn(true);
      letGo();
      id = next;
      // However long the browser takes, nobody else is writing it.
      return hold();
    },
    writes: () => writes,
    /** Asks the tab that writes the draft on screen to hand it over; `turned` tells when it has. */
    ask() {
      channel?.postMessage({ id, demande: true });
      clearTimeout(asked);
      asked = setTimeout(() => {
        letGo();
        hold({ steal: true });
      }, HANDING_OVER);
    },
    /** @param {Nouvelle} nouvelle told to the other tabs */
    tell: (nouvelle) => channel?.postMessage(nouvelle),
  };
}
