/**
 * Days as people write them (5/10/2026, 05102026, lundi 5 octobre 2026) and as a file has them (2026-10-05).  Days, never
 * instants.  `forms/questionnaire/dates.py` reads the same: tests/cas/saisie/jours.json holds both to one table.
 * @module
 */

const MONTHS = [
  ["janvier", "janv", "jan"], ["fevrier", "fevr", "fev"], ["mars"], ["avril", "avr"], ["mai"], ["juin"],
  ["juillet", "juil"], ["aout"], ["septembre", "sept"], ["octobre", "oct"], ["novembre", "nov"], ["decembre", "dec"],
];
const WEEKDAYS = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
// A year in two figures is of this century below, of the last one from there on.
const PIVOT = 50;
const FIGURES = /^(?<jour>[0-9]{1,2})[ /.-]+(?<mois>[0-9]{1,2})[ /.-]+(?<annee>[0-9]{4}|[0-9]{2})$/;
const YEAR_FIRST = /^(?<annee>[0-9]{4})[/.-](?<mois>[0-9]{1,2})[/.-](?<jour>[0-9]{1,2})$/;
const TOGETHER = /^(?<jour>[0-9]{2})(?<mois>[0-9]{2})(?<annee>[0-9]{4})$/;
const WORDS = /^(?<jour>1(?:er|ᵉʳ)|[0-9]{1,2})[ -](?<mois>[a-z]+)\.?[ -](?<annee>[0-9]{4}|[0-9]{2})$/;
const WEEKDAY = new RegExp(`^(?:le )?(?:(?<nom>${WEEKDAYS.join("|")}),? )?`);
// As `SPACES` of `forms/questionnaire/saisie.py`: what Unicode calls a white space, one by one.
const SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * @param {string} text
 * @returns {string} in small letters without accents, its invisible characters gone, one hyphen, one slash, one space
 */
function folded(text) {
  const seen = text.normalize("NFC").replace(/\p{Cf}/gu, "").toLowerCase();
  const same = seen.replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-").replace(/\u2044/g, "/");
  return same.normalize("NFD").replace(/\p{Mn}/gu, "").replace(SPACES, " ").replace(/^ | $/g, "");
}

/**
 * @param {string} name of a month, or its number
 * @returns {number}
 */
const monthOf = (name) => (/^[0-9]+$/.test(name) ? Number(name) : MONTHS.findIndex((names) => names.includes(name)) + 1);

/**
 * @param {string} text
 * @returns {string} AAAA-MM-JJ where the text is a day of the calendar, without a doubt; else the text as it was typed
 */
export function dayFromText(text) {
  const plain = folded(text);
  const told = WEEKDAY.exec(plain);
  const written = plain.slice(told?.[0].length);
  const found = [FIGURES, YEAR_FIRST, TOGETHER, WORDS].map((pattern) => pattern.exec(written)?.groups).find(Boolean);
  if (!found) return text;
  const [day, month, typed] = [Number.parseInt(found.jour, 10), monthOf(found.mois), Number(found.annee)];
  const year = found.annee.length === 4 ? typed : typed + (typed < PIVOT ? 2000 : 1900);
  const made = new Date(Date.UTC(year, month - 1, day));
  const exists = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  const named = told?.groups?.nom;
  if (!exists || (named && WEEKDAYS[made.getUTCDay()] !== named)) return text;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * @param {string} raw of a file
 * @returns {string} as people write it; what is no day as it is
 */
export function dayToText(raw) {
  const found = ISO.exec(raw);
  return found ? `${found[3]}/${found[2]}/${found[1]}` : raw;
}
