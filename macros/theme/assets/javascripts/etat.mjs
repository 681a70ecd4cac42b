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

/**
 * Put the cards of a list in the order of their states: what one can still have first, then as they were.
 * @param {ParentNode} root where the periods of the day are shown
 */
function sortByState(root) {
  for (const list of root.querySelectorAll("[data-par-etat]")) {
    /** @param {Element} card */
    const rank = (card) => Number(card.querySelector("[data-rang]:not([hidden])")?.getAttribute("data-rang") ?? 0);
    const cards = [...list.children];
    const sorted = [...cards].sort((a, b) => rank(a) - rank(b));
    if (sorted.some((card, place) => card !== cards[place])) list.append(...sorted);
  }
}

/**
 * Call something with the reader's day: now, and again when a page that stayed open past midnight is looked at.
 * @param {(day: string) => void} tell
 */
export function followDay(tell) {
  let told = "";
  const look = () => {
    const day = localDay(new Date());
    if (document.hidden || day === told) return;
    told = day;
    tell(day);
  };
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", look);
  addEventListener("focus", look);
  told = localDay(new Date());
  tell(told);
}

/** @param {string} day */
function show(day) {
  showPeriods(document, day);
  sortByState(document);
  moveToday(document, day);
}

if (typeof document !== "undefined") followDay(show);
