/**
 * Filters of a list: checkboxes and radios of one form, state in the query of the address, count announced. Without this
 * the list is whole and the form hidden (exigences.css, `scripting: none`; base.css, where this script does not come).
 *
 *   <form data-filtres>            name of a control = name of a data attribute of the things filtered
 *   [data-filtrable="regle"]       a thing: data-<name> holds its values, apart by spaces; without it, all values match
 *   [data-groupe]                  hidden when nothing is left inside
 *   [data-compte="regle"]          receives the count of a kind (data-total, data-un, data-plusieurs)
 *   [data-rien]                    shown when nothing is left: why, and what to do
 *   [data-tout]                    button: takes every choice away
 *
 * A fold around a thing that a choice keeps opens: what one asked for is seen.
 */

import { pointed } from "./ancre.mjs";

/** @typedef {Map<string, Set<string>>} Choices name of a control → values chosen; a name without choice is absent */

/**
 * @param {Iterable<[string, FormDataEntryValue]>} entries
 * @returns {Choices}
 */
function chosen(entries) {
  /** @type {Choices} */
  const choices = new Map();
  for (const [name, value] of entries) {
    if (typeof value !== "string" || value === "") continue;
    choices.set(name, (choices.get(name) ?? new Set()).add(value));
  }
  return choices;
}

/**
 * One choice of each name is enough; every name counts.
 * @param {DOMStringMap} dataset
 * @param {Choices} choices
 */
function matches(dataset, choices) {
  return [...choices].every(([name, wanted]) => {
    const values = dataset[name];
    return values === undefined || values.split(" ").some((value) => wanted.has(value));
  });
}

/** @param {HTMLFormElement} form */
function start(form) {
  /** @param {string} selector */
  const elements = (selector) => [...document.querySelectorAll(selector)].filter((e) => e instanceof HTMLElement);
  const controls = [...form.elements].filter((e) => e instanceof HTMLInputElement);
  const things = elements("[data-filtrable]");
  // Innermost first.
  const groups = elements("[data-groupe]").reverse();
  const counts = elements("[data-compte]");
  const all = elements("[data-tout]");
  const folds = new Set(things.map((thing) => thing.closest("details")).filter((fold) => fold !== null));
  const nothing = elements("[data-rien]");
  const names = new Set(controls.map((control) => control.name));

  const show = () => {
    const choices = chosen(new FormData(form).entries());
    for (const thing of things) thing.hidden = !matches(thing.dataset, choices);
    if (choices.size) for (const fold of folds) fold.open ||= fold.querySelector("[data-filtrable]:not([hidden])") !== null;
    for (const group of groups) group.hidden = !group.querySelector("[data-filtrable]:not([hidden])");
    for (const count of counts) {
      const { compte = "", total = "", un = "", plusieurs = "" } = count.dataset;
      const shown = things.filter((thing) => thing.dataset["filtrable"] === compte && !thing.hidden).length;
      const words = `${shown} ${shown < 2 ? un : plusieurs}`;
      count.textContent = choices.size ? `${words} sur ${total}` : words;
    }
    for (const place of nothing) place.hidden = things.some((thing) => !thing.hidden);
    for (const button of all) button.hidden = choices.size === 0;
    return choices;
  };

  /** @param {Choices} choices */
  const write = (choices) => {
    const address = new URL(location.href);
    for (const name of names) address.searchParams.delete(name);
    for (const [name, values] of choices) for (const value of values) address.searchParams.append(name, value);
    history.replaceState(history.state, "", address);
  };

  const read = () => {
    const query = new URL(location.href).searchParams;
    for (const control of controls) {
      const values = query.getAll(control.name);
      control.checked = control.value === "" ? values.length === 0 : values.includes(control.value);
    }
  };

  // A link to something that the filter hides takes the filter away: who sends a link wants it seen.
  const reach = () => {
    const target = pointed(location.hash);
    if (!target?.closest("[hidden]")) return;
    clear();
    target.scrollIntoView();
  };

  const clear = () => {
    for (const control of controls) control.checked = control.value === "";
    write(show());
  };

  read();
  const details = form.querySelector("details");
  if (details) details.open = show().size > 0 || matchMedia("(min-width: 60em)").matches;
  show();
  reach();
  form.toggleAttribute("data-pret", true);
  form.addEventListener("change", () => write(show()));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of all) {
    button.addEventListener("click", () => {
      clear();
      (details?.querySelector("summary") ?? controls[0])?.focus();
    });
  }
  addEventListener("hashchange", reach);
  addEventListener("popstate", () => {
    read();
    show();
    reach();
  });
  // A browser that goes back restores the controls after the scripts ran.
  addEventListener("pageshow", () => {
    read();
    show();
  });
}

if (typeof document !== "undefined") {
  const form = document.querySelector("form[data-filtres]");
  if (form instanceof HTMLFormElement) start(form);
}
