/**
 * A page that stays open past midnight: what it computed with the day is computed again once somebody looks at it.
 * @module
 */

import { localDay } from "./moments.mjs";

/** @param {() => unknown} changed called when the day is another one than last time */
export function followDay(changed) {
  let told = localDay(new Date());
  const look = () => {
    const day = localDay(new Date());
    if (document.hidden || day === told) return;
    told = day;
    changed();
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
  window.addEventListener("focus", look);
}
