/**
 * Keeps what Python says in step with the answers.  Answering never waits for it.
 * @module
 */

import { oneByOne } from "./one-by-one.mjs";

/**
 * @param {(requete: object) => Promise<any>} ask
 * @param {() => object} request what to ask of the answers as they stand
 * @param {(resultat: any) => void} show
 * @param {(error: unknown) => void} fail told once for each request that Python could not answer
 * @returns {() => Promise<void>} call it when an answer has changed
 */
export function createScoring(ask, request, show, fail) {
  return oneByOne(async (stale) => {
    // What cannot be shown is a fault of the page, which no word about Python must hide.
    const reply = await ask(request()).catch(fail);
    if (reply?.ok && !stale()) show(reply.resultat);
  });
}
