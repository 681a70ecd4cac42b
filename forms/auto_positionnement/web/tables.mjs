/**
 * The rows of the tables of a result, one for each part of the form: the page holds one of each kind, to be copied.
 * @module
 */

import { copyOf, part } from "../../page/places.mjs";

/** @typedef {import("./statements.mjs").Groupe} Groupe */

/** @param {Groupe} groupe @returns {number} of the statements at or below it */
const size = ({ items, groupes }) => groupes.reduce((total, inner) => total + size(inner), items.length);

/**
 * @param {Groupe[]} groupes
 * @param {string} code of one of them, or below; nothing: none, they are those of the form
 * @returns {Groupe[]} the groups right below it
 */
function below(groupes, code) {
  if (!code) return groupes;
  const found = groupes.find((groupe) => groupe.code === code);
  return found ? found.groupes : groupes.flatMap((groupe) => below(groupe.groupes, code));
}

/**
 * @param {Element} panel
 * @param {Groupe[]} groupes of the form
 * @param {(code: string) => string} nameOf what the page calls a group
 */
export function drawRows(panel, groupes, nameOf) {
  /**
   * @param {string} model
   * @param {number} depth
   * @param {Groupe} groupe
   * @returns {Element[]}
   */
  function rows(model, depth, groupe) {
    const row = copyOf(panel, model);
    row.dataset["groupe"] = groupe.code;
    row.dataset["profondeur"] = String(depth);
    const name = /** @type {HTMLElement} */ (part(row, "nom"));
    name.textContent = nameOf(groupe.code);
    if (name instanceof HTMLAnchorElement) name.href = `#c-${groupe.code.toLowerCase()}`;
    for (const place of row.querySelectorAll("[data-total]")) place.textContent = String(size(groupe));
    return [row, ...groupe.groupes.flatMap((inner) => rows(model, depth + 1, inner))];
  }

  for (const body of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("tbody[data-rangs]"))) {
    const { rangs = "", de = "" } = body.dataset;
    body.replaceChildren(...below(groupes, de).flatMap((groupe) => rows(rangs, 0, groupe)));
  }
}
