/**
 * Search is the theme's: its script, its worker and an index of the whole site, which most readers never use. They are
 * loaded when a reader goes to the search field, or comes by an address that asks for it: `?q=` opens a search, `?h=`
 * (put by the theme on the links of its results) marks the words found.
 */

const theme = document.querySelector("script[data-theme]");
const field = document.querySelector("[data-md-component=search-query]");
const toggle = document.querySelector("[data-md-toggle=search]");

// Keys that the theme makes shortcuts of, everywhere on the page: who dictates to a machine, or trembles, would start
// them unawares (RGAA 12.10). In a field they are letters.
const SHORTCUTS = new Set(["f", "s", "/", "p", "n", ",", "."]);

let loaded = false;

/** Load the theme's script, once; it finds the field as the reader left it. */
function load() {
  if (loaded || !(theme instanceof HTMLElement)) return;
  loaded = true;
  const script = document.createElement("script");
  script.src = theme.dataset["theme"] ?? "";
  script.addEventListener("error", () => {
    const line = /** @type {HTMLElement | null} */ (document.querySelector("[data-recherche-echec]"));
    if (line) line.textContent = line.dataset["rechercheEchec"] ?? "";
  });
  document.body.append(script);
}

/** @param {KeyboardEvent} event */
function silence(event) {
  const writing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (!writing && SHORTCUTS.has(event.key)) event.stopPropagation();
}

if (field instanceof HTMLInputElement && toggle instanceof HTMLInputElement) {
  // The field shows once something answers in it (base.css).
  document.documentElement.toggleAttribute("data-recherche", true);
  const query = new URLSearchParams(location.search);
  addEventListener("keydown", silence, { capture: true });
  field.addEventListener("focus", load);
  toggle.addEventListener("change", () => {
    load();
    if (toggle.checked) field.focus();
  });
  if (query.has("q") || query.has("h") || document.activeElement === field) load();
}
