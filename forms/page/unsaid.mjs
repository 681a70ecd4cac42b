/**
 * Text that a tool puts in a control without the event that typing makes: dictation, an extension, the browser's own
 * filling.  It is read again when one leaves the control, and before anything is saved, printed or left.
 * @module
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Control */

const TEXTS = "#contenu :is(textarea, input[type=text])";

/** What each control held when the page last read or wrote it. @type {WeakMap<Control, string>} */
const seen = new WeakMap();

/** @param {Control} control that the page has just read or written */
export const saw = (control) => seen.set(control, control.value);

/**
 * @param {Control} control
 * @returns {boolean} whether it holds what nobody was told of: the page has no right to write over it
 */
export const isUnsaid = (control) => seen.has(control) && control.value !== seen.get(control) && !control.matches(":disabled");

/** @param {EventTarget | null} target @returns {target is Control} */
const isText = (target) => target instanceof HTMLElement && target.matches(TEXTS);

/**
 * Makes the event that was not made.
 * @param {Control} control
 */
function say(control) {
  // In a tab that reads along, a group of controls is disabled, not each of them.
  if (control.matches(":disabled") || control.value === (seen.get(control) ?? "")) return;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Before what is on screen is looked at, left or replaced: whatever a tool put there is told to whoever listens. */
export function sayAll() {
  for (const control of /** @type {NodeListOf<Control>} */ (document.querySelectorAll(TEXTS))) say(control);
}

/** From now on, what is on screen is told to whoever listens for what is typed. */
export function watchUnsaid() {
  const options = { capture: true };
  document.addEventListener("input", ({ target }) => isText(target) && saw(target), options);
  for (const leaving of ["change", "focusout"]) {
    document.addEventListener(leaving, ({ target }) => isText(target) && say(target), options);
  }
  document.addEventListener("click", ({ target }) => /** @type {Element} */ (target).closest("[data-action]") && sayAll(), options);
  document.addEventListener("visibilitychange", sayAll);
  for (const leaving of ["beforeprint", "pagehide"]) window.addEventListener(leaving, sayAll);
}
