/**
 * A long form, one section at a time.  The address says which: links, back and
 * forward need nothing more.  Without this script, and on paper, everything shows.
 * @module
 */

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]} its sections in reading order; none where the form is short
 */
function sectionsOf(form) {
  return [...form.querySelectorAll("[data-etape]")].map((section) => /** @type {HTMLElement} */ (section));
}

/** @param {HTMLElement} section */
function headingOf(section) {
  return /** @type {HTMLElement} */ (section.querySelector("h2, h3, h4"));
}

/**
 * @param {HTMLElement} start
 * @returns {HTMLElement | null} what the address points to; the start of the form where it points to nothing
 */
function pointed(start) {
  if (!location.hash) return start;
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    // An address cut in the middle of an accent: there is nothing to go to.
    return null;
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {{whole: (whole: boolean) => void}} `whole`: show everything, or one section again
 */
export function showSections(form) {
  const sections = sectionsOf(form);
  const parents = [...form.querySelectorAll("section:has([data-etape])")];
  let current = sections[0];

  function draw() {
    for (const part of [...sections, ...parents]) part.toggleAttribute("data-ailleurs", !part.contains(current));
    for (const entry of document.querySelectorAll("[data-sommaire]")) {
      const link = /** @type {HTMLElement} */ (entry.querySelector("a"));
      if (entry.getAttribute("data-sommaire") === current.id) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
  }

  /** Shows what the address points to, and puts the focus there: a screen reader then reads on from it. */
  function follow() {
    const target = pointed(sections[0]);
    const section = target && sections.find((each) => each.contains(target) || target.contains(each));
    // Elsewhere on the page (the result, the header), or the whole text, where the link « Aller au contenu » leads.
    if (!target || !section || target.contains(form)) return;
    current = section;
    draw();
    const isQuestion = target.matches("fieldset");
    const focused = isQuestion ? /** @type {HTMLElement} */ (target.querySelector("input")) : headingOf(section);
    if (!isQuestion) focused.tabIndex = -1;
    focused.focus({ preventScroll: true });
    (isQuestion ? target : section).scrollIntoView();
  }

  if (sections.length > 1) {
    form.toggleAttribute("data-sections", true);
    const contents = /** @type {HTMLDetailsElement} */ (document.getElementById("r-sommaire"));
    // On a phone the first question comes before the table of contents.
    contents.open = matchMedia("(min-width: 45em)").matches;
    /** @type {HTMLElement} */ (contents.querySelector("[data-action=deplier]")).hidden = false;
    draw();
    if (location.hash) {
      follow();
      // The browser goes to the address itself when all has loaded, which takes the focus away.
      window.addEventListener("load", () => setTimeout(follow));
    }
    window.addEventListener("hashchange", follow);
  }
  return {
    whole(whole) {
      form.toggleAttribute("data-sections", !whole);
    },
  };
}
