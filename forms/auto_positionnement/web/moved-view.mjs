/**
 * Shows what came of a file of another certification: what was poured, what waits, what stays empty.
 * @module
 */

import { copyOf, fill, part } from "../../page/places.mjs";

/** @typedef {import("./taking.mjs").Proposition} Proposition */
/** @typedef {import("./taking.mjs").Transport} Transport */

/** @param {{code: string, genre: string}} place @returns {string} where it is on the page */
const addressOf = ({ code, genre }) => `#${genre === "enonce" ? "q" : "c"}-${code.toLowerCase()}`;

/**
 * @param {HTMLElement} panel
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function createMovedView(panel, phrase) {
  const list = (/** @type {string} */ field) => /** @type {HTMLElement} */ (part(panel, field)?.querySelector("ul, ol"));
  const undo = /** @type {HTMLElement} */ (panel.querySelector("[data-action=passage-annuler]"));

  /** What no gesture here changes of what was said of the file. */
  let rest = "";

  /** @param {HTMLElement} line @param {{code: string, genre: string, intitule: string}} place */
  function lead(line, place) {
    const link = /** @type {HTMLAnchorElement} */ (line.querySelector("a"));
    link.href = addressOf(place);
    link.textContent = place.intitule;
  }

  /** @param {string[]} texts */
  const entries = (texts) =>
    texts.map((text) => {
      const entry = document.createElement("li");
      entry.textContent = text;
      return entry;
    });

  /** @param {Proposition} one */
  function proposal(one) {
    const line = copyOf(panel, "proposition");
    line.dataset["code"] = one.code;
    lead(line, one);
    fill(line, "valeur", one.valeur === null ? phrase("passage_a_dire") : phrase("passage_propose", { reponse: one.libelle }));
    fill(line, "actuelle", one.actuelle === null ? "" : phrase("passage_actuelle", { reponse: one.libelle_actuel }));
    fill(line, "note", one.note && phrase("comparer_note", { note: one.note }));
    /** @type {HTMLElement} */ (line.querySelector("ul")).replaceChildren(...entries(one.raisons));
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (line.querySelectorAll("button"))) {
      button.dataset["code"] = one.code;
      const hidden = document.createElement("span");
      hidden.className = "r-invisible";
      hidden.textContent = ` : ${one.intitule}`;
      button.append(hidden);
    }
    if (one.valeur === null) line.querySelector("[data-action=passage-prendre]")?.remove();
    return line;
  }

  /** @param {string} field @param {HTMLElement[]} lines */
  function group(field, lines) {
    list(field).replaceChildren(...lines);
    const place = /** @type {HTMLElement} */ (part(panel, field));
    place.hidden = lines.length === 0;
    for (const number of place.querySelectorAll("[data-nombre]")) number.textContent = String(lines.length);
  }

  return {
    /**
     * @param {Transport} transport
     * @param {boolean} undoable
     */
    show(transport, undoable) {
      fill(panel, "intitule", transport.intitule);
      fill(panel, "avis", transport.avis);
      rest = transport.reste;
      group("propositions", transport.propositions.map(proposal));
      const takeAll = /** @type {HTMLElement} */ (panel.querySelector("[data-action=passage-tout-prendre]"));
      takeAll.hidden = !transport.propositions.some(({ valeur }) => valeur !== null);
      group(
        "verses",
        transport.verses.map((one) => {
          const line = copyOf(panel, "verse");
          lead(line, one);
          fill(line, "libelle", one.libelle);
          fill(line, "raison", one.raison);
          return line;
        }),
      );
      group(
        "nouvelles",
        transport.nouvelles.map((one) => {
          const line = copyOf(panel, "nouvelle");
          lead(line, { ...one, genre: "competence" });
          fill(line, "raison", one.raison);
          return line;
        }),
      );
      this.offer(undoable);
    },
    /** @param {boolean} undoable */
    offer(undoable) {
      undo.hidden = !undoable;
    },
    /**
     * @param {Proposition[]} some that wait no more
     * @param {"prise" | "laissee" | "tard"} etat what became of them
     */
    settle(some, etat) {
      for (const { code } of some) {
        const line = /** @type {HTMLElement | null} */ (list("propositions").querySelector(`li[data-code="${CSS.escape(code)}"]`));
        if (!line) continue;
        line.dataset["etat"] = etat;
        line.querySelector(".r-outils")?.remove();
        fill(line, "suite", phrase(`passage_${etat}`));
      }
      const takeAll = /** @type {HTMLElement} */ (panel.querySelector("[data-action=passage-tout-prendre]"));
      takeAll.hidden = !list("propositions").querySelector("[data-action=passage-prendre]");
      const left = list("propositions").querySelectorAll(":scope > li:not([data-etat])").length;
      for (const number of part(panel, "propositions")?.querySelectorAll("[data-nombre]") ?? []) number.textContent = String(left);
      // What the sentence counted was true when the file came: from now on it says what is left.
      const now = phrase(left > 0 ? "passage_reste" : "passage_fini", { reste: String(left) });
      fill(panel, "avis", [now, rest].filter(Boolean).join(" "));
    },
    /** Brings the person to the next one that waits, or to the title where none does. */
    next() {
      const button = /** @type {HTMLElement | null} */ (list("propositions").querySelector("button[data-code]"));
      (button ?? /** @type {HTMLElement} */ (panel.querySelector("h2"))).focus();
    },
  };
}
