/**
 * The bordereau of a dossier, made by Python when it is asked for.
 * @module
 */

import { copyOf, fill, list, part } from "../../page/places.mjs";

/** @typedef {{fonction: string, lignes: string[]}} Contact */
/** @typedef {{numero: number, document: string, famille: string, pour: string[], clauses: string[]}} Piece */
/** @typedef {{intitule: string, clause: string, constats: string[]}} Manque */
/** @typedef {{objet: string, expediteur: string[], destinataire: string[], contacts: Contact[], pieces: Piece[], reserve: string, manques: Manque[]}} Bordereau the dossier itself is the first of `pieces` */

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
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function showBordereau(panel, bordereau, envoi, phrase) {
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
  const table = /** @type {HTMLTableElement} */ (panel.querySelector("table"));
  for (const group of [...table.tBodies]) group.remove();
  /** @type {Map<string, HTMLElement>} */
  const groups = new Map();
  for (const { numero, document, famille, pour, clauses } of bordereau.pieces) {
    const group = groups.get(famille) ?? copyOf(panel, "famille");
    groups.set(famille, group);
    fill(group, "famille", famille);
    const row = copyOf(panel, "piece");
    fill(row, "numero", String(numero));
    fill(row, "document", document);
    fill(row, "pour", pour.join(" ; "));
    /** @type {Element} */ (part(row, "clause")).textContent = clauses.join(" ; ");
    group.append(row);
  }
  table.append(...groups.values());
  /** @type {HTMLElement} */ (part(panel, "aucun")).hidden = bordereau.pieces.length > 1;
  fill(panel, "reserve", bordereau.reserve);
  const lacking = bordereau.manques.map(({ intitule, clause, constats }) => {
    const values = { intitule, clause, constats: constats.join(" ") };
    return phrase(clause ? "bordereau_manque_clause" : "bordereau_manque", values);
  });
  list(panel, "manques", lacking);
}
