/**
 * The draft of a convention, as Python gave it; what the dossier does not say is shown as still to agree.
 * @module
 */

import { copyOf, fill, part } from "../../page/places.mjs";
import { item, state } from "./engagements.mjs";

/** @typedef {{libelle: string, texte: string}} Ligne no text: to agree */
/** @typedef {{intitule: string, lignes: Ligne[]}} Partie */
/** @typedef {{enonce: string, source: string, adresse: string}} Loi */
/** @typedef {Partie & {texte: string, demande: string, clauses: {enonce: string, clause: string}[], droit: Loi[]}} Rubrique */
/** @typedef {{intitule: string, etat_certification?: import("./engagements.mjs").EtatDuJour, preparation: string, reserves: string[], loi: {texte: string, adresse: string}, parties: Partie[], rubriques: Rubrique[], a_signer: string[]}} Projet */
/** @typedef {(key: string, values?: Record<string, string>) => string} Phrase */

/**
 * @param {Element} place
 * @param {Ligne[]} lignes
 * @param {Phrase} phrase
 */
function lines(place, lignes, phrase) {
  const made = lignes.flatMap(({ libelle, texte }) => {
    const [term, value] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = libelle;
    value.textContent = texte || phrase("a_convenir");
    value.toggleAttribute("data-a-convenir", !texte);
    return [term, value];
  });
  part(place, "lignes")?.replaceChildren(...made);
}

/**
 * @param {HTMLElement} panel
 * @param {Loi} loi
 */
function law(panel, { enonce, source, adresse }) {
  const line = copyOf(panel, "loi");
  fill(line, "enonce", enonce);
  fill(line, "source", source);
  /** @type {HTMLAnchorElement} */ (part(line, "source")).href = adresse;
  return line;
}

/**
 * @param {HTMLElement} panel
 * @param {Rubrique} rubrique
 * @param {Phrase} phrase
 */
function heading(panel, rubrique, phrase) {
  const made = copyOf(panel, "rubrique");
  for (const field of /** @type {const} */ (["intitule", "demande", "texte"])) fill(made, field, rubrique[field]);
  const clauses = rubrique.clauses.map(({ enonce, clause }) => item(phrase("regle_et_clause", { enonce, clause })));
  const droit = rubrique.droit.map((loi) => law(panel, loi));
  part(made, "clauses")?.replaceChildren(...clauses);
  part(made, "droit")?.replaceChildren(...droit);
  for (const [field, list] of Object.entries({ clauses, droit })) if (list.length === 0) part(made, field)?.remove();
  lines(made, rubrique.lignes, phrase);
  return made;
}

/**
 * @param {HTMLElement} panel
 * @param {Projet} projet
 * @param {Phrase} phrase
 */
export function showConvention(panel, projet, phrase) {
  part(panel, "reserves")?.replaceChildren(...projet.reserves.map(item));
  fill(panel, "loi", projet.loi.texte);
  /** @type {HTMLAnchorElement} */ (part(panel, "loi")).href = projet.loi.adresse;
  fill(panel, "certification", projet.intitule);
  state(panel, projet.etat_certification, phrase);
  fill(panel, "preparation", projet.preparation);
  const parties = projet.parties.map((partie) => {
    const made = copyOf(panel, "partie");
    fill(made, "intitule", partie.intitule);
    lines(made, partie.lignes, phrase);
    return made;
  });
  part(panel, "parties")?.replaceChildren(...parties);
  part(panel, "rubriques")?.replaceChildren(...projet.rubriques.map((rubrique) => heading(panel, rubrique, phrase)));
  part(panel, "a_signer")?.replaceChildren(...projet.a_signer.map(item));
}
