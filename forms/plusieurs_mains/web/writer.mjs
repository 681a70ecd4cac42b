/**
 * Who writes now: asked once, changed when it changes hands.  Never a condition to write.
 * @module
 */

import { element } from "../../page/dom.mjs";
import { wellFormed } from "../../page/text.mjs";
import { isUnsaid, saw } from "../../page/unsaid.mjs";

/** @typedef {import("./writings.mjs").Auteur} Auteur */

/**
 * @param {(key: string, values?: Record<string, string>) => string} phrase
 * @param {(qui: Auteur) => void} changed
 */
export function createWriter(phrase, changed) {
  const panel = /** @type {HTMLElement} */ (element("r-qui"));
  const roles = /** @type {HTMLInputElement[]} */ ([...panel.querySelectorAll("input[type=radio]")]);
  const name = /** @type {HTMLInputElement} */ (element("r-qui-nom"));
  const state = /** @type {HTMLElement} */ (element("r-qui-etat"));
  const button = /** @type {HTMLElement} */ (panel.querySelector("[data-action=signer]"));

  /** @returns {Auteur} */
  const read = () => ({ role: roles.find((role) => role.checked)?.value ?? "", nom: wellFormed(name.value).trim() });

  /**
   * @param {Auteur} qui
   * @returns {string} a name and a role, or that nobody has said
   */
  const called = ({ role, nom }) => (role === "" ? "" : [nom, phrase(`role_${role}`)].filter(Boolean).join(", "));

  return {
    /** From now on, who writes is told. */
    listen: () => panel.addEventListener("input", () => changed(read())),
    called,
    focus: () => roles[0].focus(),
    /**
     * @param {Auteur} qui
     * @param {number} without how many answers nobody has signed
     */
    show(qui, without) {
      for (const role of roles) role.checked = role.value === qui.role;
      if (document.activeElement !== name && !isUnsaid(name)) {
        name.value = qui.nom;
        saw(name);
      }
      const signed = qui.role !== "";
      const key = !signed ? "qui_personne" : qui.nom ? "qui_signe" : "qui_sans_nom";
      const text = phrase(key, { qui: called(qui) });
      if (state.textContent !== text) state.textContent = text;
      panel.toggleAttribute("data-signe", signed && qui.nom !== "");
      button.hidden = !signed || without === 0;
      button.textContent = phrase(without === 1 ? "signer_une" : "signer", { nombre: String(without), qui: called(qui) });
      for (const place of document.querySelectorAll("[data-qui]")) place.textContent = called(qui) || phrase("qui_court");
    },
  };
}
