/**
 * The browser's own calendar beside a typed day: choosing there types the day, which one can also type or mend.
 * @module
 */

import { dayFromText, dayToText } from "./days.mjs";

/**
 * @param {HTMLFormElement} form
 */
export function createCalendar(form) {
  // One for all the fields: it is never seen, only what it opens.
  const picker = document.createElement("input");
  picker.type = "date";
  picker.className = "r-calendrier";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  form.toggleAttribute("data-calendrier", "showPicker" in picker);
  /** The field that it is open for. @type {HTMLInputElement | null} */
  let entry = null;

  picker.addEventListener("change", () => {
    if (!entry) return;
    entry.value = dayToText(picker.value);
    entry.dispatchEvent(new Event("input", { bubbles: true }));
    entry.focus();
    picker.remove();
  });

  return {
    /** @param {HTMLElement} button beside the field */
    open(button) {
      entry = /** @type {HTMLInputElement} */ (button.parentElement?.querySelector("input[type=text]"));
      // It opens where it stands, on the day that is written; what is no day is none.
      button.before(picker);
      picker.value = dayFromText(entry.value);
      try {
        picker.showPicker();
      } catch {
        // Not now, not here: the field can be typed in.
        entry.focus();
      }
    },
  };
}
