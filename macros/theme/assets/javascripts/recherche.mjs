/**
 * The search of the header is a script and an index of the whole site, which most readers never use.  They are loaded
 * when a reader goes to the search field, or comes by an address that asks for it: `?q=` opens a search, `?h=` (put on
 * the links of its results) marks the words found.
 */

const search = document.querySelector("script[data-recherche]");
const field = document.querySelector("[data-recherche-champ]");
const toggle = document.querySelector("[data-md-toggle=search]");

let loaded = false;

/** Load the search, once; it finds the field as the reader left it. */
function load() {
  if (loaded || !(search instanceof HTMLElement)) return;
  loaded = true;
  const script = document.createElement("script");
  script.src = search.dataset["recherche"] ?? "";
  script.addEventListener("error", () => {
    const line = /** @type {HTMLElement | null} */ (document.querySelector("[data-recherche-annonce]"));
    if (line) line.textContent = line.dataset["echec"] ?? "";
  });
  document.body.append(script);
}

if (field instanceof HTMLInputElement && toggle instanceof HTMLInputElement) {
  // The field shows once something answers in it (base.css).
  document.documentElement.toggleAttribute("data-recherche", true);
  const query = new URLSearchParams(location.search);
  field.addEventListener("focus", load);
  toggle.addEventListener("change", () => {
    load();
    if (toggle.checked) field.focus();
  });
  if (query.has("q") || query.has("h") || document.activeElement === field) load();
}
