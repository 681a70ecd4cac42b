/**
 * The documents of a dossier: asked of Python when they are opened or printed, kept true while they are open.
 * @module
 */

import { element } from "../../page/dom.mjs";
import { dayInWords } from "../../page/moments.mjs";
import { whenLeft } from "../../page/panels.mjs";
import { showCommitments } from "./engagements.mjs";
import { showConvention } from "./agreement.mjs";
import { showChange } from "./change-letter.mjs";
import { showBordereau } from "./cover-letter.mjs";
import { showMatrix } from "./matrix.mjs";
import { bring } from "../../page/places.mjs";

/** @typedef {"bordereau" | "matrice" | "engagements" | "convention" | "modification"} Name */

/** @type {Name[]} */
const NAMES = ["bordereau", "matrice", "engagements", "convention", "modification"];

/** Those that the form alone does not make. @type {Set<Name>} */
const BESIDE = new Set(/** @type {Name[]} */ (["engagements", "convention", "modification"]));

/** Which documents a mode of printing puts on paper. @type {Record<string, Name[]>} */
const ON_PAPER = { remplie: ["bordereau", "matrice"], ...Object.fromEntries(NAMES.map((name) => [name, [name]])) };

/**
 * @param {HTMLFormElement} form
 * @param {object} page
 * @param {ReturnType<typeof import("../../page/sharing.mjs").createSharing>} page.sharing
 * @param {(key: string, values?: Record<string, string>) => string} page.phrase
 * @param {Record<string, [string, string]>} page.looks
 * @param {() => object} page.corps what Python is asked with
 * @param {import("./beside.mjs").Beside} page.beside what it is asked with besides, of the papers that the form alone does not make
 * @param {import("./sent.mjs").Sent} page.sent what one of them is asked with as well: the file that was sent
 * @param {() => string} page.envoi day of sending, AAAA-MM-JJ, or nothing while it is not known
 */
export function createPapers(form, { sharing, phrase, looks, corps, beside, sent, envoi }) {
  /** @param {Name} name */
  const panelOf = (name) => /** @type {HTMLElement} */ (element(name));
  /** Those that this certification has. */
  const names = NAMES.filter((name) => document.getElementById(name));
  const after = panelOf("bordereau").nextElementSibling;

  /** @type {Record<Name, (found: any) => void>} */
  const views = {
    bordereau(found) {
      const day = envoi();
      showBordereau(panelOf("bordereau"), found, day && phrase("bordereau_envoi", { jour: dayInWords(day) }), phrase);
    },
    matrice: (found) => showMatrix(panelOf("matrice"), found, looks, phrase),
    engagements: (found) => showCommitments(panelOf("engagements"), found, phrase),
    convention: (found) => showConvention(panelOf("convention"), found, phrase),
    modification: (found) => showChange(panelOf("modification"), found, phrase),
  };

  /** How many times the answers have changed. */
  let changes = 0;
  /** How many drafts have left the screen. */
  let drafts = 0;
  whenLeft(panelOf("bordereau"), () => (drafts += 1));

  /** @param {Name} name @returns {Promise<boolean>} whether all that it is made of is here */
  const ready = async (name) => (name !== "modification" || sent.held() !== null) && (!BESIDE.has(name) || (await beside.ready()));

  /** @param {Name} name @returns {object} what Python is asked with */
  const body = (name) => ({ ...corps(), ...(BESIDE.has(name) ? beside.held() : {}), ...(name === "modification" ? sent.held() : {}) });

  /**
   * @param {Name} name
   * @returns {Promise<boolean>} whether it stands there, made of the answers as they are now
   */
  async function make(name) {
    for (;;) {
      const asked = changes;
      if (!(await ready(name))) return false;
      const found = await sharing.written(name, body(name));
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
    /** @param {"engagements" | "convention" | "modification"} name of one that is put in words, to be pasted */
    async copy(name) {
      if (await ready(name)) await sharing.copy(() => body(name), `${name}_en_texte`);
    },
    /**
     * @param {string} mode of printing
     * @returns {Promise<boolean>} whether there is something to print: the whole dossier is, even without the papers made of it
     */
    async prepare(mode) {
      let made = true;
      for (const name of ON_PAPER[mode] ?? []) made = (await make(name)) && made;
      return made || mode === "remplie";
    },
  };
}
