/**
 * Nothing moves under a finger: what a page shows by itself waits until what is pressed has been let go, or the button
 * would have gone elsewhere before its click.
 * @module
 */

/**
 * @param {EventTarget} page hears the gestures of the whole page: its window
 * @returns {() => Promise<void>} settles once nothing is pressed, the click given
 */
export function createPressing(page) {
  /** @type {Promise<void>} */
  let released = Promise.resolve();
  let letGo = () => {};
  /** The click comes after, before the next turn. */
  const release = () => void setTimeout(letGo);

  page.addEventListener(
    "pointerdown",
    (event) => {
      letGo();
      if (/** @type {PointerEvent} */ (event).button !== 0) return;
      released = new Promise((resolve) => (letGo = resolve));
    },
    true,
  );
  for (const type of ["pointerup", "pointercancel", "dragend", "keydown"]) page.addEventListener(type, release, true);
  // The window's own: a field that loses the focus says nothing of the finger.
  page.addEventListener("blur", (event) => event.target === page && release());

  return () => released;
}
