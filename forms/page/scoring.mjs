/**
 * Keeps what Python says in step with the answers.  Answering never waits for it.
 * @module
 */

import { oneByOne } from "./one-by-one.mjs";

/**
 * @param {object} base
 * @param {(requete: object) => Promise<any>} base.ask
 * @param {(error: unknown) => void} base.fail told once for each request that Python could not answer
 * @param {() => Promise<void>} base.released settles once nothing is pressed: what is shown may move the page
 * @param {() => object} request what to ask of the answers as they stand
 * @param {(resultat: any) => void} show
 * @returns {() => Promise<void>} call it when an answer has changed
 */
export function createScoring({ ask, fail, released }, request, show) {
  return oneByOne(async (stale) => {
    // What cannot be shown is a fault of the page, which no word about Python must hide.
    const reply = await ask(request()).catch(fail);
    await released();
    if (reply?.ok && !stale()) show(reply.resultat);
  });
}
