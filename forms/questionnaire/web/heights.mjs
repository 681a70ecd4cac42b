/**
 * Rows that are far are laid out as they come near (champs.css): until then each stands as high as the first of its list,
 * which has the same fields.
 * @module
 */

export function createHeights() {
  /** The first row of each list. @type {WeakMap<HTMLElement, HTMLElement>} */
  const firsts = new WeakMap();
  const observer = new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      const list = /** @type {HTMLElement | null} */ (target.closest("[data-liste]"));
      // In a section that is not on screen, it has no height.
      if (contentRect.height > 0) list?.style.setProperty("--r-ligne", `${contentRect.height}px`);
    }
  });

  return {
    /**
     * @param {HTMLElement} list
     * @param {HTMLElement | undefined} first its first row, as it is now
     */
    follow(list, first) {
      const before = firsts.get(list);
      if (!first || first === before) return;
      if (before) observer.unobserve(before);
      firsts.set(list, first);
      observer.observe(first);
    },
  };
}
