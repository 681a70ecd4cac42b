/**
 * How far one is: counts of answered questions, everywhere that the page shows them.
 * @module
 */

/** @typedef {{questions: Element[], entry: Element | null, title: string}} Part */

/** @param {Part} part */
const countOf = ({ questions }) => questions.filter((question) => question.hasAttribute("data-repondu")).length;

/**
 * Looks everything up once: a form may have hundreds of questions, of which one changes at a time.
 * @param {HTMLFormElement} form
 * @param {(key: string, values: Record<string, string>) => string} phrase
 */
export function createProgress(form, phrase) {
  const questions = [...form.querySelectorAll("fieldset[data-item]")];
  const entries = new Map([...document.querySelectorAll("[data-sommaire]")].map((entry) => [entry.getAttribute("data-sommaire"), entry]));
  /** The section of each question. @type {Map<Element, Part>} */
  const parts = new Map();
  for (const section of form.querySelectorAll("[data-etape]")) {
    const own = [...section.querySelectorAll("fieldset[data-item]")];
    const title = section.querySelector("h2, h3, h4")?.textContent ?? "";
    const part = { questions: own, entry: entries.get(section.id) ?? null, title };
    for (const question of own) parts.set(question, part);
  }
  /** @type {Set<Element>} */
  const answered = new Set();

  /** @param {Part | undefined} part */
  function showPart(part) {
    if (!part?.entry) return;
    const [fait, total] = [countOf(part), part.questions.length];
    const [compte, fini] = ["compte", "fini"].map((name) => /** @type {HTMLElement} */ (part.entry?.querySelector(`[data-champ=${name}]`)));
    compte.textContent = phrase("section_compte", { fait: String(fait), total: String(total) });
    fini.hidden = fait < total;
    part.entry.toggleAttribute("data-fini", fait === total);
  }

  return {
    /** Counts every question anew. */
    show() {
      answered.clear();
      for (const question of questions) if (question.hasAttribute("data-repondu")) answered.add(question);
      for (const part of new Set(parts.values())) showPart(part);
    },
    /** @param {Element} question the only one that has changed */
    changed(question) {
      if (question.hasAttribute("data-repondu")) answered.add(question);
      else answered.delete(question);
      showPart(parts.get(question));
    },
    /** @returns {{repondus: string, total: string}} */
    counts: () => ({ repondus: String(answered.size), total: String(questions.length) }),
    /**
     * Tells the end of a section once, when its last question gets its answer.
     * @param {Element} question the one just answered, for the first time
     * @returns {string} the title of the section that it completes, or nothing
     */
    completed(question) {
      const part = parts.get(question);
      return part && countOf(part) === part.questions.length ? part.title : "";
    },
  };
}
