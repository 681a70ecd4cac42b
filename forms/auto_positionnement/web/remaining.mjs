/**
 * On demand: which questions of the pass on screen have no answer yet, each with a link to it.
 * @module
 */

/**
 * @param {HTMLElement} panel takes the focus
 * @param {HTMLFieldSetElement[]} asked
 */
export function showRemaining(panel, asked) {
  const questions = asked.filter((question) => !question.hasAttribute("data-repondu"));
  const lines = questions.map((question) => {
    const [line, link] = [document.createElement("li"), document.createElement("a")];
    link.href = `#${question.id}`;
    link.textContent = question.querySelector("legend")?.textContent?.trim() ?? "";
    line.append(link);
    return line;
  });
  /** @type {Element} */ (panel.querySelector("ul")).replaceChildren(...lines);
  for (const [name, shown] of /** @type {const} */ ([["aucun", 0], ["un", 1], ["plusieurs", 2]])) {
    /** @type {HTMLElement} */ (panel.querySelector(`[data-nombre=${name}]`)).hidden = Math.min(lines.length, 2) !== shown;
  }
  /** @type {HTMLElement} */ (panel.querySelector("[data-champ=restants]")).textContent = String(lines.length);
  panel.hidden = false;
  panel.focus();
}
