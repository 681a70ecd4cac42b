/**
 * Nothing moves under a finger: what a page shows by itself waits until what is pressed has been let go, or the button
 * would have gone elsewhere before its click.
 * @module
 */

/** By touch the click comes some tasks after the finger has gone, where it comes: milliseconds that it is waited for. */
const TAP = 350;
/** What ends a press, whatever became of it: some lists of the browser, and some menus, keep the end of theirs. */
const ENDS = ["pointercancel", "click", "contextmenu", "dragend", "keydown"];

/**
 * @param {EventTarget} page hears the gestures of the whole page: its window
 * @returns {() => Promise<void>} settles once nothing is pressed, the click given
 */
export function createPressing(page) {
  let held = false;
  /** One from the first press to the last release. @type {Promise<void> | undefined} */
  let pending;
  let letGo = () => {};

  /** @param {number} [delay] */
  const release = (delay = 0) => {
    held = false;
    setTimeout(() => {
      if (held) return;
      letGo();
      pending = undefined;
    }, delay);
  };

  /** @param {string} type @param {(event: any) => void} heard */
  const listen = (type, heard) => page.addEventListener(type, heard, true);
  listen("pointerdown", ({ button }) => {
    if (button !== 0) return;
    held = true;
    pending ??= new Promise((resolve) => (letGo = resolve));
  });
  listen("pointerup", ({ pointerType }) => release(pointerType === "touch" ? TAP : 0));
  for (const type of ENDS) listen(type, () => release());
  // A list that the browser opens; the change of a field that is only left comes while the finger is down.
  listen("change", ({ target }) => target.nodeName === "SELECT" && release());
  listen("pointermove", ({ buttons }) => held && buttons === 0 && release());
  // The window's own: a field that loses the focus says nothing of the finger.
  page.addEventListener("blur", ({ target }) => target === page && release());

  return async () => pending;
}
