/**
 * What follows where one goes from one pass to the other, by the button or by a link: the count, and what the draft says.
 * @module
 */

/** @typedef {import("./statements.mjs").Contenu} Contenu */

/**
 * @param {object} form
 * @param {import("./passes.mjs").Passes} form.passes
 * @param {{show: () => void}} form.passCount
 * @param {{contenu: () => Contenu, keep: (contenu: Contenu) => unknown, saving: {writes: () => boolean}}} form.page
 * @param {(contenu: Contenu) => boolean} form.isEmpty
 * @param {{turned: () => void}} form.advancing
 */
export function createTurning({ passes, passCount, page, isEmpty, advancing }) {
  return () => {
    passes.show();
    passCount.show();
    advancing.turned();
    const contenu = page.contenu();
    // A draft that holds nothing, or that another tab writes, is not made for having looked.
    if (!isEmpty(contenu) && page.saving.writes()) page.keep({ ...contenu, vue: passes.isWhole() ? "tous" : "premier" });
  };
}
