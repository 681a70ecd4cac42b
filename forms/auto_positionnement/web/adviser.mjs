/**
 * The adviser's sheet: the route that the person wishes, the sheet that Python makes, on paper or as text.
 * @module
 */

import { element } from "../../page/dom.mjs";
import { copyOf, fill, list } from "../../page/places.mjs";
import { longDay } from "../../page/moments.mjs";

/** @typedef {{intitule: string, dit: string}} Ligne */
/** @typedef {{code: string, titre: string, nombre: number, lignes: Ligne[], reste: string}} Liste */
/** @typedef {{intitule: string, nom: string, jour: string, version: string, etat: string, voie: string, phrase: string, precision: string, mention: string, avertissement: string, manques: string[], limites: string, listes: Liste[], avis: string}} Fiche */

/** Where the page is, without what follows a link in it. */
export const address = () => location.href.split("#")[0];

/**
 * @param {object} page
 * @param {ReturnType<typeof import("../../page/sharing.mjs").createSharing>} page.sharing
 * @param {() => object} page.corps what the sheet is asked with
 */
export function createAdviser({ sharing, corps }) {
  const sheet = /** @type {HTMLElement} */ (element("r-conseiller"));
  const route = /** @type {HTMLSelectElement} */ (element("r-voie"));
  const models = /** @type {HTMLElement} */ (sheet.querySelector(".r-conseiller-listes"));

  /** @param {Liste} liste */
  function part(liste) {
    const found = copyOf(sheet, "liste");
    fill(found, "titre", liste.titre);
    fill(found, "nombre", String(liste.nombre));
    fill(found, "reste", liste.reste);
    const lines = liste.lignes.map((ligne) => {
      const line = copyOf(sheet, "ligne");
      fill(line, "intitule", ligne.intitule);
      fill(line, "dit", ligne.dit);
      return line;
    });
    /** @type {Element} */ (found.querySelector("ul")).replaceChildren(...lines);
    return found;
  }

  /** @param {Fiche} fiche */
  function fillIn(fiche) {
    for (const field of /** @type {const} */ (["intitule", "version", "etat", "phrase", "precision", "mention", "limites", "avertissement", "avis"])) {
      fill(sheet, field, fiche[field]);
    }
    fill(sheet, "jour", longDay(`${fiche.jour}T12:00:00`));
    for (const name of /** @type {const} */ (["nom", "voie"])) {
      fill(sheet, name, fiche[name]);
      /** @type {HTMLElement} */ (sheet.querySelector(`[data-ligne=${name}]`)).hidden = fiche[name] === "";
    }
    fill(sheet, "adresse", address());
    for (const old of models.querySelectorAll(".r-conseiller-liste")) old.remove();
    models.prepend(...fiche.listes.map(part));
    list(sheet, "manques", fiche.manques);
    sheet.hidden = false;
  }

  return {
    route,
    /** @param {string} voie of the draft that comes on screen: one that is not offered stays in the draft */
    show(voie) {
      route.value = voie;
      if (route.selectedIndex < 0) route.value = "";
      // Where nobody can begin any more, it is not asked: what was said before is told.
      for (const kept of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-voie-gardee]"))) {
        fill(kept, "voie", route.value && (route.selectedOptions[0].textContent ?? "").trim());
        kept.hidden = route.value === "";
      }
    },
    /** @returns {Promise<boolean>} whether the sheet is ready for paper */
    async prepare() {
      /** @type {{fiche: Fiche} | null} */
      const found = await sharing.current("conseiller", corps);
      if (found) fillIn(found.fiche);
      return found !== null;
    },
    copy: () => sharing.copy(corps, "conseiller"),
  };
}
