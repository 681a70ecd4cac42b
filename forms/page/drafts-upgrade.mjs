/**
 * The database of drafts, from every version that was published to the newest.
 * Version 1 held one draft of the only kind of form for each certification; version 2 several, with names.
 * @module
 */

export const STORE = "brouillons";
export const CHOICES = "choix";

/** @typedef {import("idb").IDBPDatabase} Database */
/** @typedef {import("idb").IDBPTransaction<unknown, string[], "versionchange">} Transaction */

/** @param {string} certification */
const key = (certification) => `auto-positionnement/${certification}`;

/** @param {any} draft of version 1 or 2 */
function renewed({ certification, reponses, reponses_ecartees, ...draft }) {
  return { id: certification, nom: "", revision: "1", ...draft, formulaire: key(certification), contenu: { reponses, reponses_ecartees } };
}

/**
 * @param {Database} database
 * @param {number} oldVersion 0 where there was none
 * @param {Transaction} transaction
 */
export async function upgrade(database, oldVersion, transaction) {
  const drafts = oldVersion ? await transaction.objectStore(STORE).getAll() : [];
  const choices = oldVersion === 2 ? await transaction.objectStore(CHOICES).getAll() : [];
  for (const name of database.objectStoreNames) database.deleteObjectStore(name);
  const store = database.createObjectStore(STORE, { keyPath: "id" });
  store.createIndex("formulaire", "formulaire");
  const chosen = database.createObjectStore(CHOICES, { keyPath: "formulaire" });
  await Promise.all([
    ...drafts.map((draft) => store.put(renewed(draft))),
    ...choices.map(({ certification, id }) => chosen.put({ formulaire: key(certification), id })),
  ]);
}
