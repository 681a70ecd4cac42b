/**
 * Any two certifications face to face.  What each says, and in which words, is in its file (cote.j2); how two facts compare
 * is in the table of the page (faits.every_ecart): this only lays cells in their rows.  The address keeps the choice.
 *
 *   <form data-comparer="folder of the files">   two lists and a button; hidden without this
 *   [data-comparer-attente]                      what to do without this
 *   [data-comparer-annonce]                      says what happens, in the words of its own attributes
 *   [data-face]                                  shown once two are chosen; data-ecarts: the table, as JSON
 *   [data-rangee="case"]                         a row: two [data-cote], perhaps one [data-difference]
 *   [data-nom-cote="0"]                          receives the title of a side
 *   [data-ecart="pareil"]                        what a difference is called
 *   [data-publiee]                               a link, where the two have their own page
 */

import { localDay, showPeriods } from "./etat.mjs";
import { asker, named } from "./fichiers.mjs";

/**
 * @param {Element} row
 * @param {(HTMLTableRowElement | null)[]} cells
 * @param {Record<string, {oui: string, non: string}>} ecarts
 */
function difference(row, cells, ecarts) {
  const place = row.querySelector("[data-difference]");
  const [one, other] = cells.map((cell) => cell?.dataset);
  if (!place || !one || !other) return;
  const answer = ecarts[`${one["sorte"]} ${other["sorte"]}`]?.[one["empreinte"] === other["empreinte"] ? "oui" : "non"];
  const words = document.querySelector(`[data-ecart="${answer}"]`);
  place.replaceChildren(...(words?.cloneNode(true).childNodes ?? []));
}

/**
 * @param {HTMLElement} face
 * @param {HTMLTableElement[]} sides
 */
function lay(face, sides) {
  const ecarts = JSON.parse(face.dataset["ecarts"] ?? "{}");
  for (const row of face.querySelectorAll("[data-rangee]")) {
    const name = row.getAttribute("data-rangee");
    const cells = sides.map((side) => /** @type {HTMLTableRowElement | null} */ (side.querySelector(`[data-case="${name}"]`)));
    row.toggleAttribute("hidden", cells.every((cell) => cell?.hasAttribute("data-tu")));
    difference(row, cells, ecarts);
    for (const [number, place] of row.querySelectorAll("[data-cote]").entries()) {
      place.replaceChildren(...(cells[number]?.cells[0]?.childNodes ?? []));
      if (place instanceof HTMLElement && "nom" in place.dataset) place.dataset["nom"] = sides[number]?.dataset["titre"] ?? "";
    }
  }
  for (const place of face.querySelectorAll("[data-nom-cote]")) {
    place.textContent = sides[Number(place.getAttribute("data-nom-cote"))]?.dataset["titre"] ?? "";
  }
  for (const link of face.querySelectorAll("a")) named(link);
  showPeriods(face, localDay(new Date()));
}

/** @param {string} html @returns {HTMLTableElement} */
const table = (html) => /** @type {HTMLTableElement} */ (new DOMParser().parseFromString(html, "text/html").querySelector("table"));

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} face
 * @param {HTMLElement} status
 */
function start(form, face, status) {
  const lists = [...form.querySelectorAll("select")];
  const ask = asker(new URL(form.dataset["comparer"] ?? "", document.baseURI), "repereCote");
  const published = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-publiee]"));

  /** @param {string} name of the sentence */
  const say = (name) => (status.textContent = status.dataset[name] ?? "");

  /** @param {string[]} slugs */
  const offer = ([one, other]) => {
    if (!published) return;
    const page = /** @type {HTMLAnchorElement | null} */ (
      document.querySelector(`a[href*="/${one}--${other}/"]:not([data-publiee]), a[href*="/${other}--${one}/"]:not([data-publiee])`)
    );
    published.hidden = page === null;
    if (page) published.href = page.href;
  };

  let asked = "";
  const show = async () => {
    const slugs = location.hash.slice(1).split(",");
    const known = slugs.length === 2 && lists.every((list, side) => [...list.options].some((option) => option.value && option.value === slugs[side]));
    // Another anchor of the page changes nothing.
    if (!known) return;
    if (asked === location.hash) {
      // Asked for again, it is there: what was said meanwhile of another choice is over.
      if (!face.hidden) say("pret");
      return;
    }
    const mine = (asked = location.hash);
    for (const [side, list] of lists.entries()) list.value = slugs[side] ?? "";
    face.hidden = true;
    say("attente");
    try {
      const sides = await Promise.all(slugs.map(ask));
      if (asked !== mine) return;
      lay(face, sides.map(table));
      offer(slugs);
      face.hidden = false;
      say("pret");
    } catch {
      if (asked !== mine) return;
      asked = "";
      say("echec");
    }
  };

  for (const place of document.querySelectorAll("[data-comparer-attente]")) place.toggleAttribute("hidden", true);
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const slugs = lists.map((list) => list.value);
    if (slugs[0] === slugs[1]) {
      say("meme");
      return;
    }
    location.hash = slugs.join(",");
    void show();
  });
  addEventListener("hashchange", () => void show());
  void show();
}

const [form, face, status] = ["form[data-comparer]", "[data-face]", "[data-comparer-annonce]"].map((one) => document.querySelector(one));
if (form instanceof HTMLFormElement && face instanceof HTMLElement && status instanceof HTMLElement) start(form, face, status);
