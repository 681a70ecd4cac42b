/**
 * What changed since a dossier was sent and the letter that tells it, as Python gave them.
 * @module
 */

import { copyOf, fill, part } from "../../page/places.mjs";
import { postal } from "./cover-letter.mjs";
import { item, state } from "./engagements.mjs";

/** @typedef {{code: string, enonce: string, clause: string}} Regle */
/** @typedef {{place: string, libelle: string, avant: string, apres: string}} Ligne */
/** @typedef {{place: string, titre: string, mouvement: "" | "ajoute" | "retire", lignes: Ligne[]}} Rangee fields of the form, or a row of a list */
/** @typedef {{code: string, intitule: string, clause: string, elements: Rangee[], regles: Regle[]}} Modification */
/** @typedef {import("./engagements.mjs").EtatDuJour} EtatDuJour */
/** @typedef {{regles: Regle[], phrases: string[]}} Habilitation */
/** @typedef {{etat_certification?: EtatDuJour, preparation: string, proposition: string, expediteur: string[], destinataire: string[], objet: string, depuis: string, avis: string[], modifications: Modification[], toujours: {phrase: string, regles: Regle[]}[], documents: string, habilitation: Habilitation, reserves: Regle[], lectures: string[], a_signer: string[]}} Lettre */
/** @typedef {(key: string, values?: Record<string, string>) => string} Phrase */

/** @param {Element} place @param {string} field @param {string[]} texts none: the list goes away */
function items(place, field, texts) {
  const target = /** @type {HTMLElement} */ (part(place, field));
  target.replaceChildren(...texts.map(item));
  target.hidden = texts.length === 0;
}

/** @param {Regle[]} regles @param {Phrase} phrase */
const clauses = (regles, phrase) => regles.map(({ enonce, clause }) => phrase("regle_et_clause", { enonce, clause }));

/**
 * @param {HTMLElement} panel
 * @param {Ligne} ligne
 */
function answer(panel, { libelle, avant, apres }) {
  const made = copyOf(panel, "ligne");
  fill(made, "libelle", libelle);
  for (const [side, text] of Object.entries({ avant, apres })) {
    if (text) fill(made, side, text);
    else part(made, `${side}-dit`)?.remove();
  }
  return made;
}

/**
 * @param {HTMLElement} panel
 * @param {Rangee} rangee
 */
function row(panel, { titre, lignes }) {
  const made = copyOf(panel, "rangee");
  fill(made, "titre", titre);
  const list = part(made, "lignes");
  list?.replaceChildren(...lignes.map((ligne) => answer(panel, ligne)));
  // Of a row that went, its name says it all.
  if (lignes.length === 0) list?.remove();
  return made;
}

/**
 * @param {HTMLElement} panel
 * @param {Modification} modification
 * @param {Phrase} phrase
 */
function requirement(panel, { code, intitule, clause, elements, regles }, phrase) {
  const made = copyOf(panel, "exigence");
  fill(made, "intitule", intitule);
  /** @type {HTMLAnchorElement} */ (part(made, "intitule")).href = `#b-${code.toLowerCase()}`;
  fill(made, "clause", clause);
  part(made, "elements")?.replaceChildren(...elements.map((one) => row(panel, one)));
  items(made, "regles", clauses(regles, phrase));
  return made;
}

/**
 * @param {HTMLElement} panel
 * @param {Lettre} lettre
 * @param {Phrase} phrase
 */
export function showChange(panel, lettre, phrase) {
  const { proposition, objet, preparation, depuis, documents } = lettre;
  for (const [field, text] of Object.entries({ proposition, objet, preparation, depuis, documents })) fill(panel, field, text);
  for (const side of /** @type {const} */ (["expediteur", "destinataire"])) postal(/** @type {Element} */ (part(panel, side)), lettre[side]);
  state(panel, lettre.etat_certification, phrase);
  items(panel, "avis", lettre.avis);
  part(panel, "modifications")?.replaceChildren(...lettre.modifications.map((one) => requirement(panel, one, phrase)));
  fill(panel, "toujours-dit", lettre.toujours.map((one) => one.phrase).join(" "));
  items(panel, "toujours", clauses(lettre.toujours.flatMap(({ regles }) => regles), phrase));
  items(panel, "a_signer", lettre.a_signer);
  items(panel, "jours", lettre.habilitation.phrases);
  items(panel, "durees", clauses([...lettre.habilitation.regles, ...lettre.reserves], phrase));
  items(panel, "lectures", lettre.lectures);
  /** @type {HTMLElement} */ (part(panel, "lettre")).hidden = false;
}
