/**
 * The words of a form, read where the page shows them: the data that go with it do not say them again.
 * @module
 */

/** @typedef {{code: string, nature: string, groupes: Bare[], items: {code: string}[]}} Bare a group without its words */
/** @typedef {Pick<Document, "getElementById">} Page */

/** As the data write them: the page puts no-break spaces. @param {string} words */
const plain = (words) => words.replaceAll("\u00a0", " ").trim();

/** @param {Page} page @param {string} code of a group */
const section = (page, code) => /** @type {HTMLElement} */ (page.getElementById(`c-${code.toLowerCase()}`));

/** @param {Page} page @param {string} code of a group @returns {string} what its heading says */
export function nameOf(page, code) {
  return section(page, code).querySelector(":scope > :is(h2, h3, h4, h5, h6)")?.textContent?.trim() ?? "";
}

/** @param {Page} page @param {string} id of a question @returns {string} its words, without its number */
function asked(page, id) {
  const legend = page.getElementById(id)?.querySelector("legend");
  return plain(legend?.textContent?.slice(legend.firstElementChild?.textContent?.length ?? 0) ?? "");
}

/**
 * @param {Page} page
 * @param {boolean} tour whether each competence has a question of the first pass
 * @param {Bare} groupe
 * @returns {object} the group with its words
 */
function group(page, tour, { code, groupes, items, ...rest }) {
  const nom = plain(nameOf(page, code));
  const official = section(page, code).querySelector(":scope > .r-officiel > span, :scope > .r-precisions > .r-officiel > span");
  return {
    ...rest,
    code,
    ...(official ? { intitule: plain(official.textContent ?? ""), intitule_court: nom } : { intitule: nom }),
    ...(tour && items.length > 0 ? { enonce_candidat: asked(page, `t-${code.toLowerCase()}`) } : {}),
    groupes: groupes.map((inner) => group(page, tour, inner)),
    items: items.map((item) => ({ ...item, enonce: asked(page, `q-${item.code.toLowerCase()}`) })),
  };
}

/**
 * @template {{groupes: Bare[], premier_tour?: object[]}} Donnees
 * @param {Page} page
 * @param {Donnees} donnees as the page carries them
 * @returns {Donnees} whole, as Python reads them
 */
export function worded(page, donnees) {
  const tour = (donnees.premier_tour ?? []).length > 0;
  return { ...donnees, groupes: donnees.groupes.map((groupe) => group(page, tour, groupe)) };
}
