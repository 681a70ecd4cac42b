/**
 * How far one is in the pass on screen, and which question is the first without an answer.
 * @module
 */

/**
 * @param {HTMLFormElement} form
 * @param {import("./passes.mjs").Passes} passes
 * @param {HTMLAnchorElement} resume leads there when one comes back
 */
export function createPassCount(form, passes, resume) {
  const bar = /** @type {HTMLProgressElement} */ (form.querySelector("progress"));
  const [done, total] = ["fait", "total"].map((name) => /** @type {Element} */ (form.querySelector(`[data-avance=${name}]`)));
  const next = /** @type {HTMLAnchorElement} */ (form.querySelector("[data-champ=suivante]"));

  return {
    show() {
      const asked = passes.asked();
      const rank = asked.findIndex((question) => !question.hasAttribute("data-repondu"));
      const answered = asked.filter((question) => question.hasAttribute("data-repondu")).length;
      done.textContent = String((bar.value = answered));
      total.textContent = String((bar.max = asked.length));
      next.hidden = rank < 0;
      if (rank < 0) resume.hidden = true;
      else {
        for (const link of [next, resume]) {
          link.href = `#${asked[rank].id}`;
          /** @type {Element} */ (link.querySelector("[data-champ=question]")).textContent = String(rank + 1);
        }
      }
    },
    /** @param {boolean} begun whether some of it was answered before */
    offer(begun) {
      resume.hidden = !begun || next.hidden;
    },
  };
}
