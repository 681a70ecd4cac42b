/**
 * Charts of a result: bars and a radar that the template has drawn, given their sizes.
 * Sizes are set from here, never written as style attributes: a strict policy forbids those.
 * @module
 */

/** @typedef {import("./results.mjs").Compte} Compte */

/**
 * @param {Element} place that holds one bar, or none
 * @param {Compte} compte
 */
export function showBar(place, compte) {
  const bar = place.querySelector(".r-barre");
  for (const part of /** @type {HTMLElement[]} */ ([...(bar?.children ?? [])])) {
    const { valeur, seuil } = part.dataset;
    if (seuil) part.style.insetInlineStart = `${seuil}%`;
    else part.style.flexGrow = String(valeur ? compte.repartition[valeur] : compte.restants);
  }
}

/**
 * @param {Element} panel
 * @param {Map<string, Compte>} comptes by code of group
 */
export function showRadar(panel, comptes) {
  const shape = panel.querySelector(".r-radar-forme");
  const points = [...panel.querySelectorAll("[data-axe]")].map((axis) => {
    const compte = comptes.get(/** @type {string} */ (axis.getAttribute("data-axe")));
    const part = compte ? compte.positifs / compte.total : 0;
    return ["x2", "y2"].map((end) => (Number(axis.getAttribute(end)) * part).toFixed(1)).join(",");
  });
  shape?.setAttribute("points", points.join(" "));
}
