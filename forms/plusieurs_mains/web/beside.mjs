/**
 * Under each field that is somebody's word: whose it is, when another hand comes to it, and what is kept beside.
 * Protected means told and kept: nobody is kept from writing.
 * @module
 */

import { copyOf, fill, part } from "../../page/places.mjs";
import { dayToText } from "../../questionnaire/web/days.mjs";
import { questionOf } from "../../questionnaire/web/question.mjs";
import { foreign, same, speaks } from "./writings.mjs";

/** @typedef {import("./writings.mjs").Contenu} Contenu */
/** @typedef {import("./writings.mjs").Ecarte} Ecarte */
/** @typedef {import("./writings.mjs").Ecrit} Ecrit */

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} models holds the templates of what is shown under a field, and the line that says it aloud
 * @param {object} page
 * @param {(key: string, values?: Record<string, string>) => string} page.phrase
 * @param {(ecrit: Ecrit) => string} page.signed who wrote it, and when
 * @param {(place: string) => string | undefined} page.voixOf
 */
export function createBeside(form, models, { phrase, signed, voixOf }) {
  /** What is under a field, made the first time that there is something to show. @type {Map<string, HTMLElement>} */
  const places = new Map();
  /** What each line on screen shows. @type {WeakMap<Element, Ecarte>} */
  const shown = new WeakMap();

  /**
   * @param {string} code
   * @returns {HTMLElement | null} what is under a field that is somebody's word, made where there is none yet
   */
  function under(code) {
    const known = places.get(code);
    if (known?.isConnected) return known;
    places.delete(code);
    const box = form.querySelector(`[data-voix][data-place="${CSS.escape(code)}"]`);
    if (!box) return null;
    // A row that was removed comes back with what was shown in it.
    const found = /** @type {HTMLElement} */ (box.querySelector(".r-a-cote") ?? copyOf(models, "a-cote"));
    if (!found.isConnected) {
      /** @type {HTMLElement} */ (found.querySelector("[data-champ=question]")).textContent = questionOf(box);
      box.append(found);
    }
    places.set(code, found);
    return found;
  }

  /**
   * @param {HTMLElement} box
   * @param {Ecarte} ecarte
   * @returns {string} a choice as the form calls it, a day as people write it; anything else as it was written
   */
  function inWords(box, { valeur }) {
    const code = valeur === true ? "oui" : valeur === false ? "non" : String(valeur);
    const option = box.querySelector(`input[value="${CSS.escape(code)}"]`);
    return option?.closest("label")?.textContent?.trim() ?? (box.dataset.nature === "date" ? dayToText(code) : code);
  }

  /**
   * @param {HTMLElement} place
   * @param {Ecarte[]} ecartees
   */
  function draw(place, ecartees) {
    const box = /** @type {HTMLElement} */ (place.closest("[data-place]"));
    const lines = ecartees.map((one) => {
      const line = copyOf(models, "mots");
      fill(line, "reponse", inWords(box, one));
      fill(line, "signature", signed(one));
      fill(line, "raison", phrase(`ecarte_${one.raison}`));
      fill(line, "remettre", phrase(one.raison === "proposee" ? "mots_prendre" : "mots_remettre"));
      shown.set(line, one);
      return line;
    });
    /** @type {Element} */ (place.querySelector("ul")).replaceChildren(...lines);
    box.toggleAttribute("data-paroles", lines.length > 0);
  }

  /**
   * @param {HTMLElement} place
   * @param {boolean} other whether another hand than its voice writes now
   */
  function offer(place, other) {
    if (!other) fill(place, "parole", "");
    /** @type {HTMLElement} */ (part(place, "proposer")).hidden = !other;
  }

  return {
    /** @param {Contenu} contenu */
    show({ valeurs, ecartees, qui }) {
      // Under the words of a voice, another hand finds how to propose others before it has touched them.
      for (const [place, { par }] of qui.role === "" ? [] : Object.entries(valeurs)) {
        const voix = voixOf(place);
        if (voix !== undefined && !speaks(voix, qui) && speaks(voix, par)) under(place);
      }
      /** @type {Map<string, Ecarte[]>} */
      const kept = new Map([...places.keys()].map((code) => [code, []]));
      for (const one of ecartees) {
        const mine = kept.get(one.place) ?? [];
        if (!same(valeurs[one.place]?.valeur, one.valeur)) kept.set(one.place, mine).get(one.place)?.push(one);
      }
      for (const [code, mine] of kept) {
        const place = under(code);
        if (place) offer(place, qui.role !== "" && !speaks(voixOf(code), qui));
        const lines = [...(place?.querySelectorAll("li") ?? [])];
        if (place && (mine.length !== lines.length || mine.some((one, rank) => shown.get(lines[rank]) !== one))) draw(place, mine);
      }
    },
    /**
     * Somebody comes to a field: says whose word it is, where it is not theirs.  It stays said: a line that went when one
     * leaves would move what one is about to click.
     * @param {Element} target
     * @param {Contenu} contenu
     */
    enter(target, { qui, valeurs }) {
      const box = /** @type {HTMLElement | null} */ (target.closest("[data-voix]"));
      if (!box || target.closest(".r-a-cote")) return;
      const { voix = "", place: code = "" } = box.dataset;
      const other = qui.role !== "" && !speaks(voix, qui);
      const stands = valeurs[code];
      // One's own words there are kept nowhere once one writes others.
      const key = stands && foreign(stands, qui, voix) ? "parole_autre" : "parole_signee";
      const text = other ? phrase(key, { qui: phrase(`voix_${voix}`) }) : "";
      fill(models, "dit", text);
      const place = text ? under(code) : null;
      if (!place) return;
      fill(place, "parole", text);
      offer(place, true);
    },
    /**
     * @param {Element} control
     * @returns {Ecarte | undefined} what the line that a control stands in shows
     */
    around(control) {
      const line = control.closest("li");
      return line ? shown.get(line) : undefined;
    },
  };
}
