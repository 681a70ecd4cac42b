/**
 * Folded parts: open or close them all; open what holds the target of a link; copy the address of an element.
 * Without this the page is whole: each fold opens by itself, and a browser opens what it searches.
 */

import { pointed } from "./ancre.mjs";

const FOLDS = "details.r-replie";

/** @returns {HTMLDetailsElement[]} */
const folds = () => /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll(FOLDS)]);

/**
 * Open every fold around an element, the one that a competence has inside, and the one that a heading is that of.
 * @param {Element} target
 */
function reveal(target) {
  const under = target.matches("h2, h3") ? target.nextElementSibling : null;
  if (under instanceof HTMLDetailsElement && under.matches(FOLDS)) under.open = true;
  const inside = target.querySelector(":scope > details[data-pli]");
  for (let element = inside ?? target; ; ) {
    const fold = element.closest("details");
    if (!fold) return;
    fold.open = true;
    const parent = fold.parentElement;
    if (!parent) return;
    element = parent;
  }
}

/**
 * Let an element take the focus when an address leads to it: else it stays on the page, and the next key starts there.
 * @param {HTMLElement} target
 */
function receive(target) {
  if (target.tabIndex < 0 && !target.hasAttribute("tabindex")) target.tabIndex = -1;
}

/** @param {string} hash */
function follow(hash) {
  const target = pointed(hash);
  if (!target) return;
  reveal(target);
  receive(target);
  target.scrollIntoView();
  // A form leads further: to the control of a question, which it may have reached already.
  if (!target.contains(document.activeElement)) target.focus({ preventScroll: true });
}

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement | null} output says what was done, in the words of its own attributes
 */
async function copy(link, output) {
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return; // Not allowed, or no clipboard: the address is in the address bar.
  }
  link.dataset["copie"] = "";
  if (output) output.textContent = output.dataset["copiee"] ?? "";
  setTimeout(() => delete link.dataset["copie"], 2500);
}

if (typeof document !== "undefined") {
  const output = /** @type {HTMLElement | null} */ (document.querySelector("[data-replis-annonce]"));
  const buttons = document.querySelector("[data-replis]");
  if (buttons instanceof HTMLElement) {
    buttons.hidden = false;
    buttons.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (!button) return;
      const open = button.dataset["action"] === "ouvrir";
      for (const fold of folds()) fold.open = open;
      if (output) output.textContent = output.dataset[open ? "ouvert" : "ferme"] ?? "";
    });
  }
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    if (link instanceof SVGAElement) {
      const target = document.getElementById(link.href.baseVal.slice(1));
      if (target) reveal(target);
    }
    if (!(link instanceof HTMLAnchorElement)) return;
    const target = pointed(link.hash);
    if (target) {
      reveal(target);
      receive(target);
    }
    if (link.classList.contains("r-ancre")) void copy(link, output);
  });
  addEventListener("hashchange", () => follow(location.hash));
  if (location.hash) follow(location.hash);

  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = folds().filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });
}
