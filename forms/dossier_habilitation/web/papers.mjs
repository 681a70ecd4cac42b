/**
 * The documents of a dossier: asked of Python when they are opened or printed, kept true while they are open.
 * @module
 */

import { element } from "../../page/dom.mjs";
import { dayInWords } from "../../page/moments.mjs";
import { whenLeft } from "../../page/panels.mjs";
import { showBordereau, showMatrix } from "./documents.mjs";
import { bring } from "../../page/places.mjs";

/** @typedef {"bordereau" | "matrice"} Name */

/** Which documents a mode of printing puts on paper. @type {Record<string, Name[]>} */
const ON_PAPER = { remplie: ["bordereau", "matrice"], bordereau: ["bordereau"], matrice: ["matrice"] };

/**
 * @param {HTMLFormElement} form
 * @param {object} page
 * @param {ReturnType<typeof import("../../page/sharing.mjs").createSharing>} page.sharing
 * @param {(key: string, values?: Record<string, string>) => string} page.phrase
 * @param {Record<string, [string, string]>} page.looks
 * @param {() => object} page.corps what Python is asked with
 * @param {() => string} page.envoi day of sending, AAAA-MM-JJ, or nothing while it is not known
 */
export function createPapers(form, { sharing, phrase, looks, corps, envoi }) {
  /** @param {Name} name */
  const panelOf = (name) => /** @type {HTMLElement} */ (element(name));
  /** @type {Name[]} */
  const names = ["bordereau", "matrice"];
  const after = panelOf("bordereau").nextElementSibling;

  /** @type {Record<Name, (found: any) => void>} */
  const views = {
    bordereau(found) {
      const day = envoi();
      showBordereau(panelOf("bordereau"), found, day && phrase("bordereau_envoi", { jour: dayInWords(day) }));
    },
    matrice: (found) => showMatrix(panelOf("matrice"), found, looks, phrase),
  };

  /** How many times the answers have changed. */
  let changes = 0;
  /** How many drafts have left the screen. */
  let drafts = 0;
  whenLeft(panelOf("bordereau"), () => (drafts += 1));

  /**
   * @param {Name} name
   * @returns {Promise<boolean>} whether it stands there, made of the answers as they are now
   */
  async function make(name) {
    for (;;) {
      const asked = changes;
      const found = await sharing.written(name, corps());
      if (!found) return false;
      if (asked !== changes) continue;
      views[name](found);
      panelOf(name).toggleAttribute("data-rempli", true);
      return true;
    }
  }

  // On paper, it is the first sheet.
  window.addEventListener("beforeprint", () => document.documentElement.dataset["impression"] === "remplie" && form.before(panelOf("bordereau")));
  window.addEventListener("afterprint", () => after?.before(panelOf("bordereau")));

  return {
    /** @param {Name} name */
    async open(name) {
      const asked = drafts;
      if (!(await make(name)) || asked !== drafts) return;
      panelOf(name).hidden = false;
      bring(element(`titre-${name}`));
    },
    /** The answers have changed: nothing made before is true any more. */
    outdate() {
      changes += 1;
      for (const name of names) panelOf(name).toggleAttribute("data-rempli", false);
    },
    /** What is open follows the answers. */
    async follow() {
      for (const name of names) if (!panelOf(name).hidden) await make(name);
    },
    /** @param {string} mode of printing */
    async prepare(mode) {
      for (const name of ON_PAPER[mode] ?? []) await make(name);
    },
  };
}
