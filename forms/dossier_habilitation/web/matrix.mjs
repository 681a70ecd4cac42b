/**
 * The matrices of a dossier, made by Python when they are asked for.
 * @module
 */

import { copyOf, fill, part } from "../../page/places.mjs";
import { label, linked } from "./state.mjs";

/** @typedef {import("./state.mjs").EtatCode} EtatCode */
/** @typedef {{place: string, element: string, libelle: string, texte: string}} Reponse */
/** @typedef {{code: string, intitule: string, clause: string, etat: EtatCode, reponses: Reponse[], constats: string[], lectures: string[]}} Ligne */
/** @typedef {{code: string, lignes: {numero: string, libelle: string, exigences: {code: string, intitule: string, etat: EtatCode}[]}[]}} Grille */
/** @typedef {{intitule: string, colonnes: string[], lignes: {groupe: string, libelle: string, dans: number[]}[]}} Couverture */
/** @typedef {{phrase: string, envoi: string, lignes: Ligne[], couvertures: Couverture[], grilles: Grille[]}} Matrice */

/**
 * What is answered: a field of the form under its own name; a row of a list under the name of the row, which its title
 * fields make and so do not say again.
 * @param {Reponse[]} reponses
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
function answers(reponses, phrase) {
  /** @type {HTMLElement[]} */
  const groups = [];
  let called = "";
  for (const { place, element, libelle, texte } of reponses) {
    if (!texte.trim()) continue;
    if (!element || element !== called) {
      const [group, term] = [document.createElement("div"), document.createElement("dt")];
      term.textContent = element ? element.charAt(0).toLocaleUpperCase("fr") + element.slice(1) : libelle;
      group.append(term);
      groups.push(group);
    }
    called = element;
    if (element && inTheName(place)) continue;
    const value = document.createElement("dd");
    const label = document.createElement("b");
    label.textContent = phrase("matrice_reponse", { libelle });
    value.append(...(element ? [label, " "] : []), texte);
    groups.at(-1)?.append(value);
  }
  return groups;
}

/** @param {string} place of the field of a row: <list>/<row>/<field> */
function inTheName(place) {
  const [liste = "", , champ = ""] = place.split("/");
  return document.getElementById(`l-${liste}`)?.dataset["titre"]?.split(" ").includes(champ) ?? false;
}

/**
 * A reading that several requirements share has one number, and is told whole at each; paper prints it once.
 * @param {string[]} lectures
 * @param {string[]} told those that rows above have told
 */
function readings(lectures, told) {
  return lectures.map((lecture) => {
    const [line, text] = [document.createElement("li"), document.createElement("span")];
    text.textContent = lecture;
    line.append(text);
    const before = told.indexOf(lecture);
    line.dataset["numero"] = String(before < 0 ? told.push(lecture) : before + 1);
    line.toggleAttribute("data-deja", before >= 0);
    return line;
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
  /** @type {string[]} */
  const told = [];
  const rows = matrice.lignes.map((ligne) => {
    const row = copyOf(panel, "exigence");
    const link = /** @type {HTMLAnchorElement} */ (part(row, "intitule"));
    [link.textContent, link.href] = [ligne.intitule, `#b-${ligne.code.toLowerCase()}`];
    /** @type {Element} */ (part(row, "clause")).textContent = ligne.clause || phrase("matrice_sans_clause");
    label(row, looks[ligne.etat]);
    const [constats, reponses, lectures] = ["constats", "reponses", "lectures"].map((field) => /** @type {HTMLElement} */ (part(row, field)));
    constats.replaceChildren(...ligne.constats.map((constat) => linked(constat, `#b-${ligne.code.toLowerCase()}`)));
    reponses.replaceChildren(...answers(ligne.reponses, phrase));
    lectures.replaceChildren(...readings(ligne.lectures, told));
    for (const list of [constats, reponses, lectures]) if (!list.firstChild) list.remove();
    return row;
  });
  /** @type {Element} */ (panel.querySelector("tbody")).replaceChildren(...rows);
  const tables = matrice.couvertures.map((couverture) => coverage(panel, couverture, phrase));
  /** @type {Element} */ (part(panel, "couvertures")).replaceChildren(...tables);
  for (const grille of matrice.grilles) showGrid(panel, grille, looks, phrase);
}

/**
 * @param {HTMLElement} panel
 * @param {Couverture} couverture
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
function coverage(panel, { intitule, colonnes, lignes }, phrase) {
  const table = copyOf(panel, "couverture");
  fill(table, "intitule", intitule);
  const rows = lignes.map(({ groupe, libelle, dans }) => {
    const row = copyOf(panel, "competence");
    fill(row, "libelle", libelle);
    fill(row, "groupe", groupe);
    fill(row, "modules", dans.map((rank) => colonnes[rank]).join(", ") || phrase("couverture_rien"));
    return row;
  });
  /** @type {Element} */ (table.querySelector("tbody")).replaceChildren(...rows);
  return table;
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
