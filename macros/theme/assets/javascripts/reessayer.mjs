/** On the page that stands for one that is not on the device: a link to the one that was asked for. */

import { root } from "./copie.mjs";

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
