/**
 * The search of the header: what is typed, what is shown, and the keys.  Loaded for who searches (recherche.mjs of the
 * theme); its sentences and the shape of a result are in the page (partials/search.html).
 */

import { named } from "../../theme/assets/javascripts/fichiers.mjs";
import { localDay } from "../../../forms/page/moments.mjs";
import { etat } from "./etats.mjs";
import { extrait } from "./extrait.mjs";
import { file, root } from "./fichiers.mjs";
import { lecteur } from "./lecteur.mjs";
import { chercher } from "./moteur.mjs";
import { longueur } from "./mots.mjs";
import { surligner } from "./surligner.mjs";

/** @typedef {{etat: string, libelle: string, phrase: string}} Etat */
/** @typedef {import("./classement.mjs").Reponse & {adresse: string, nom: string, etat: Etat | null, trouves: import("./extrait.mjs").Trouves}} Trouvee */

// Shown at a time.
const SHOWN = 10;
// Between two letters: the texts of what is found meanwhile are not worth loading.
const PAUSE = 150;

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
function part(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new TypeError(`no ${selector}`);
  return found;
}

const field = part("[data-recherche-champ]", HTMLInputElement);
const toggle = part("[data-md-toggle=search]", HTMLInputElement);
const panel = part(".md-search", HTMLElement);
const list = part("[data-recherche-liste]", HTMLElement);
const status = part("[data-recherche-annonce]", HTMLElement);
const more = part("[data-recherche-suite]", HTMLButtonElement);
const model = part("[data-recherche-modele]", HTMLTemplateElement);
const elsewhere = part("[data-recherche-ailleurs]", HTMLElement);

/** @type {Promise<import("./moteur.mjs").Lecteur> | undefined} */
let index;
/** @type {Trouvee[]} what is found for what is typed, not shown yet */
let left = [];
/** The last thing typed: what was asked before it is shown no more. */
let turn = 0;
/** @type {Promise<void>} results are listed */
let answered = Promise.resolve();
/** @type {Promise<void>} their texts are there */
let completed = Promise.resolve();

/** @param {string} name of a sentence @param {number} [count] */
function say(name, count = 0) {
  const key = count === 1 ? `${name}Une` : name;
  status.textContent = (status.dataset[key] ?? "").replace("#", count.toLocaleString("fr-FR"));
}

/**
 * @param {Trouvee} answer
 * @param {string} anchor
 */
function leading({ adresse, trouves }, anchor) {
  const address = named(new URL(adresse, root));
  address.searchParams.set("h", [...trouves.mots].join(" "));
  address.hash = anchor;
  return address.href;
}

/**
 * @param {Trouvee} answer
 * @returns {HTMLElement} its place in the list, which leads to the page; its text is still to come
 */
function listed(answer) {
  const item = /** @type {HTMLElement} */ (/** @type {Element} */ (model.content.firstElementChild).cloneNode(true));
  within(item, "nom").textContent = answer.nom;
  const pill = within(item, "etat");
  if (answer.etat) pill.dataset["etat"] = answer.etat.etat.replaceAll("_", "-");
  pill.textContent = [answer.etat?.libelle, answer.etat?.phrase].filter(Boolean).join(" ");
  pill.hidden = !answer.etat;
  link(item).href = leading(answer, "");
  return item;
}

/** @param {HTMLElement} item @param {string} name */
const within = (item, name) => /** @type {HTMLElement} */ (item.querySelector(`[data-trouve=${name}]`));

/** @param {HTMLElement} item */
const link = (item) => /** @type {HTMLAnchorElement} */ (item.querySelector("a"));

/**
 * Say where in the page the words are; the page alone where its text cannot be loaded.
 * @param {HTMLElement} item
 * @param {Trouvee} answer
 */
async function complete(item, answer) {
  /** @type {{adresse: string, sections: import("./extrait.mjs").Section[]}} */
  const page = await file(`textes/${answer.page}`).catch(() => ({ adresse: "", sections: [] }));
  item.toggleAttribute("data-attente", false);
  // The text of another version of the site is not that of this page.
  if (page.adresse !== answer.adresse) return;
  const { ancre, titre, morceaux } = extrait(page.sections, answer.nom, answer.trouves);
  const excerpt = morceaux.map(([text, found]) => {
    if (!found) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
  within(item, "section").textContent = titre;
  within(item, "extrait").append(...excerpt);
  link(item).href = leading(answer, ancre);
}

/**
 * Show the next results; their texts come once the reader has stopped typing.
 * @param {number} mine the turn for which it is asked
 * @param {number} pause
 */
function showMore(mine, pause) {
  const next = left.slice(0, SHOWN).map((one) => ({ one, item: listed(one) }));
  left = left.slice(SHOWN);
  list.append(...next.map(({ item }) => item));
  more.hidden = left.length === 0;
  completed = new Promise((resolve) => setTimeout(resolve, pause)).then(async () => {
    if (mine === turn) await Promise.all(next.map(({ one, item }) => complete(item, one)));
  });
}

/** @returns {Promise<import("./moteur.mjs").Lecteur>} the index, asked for again after a failure */
function loaded() {
  index ??= file("index")
    .then((held) => {
      const read = lecteur(held);
      offer(held.ailleurs);
      return read;
    })
    .catch((refused) => {
      index = undefined;
      throw refused;
    });
  return index;
}

async function answer() {
  const mine = ++turn;
  const typed = field.value;
  try {
    const read = await loaded();
    const day = localDay(new Date());
    const found = typed.trim() ? await chercher(typed, read, day) : null;
    if (mine !== turn) return;
    list.replaceChildren();
    more.hidden = true;
    left = [];
    if (!found) return say("vide");
    const { reponses, partie, trouves } = found;
    left = reponses.map((one) => ({ ...one, ...name(read.pages[one.page]), etat: etat(read.pages[one.page], read.etats, day), trouves: { mots: trouves, vides: read.vides } }));
    showMore(mine, PAUSE);
    say(reponses.length === 0 ? "aucune" : partie ? "partie" : "trouvees", reponses.length);
  } catch {
    if (mine === turn) say("echec");
  }
}

/** @param {import("./lecteur.mjs").Ailleurs[]} services where to ask where nothing is found here, each as the page shapes it */
function offer(services) {
  const shape = /** @type {HTMLTemplateElement} */ (elsewhere.querySelector("template")).content.firstElementChild;
  for (const [nom, objet, adresse] of services) {
    const item = /** @type {HTMLElement} */ (/** @type {Element} */ (shape).cloneNode(true));
    link(item).href = adresse;
    link(item).textContent = nom;
    within(item, "objet").textContent = objet;
    elsewhere.append(item);
  }
}

/**
 * Mark what a result led here for.  Words that are found together are looked for as the index does: they wait for it, and
 * are marked where nothing parts them if it does not come.
 * @param {Element} article
 * @param {Set<string>} mots
 */
async function mark(article, mots) {
  const together = [...mots].some((one) => longueur(one) > 1);
  const vides = together ? await loaded().then((read) => read.vides, () => new Set()) : new Set();
  surligner(article, { mots, vides });
}

/** @param {import("./moteur.mjs").Page | undefined} page */
const name = ([adresse, nom] = ["", "", 0]) => ({ adresse, nom });

/** @param {boolean} opened */
function open(opened) {
  if (toggle.checked === opened) return;
  toggle.checked = opened;
  toggle.dispatchEvent(new Event("change"));
}

/** @param {number} step from what has the focus: the field, the results, the button that shows the next ones */
function move(step) {
  const stops = [field, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
  // What else the panel has is beside the field.
  const here = Math.max(0, stops.indexOf(/** @type {any} */ (document.activeElement)));
  stops[(here + step + stops.length) % stops.length]?.focus();
}

/** @param {KeyboardEvent} event */
function key(event) {
  const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
  const step = steps[event.key];
  if (event.key === "Escape") {
    open(false);
    /** @type {HTMLElement} */ (document.activeElement).blur();
  } else if (step) {
    move(step);
  } else {
    return;
  }
  event.preventDefault();
}

/** An address that asks for a search asks for the one on screen, and for none once that is cleared or closed. @param {string} typed */
function readdress(typed) {
  const address = new URL(location.href);
  if (!address.searchParams.has("q")) return;
  if (typed) address.searchParams.set("q", typed);
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
}

field.addEventListener("input", () => {
  readdress(field.value);
  answered = answer();
});
field.addEventListener("focus", () => open(true));
toggle.addEventListener("change", () => {
  readdress(toggle.checked ? field.value : "");
  if (toggle.checked && !index) answered = answer();
});
panel.addEventListener("keydown", key);
// What the keyboard leaves behind hides nothing of what it goes to.
panel.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !panel.contains(relatedTarget) && relatedTarget !== toggle) open(false);
});
more.addEventListener("click", () => {
  const shown = list.children.length;
  showMore(turn, 0);
  // Where nothing is left the button hides: what has the focus is what it brought.
  list.children[shown]?.querySelector("a")?.focus();
});
field.form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  await answered;
  await completed;
  list.querySelector("a")?.click();
});
field.form?.addEventListener("reset", () => {
  field.value = "";
  readdress("");
  field.focus();
  answered = answer();
});

const query = new URLSearchParams(location.search);
const words = new Set((query.get("h") ?? "").split(" ").filter(Boolean));
const page = document.querySelector("article");
if (page && words.size > 0) mark(page, words);
if (query.has("q") && !field.value) {
  field.value = query.get("q") ?? "";
  field.focus();
}
if (document.activeElement === field) open(true);
// At once, and not at the first letter: the index is there when it comes.
if (toggle.checked || query.has("q")) answered = answer();
