/**
 * What holds for a certification, somebody, on a day, or on two side by side: shows the versions whose marks fit the
 * choices of the form, which the address keeps. Which rule is for whom was decided when the page was made: here, only days
 * are compared. Without this, the page is whole, for today.
 */

import { holds, localDay } from "./etat.mjs";

/** @typedef {{ certification: string, situation: string, jour: string, autre: string }} Choices */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NAMES = /** @type {const} */ (["certification", "situation", "jour", "autre"]);

/** @param {string} selector @param {ParentNode} [root] */
const elements = (selector, root = document) => [...root.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);

/**
 * French says « 1er », which browsers leave out.
 * @param {string} day
 */
const inWords = (day) => new Date(`${day}T12:00`).toLocaleDateString("fr-FR", { day: "numeric", month: "long", year: "numeric" }).replace(/^1 /, "1er ");

/**
 * @param {string | undefined} marks what it is only for, apart by spaces; undefined: for all
 * @param {string} chosen nothing: all of them
 */
const suits = (marks, chosen) => marks === undefined || chosen === "" || marks.split(" ").includes(chosen);

/**
 * @param {HTMLElement} element
 * @param {string} day
 */
const onDay = (element, day) => day !== "" && holds(day, element.dataset["du"], element.dataset["au"]);

/**
 * @param {HTMLElement} place carries the sentences
 * @param {string} key
 * @param {Record<string, string>} values
 */
function sentence(place, key, values) {
  const said = place.dataset[key] ?? "";
  return Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), said);
}

/**
 * @param {HTMLFormElement} form
 * @returns {Choices & { unread: boolean }} the day is today's where none can be read
 */
function choices(form) {
  const given = new FormData(form);
  const [certification, situation, jour, autre] = NAMES.map((name) => String(given.get(name) ?? ""));
  const unread = elements("input", form).some((one) => one instanceof HTMLInputElement && one.validity.badInput);
  return {
    certification: certification ?? "",
    situation: situation ?? "",
    jour: DAY.test(jour ?? "") ? (jour ?? "") : localDay(new Date()),
    autre: autre ?? "",
    unread,
  };
}

/**
 * Shows an element on one day, on the other, or on both, and says which where there are two.
 * @param {HTMLElement} element
 * @param {Choices} chosen
 * @param {(day: string) => string} only
 * @param {string} field
 */
function showOn(element, chosen, only, field) {
  const [first, second] = [onDay(element, chosen.jour), onDay(element, chosen.autre)];
  const label = element.querySelector(`[data-champ=${field}]`);
  if (label instanceof HTMLElement) {
    label.hidden = chosen.autre === "" || first === second;
    label.textContent = label.hidden ? "" : only(first ? chosen.jour : chosen.autre);
  }
  element.hidden = !first && !second;
  return { first, second };
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} report
 */
function show(form, report) {
  const chosen = choices(form);
  const only = (/** @type {string} */ day) => sentence(report, "seulement", { jour: inWords(day) });
  const counts = { ensemble: 0, premier: 0, second: 0 };
  for (const rule of elements("[data-regle-de-droit]")) {
    const shown = elements("[data-loi]", rule).map((version) => {
      const days = showOn(version, chosen, only, "jours");
      if (suits(version.dataset["certifications"], chosen.certification) && suits(version.dataset["situations"], chosen.situation)) return days;
      version.hidden = true;
      return { first: false, second: false };
    });
    rule.hidden = shown.every((one) => !one.first && !one.second);
    for (const { first, second } of shown) {
      counts.ensemble += Number(first && (second || chosen.autre === ""));
      counts.premier += Number(first && !second && chosen.autre !== "");
      counts.second += Number(second && !first);
    }
  }
  // Under its second question, a rule is a link to the first.
  for (const link of elements("[data-renvoi]")) link.hidden = document.getElementById(link.dataset["renvoi"] ?? "")?.hidden ?? true;
  for (const subject of elements("[data-sujet]")) {
    subject.hidden = elements("[data-regle-de-droit], [data-renvoi]", subject).every((rule) => rule.hidden);
  }
  for (const one of elements("[data-certification]", form)) {
    one.hidden = one.dataset["certification"] !== chosen.certification;
    for (const state of elements("[data-etat-du-jour]", one)) showOn(state, chosen, (day) => `Le ${inWords(day)} :`, "du");
  }
  report.textContent = `${chosen.unread ? `${sentence(report, "illisible", {})} ` : ""}${summary(report, chosen, counts)}`;
  remember(chosen);
}

/**
 * @param {HTMLElement} report
 * @param {Choices} chosen
 * @param {{ ensemble: number, premier: number, second: number }} counts
 */
function summary(report, chosen, counts) {
  const jour = inWords(chosen.jour);
  if (chosen.autre !== "") {
    const { ensemble, premier, second } = counts;
    const figures = { ensemble: String(ensemble), premier: String(premier), second: String(second) };
    return sentence(report, "deuxJours", { ...figures, jour, autre: inWords(chosen.autre) });
  }
  if (counts.ensemble === 0) return sentence(report, "aucune", { jour });
  return sentence(report, counts.ensemble === 1 ? "une" : "unJour", { nombre: String(counts.ensemble), jour });
}

/** @param {Choices} chosen */
function remember(chosen) {
  const address = new URL(location.href);
  for (const name of NAMES) {
    const kept = chosen[name] !== "" && !(name === "jour" && chosen.jour === localDay(new Date()));
    if (kept) address.searchParams.set(name, chosen[name]);
    else address.searchParams.delete(name);
  }
  history.replaceState(history.state, "", address);
}

/**
 * What the address names that the form does not have is left out.
 * @param {HTMLFormElement} form
 */
function recall(form) {
  const asked = new URLSearchParams(location.search);
  for (const name of NAMES) {
    const control = form.elements.namedItem(name);
    const value = asked.get(name) ?? "";
    if (control instanceof HTMLSelectElement) control.value = [...control.options].some((one) => one.value === value) ? value : "";
    if (control instanceof HTMLInputElement) control.value = DAY.test(value) ? value : name === "jour" ? localDay(new Date()) : "";
  }
}

const form = document.querySelector("[data-aujourd-hui]");
const report = form?.querySelector("[data-bilan]");
if (form instanceof HTMLFormElement && report instanceof HTMLElement) {
  recall(form);
  form.hidden = false;
  form.addEventListener("input", () => show(form, report));
  form.addEventListener("submit", (event) => event.preventDefault());
  show(form, report);
}
