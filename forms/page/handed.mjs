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
    const { nom, texte, page } = JSON.parse(sessionStorage.getItem(key(path)) ?? "{}");
    // Left for another form, it waits for its page.
    if (page !== location.pathname) return null;
    sessionStorage.removeItem(key(path));
    return new File([texte], nom, { type: "application/json" });
  } catch {
    // Where the browser refuses storage, nothing was left.
    return null;
  }
}
