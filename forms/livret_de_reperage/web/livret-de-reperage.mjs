/**
 * The page of a livret de repérage: what several hands wrote, and the path that follows.
 * @module
 */

import { element } from "../../page/dom.mjs";
import { createFormBase } from "../../page/form-base.mjs";
import { startHands } from "../../plusieurs_mains/web/hands.mjs";
import { createPlanView, lacksReason } from "./plan.mjs";
import { createPouring } from "./pouring.mjs";
import { createResults } from "./results.mjs";

/** @typedef {import("./plan.mjs").Etat} Etat */

const base = createFormBase();
const { configuration, elsewhere, form, status } = base;
const view = createPlanView(element("plan"), configuration.orientations, status.phrase);

/** The form that an auto-positionnement answers is no part of this page. */
const origin = async () => (await elsewhere.links(configuration.entete.certification)).formulaire;

startHands(base, {
  genre: "livret-de-reperage",
  show: view.show,
  /** Reasons that decisions call for. @param {Etat} etat */
  needed: (etat) => etat.propositions.filter(lacksReason).map(({ code }) => `${code.toLowerCase()}-raison`),
  gestures: createResults(configuration.entete.certification, status),
  source: ({ kit, addressOf }) =>
    createPouring(element("r-versement"), {
      ask: (texte) => kit.askOf("verser", async () => ({ texte, formulaire: await origin() })),
      take: kit.taking("annuler_versement"),
      keepBeside: kit.keepBeside,
      addressOf,
      form,
      status,
    }),
});
