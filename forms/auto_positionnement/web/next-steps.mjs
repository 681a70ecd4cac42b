/**
 * Shows the next steps that go with the answers, in their order; before there is a result, all of them stand on the page.
 * @module
 */

import { fill } from "../../page/places.mjs";

/** @typedef {{profil: string | null, phrase: string, suites: string[]}} Suivi */

/**
 * @param {HTMLElement | null} place none where a form has no next step
 * @param {Suivi} suivi
 */
export function showNextSteps(place, { phrase, suites }) {
  if (!place) return;
  fill(place, "suivi", phrase);
  const steps = /** @type {HTMLElement[]} */ ([...place.querySelectorAll("[data-suite]")]);
  for (const step of steps) step.hidden = !suites.includes(step.dataset["suite"] ?? "");
  const ordered = suites.flatMap((code) => steps.find((step) => step.dataset["suite"] === code) ?? []);
  const now = steps.filter((step) => !step.hidden);
  // Moved only where the order changes: what has the focus would lose it.
  if (ordered.some((step, rank) => step !== now[rank])) steps[0]?.before(...ordered);
}
