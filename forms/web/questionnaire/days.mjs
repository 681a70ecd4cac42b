/**
 * Days as people write them (5/10/2026, 05102026) and as a file has them (2026-10-05).  Days, never instants.
 * @module
 */

const WRITTEN = /^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * @param {string} text
 * @returns {string} AAAA-MM-JJ where the text is a day of the calendar; else the text as it was typed
 */
export function dayFromText(text) {
  const found = WRITTEN.exec(text.trim()) ?? DIGITS.exec(text.trim());
  if (!found) return text;
  const [day, month, year] = found.slice(1).map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  const exists = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return exists ? `${found[3]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` : text;
}

/**
 * @param {string} raw of a file
 * @returns {string} as people write it; what is no day as it is
 */
export function dayToText(raw) {
  const found = ISO.exec(raw);
  return found ? `${found[3]}/${found[2]}/${found[1]}` : raw;
}
