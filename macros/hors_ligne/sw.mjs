// The offline copy of the site: all of it or none, one version at a time, and a new one only when a person says so.

import { PrecacheController } from "workbox-precaching/PrecacheController.js";

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const root = new URL(scope.registration.scope);
// Caches belong to the origin: the path keeps two sites of one host apart (forms/page/erasing.mjs knows this prefix).
const prefix = `repere:${root.pathname}hors-ligne:`;
const name = prefix + REPERE_COPIE.version;
// Written last: a copy without it is not whole.
const SEAL = new URL("copie.json", root).href;
const ABSENT = new URL("hors-ligne/", root);

const controller = new PrecacheController({ cacheName: name });
controller.addToCacheList(REPERE_COPIE.fichiers.map((file) => ({ ...file, url: new URL(file.url, root).href })));

/** @type {Promise<void> | undefined} the copy that several pages have asked to make again */
let remaking;

const copies = async () => (await caches.keys()).filter((key) => key.startsWith(prefix));

/** Take from the version before what has not changed. */
async function inherit() {
  const mine = await caches.open(name);
  const others = (await copies()).filter((key) => key !== name);
  for (const key of controller.getCachedURLs().map((url) => controller.getCacheKeyForURL(url) ?? url)) {
    for (const cacheName of others) {
      const found = await caches.match(key, { cacheName });
      if (found) await mine.put(key, found);
    }
  }
}

/**
 * Keep every file, each with its digest; one that is missing or different, and nothing is kept.
 * @param {ExtendableEvent} event
 */
async function keep(event) {
  // A copy that is made again is made as the first time, whatever event asks for it.
  const installing = /** @type {ExtendableEvent} */ ({ type: "install", waitUntil: (promise) => event.waitUntil(promise) });
  try {
    await inherit();
    await controller.install(installing);
    const cache = await caches.open(name);
    await cache.put(SEAL, new Response(JSON.stringify({ depuis: new Date().toISOString() })));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** @returns {Promise<EtatDeCopie>} */
async function state() {
  const seal = await caches.match(SEAL, { cacheName: name });
  if (!seal) return null;
  const { version, pages, octets, fichiers } = REPERE_COPIE;
  return { version, pages, octets, fichiers: fichiers.length, ...(await seal.json()) };
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
    if (controller.getCacheKeyForURL(`${address.href}/`)) return `${address.href}/`;
  }
  return controller.getCacheKeyForURL(address.href) && address.href;
}

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
  const key = controller.getCacheKeyForURL(address) ?? address;
  // Asked for by its address, as it was kept, and never by the request: whatever the host's answers vary with is not in
  // either.  What is missing comes from the network and is not kept: a copy is whole from its first day.
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
    if (asked === "refaire" && !(await state())) await (remaking ??= keep(event).finally(() => (remaking = undefined)));
    event.ports[0]?.postMessage(await state());
  };
  event.waitUntil(answer().catch(() => event.ports[0]?.postMessage(null)));
});
