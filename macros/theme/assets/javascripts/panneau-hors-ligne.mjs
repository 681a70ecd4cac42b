/**
 * What the page « Confidentialité » says of the offline copy: whether it is there, how big, since when; and its two
 * buttons; of a site too big to be kept whole, which certifications are there. The sentences stand in the page, hidden; this shows the one that is true.
 */

import { choice, container, keep, kept, keepLots, mayKeep, remove, wanted } from "./copie-hors-ligne.mjs";

const panel = /** @type {HTMLElement} */ (document.querySelector("[data-hors-ligne=panneau]"));

/** @param {string} states those that the page is in, parted by spaces */
function show(states) {
  for (const part of panel.querySelectorAll("[data-panneau]")) {
    if (!(part instanceof HTMLElement)) continue;
    part.hidden = !part.dataset["panneau"]?.split(" ").some((one) => states.split(" ").includes(one));
  }
}

/** @returns {string} why there is no copy */
function missing() {
  if (location.protocol === "file:") return "dossier";
  if (!container()) return "impossible";
  return choice() === "non" ? "retiree" : "absente";
}

/** @param {number} bytes */
const megabytes = (bytes) => new Intl.NumberFormat("fr", { maximumFractionDigits: 1 }).format(bytes / 1e6);

/** @param {import("./copie-hors-ligne.mjs").Copie | null} copy */
function tell(copy) {
  missed(false);
  if (!copy) return show(missing());
  const moment = new Date(copy.depuis);
  const values = {
    pages: String(copy.pages),
    fichiers: String(copy.fichiers),
    octets: megabytes(copy.octets),
    gardees: String(copy.lots.filter(({ garde }) => garde).length),
    certifications: String(copy.lots.length),
  };
  for (const [name, value] of Object.entries(values)) {
    for (const place of panel.querySelectorAll(`[data-champ=${name}]`)) place.textContent = value;
  }
  // Made here: a time element without a time is no valid HTML.
  const time = document.createElement("time");
  time.dateTime = copy.depuis;
  time.textContent = new Intl.DateTimeFormat("fr", { dateStyle: "long", timeStyle: "short" }).format(moment).replace(/^1 /, "1er ");
  panel.querySelector("[data-champ=depuis]")?.replaceChildren(time);
  offer(copy.lots.filter(({ garde }) => !garde));
  return show(copy.lots.every(({ garde }) => garde) ? "prete" : "partie");
}

const others = /** @type {HTMLSelectElement | null} */ (panel.querySelector("[data-panneau-lots]"));

/** @param {import("./copie-hors-ligne.mjs").Lot[]} lots that are not kept */
function offer(lots) {
  const chosen = others?.value;
  others?.replaceChildren(...lots.map(({ slug, titre }) => new Option(titre, slug, false, slug === chosen)));
}

/** @param {boolean} said whether a certification could not be kept */
function missed(said) {
  const sentence = /** @type {HTMLElement | null} */ (panel.querySelector("[data-panneau-manque]"));
  if (sentence) sentence.hidden = !said;
}

async function keepChosen() {
  const slugs = others?.value ? [others.value] : [];
  missed(false);
  show("partie en-cours");
  const copy = await keepLots(slugs);
  const left = copy ?? (await kept());
  tell(left);
  missed(!copy && left !== null);
  // The last one kept, its button is gone.
  if (left?.lots.every(({ garde }) => garde)) button("retirer")?.focus();
}

/** @param {string} name @returns {HTMLElement | null} */
const button = (name) => panel.querySelector(`[data-panneau-${name}]`);

async function look() {
  const copy = await kept();
  if (copy || !mayKeep() || !container()) return tell(copy);
  // hors-ligne.mjs asks for it too, once the page is there: the browser makes one copy.
  show("en-cours");
  return tell(await keep());
}

panel.querySelector("[data-panneau-retirer]")?.addEventListener("click", async () => {
  await remove();
  tell(null);
  /** @type {HTMLElement | null} */ (panel.querySelector("[data-panneau-garder]"))?.focus();
});
panel.querySelector("[data-panneau-garder]")?.addEventListener("click", async () => {
  show("en-cours");
  tell(await wanted());
});
panel.querySelector("[data-panneau-lot]")?.addEventListener("click", keepChosen);
if (document.readyState === "complete") look();
else addEventListener("load", look, { once: true });
