/**
 * Keeps what Python says in step with the answers: at most one request under way, and
 * one more after it if answers changed meanwhile.  Answering never waits for it.
 * @module
 */

/**
 * @param {(requete: object) => Promise<any>} ask
 * @param {() => object} request what to ask of the answers as they stand
 * @param {(resultat: any) => void} show
 * @param {(error: unknown) => void} fail told once for each request that Python could not answer
 * @returns {() => void} call it when an answer has changed
 */
export function createScoring(ask, request, show, fail) {
  let underWay = false;
  let stale = false;

  async function run() {
    underWay = true;
    try {
      while (stale) {
        stale = false;
        const reply = await ask(request());
        if (!stale) show(reply.resultat);
      }
    } catch (error) {
      fail(error);
    } finally {
      underWay = false;
    }
  }

  return () => {
    stale = true;
    if (!underWay) run();
  };
}
