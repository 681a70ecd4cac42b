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

/** @param {EventTarget | null} target @returns {target is Control} */
const isText = (target) => target instanceof HTMLElement && target.matches(TEXTS);

/**
 * Makes the event that was not made.
 * @param {Control} control
 */
function say(control) {
  if (control.disabled || control.value === (seen.get(control) ?? "")) return;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}

function sayAll() {
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
