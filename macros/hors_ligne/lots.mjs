// What the copy of a big site holds beside what its pages share: the certifications that were opened, or asked for, each
// whole or not at all.  Of a site that is kept whole there is none.

import { createPart } from "./part.mjs";

/** @typedef {{depuis: string, lots: string[]}} Sceau */

/**
 * @param {string} cacheName of the version
 * @param {URL} root of the site
 * @param {string} address of the seal, which says what is whole
 */
export function createLots(cacheName, root, address) {
  const certifications = new URL("certifications/", root).href;
  /** @type {Map<string, import("./part.mjs").Part>} made when first asked for: a big site has many */
  const made = new Map();
  /** One writes the seal at a time. @type {Promise<unknown>} */
  let writing = Promise.resolve();

  /** @param {string} asked an address @returns {string | undefined} of the certification that it belongs to */
  const slugOf = (asked) => (asked.startsWith(certifications) ? asked.slice(certifications.length).split("/", 1)[0] : undefined);

  /** @param {string} slug */
  function part(slug) {
    const lot = Object.hasOwn(REPERE_COPIE.lots, slug) ? REPERE_COPIE.lots[slug] : undefined;
    const found = made.get(slug) ?? (lot && createPart(cacheName, root, lot.fichiers, whileSealed));
    if (found) made.set(slug, found);
    return found;
  }

  /** @param {string} [name] of a cache @returns {Promise<Sceau | null>} nothing where the copy is not whole */
  async function sealed(name = cacheName) {
    const found = await caches.match(address, { cacheName: name });
    if (!found) return null;
    const { depuis, lots = [] } = await found.json();
    return { depuis, lots };
  }

  /** @param {Sceau} seal */
  async function seal(seal) {
    await (await caches.open(cacheName)).put(address, new Response(JSON.stringify(seal)));
  }

  /** Once the person has removed the copy, no file of it comes back. @type {import("workbox-core").WorkboxPlugin} */
  const whileSealed = {
    cacheWillUpdate: async ({ response }) => (response.ok && (await sealed()) ? response : null),
  };

  /** @param {import("./part.mjs").Part} files that are not whole */
  async function leave(files) {
    await files.forget();
    const left = await (await caches.open(cacheName)).keys();
    if (left.length === 0) await caches.delete(cacheName);
  }

  /**
   * @template T
   * @param {() => Promise<T>} gesture that writes the seal
   * @returns {Promise<T>} once those before it have ended
   */
  function alone(gesture) {
    const done = writing.then(gesture);
    writing = done.catch(() => {});
    return done;
  }

  /** @param {ExtendableEvent} event @param {string} slug */
  async function keepOne(event, slug) {
    const before = await sealed();
    const files = part(slug);
    if (!before || !files || before.lots.includes(slug)) return;
    try {
      await files.keep(event);
    } catch (error) {
      await leave(files);
      throw error;
    }
    const now = await sealed();
    if (now) await seal({ ...now, lots: [...now.lots, slug] });
    else await leave(files);
  }

  return {
    alone,
    seal,
    sealed,
    /** @param {string[]} slugs */
    parts: (slugs) => slugs.flatMap((slug) => part(slug) ?? []),
    /** @param {string} asked an address @returns {import("./part.mjs").Part | undefined} the certification that it belongs to */
    partOf(asked) {
      return part(slugOf(asked) ?? "");
    },
    /**
     * What a person had at hand is kept again, in a copy that was whole too: the site has grown since.
     * @param {string[]} others caches of the versions before
     * @returns {Promise<string[]>} the certifications that they hold
     */
    async wanted(others) {
      /** @type {string[]} */
      const held = [];
      for (const other of others) {
        if (!(await sealed(other))) continue;
        const keys = await (await caches.open(other)).keys();
        held.push(...keys.map(({ url }) => slugOf(url) ?? ""));
      }
      return Object.keys(REPERE_COPIE.lots).filter((slug) => held.includes(slug));
    },
    /**
     * Keep certifications, one after the other; rejects at the first that cannot be.
     * @param {ExtendableEvent} event
     * @param {string[]} slugs
     */
    async keep(event, slugs) {
      for (const slug of slugs) await alone(() => keepOne(event, slug));
    },
    /**
     * What was kept in a version before while this one waited: as much of it as can be.
     * @param {ExtendableEvent} event
     * @param {string[]} others caches of the versions before
     * @param {string[]} slugs that they hold
     */
    async followed(event, others, slugs) {
      for (const slug of slugs) {
        await part(slug)?.inherit(others);
        await alone(() => keepOne(event, slug)).catch(() => {});
      }
    },
    /** @param {string[]} held @returns {{pages: number, octets: number, fichiers: number, lots: LotDeCopie[]}} */
    counts(held) {
      const lots = Object.entries(REPERE_COPIE.lots).map(([slug, { titre }]) => ({ slug, titre, garde: held.includes(slug) }));
      const all = [REPERE_COPIE, ...held.flatMap((slug) => REPERE_COPIE.lots[slug] ?? [])];
      /** @param {(one: PartDeCopie) => number} count */
      const sum = (count) => all.reduce((total, one) => total + count(one), 0);
      return { pages: sum((one) => one.pages), octets: sum((one) => one.octets), fichiers: sum((one) => one.fichiers.length), lots };
    },
  };
}
