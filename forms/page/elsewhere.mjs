/**
 * The other certifications: what people call them, and what leads from one form to theirs.  Files of data, asked for when
 * something needs them: nothing of them is in the page.
 * @module
 */

import { asker, named } from "./script-files.mjs";

const RECEIVER = "reperePasserelles";
const EVERY = "collection_entiere";

/** @typedef {{certification: string, page: string, titre: string}} Ailleurs where a file opens, that does not open here */
/** @typedef {ReturnType<typeof createElsewhere>} Elsewhere */

/**
 * @param {string} texte of a file
 * @returns {{format: string, certification: string}} what it says of itself; nothing where it says none of it
 */
export function aboutOf(texte) {
  try {
    const { format, certification } = Object(JSON.parse(texte));
    return { format: `${format ?? ""}`, certification: typeof certification === "string" ? certification : "" };
  } catch {
    // What is not even JSON is refused where it is opened, with a reason.
    return { format: "", certification: "" };
  }
}

/**
 * @param {object} page
 * @param {string} page.certification of the page
 * @param {string} page.format of its files
 * @param {string} page.racine the root of the site, from the page
 */
export function createElsewhere({ certification, format, racine }) {
  const root = new URL(racine, location.href);
  const file = asker(new URL("assets/passerelles/", root), RECEIVER);
  const collection = () => /** @type {Promise<{certification: string, intitule: string}[]>} */ (file(EVERY));

  /** @param {string} place below the root */
  const address = (place) => named(new URL(place, root)).href;

  return {
    collection,
    /** @param {string} slug @returns {Promise<any>} what leads away from a certification; rejects where nothing is known of it */
    async links(slug) {
      const known = await collection();
      // Asked for by its name, which a file gave: only one that exists is.
      if (!known.some((one) => one.certification === slug)) throw new TypeError(`unknown: ${slug}`);
      return file(slug);
    },
    /**
     * @param {string} texte
     * @returns {Promise<Record<string, string>>} titles to name a file by, that opens on another page; none for one of ours
     */
    async titles(texte) {
      const { certification: theirs, format: kind } = aboutOf(texte);
      if (!theirs || (theirs === certification && kind === format)) return {};
      const known = await collection().catch(() => []);
      const both = known.filter((one) => one.certification === theirs || one.certification === certification);
      return Object.fromEntries(both.map((one) => [one.certification, one.intitule]));
    },
    /** @param {string} slug */
    fiche: (slug) => address(`certifications/${slug}/`),
    /**
     * @param {string} slug
     * @param {string} page of that certification
     */
    page: (slug, page) => address(`certifications/${slug}/${page}/`),
    /** @param {string} slug */
    compared: (slug) => `${address("comparer/")}#${certification},${slug}`,
  };
}
