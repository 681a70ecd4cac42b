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
 * @param {HTMLElement} target
 * @returns {HTMLElement | null} the control that it is, or the first of the question that it is
 */
function controlOf(target) {
  const controls = "input, textarea, select";
  if (target.matches(`${controls}, button`)) return target;
  return target.matches("fieldset, [data-place]") ? target.querySelector(controls) : null;
}

/**
 * @param {HTMLFormElement} form
 * @returns {{unfold: (control: HTMLElement) => void, show: (target: Element) => void}} `unfold`: show everything, or one
 *   section again, as a button says; `show`: the section that holds something
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
    const control = controlOf(target);
    const focused = control ?? headingOf(section);
    if (!control) focused.tabIndex = -1;
    focused.focus({ preventScroll: true });
    // The whole question, not its control alone.
    const shown = control ? (target.closest("[data-place]") ?? target) : section;
    shown.scrollIntoView();
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
    // A link to where the address points already changes nothing: it is followed all the same.
    document.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest("a");
      if (link?.hash && link.href === location.href) follow();
    });
  }
  return {
    show(target) {
      const section = sections.find((each) => each.contains(target));
      if (!section || section === current || sections.length < 2) return;
      current = section;
      draw();
    },
    unfold(control) {
      const whole = control.getAttribute("aria-pressed") !== "true";
      control.setAttribute("aria-pressed", String(whole));
      form.toggleAttribute("data-sections", !whole);
    },
  };
}
