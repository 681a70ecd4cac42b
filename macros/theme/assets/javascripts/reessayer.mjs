/** On the page that stands for one that is not on the device: a link to the one that was asked for, and what is there. */

import { kept, root } from "./copie-hors-ligne.mjs";

const asked = new URLSearchParams(location.search).get("page");
const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-reessayer]"));
const link = place?.querySelector("a");

// An address of this site, and no other: the one in the query may come from anywhere.
if (place && link && asked && URL.canParse(asked) && new URL(asked).href.startsWith(root.href)) {
  link.href = asked;
  const named = place.querySelector("[data-champ=adresse]");
  if (named) named.textContent = new URL(asked).pathname;
  place.hidden = false;
}

const copy = await kept();
if (copy?.lots.some(({ garde }) => !garde)) {
  const state = copy.lots.some(({ garde }) => garde) ? "partie" : "aucune";
  for (const line of document.querySelectorAll("[data-copie]")) {
    if (line instanceof HTMLElement) line.hidden = line.dataset["copie"] !== state;
  }
  const links = copy.lots.filter(({ garde }) => garde).map(({ slug, titre }) => {
    const to = document.createElement("a");
    to.href = new URL(`certifications/${slug}/`, root).href;
    to.textContent = titre;
    return to;
  });
  document.querySelector("[data-champ=gardees]")?.replaceChildren(...links.flatMap((to, rank) => (rank ? [", ", to] : [to])));
}
