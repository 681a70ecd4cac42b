/**
 * The writings of a form that several hands fill: each answer with who wrote it and when.  Pure: contents come in, new contents go out.
 * Nothing that somebody else wrote is ever lost: what takes its place puts it aside.
 * @module
 */

/** @typedef {import("../../questionnaire/web/fields.mjs").Raw} Raw */
/** @typedef {{role: string, nom: string}} Auteur an empty role: nobody has said who writes */
/** @typedef {{valeur: Raw, par: Auteur, le: string}} Ecrit */
/** @typedef {Record<string, Ecrit>} Ecrits by place */
/** @typedef {"choix" | "reecrit" | "anterieure" | "proposee" | "fusion" | "sans_place"} Raison why a writing is kept beside */
/** @typedef {Ecrit & {place: string, raison: Raison}} Ecarte */
/** @typedef {{place: string, valeur: Raw, par: Auteur}} Entamee what somebody has begun to propose (begun.mjs) */
/**
 * `qui` and `entamees` are of this device: no file holds them.
 * @typedef {{valeurs: Ecrits, ecartees: Ecarte[], qui: Auteur, entamees?: Entamee[]}} Contenu
 */

/** @returns {Contenu} */
export const blank = () => ({ valeurs: {}, ecartees: [], qui: { role: "", nom: "" } });

/** @param {Raw | undefined} raw @returns {string | undefined} what compares: an accent beside its letter is the same accent */
const comparable = (raw) => JSON.stringify(raw)?.normalize("NFC");

/**
 * @param {Raw | undefined} one
 * @param {Raw | undefined} other
 */
export const same = (one, other) => comparable(one) === comparable(other);

/**
 * @param {Auteur} one
 * @param {Auteur} other
 */
export const samePerson = (one, other) => one.role === other.role && comparable(one.nom.trim()) === comparable(other.nom.trim());

/** Voice → the roles that it speaks with. @type {Record<string, string[]>} */
const VOICES = { candidat: ["candidat"], entreprise: ["entreprise"], organisme: ["organisme"], interlocuteur: ["entreprise", "organisme"] };

/**
 * @param {string | undefined} voix whose word a place is; nothing: nobody's
 * @param {Auteur} auteur
 */
export const speaks = (voix, { role }) => voix === undefined || VOICES[voix].includes(role);

/**
 * @param {Ecrit} before
 * @param {Auteur} qui writes now
 * @param {string | undefined} voix
 * @returns {boolean} whether these are words of another hand; those that nobody has signed are of whose word the place is
 */
export function foreign({ par }, qui, voix) {
  return par.role === "" ? qui.role !== "" && !speaks(voix, qui) : !samePerson(par, qui);
}

/** What gave its place to another writing, and is taken back by typing it again. @type {Raison[]} */
const OVERWRITTEN = ["choix", "reecrit", "fusion"];

/**
 * Writes an answer, in the name of who writes now.
 * @param {Contenu} contenu
 * @param {string} place
 * @param {Raw | undefined} raw nothing: the answer is taken away
 * @param {string} moment local time with its offset
 * @param {string} [voix] whose word this place is
 * @returns {Contenu}
 */
export function write(contenu, place, raw, moment, voix) {
  const { [place]: before, ...others } = contenu.valeurs;
  if (same(before?.valeur, raw)) return contenu;
  // Typed again as it was: it is again what that person wrote.  One's own words are written anew, at this moment.
  const back = contenu.ecartees.find((one) => one.place === place && OVERWRITTEN.includes(one.raison) && same(one.valeur, raw));
  const left = back ? contenu.ecartees.filter((one) => one !== back) : contenu.ecartees;
  const ecartees = before && foreign(before, contenu.qui, voix) ? beside(left, place, before, "reecrit") : left;
  if (raw === undefined) return { ...contenu, valeurs: others, ecartees };
  const theirs = back && !samePerson(back.par, contenu.qui);
  const ecrit = theirs ? { valeur: back.valeur, par: back.par, le: back.le } : { valeur: raw, par: contenu.qui, le: moment };
  // In place: the order of a list is that of its writings.
  return { ...contenu, valeurs: { ...contenu.valeurs, [place]: ecrit }, ecartees };
}

/**
 * @param {Ecarte[]} ecartees
 * @param {string} place
 * @param {Ecrit} ecrit
 * @param {Raison} raison
 * @returns {Ecarte[]} with a writing that is kept beside
 */
function beside(ecartees, place, { valeur, par, le }, raison) {
  return [...ecartees, { place, valeur, par, le, raison }];
}

/**
 * @param {Ecrit | undefined} ecrit
 * @param {Auteur} qui
 * @returns {boolean} whether this person wrote it; a role without a name may be two people
 */
export const mine = (ecrit, qui) => ecrit !== undefined && qui.nom.trim() !== "" && samePerson(ecrit.par, qui);

/**
 * @param {Ecarte} ecarte
 * @param {string} place
 * @param {Auteur} qui
 * @returns {boolean} whether this is what this person proposed there
 */
export const own = (ecarte, place, qui) => ecarte.raison === "proposee" && ecarte.place === place && mine(ecarte, qui);

/**
 * Writes other words beside a place that is somebody's word, which stands as it did; one's own proposal of before goes.
 * @param {Contenu} contenu
 * @param {string} place
 * @param {Raw} raw
 * @param {string} moment
 * @returns {Contenu}
 */
export function propose(contenu, place, raw, moment) {
  if (same(contenu.valeurs[place]?.valeur, raw)) return contenu;
  const others = contenu.ecartees.filter((one) => !own(one, place, contenu.qui));
  return { ...contenu, ecartees: beside(others, place, { valeur: raw, par: contenu.qui, le: moment }, "proposee") };
}

/**
 * @param {Contenu} contenu
 * @param {string} place whose words give way to others
 * @param {Ecrit} ecrit what somebody puts there
 * @returns {Ecarte[]} with those words kept beside; not what its author had taken of a proposal that is still there to take
 */
function yielded({ valeurs, ecartees, qui }, place, ecrit) {
  const { [place]: stands } = valeurs;
  if (!stands) return ecartees;
  const proposed = ecartees.some((one) => one.place === place && one.raison === "proposee" && same(one.valeur, stands.valeur));
  if (proposed && qui.role !== "" && samePerson(stands.par, qui)) return ecartees;
  if (!mine(stands, qui) || !mine(ecrit, qui)) return beside(ecartees, place, stands, "fusion");
  // Said once more since then: it is one former answer.
  const said = (/** @type {Ecarte} */ one) => one.place === place && one.raison === "anterieure" && mine(one, qui) && same(one.valeur, stands.valeur);
  return beside(ecartees.filter((one) => !said(one)), place, stands, "anterieure");
}

/**
 * Gives its place back to what is kept beside; what stands there is kept beside in its turn.  Words that were proposed to
 * who takes them become theirs, of this moment, and stay in the name of who proposed them too.  One's own words put back are
 * of this moment: it is what one answers now, and no copy of before undoes it.
 * @param {Contenu} contenu
 * @param {Ecarte} ecarte
 * @param {string} moment
 * @param {string} [voix] whose word this place is
 * @returns {Contenu}
 */
export function swap(contenu, ecarte, moment, voix) {
  const { qui } = contenu;
  const { place, valeur, par, le } = ecarte;
  const taken = ecarte.raison === "proposee" && voix !== undefined && speaks(voix, qui);
  const kept = taken ? contenu.ecartees : contenu.ecartees.filter((one) => one !== ecarte);
  const ecrit = taken || mine(ecarte, qui) ? { valeur, par: qui, le: moment } : { valeur, par, le };
  return { ...contenu, valeurs: { ...contenu.valeurs, [place]: ecrit }, ecartees: yielded({ ...contenu, ecartees: kept }, place, ecrit) };
}

/**
 * What was typed before the script ran, over a draft: nobody has signed it, and nothing that somebody had is lost.
 * @param {Contenu} kept
 * @param {Ecrits} typed
 * @param {(place: string) => string | undefined} voixOf
 * @returns {Contenu}
 */
export function overlay(kept, typed, voixOf) {
  /** @type {Contenu} */
  let found = { ...kept, qui: blank().qui };
  for (const [place, { valeur, le }] of Object.entries(typed)) found = write(found, place, valeur, le, voixOf(place));
  return { ...found, qui: kept.qui };
}

/**
 * @param {Contenu} contenu
 * @param {Ecrits} gone writings of rows that were removed
 * @param {string} place
 * @param {Raw | undefined} raw
 * @returns {Contenu | null} with the writing that comes back; null where none does
 */
export function restore(contenu, gone, place, raw) {
  const before = Object.hasOwn(gone, place) ? gone[place] : undefined;
  if (!before || place in contenu.valeurs || !same(before.valeur, raw)) return null;
  const ecartees = contenu.ecartees.filter((one) => one.place !== place || one.le !== before.le || !same(one.valeur, before.valeur));
  return { ...contenu, valeurs: { ...contenu.valeurs, [place]: before }, ecartees };
}

/**
 * @param {Contenu} contenu
 * @returns {Map<string, string[]>} ids of the rows of each list that has some, in their order: those with answers, then
 *   those where nothing but a proposal was written, or begun
 */
export function everyRow({ valeurs, ecartees, entamees = [] }) {
  const proposed = ecartees.filter(({ raison }) => raison === "proposee").map(({ place }) => place);
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const [liste, id] of [...Object.keys(valeurs), ...proposed, ...entamees.map(({ place }) => place)].map((place) => place.split("/"))) {
    if (id !== undefined) found.set(liste, (found.get(liste) ?? new Set()).add(id));
  }
  return new Map([...found].map(([liste, ids]) => [liste, [...ids]]));
}

/**
 * Puts the rows of a list in order; the writings of those that are gone go, those of somebody else to what is kept beside.
 * @param {Contenu} contenu
 * @param {string} liste
 * @param {string[]} order
 * @param {(place: string) => string | undefined} voixOf
 * @returns {{contenu: Contenu, gone: Ecrits}} `gone`: to be given back where a row comes back
 */
export function arrange(contenu, liste, order, voixOf) {
  const entries = Object.entries(contenu.valeurs);
  const inside = (/** @type {string} */ place) => place.startsWith(`${liste}/`);
  /** @type {Map<string, [string, Ecrit][]>} */
  const byRow = new Map();
  for (const entry of entries) {
    const [code, id] = entry[0].split("/");
    if (code === liste && id !== undefined) byRow.set(id, [...(byRow.get(id) ?? []), entry]);
  }
  const rows = order.flatMap((id) => byRow.get(id) ?? []);
  const kept = new Set(rows.map(([place]) => place));
  const gone = entries.filter(([place]) => inside(place) && !kept.has(place));
  const valeurs = Object.fromEntries([...entries.filter(([place]) => !inside(place)), ...rows]);
  /** @type {Ecarte[]} */
  const theirs = gone.flatMap(([place, ecrit]) => (foreign(ecrit, contenu.qui, voixOf(place)) ? beside([], place, ecrit, "reecrit") : []));
  const ecartees = theirs.length > 0 ? [...contenu.ecartees, ...theirs] : contenu.ecartees;
  return { contenu: { ...contenu, valeurs, ecartees }, gone: Object.fromEntries(gone) };
}

/**
 * @param {Ecrits} valeurs
 * @returns {string[]} the places that nobody has signed
 */
export function unsigned(valeurs) {
  return Object.entries(valeurs).filter(([, { par }]) => par.role === "").map(([place]) => place);
}

/**
 * @param {Contenu} contenu
 * @returns {Contenu} with what nobody had signed signed by who writes now; the hours stay
 */
export function sign(contenu) {
  const entries = Object.entries(contenu.valeurs).map(([place, ecrit]) => [place, ecrit.par.role === "" ? { ...ecrit, par: contenu.qui } : ecrit]);
  return { ...contenu, valeurs: Object.fromEntries(entries) };
}

/**
 * @param {Contenu} one
 * @param {Contenu} other
 * @param {(place: string) => boolean} apart places that do not count
 * @returns {boolean} whether the same person has the same words before them; a writing is a value, a change makes another
 */
export function sameWords(one, other, apart) {
  const [here, there] = [one, other].map(({ valeurs }) => Object.keys(valeurs).filter((place) => !apart(place)));
  return samePerson(one.qui, other.qui) && here.length === there.length && here.every((place) => one.valeurs[place] === other.valeurs[place]);
}

/**
 * @param {Contenu} contenu
 * @returns {object} what the file holds
 */
export function exported({ valeurs, ecartees }) {
  return { valeurs, ...(ecartees.length > 0 ? { ecartees } : {}) };
}
