// The words of a text, as the index and a query both write them: without accents, elisions, plurals nor feminines.  The
// only place where that is decided: the index is made with this module, under Node.

// A percentage; a word, or several held by hyphens, less an ending in brackets: « Chargé(e) », « Formateur(trice) ».
const TOKEN = /\d+(?:[.,]\d+)*[\s\u202f]?%|[\p{L}\p{N}]+(?:[-‐‑][\p{L}\p{N}]+)*/gu;
const ENDING = /^\(\p{L}{1,5}\)/u;
const HYPHEN = /[-‐‑]/;
// A number of one of the registers, with the letters of its register.
const CODE = /^\p{L}{1,6}(\d{4,})$/u;

// Ending → what stands for it, the first that fits; as many letters as said must be left before it.
/** @type {[string, string, number][]} */
const FEMININES = [
  ["euse", "eur", 2],
  ["trice", "teur", 2],
  ["iere", "ier", 2],
  ["ere", "er", 3],
  ["elle", "el", 3],
  ["enne", "en", 3],
  ["ive", "if", 3],
  ["ee", "e", 3],
];

/** @param {string} text @returns {string} */
export const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/’/g, "'");

/**
 * @param {string} word folded
 * @returns {string} the same for its plural and its feminine
 */
export function stem(word) {
  if (/\d/.test(word) || word.length < 4) return word;
  let found = word;
  if (/.{3}aux$/.test(found)) found = found.replace(/aux$/, "al");
  else if (/[^s]s$|[^x]x$/.test(found)) found = found.slice(0, -1);
  const rule = FEMININES.find(([end, , least]) => found.endsWith(end) && found.length - end.length >= least);
  if (rule) found = found.slice(0, -rule[0].length) + rule[1];
  return found.length > 4 && found.endsWith("e") ? found.slice(0, -1) : found;
}

/**
 * A stretch of text: where it stands, its whole (« autopositionnement » for « auto-positionnement »), and its parts where
 * it has several.
 * @typedef {{debut: number, fin: number, mot: string, parties: string[]}} Token
 */

/**
 * @param {string} text
 * @returns {Token[]} in the order of the text; a letter alone is what an elision leaves, and no word
 */
export function tokens(text) {
  /** @type {Token[]} */
  const found = [];
  for (const { 0: written, index } of text.matchAll(TOKEN)) {
    const fin = index + written.length + (ENDING.exec(text.slice(index + written.length))?.[0].length ?? 0);
    const bare = fold(written).replace(/[\s\u202f]/g, "");
    if (bare.endsWith("%")) {
      found.push({ debut: index, fin, mot: bare, parties: [bare.slice(0, -1)] });
      continue;
    }
    const parts = bare.split(HYPHEN);
    const glued = parts.join("");
    if (glued.length < 2 && !/\d/.test(glued)) continue;
    const number = CODE.exec(glued)?.[1];
    const parties = (parts.length > 1 ? parts : []).filter((part) => part.length > 1 || /\d/.test(part)).map(stem);
    if (number && !parties.includes(number)) parties.push(number);
    found.push({ debut: index, fin, mot: stem(glued), parties });
  }
  return found;
}

/**
 * @param {Token} token
 * @param {Set<string>} vides those of the index, as it writes them
 * @returns {boolean} it says nothing of what is looked for: « de », « votre », or only such words held by hyphens, « est-ce »
 */
export const vide = ({ mot, parties }, vides) =>
  vides.has(mot) || (parties.length > 0 && parties.every((part) => vides.has(part)));

// No word holds it: several words that are looked for together are one entry of the index, in an address too.
const LINK = "_";

/** @param {string[]} words @returns {string} */
export const locution = (words) => words.join(LINK);

/** @param {string} words @returns {string[]} the words that it is made of */
export const separes = (words) => words.split(LINK);

/** @param {string} words @returns {number} how many they are */
export const longueur = (words) => separes(words).length;
