/**
 * Moments in words and in ISO 8601.
 * @module
 */

const MINUTE = 60_000;

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, "0");
}

/**
 * @param {Date} moment
 * @returns {string} local day, AAAA-MM-JJ
 */
export function localDay(moment) {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/**
 * @param {Date} moment
 * @returns {string} local time with its offset from UTC, ISO 8601
 */
export function localTime(moment) {
  const offset = -moment.getTimezoneOffset();
  const sign = offset < 0 ? "-" : "+";
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(":");
  return `${localDay(moment)}T${time}${sign}${two(hours)}:${two(minutes)}`;
}

/**
 * @param {string} moment ISO 8601
 * @returns {string} its hour: 14:05
 */
export function clock(moment) {
  return new Date(moment).toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" });
}

/**
 * @param {string} moment ISO 8601
 * @returns {string} its day in words: 23 novembre 2026
 */
export function longDay(moment) {
  const words = new Date(moment).toLocaleDateString("fr-FR", { day: "numeric", month: "long", year: "numeric" });
  // French says « 1er », which browsers leave out.
  return words.replace(/^1 /, "1er ");
}

/**
 * @param {string} day AAAA-MM-JJ
 * @returns {string} the same in words, wherever one is: noon of a day is on that day
 */
export const dayInWords = (day) => longDay(`${day}T12:00:00`);

/**
 * How long ago, as people say it: minutes and hours of the same day, then days by the calendar.
 * @param {string} moment ISO 8601
 * @param {Date} now
 * @returns {string} nothing where it is in the future, by a clock that was put back since, or cannot be read
 */
export function ago(moment, now) {
  const then = new Date(moment);
  if (!(then.getTime() - now.getTime() < MINUTE)) return "";
  const words = new Intl.RelativeTimeFormat("fr", { numeric: "auto" });
  const minutes = Math.max(0, Math.floor((now.getTime() - then.getTime()) / MINUTE));
  // Days as the calendar counts them, whatever the length of a day when clocks change.
  const days = (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.UTC(then.getFullYear(), then.getMonth(), then.getDate())) / (24 * 60 * MINUTE);
  if (days > 60) return words.format(-Math.floor(days / 30), "month");
  if (days > 0) return words.format(-days, "day");
  if (minutes >= 60) return words.format(-Math.floor(minutes / 60), "hour");
  return minutes > 0 ? words.format(-minutes, "minute") : words.format(0, "second");
}
