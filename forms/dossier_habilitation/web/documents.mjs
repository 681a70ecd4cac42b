/**
 * The documents of a dossier, made by Python when they are asked for: bordereau and matrices.
 * @module
 */

import { copyOf, fill, part } from "../../page/places.mjs";
import { label, linked } from "./state.mjs";

/** @typedef {import("./state.mjs").EtatCode} EtatCode */
/** @typedef {{fonction: string, lignes: string[]}} Contact */
/** @typedef {{numero: number, document: string, pour: string[]}} Piece */
/** @typedef {{objet: string, expediteur: string[], destinataire: string[], contacts: Contact[], pieces: Piece[]}} Bordereau the dossier itself is the first of `pieces` */
/** @typedef {{element: string, libelle: string, texte: string}} Reponse */
/** @typedef {{code: string, intitule: string, clause: string, etat: EtatCode, reponses: Reponse[], constats: string[], lectures: string[]}} Ligne */
/** @typedef {{code: string, lignes: {numero: string, libelle: string, exigences: {code: string, intitule: string, etat: EtatCode}[]}[]}} Grille */
/** @typedef {{phrase: string, envoi: string, lignes: Ligne[], grilles: Grille[]}} Matrice */

/**
 * @param {Element} place
 * @param {string[]} lines
 */
export function postal(place, lines) {
  place.replaceChildren(...lines.flatMap((line, rank) => (rank ? [document.createElement("br"), line] : [line])));
}

/**
 * @param {HTMLElement} panel
 * @param {Bordereau} bordereau
 * @param {string} envoi day of sending, in words
 */
export function showBordereau(panel, bordereau, envoi) {
  fill(panel, "objet", bordereau.objet);
  fill(panel, "envoi", envoi);
  for (const side of /** @type {const} */ (["expediteur", "destinataire"])) {
    postal(/** @type {Element} */ (part(panel, side)), bordereau[side]);
  }
  const contacts = bordereau.contacts.map(({ fonction, lignes }) => {
    const contact = copyOf(panel, "contact");
    fill(contact, "fonction", fonction);
    postal(/** @type {Element} */ (part(contact, "lignes")), lignes);
    return contact;
  });
  /** @type {Element} */ (part(panel, "contacts")).replaceChildren(...contacts);
  const rows = bordereau.pieces.map(({ numero, document, pour }) => {
    const row = copyOf(panel, "piece");
    fill(row, "numero", String(numero));
    fill(row, "document", document);
    fill(row, "pour", pour.join(" ; "));
    return row;
  });
  /** @type {Element} */ (panel.querySelector("tbody")).replaceChildren(...rows);
  /** @type {HTMLElement} */ (part(panel, "aucun")).hidden = rows.length > 1;
}

/** @param {Reponse[]} reponses */
function answers(reponses) {
  return reponses
    .filter(({ texte }) => texte.trim())
    .flatMap(({ element, libelle, texte }) => {
      const [term, value] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = element ? `${element}, ${libelle}` : libelle;
      value.textContent = texte;
      return [term, value];
    });
}

/**
 * @param {HTMLElement} panel
 * @param {Matrice} matrice
 * @param {Record<string, [string, string]>} looks
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function showMatrix(panel, matrice, looks, phrase) {
  fill(panel, "phrase", matrice.phrase);
  const rows = matrice.lignes.map((ligne) => {
    const row = copyOf(panel, "exigence");
    const link = /** @type {HTMLAnchorElement} */ (part(row, "intitule"));
    [link.textContent, link.href] = [ligne.intitule, `#b-${ligne.code.toLowerCase()}`];
    /** @type {Element} */ (part(row, "clause")).textContent = ligne.clause || phrase("matrice_sans_clause");
    label(row, looks[ligne.etat]);
    const [constats, reponses, lectures] = ["constats", "reponses", "lectures"].map((field) => /** @type {HTMLElement} */ (part(row, field)));
    constats.replaceChildren(...ligne.constats.map((constat) => linked(constat, `#b-${ligne.code.toLowerCase()}`)));
    reponses.replaceChildren(...answers(ligne.reponses));
    lectures.replaceChildren(...ligne.lectures.map((lecture) => Object.assign(document.createElement("li"), { textContent: lecture })));
    for (const list of [constats, reponses, lectures]) if (!list.firstChild) list.remove();
    return row;
  });
  /** @type {Element} */ (panel.querySelector("tbody")).replaceChildren(...rows);
  for (const grille of matrice.grilles) showGrid(panel, grille, looks, phrase);
}

/**
 * @param {HTMLElement} panel
 * @param {Grille} grille
 * @param {Record<string, [string, string]>} looks
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
function showGrid(panel, grille, looks, phrase) {
  const rows = grille.lignes.map(({ numero, libelle, exigences }) => {
    const row = copyOf(panel, "indicateur");
    fill(row, "intitule", phrase("grille_numero", { numero, libelle }));
    const cell = /** @type {Element} */ (part(row, "exigences"));
    const links = exigences.map(({ code, intitule, etat }) => {
      const one = copyOf(panel, "renvoi");
      const link = /** @type {HTMLAnchorElement} */ (part(one, "intitule"));
      [link.textContent, link.href] = [intitule, `#b-${code.toLowerCase()}`];
      label(one, looks[etat]);
      return one;
    });
    cell.replaceChildren(...(links.length > 0 ? links : [phrase("grille_rien")]));
    return row;
  });
  /** @type {Element} */ (panel.querySelector(`[data-grille="${grille.code}"] tbody`)).replaceChildren(...rows);
}
