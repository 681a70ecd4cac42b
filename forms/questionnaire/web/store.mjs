/**
 * The raw values of a form of fields, as its file has them: fields by code, lists as rows with their id.
 * Changed one place at a time; what the screen cannot show stays as it was.
 * @module
 */

/** @typedef {import("./fields.mjs").Raw} Raw */
/** @typedef {Record<string, any>} Valeurs */

/**
 * @param {Valeurs} valeurs
 * @param {string} code
 * @returns {any[]} the rows of a list
 */
const rowsOf = (valeurs, code) => (Array.isArray(valeurs[code]) ? valeurs[code] : []);

/**
 * @param {Valeurs} from
 * @param {string} code
 * @param {any} value nothing, or an empty list: the entry goes
 */
function replaced(from, code, value) {
  const { [code]: _, ...rest } = from;
  return value === undefined || (Array.isArray(value) && value.length === 0) ? rest : { ...from, [code]: value };
}

/**
 * @param {Valeurs} valeurs
 * @param {string} place
 * @returns {Raw | undefined}
 */
export function valueAt(valeurs, place) {
  const [code, id, champ] = place.split("/");
  if (champ === undefined) return valeurs[code];
  return rowsOf(valeurs, code).find((row) => row.id === id)?.[champ];
}

/**
 * @param {Valeurs} valeurs
 * @param {string} place
 * @param {Raw | undefined} raw
 * @param {string[]} order ids of the rows of its list, as they stand on screen
 * @param {ReadonlySet<string>} chosen ids of those that an answer of another list points to
 * @returns {Valeurs} a row with nothing but its id is no row, unless it is chosen: what points to it would hang
 */
export function withValue(valeurs, place, raw, order, chosen = new Set()) {
  const [code, id, champ] = place.split("/");
  if (champ === undefined) return replaced(valeurs, code, raw);
  const rows = rowsOf(valeurs, code);
  const row = replaced(rows.find((one) => one.id === id) ?? { id }, champ, raw);
  const others = rows.filter((one) => one.id !== id);
  return replaced(valeurs, code, arranged([...others, row], order, chosen));
}

/**
 * @param {any[]} rows
 * @param {string[]} order
 * @param {ReadonlySet<string>} chosen
 */
function arranged(rows, order, chosen) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return order.map((id) => byId.get(id) ?? { id }).filter((row) => Object.keys(row).length > 1 || chosen.has(row.id));
}

/**
 * @param {Valeurs} valeurs
 * @param {string} code of a list
 * @param {string[]} order ids of its rows, as they stand on screen: the others go
 * @param {ReadonlySet<string>} chosen ids of those that an answer of another list points to
 * @returns {Valeurs}
 */
export const withRows = (valeurs, code, order, chosen = new Set()) => replaced(valeurs, code, arranged(rowsOf(valeurs, code), order, chosen));

/**
 * @param {Valeurs} under
 * @param {Valeurs} over wins, field by field; the rows of a list come after those that were there
 * @returns {Valeurs}
 */
export function mergeValues(under, over) {
  const lists = Object.keys(over).filter((code) => isList(over[code]) && isList(under[code]));
  return { ...under, ...over, ...Object.fromEntries(lists.map((code) => [code, [...under[code], ...over[code]]])) };
}

/** @param {any} value */
const isList = (value) => Array.isArray(value) && value.every((row) => typeof row === "object");

/**
 * @param {Valeurs} valeurs
 * @returns {Map<string, string[]>} ids of the rows of each list that has some
 */
export function rowIds(valeurs) {
  const lists = Object.entries(valeurs).filter(([, value]) => isList(value));
  return new Map(lists.map(([code, rows]) => [code, rows.map((/** @type {{id: string}} */ row) => row.id)]));
}

/**
 * @param {Valeurs} valeurs
 * @returns {number} how many answers there are, each cell of a row being one
 */
export function countValues(valeurs) {
  const cells = Object.values(valeurs).flatMap((value) => (isList(value) ? value.flatMap((/** @type {object} */ row) => Object.keys(row).slice(1)) : [value]));
  return cells.length;
}
