/**
 * The answers put aside, in words: made by Python when they are looked at.
 * @module
 */

import { copyOf, fill, part } from "../../page/places.mjs";

/** @typedef {{ou: string, question: string, reponse: string, signature: string, raison: string}} Ecarte */

/**
 * @param {HTMLDetailsElement} panel
 * @param {() => Promise<Ecarte[] | null>} ask
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 */
export function createAside(panel, ask, phrase) {
  /** @type {object | null} */
  let shown = null;

  async function draw() {
    if (!panel.open || panel.hidden) return;
    const asked = shown;
    const found = await ask();
    // Others are put aside now, and are being asked for.
    if (asked !== shown) return;
    const lines = (found ?? []).map((one) => {
      const line = copyOf(panel, "ecarte");
      fill(line, "ou", [one.ou, one.question].filter(Boolean).join(", "));
      fill(line, "reponse", one.reponse);
      fill(line, "signature", one.signature);
      fill(line, "raison", phrase(`ecarte_${one.raison}`));
      return line;
    });
    part(panel, "liste")?.replaceChildren(...lines);
  }

  panel.addEventListener("toggle", draw);

  return {
    /**
     * @param {object} ecartees the answers put aside, made anew where they change
     * @param {number} nombre of them
     */
    follow(ecartees, nombre) {
      panel.hidden = nombre === 0;
      fill(panel, "nombre", String(nombre));
      if (ecartees === shown) return;
      shown = ecartees;
      draw();
    },
  };
}
