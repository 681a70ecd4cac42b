/**
 * A file that the system opens with the installed site comes to one page, that of the list (file_handlers of the
 * manifest).  It is left in the tab for the page of its form, which takes it (forms/page/handed.mjs), and nowhere else.
 */

/** @typedef {{getFile(): Promise<File>}} Handle */
/** @typedef {{setConsumer(consumer: (launch: {files: Handle[]}) => void): void}} LaunchQueue */

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * @param {string} text of a file
 * @returns {{format: string, certification: string}} what it says of itself; empty where it does not
 */
export function headOf(text) {
  try {
    const { format, certification } = Object(JSON.parse(text));
    return { format: String(format ?? ""), certification: String(certification ?? "") };
  } catch {
    return { format: "", certification: "" };
  }
}

/**
 * @param {{format: string, certification: string}} head
 * @param {Record<string, string>} pages format → the page of its forms, below a certification
 * @param {(slug: string) => string | null} address of a certification of this site
 * @returns {string | null} where the file goes
 */
export function destination({ format, certification }, pages, address) {
  const page = Object.hasOwn(pages, format) ? pages[format] : null;
  const folder = SLUG.test(certification) ? address(certification) : null;
  return page && folder ? `${folder}${page}` : null;
}

/** @param {HTMLElement} place that says what cannot be opened, and holds what is needed to find the page */
function listen(place) {
  const { lancement = "{}", racine = "" } = place.dataset;
  const site = new URL(racine, location.href);
  const listed = (/** @type {string} */ slug) => {
    const link = document.querySelector(`[data-liste] a[href$="/${slug}/"], [data-liste] a[href="${slug}/"]`);
    return link instanceof HTMLAnchorElement ? link.href : null;
  };

  /** @param {"inconnu" | "sans_place"} motif */
  function say(motif) {
    for (const sentence of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-motif]"))) {
      sentence.hidden = sentence.dataset["motif"] !== motif;
    }
    place.hidden = false;
  }

  /** @param {{files: Handle[]}} launch */
  async function take({ files: [handle] }) {
    if (!handle) return;
    const file = await handle.getFile();
    const texte = await file.text();
    const there = destination(headOf(texte), JSON.parse(lancement), listed);
    if (!there) return say("inconnu");
    try {
      sessionStorage.setItem(`${site.pathname}.fichier-ouvert`, JSON.stringify({ nom: file.name, texte, page: new URL(there).pathname }));
    } catch {
      return say("sans_place");
    }
    location.assign(there);
  }

  const queue = /** @type {{launchQueue?: LaunchQueue}} */ (/** @type {unknown} */ (globalThis)).launchQueue;
  queue?.setConsumer(take);
}

const place = globalThis.document?.querySelector("[data-lancement]");
if (place instanceof HTMLElement) listen(place);
