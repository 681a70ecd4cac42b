/**
 * The offline copy of the site, for the modules of a page: ask for it, know it, remove it. Nothing here throws where a
 * browser refuses service workers (settings, private browsing, a site opened from a folder): the copy is then
 * « impossible », and the site is what it was without it.
 */

/** Address of the site, whatever the page and wherever the site stands on its host. */
export const root = new URL(document.querySelector(".r-marque")?.getAttribute("href") ?? "./", location.href);

/** What the names of this site's databases, caches and locks begin with. */
const base = `repere:${root.pathname}`;

/** A page holds it, shared, while a form on it is being filled. */
export const FORM_LOCK = `${base}formulaire`;

const CHOICE = `${root.pathname}.hors-ligne`;
/** A worker that says nothing for so long is taken for absent, in milliseconds; making a copy takes its time. */
const PATIENCE = { etat: 5_000, refaire: 600_000, lots: 600_000 };

/** @typedef {{slug: string, titre: string, garde: boolean}} Lot a certification of a site too big to be kept whole */
/** @typedef {{version: string, pages: number, octets: number, fichiers: number, depuis: string, lots: Lot[]}} Copie */

/** @returns {ServiceWorkerContainer | undefined} where the browser has one and lets this page use it */
export function container() {
  try {
    return location.protocol.startsWith("http") ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {"oui" | "non" | undefined} what the person chose here, if anything */
export function choice() {
  try {
    const kept = localStorage.getItem(CHOICE);
    return kept === "oui" || kept === "non" ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** @returns {boolean} whether the person spares data, and has not asked for a copy all the same */
export function sparing() {
  return /** @type {any} */ (navigator).connection?.saveData === true && choice() !== "oui";
}

/** @returns {boolean} whether a copy may be made unasked: not once refused, nor where a person spares data */
export function mayKeep() {
  return choice() === "oui" || (choice() === undefined && !(sparing() && !container()?.controller));
}

/** @param {"oui" | "non"} value */
function choose(value) {
  try {
    localStorage.setItem(CHOICE, value);
  } catch {
    // Storage refused: there is no copy either.
  }
}

/** @returns {Promise<ServiceWorkerRegistration | undefined>} of this very site, not of one that stands above it */
async function registration() {
  const found = await container()?.getRegistration(root.href).catch(() => undefined);
  return found?.scope === root.href ? found : undefined;
}

/**
 * @param {ServiceWorker} worker
 * @param {"etat" | "refaire" | {lots: string[]}} question
 * @returns {Promise<Copie | null>} what it keeps; nothing where it does not answer
 */
function ask(worker, question) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(null), PATIENCE[typeof question === "string" ? question : "lots"]);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      // A worker of before knows no part of a copy.
      resolve(data && { lots: [], ...data });
    };
    worker.postMessage(question, [port2]);
  });
}

/** @returns {Promise<Copie | null>} the copy that serves this device now, if there is one */
export async function kept() {
  const worker = (await registration())?.active;
  return worker ? ask(worker, "etat") : null;
}

/**
 * Keep certifications too, of a site that is not kept whole.
 * @param {string[]} slugs
 * @returns {Promise<Copie | null>} what is kept then; nothing where one could not be
 */
export async function keepLots(slugs) {
  const worker = (await registration())?.active;
  return worker ? ask(worker, { lots: slugs }) : null;
}

/**
 * @param {Copie} copy
 * @returns {Lot | undefined} the certification that an address of this site belongs to, where the copy is not whole
 */
export function lotOf(copy, { href } = location) {
  return copy.lots.find(({ slug }) => href.startsWith(new URL(`certifications/${slug}/`, root).href));
}

/**
 * Ask for the copy, and for its repair where the browser has lost a part of it.
 * @param {(registration: ServiceWorkerRegistration) => void} [found] called before anything is waited for
 * @returns {Promise<Copie | null>} nothing where it cannot be made
 */
export async function keep(found = () => {}) {
  try {
    const made = await container()?.register(new URL("sw.js", root), { scope: root.pathname });
    if (!made) return null;
    found(made);
    const worker = made.active ?? (await installed(made.installing ?? made.waiting));
    return worker && ((await ask(worker, "etat")) ?? (await ask(worker, "refaire")));
  } catch {
    return null;
  }
}

/**
 * @param {ServiceWorker | null} worker that is being installed
 * @returns {Promise<ServiceWorker | null>} the worker once it serves; nothing where it could not be installed
 */
function installed(worker) {
  return new Promise((resolve) => {
    const look = () => {
      if (!worker || worker.state === "redundant") resolve(null);
      else if (worker.state === "activated") resolve(worker);
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

/** Keep the copy from now on, as the person asked. */
export async function wanted() {
  choose("oui");
  return keep();
}

/** Remove the copy and do not make it again, as the person asked; drafts and files stay. */
export async function remove() {
  choose("non");
  await (await registration())?.unregister();
  const names = "caches" in globalThis ? await caches.keys() : [];
  await Promise.all(names.filter((name) => name.startsWith(`${base}hors-ligne:`)).map((name) => caches.delete(name)));
}
