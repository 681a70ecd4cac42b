/**
 * How far one is in the pass on screen, and which question is the first without an answer.
 * @module
 */

/** @param {Element} question */
const isOpen = (question) => !question.hasAttribute("data-repondu");

/**
 * @param {HTMLFormElement} form
 * @param {import("./passes.mjs").Passes} passes
 * @param {HTMLAnchorElement} resume leads there when one comes back
 */
export function createPassCount(form, passes, resume) {
  const bar = /** @type {HTMLProgressElement} */ (form.querySelector("progress"));
  // The same count and the same link, wherever the page has them.
  const [done, total] = ["fait", "total"].map((name) => document.querySelectorAll(`[data-avance=${name}]`));
  const nexts = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("[data-champ=suivante]")]);
  const here = /** @type {HTMLAnchorElement} */ (document.querySelector("[data-champ=ici]"));
  const details = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-champ=detailler]"));

  return {
    show() {
      const asked = passes.asked();
      const rank = asked.findIndex(isOpen);
      const answered = asked.filter((question) => !isOpen(question)).length;
      bar.value = answered;
      bar.max = asked.length;
      for (const place of done) place.textContent = String(answered);
      for (const place of total) place.textContent = String(asked.length);
      for (const link of nexts) link.hidden = rank < 0;
      here.href = `#${asked[Math.max(rank, 0)].id}`;
      if (rank < 0) resume.hidden = true;
      else {
        for (const link of [...nexts, resume]) {
          link.href = `#${asked[rank].id}`;
          const number = link.querySelector("[data-champ=question]");
          if (number) number.textContent = String(rank + 1);
        }
      }
      // Who has answered the whole first pass is led to what says more, not to what they have done.
      const detail = rank < 0 && !passes.isWhole() ? passes.items.find(isOpen) : undefined;
      if (details) details.hidden = !detail;
      if (details && detail) details.href = `#${detail.id}`;
    },
    /** @returns {HTMLFieldSetElement} the question to go to: the first without an answer, else the first */
    here() {
      const asked = passes.asked();
      return asked.find(isOpen) ?? asked[0];
    },
    /** @param {boolean} begun whether some of it was answered before */
    offer(begun) {
      resume.hidden = !begun || nexts[0].hidden;
    },
  };
}
