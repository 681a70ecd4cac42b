// The offline copy of the site: all of it or none, one version at a time, and a new one only when a person says so.
// Of a site too big to be kept whole: what its pages share, and each certification that was asked for (lots.mjs).

import { createLots } from "./lots.mjs";
import { createPart } from "./part.mjs";

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const root = new URL(scope.registration.scope);
// Caches belong to the origin: the path keeps two sites of one host apart (forms/page/erasing.mjs knows this prefix).
const prefix = `repere:${root.pathname}hors-ligne:`;
const name = prefix + REPERE_COPIE.version;
// Written last: a copy without it is not whole.
const SEAL = new URL("copie.json", root).href;
const ABSENT = new URL("hors-ligne/", root);

const commun = createPart(name, root, REPERE_COPIE.fichiers);
const lots = createLots(name, root, SEAL);

/** @type {Promise<void> | undefined} the copy that several pages have asked to make again */
let remaking;

const copies = async () => (await caches.keys()).filter((key) => key.startsWith(prefix));

/**
 * Keep every file, each with its digest; one that is missing or different, and nothing is kept.
 * @param {ExtendableEvent} event
 */
async function keep(event) {
  try {
    const others = (await copies()).filter((key) => key !== name);
    // What a person had at hand stays at hand.
    const wanted = await lots.wanted(others);
    for (const part of [commun, ...lots.parts(wanted)]) {
      await part.inherit(others);
      await part.keep(event);
    }
    await lots.seal({ depuis: new Date().toISOString(), lots: wanted });
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** @returns {Promise<EtatDeCopie>} */
async function state() {
  const seal = await lots.sealed();
  return seal && { version: REPERE_COPIE.version, depuis: seal.depuis, ...lots.counts(seal.lots) };
}

/**
 * The address under which the copy holds what is asked for, or nothing.  A page is the same whatever is searched in it,
 * and whether or not its file is named.
 * @param {Request} request
 * @returns {string | undefined}
 */
function heldAt({ method, mode, url }) {
  const address = new URL(url);
  if (method !== "GET" || !address.href.startsWith(root.href)) return undefined;
  address.hash = "";
  if (mode === "navigate") {
    address.search = "";
    address.pathname = address.pathname.replace(/\/index\.html$/, "/");
    // Links inside a page are relative: its address must end as it was built.
    if (keyOf(`${address.href}/`)) return `${address.href}/`;
  }
  return keyOf(address.href) && address.href;
}

/** @param {string} address */
const keyOf = (address) => commun.keyOf(address) ?? lots.partOf(address)?.keyOf(address);

/** @param {Request} request */
async function fromNetwork(request) {
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== "navigate" || request.url.startsWith(ABSENT.href)) throw error;
    const target = new URL(ABSENT);
    target.searchParams.set("page", request.url);
    return Response.redirect(target.href);
  }
}

/**
 * @param {Request} request
 * @param {string} address where the copy holds it
 */
async function fromCopy(request, address) {
  const asked = new URL(request.url);
  if (request.mode === "navigate" && `${asked.origin}${asked.pathname}/` === address) return Response.redirect(address);
  const key = keyOf(address) ?? address;
  // Asked for by its address, as it was kept, and never by the request: whatever the host's answers vary with is not in
  // either.  What is missing comes from the network and is not kept: a part of a copy is whole from its first day.
  const found = await caches.match(key, { cacheName: name });
  if (!found) return fromNetwork(request);
  if (!address.endsWith(REPERE_COPIE.python.script)) return found;
  // A page's policy does not bind its workers, and many hosts send no header: this one is bound all the same.
  const headers = { "content-type": "text/javascript", "content-security-policy": REPERE_COPIE.python.politique };
  return new Response(found.body, { headers });
}

scope.addEventListener("install", (event) => event.waitUntil(keep(event)));

scope.addEventListener("activate", (event) => {
  const others = async () => (await copies()).filter((key) => key !== name);
  const takeOver = async () => {
    const found = await others();
    const held = (await lots.sealed())?.lots ?? [];
    await lots.followed(event, found, (await lots.wanted(found)).filter((slug) => !held.includes(slug)));
    await Promise.all((await others()).map((key) => caches.delete(key)));
    await scope.clients.claim();
  };
  event.waitUntil(takeOver());
});

scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = heldAt(request);
  if (address) event.respondWith(fromCopy(request, address));
  else if (request.mode === "navigate" && request.method === "GET") event.respondWith(fromNetwork(request));
});

scope.addEventListener("message", (event) => {
  /** @type {DemandeDeCopie} */
  const asked = event.data;
  const answer = async () => {
    if (asked === "activer") await scope.skipWaiting();
    if (asked === "refaire" && !(await state())) await (remaking ??= lots.alone(() => keep(event)).finally(() => (remaking = undefined)));
    if (typeof asked === "object") await lots.keep(event, asked.lots);
    event.ports[0]?.postMessage(await state());
  };
  event.waitUntil(answer().catch(() => event.ports[0]?.postMessage(null)));
});
