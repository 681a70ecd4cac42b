/**
 * What one had begun, on the home page and on « Comparer »: the forms kept on this device, read and never written, each
 * with a link to where one was, or to what the answers cover elsewhere.  The sentences stand in the page, hidden; without a draft, or where the browser refuses to look, none shows.
 */

// The form knows which question that is, from the answers of the day.
const RESUME = "#reprendre";
const STORE = "brouillons";
const AT_MOST = 3;

/**
 * `reprise` is null where nothing is answered, and is not there in drafts of before it was noted.
 * @typedef {{formulaire: string, modifie_le: string, reprise?: {titre: string, question?: number} | null}} Brouillon
 */

/**
 * @param {string} base name of the database
 * @returns {Promise<IDBDatabase | null>} nothing where there is none: looking never makes it
 */
function open(base) {
  return new Promise((resolve) => {
    const request = indexedDB.open(base);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(null);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}

/**
 * @param {string} base
 * @returns {Promise<Brouillon[]>} every draft, the last changed first
 */
async function drafts(base) {
  const database = await open(base);
  if (!database?.objectStoreNames.contains(STORE)) return [];
  return new Promise((resolve) => {
    const request = database.transaction(STORE).objectStore(STORE).getAll();
    request.onerror = () => resolve([]);
    request.onsuccess = () => {
      database.close();
      resolve(request.result.sort((one, other) => (one.modifie_le < other.modifie_le ? 1 : -1)));
    };
  });
}

/**
 * @param {Brouillon[]} found
 * @param {string} [only] the kind of form that is wanted; every kind without it
 * @returns {Brouillon[]} one for each form: the page opens the draft that was on screen last; none that holds nothing
 */
export function toResume(found, only = "") {
  /** @type {Map<string, Brouillon>} */
  const forms = new Map();
  for (const draft of found) {
    const known = /^[a-z-]+\/[a-z0-9-]+$/.test(String(draft?.formulaire));
    if (known && draft.formulaire.startsWith(only) && draft.reprise !== null && !forms.has(draft.formulaire)) forms.set(draft.formulaire, draft);
  }
  return [...forms.values()].slice(0, AT_MOST);
}

/** @param {HTMLElement} panel */
async function show(panel) {
  const racine = new URL(panel.dataset["racine"] ?? "", location.href);
  const { genre: only = "", ancre = "" } = panel.dataset;
  const found = toResume(await drafts(`repere:${racine.pathname}`), only);
  const lines = found.map(({ formulaire, reprise }) => {
    const [genre = "", slug = ""] = formulaire.split("/");
    const wanted = reprise?.question ? ["question", "titre"] : reprise ? ["titre"] : ["ancien"];
    const models = wanted.map((name) => panel.querySelector(`template[data-modele=${name}]`));
    const model = /** @type {HTMLTemplateElement} */ (models.find((one) => one));
    const line = /** @type {HTMLElement} */ (/** @type {Element} */ (model.content.firstElementChild).cloneNode(true));
    const link = /** @type {HTMLAnchorElement} */ (line.querySelector("a"));
    link.href = `${racine.href}certifications/${slug}/${genre}/${ancre || (reprise?.question ? RESUME : "")}`;
    for (const [name, value] of Object.entries({ titre: reprise?.titre, question: reprise?.question })) {
      const place = line.querySelector(`[data-champ=${name}]`);
      if (place) place.textContent = String(value);
    }
    return line;
  });
  panel.querySelector("ul")?.replaceChildren(...lines);
  panel.hidden = lines.length === 0;
}

const panel = globalThis.document?.getElementById("r-reprise");
if (panel) {
  show(panel).catch(() => {});
  // Back from the form, the page is as it was left: the draft has changed since.
  addEventListener("pageshow", ({ persisted }) => persisted && show(panel).catch(() => {}));
}
