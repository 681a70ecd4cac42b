/**
 * The state of a certification on the reader's day. Pages carry every period (data-du, data-au: first and last day, both
 * included, YYYY-MM-DD); this shows the one that holds today and hides the others. Days are compared as strings: a day
 * of the calendar has no time zone.
 */

/**
 * @param {Date} now
 * @returns {string} the reader's day, YYYY-MM-DD
 */
export function localDay(now) {
  const month = String(now.getMonth() + 1).padStart(2, "0");
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, "0")}`;
}

/**
 * @param {string} day
 * @param {string | undefined} from
 * @param {string | undefined} to
 */
export const holds = (day, from, to) => (!from || day >= from) && (!to || day <= to);

/**
 * @param {ParentNode} root
 * @param {string} day
 */
export function showPeriods(root, day) {
  for (const element of root.querySelectorAll("[data-periode]")) {
    if (element instanceof HTMLElement) element.hidden = !holds(day, element.dataset["du"], element.dataset["au"]);
  }
}

/**
 * Move the line of today on a drawn timeline: its axis goes from data-debut to data-fin.
 * @param {ParentNode} root
 * @param {string} day
 */
function moveToday(root, day) {
  for (const line of root.querySelectorAll("[data-frise-jour]")) {
    if (!(line instanceof SVGElement)) continue;
    const [from, to, at] = [line.dataset["debut"] ?? "", line.dataset["fin"] ?? "", day].map((d) => Date.parse(d));
    if (from === undefined || to === undefined || at === undefined) continue;
    const place = `${Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100)).toFixed(2)}%`;
    line.setAttribute("x1", place);
    line.setAttribute("x2", place);
  }
}

if (typeof document !== "undefined") {
  const day = localDay(new Date());
  showPeriods(document, day);
  moveToday(document, day);
}
