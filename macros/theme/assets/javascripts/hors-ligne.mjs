/**
 * Asks for the offline copy once the page is there, and offers the next version of the site: by a line and a button,
 * never in the middle of a form, on this page or another.
 */

import { FORM_LOCK, container, keep, keepLots, lotOf, mayKeep, root, sparing } from "./copie-hors-ligne.mjs";

const LATER = `${root.pathname}.plus-tard`;

const line = /** @type {HTMLElement | null} */ (document.querySelector("[data-maj]"));
/** What the foot of the page says: of a copy that is whole, of a page that is in one that is not. */
const footers = ["pied", "pied-page"].map((name) => /** @type {HTMLElement | null} */ (document.querySelector(`[data-hors-ligne=${name}]`)));

/** @type {ServiceWorkerRegistration | undefined} */
let registration;
/** Whether a form on this page has been touched since it was opened. */
let filling = false;

/** @returns {boolean} whether the person has put the offer off, for this visit */
function postponed() {
  try {
    return sessionStorage.getItem(LATER) !== null;
  } catch {
    return false;
  }
}

function showOffer() {
  if (!line) return;
  line.hidden = !registration?.waiting || !container()?.controller || filling || postponed();
  document.documentElement.toggleAttribute("data-maj-offerte", !line.hidden);
}

/** A form begins to be filled: no other page activates a new version until this one is closed. */
function begin() {
  if (filling) return;
  filling = true;
  showOffer();
  try {
    navigator.locks.request(FORM_LOCK, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
  } catch {
    // Where storage is refused, locks are, and there is no copy to update.
  }
}

/** @param {string} state which sentence the line reads */
function say(state) {
  for (const sentence of line?.querySelectorAll("[data-etat]") ?? []) {
    if (sentence instanceof HTMLElement) sentence.hidden = sentence.dataset["etat"] !== state;
  }
}

/** Take the new version, unless a form is being filled in another tab; the pages then load again, by themselves. */
async function accept() {
  try {
    await navigator.locks.request(FORM_LOCK, { ifAvailable: true }, async (lock) => {
      if (!lock) return say("occupe");
      say("en-cours");
      registration?.waiting?.postMessage("activer");
      // Held meanwhile: a form that another tab begins now would be loaded again with the others.
      await new Promise((resolve) => container()?.addEventListener("controllerchange", resolve, { once: true }));
    });
  } catch {
    say("occupe");
  }
}

function postpone() {
  try {
    sessionStorage.setItem(LATER, "1");
  } catch {
    // The offer is put off for this page only.
  }
  if (line) line.hidden = true;
  document.documentElement.removeAttribute("data-maj-offerte");
}

/** @param {ServiceWorkerRegistration} found */
function watch(found) {
  registration = found;
  showOffer();
  const follow = () => registration?.installing?.addEventListener("statechange", showOffer);
  found.addEventListener("updatefound", follow);
  follow();
}

/** Python first: it starts on a form's page meanwhile, and the copy then finds its files in the browser's own cache. */
async function pythonSettled() {
  const state = document.getElementById("r-etat-calcul");
  for (let tries = 0; tries < 40 && state?.dataset["etat"] === "calcul_chargement"; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function start() {
  if (!mayKeep()) return;
  await pythonSettled();
  const copy = await keep(watch);
  if (!copy) return;
  const lot = lotOf(copy);
  // What one opens of a site too big to be kept whole is kept with what goes with it.
  const held = !lot || lot.garde || (!sparing() && (await keepLots([lot.slug])) !== null);
  const [whole, page] = footers;
  if (whole) whole.hidden = copy.lots.length > 0;
  if (page) page.hidden = copy.lots.length === 0 || !held;
}

const workers = container();
if (workers) {
  let controlled = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    // The first worker of a first visit takes the page as it is.
    if (controlled && !filling) location.reload();
    controlled = true;
  });
  if (document.getElementById("r-configuration")) {
    for (const gesture of ["input", "change", "drop"]) {
      document.addEventListener(gesture, ({ target }) => {
        if (target instanceof Element && target.closest("#contenu")) begin();
      }, { capture: true });
    }
  }
  line?.querySelector("[data-maj-accepter]")?.addEventListener("click", accept);
  line?.querySelector("[data-maj-plus-tard]")?.addEventListener("click", postpone);
  // After the page itself, and when nothing else is to be done: a first visit is not slowed.
  const idle = () => ("requestIdleCallback" in globalThis ? requestIdleCallback(start) : setTimeout(start, 2_000));
  if (document.readyState === "complete") idle();
  else addEventListener("load", idle, { once: true });
}
