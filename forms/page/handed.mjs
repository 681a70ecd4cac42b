/**
 * A file that the system has opened with this site: the page that it comes to leaves it here for the page of its form.
 * It stays within the tab, and goes as soon as it is taken.
 * @module
 */

/** @param {string} path of the site */
const key = (path) => `${path}.fichier-ouvert`;

/**
 * @param {string} path of the site
 * @returns {File | null} the file left for this page, once
 */
export function takeHanded(path) {
  try {
    const kept = sessionStorage.getItem(key(path));
    sessionStorage.removeItem(key(path));
    const { nom, texte, page } = JSON.parse(kept ?? "{}");
    return page === location.pathname ? new File([texte], nom, { type: "application/json" }) : null;
  } catch {
    // Where the browser refuses storage, nothing was left.
    return null;
  }
}
