/**
 * What the page tells the person: one polite line for what has just happened, one
 * alert for what went wrong, and quiet lines for the state of saving and of Python.
 * Every sentence comes from the template.
 * @module
 */

import { bring } from "./places.mjs";

/** @typedef {Record<string, string>} Messages */
/** @typedef {ReturnType<typeof createStatus>} Status */
/** A sentence that refuses a file, and where that file opens, if it is elsewhere. */
/** @typedef {string | {message: string, ailleurs?: import("./elsewhere.mjs").Ailleurs}} Refus */

/**
 * @param {string} message
 * @param {Record<string, string>} values replaced where the message has {name}
 */
function complete(message, values) {
  return message.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/**
 * Shows a sentence.  What it quotes is apart: a sign in it that turns the direction of writing stops where it ends.
 * @param {HTMLElement} target
 * @param {string} message
 * @param {Record<string, string>} values put where the message has {name}
 */
function show(target, message, values) {
  const parts = message.split(/\{(\w+)\}/).map((part, rank) => (rank % 2 === 0 ? part : isolated(values[part] ?? "")));
  target.replaceChildren(...parts);
}

/** @param {string} text */
function isolated(text) {
  const place = document.createElement("bdi");
  place.textContent = text;
  return place;
}

/** What is said aloud as well as shown: the draft's line changes at each key, and most of the time all is well. */
const ALARMING = new Set(["brouillon_perdu", "brouillon_impossible", "brouillon_impossible_reserve", "brouillon_plus_recent", "brouillon_plus_recent_reserve"]);

/**
 * @param {Document} page
 * @param {Messages} messages
 * @param {import("./elsewhere.mjs").Elsewhere["page"]} addressOf the page that a file opens on
 */
export function createStatus(page, messages, addressOf) {
  const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (page.getElementById(id));
  const [polite, alert, saving, file, python] = ["r-annonce", "r-alerte", "r-etat-brouillon", "r-etat-fichier", "r-etat-calcul"].map(element);
  return {
    /**
     * Says politely what has just been done.
     * @param {string} key
     * @param {Record<string, string>} [values]
     */
    say(key, values = {}) {
      alert.hidden = true;
      show(polite, messages[key], values);
    },
    /**
     * Says that a file is not taken and why; the alert takes the focus, since it asks for something, where nobody types elsewhere.
     * @param {Refus} refus
     */
    refuse(refus) {
      const { message: text, ailleurs } = typeof refus === "string" ? { message: refus } : refus;
      const link = /** @type {HTMLAnchorElement} */ (alert.querySelector("[data-champ=ailleurs]"));
      link.hidden = !ailleurs;
      if (ailleurs) {
        link.href = addressOf(ailleurs.certification, ailleurs.page);
        link.textContent = complete(messages.ouvrir_ailleurs, { titre: ailleurs.titre });
      }
      polite.textContent = "";
      const sentence = /** @type {HTMLElement} */ (alert.querySelector("[data-champ=message]"));
      sentence.replaceChildren(isolated(text), ` ${messages.ecran_intact}`);
      alert.hidden = false;
      bring(alert);
    },
    /**
     * @param {string} key
     * @param {Record<string, string>} [values]
     */
    saving(key, values = {}) {
      const text = complete(messages[key], values);
      // Said again at each key, an alarm would never end.
      if (saving.dataset.etat === key && saving.textContent === text) return;
      if (ALARMING.has(key)) {
        saving.setAttribute("role", "alert");
        // Where the page has it at its foot, nobody would look for it.
        polite.before(saving);
      } else saving.removeAttribute("role");
      saving.textContent = text;
      saving.dataset.etat = key;
    },
    /** @param {boolean} pending whether something on screen is not on the disk yet */
    waiting(pending) {
      saving.toggleAttribute("data-attente", pending);
    },
    /**
     * When the last file was saved: said again only where the words change.
     * @param {string} key
     * @param {Record<string, string>} [values]
     */
    file(key, values = {}) {
      const text = complete(messages[key], values);
      file.dataset.etat = key;
      if (file.textContent !== text) file.textContent = text;
    },
    /** @param {string} key */
    python(key) {
      if (python.dataset.etat === key) return;
      python.dataset.etat = key;
      python.textContent = complete(messages[key], messages);
    },
    /**
     * @param {string} key
     * @param {Record<string, string>} [values]
     */
    phrase: (key, values = {}) => complete(messages[key], values),
  };
}
