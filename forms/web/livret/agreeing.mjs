/**
 * An agreement, bound to what the livret says when it is given.  Only Python knows by which digest: without it the
 * agreement stays written, and is bound later.
 * @module
 */

/**
 * @param {object} page
 * @param {import("../python.mjs").Python} page.python
 * @param {() => object} page.corps the livret on screen, as Python is asked with it
 * @param {() => string} page.draft which draft is on screen
 * @param {(place: string, empreinte: string) => unknown} page.agreed
 * @param {import("../saving.mjs").Status} page.status
 */
export function createAgreeing({ python, corps, draft, agreed, status }) {
  return {
    /** @param {HTMLElement} control in the row of the agreement */
    async agree(control) {
      const row = /** @type {HTMLElement} */ (control.closest("[data-ligne]"));
      const ligne = row.dataset["ligne"] ?? "";
      const asked = draft();
      if (python.state.nom === "chargement") status.say("accord_en_attente");
      const reply = await python.ask({ action: "accorder", corps: { ...corps(), ligne } }).catch(() => null);
      // The digest is of what stood there: in another draft, or on a row that is gone, it would sign something else.
      if (draft() !== asked || !row.isConnected) return status.say("accord_change");
      if (!reply?.ok) return status.say("accord_sans_calcul");
      const { empreinte } = reply.resultat;
      if (!empreinte) return status.say("accord_vide");
      await agreed(`accords/${ligne}/empreinte`, empreinte);
      return status.say("accord_donne");
    },
  };
}
