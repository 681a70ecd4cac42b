/**
 * The way through a form of fields: what the table of contents says of each section, and which comes before and after.
 * @module
 */

/** @typedef {{code: string, fait: number, total: number}} Avancement */

/**
 * @param {HTMLElement} section
 * @param {"avant" | "apres" | "fin"} which
 */
const linkOf = (section, which) => /** @type {HTMLAnchorElement} */ (section.querySelector(`:scope > .r-suite [data-suite=${which}]`));

/** @param {HTMLElement} section */
const titleOf = (section) => section.querySelector("h2")?.textContent?.replace(/#$/, "").trim() ?? "";

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement | undefined} section where it leads; nothing: it goes away
 */
function lead(link, section) {
  link.hidden = !section;
  if (!section) return;
  link.href = `#${section.id}`;
  /** @type {Element} */ (link.querySelector("[data-champ=titre]")).textContent = titleOf(section);
}

/**
 * @param {HTMLFormElement} form
 * @param {(key: string, values: Record<string, string>) => string} phrase
 */
export function createContents(form, phrase) {
  const sections = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-section]")]);

  /** @param {HTMLElement} section */
  const entryOf = (section) => /** @type {HTMLElement | null} */ (document.querySelector(`[data-sommaire="${section.id}"]`));

  return {
    /** Which sections there are has changed, or is known for the first time. */
    arrange() {
      const shown = sections.filter((section) => !section.hasAttribute("data-cache"));
      for (const section of sections) {
        const entry = entryOf(section);
        if (entry) entry.hidden = !shown.includes(section);
      }
      for (const [rank, section] of shown.entries()) {
        lead(linkOf(section, "avant"), shown[rank - 1]);
        lead(linkOf(section, "apres"), shown[rank + 1]);
        linkOf(section, "fin").hidden = rank + 1 < shown.length;
        const place = /** @type {Element} */ (section.querySelector(":scope > .r-suite [data-champ=rang]"));
        place.textContent = phrase("section_rang", { rang: String(rank + 1), total: String(shown.length) });
      }
    },
    /** @param {Avancement[]} avancements of the sections that say how far they are */
    progress(avancements) {
      for (const { code, fait, total } of avancements) {
        const section = sections.find((each) => each.dataset.section === code);
        const entry = section && entryOf(section);
        if (!entry) continue;
        /** @type {Element} */ (entry.querySelector("[data-champ=compte]")).textContent = total ? phrase("section_compte", { fait: String(fait), total: String(total) }) : "";
        const done = total > 0 && fait === total;
        /** @type {HTMLElement} */ (entry.querySelector("[data-champ=fini]")).hidden = !done;
        entry.toggleAttribute("data-fini", done);
      }
    },
  };
}
