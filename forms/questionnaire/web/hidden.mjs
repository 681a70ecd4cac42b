/**
 * Hides what these answers do not ask for.  What it holds stays; without Python, nothing is hidden.
 * @module
 */

/**
 * @param {HTMLFormElement} form
 */
export function createHidden(form) {
  /** @type {Set<string>} */
  let hidden = new Set();

  /** @param {Element} place */
  function apply(place) {
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-section], [data-bloc], [data-question]"))) {
      const { section, bloc, question } = part.dataset;
      // Never under the fingers of who is writing in it: it goes once they leave.
      const busy = part.contains(document.activeElement);
      part.toggleAttribute("data-cache", !busy && hidden.has(section ?? bloc ?? question ?? ""));
    }
  }

  form.addEventListener("focusout", () => {
    if (hidden.size > 0) setTimeout(apply, 0, form);
  });

  return {
    /** @param {string[]} codes of the parts of the form that are not asked for */
    show(codes) {
      form.toggleAttribute("data-trie", true);
      if (codes.length === hidden.size && codes.every((code) => hidden.has(code))) return false;
      hidden = new Set(codes);
      apply(form);
      return true;
    },
    /** A row has just been made. */
    apply,
  };
}
