/**
 * What a file of another certification brought: some is written, some waits to be taken or left.
 * Nothing that is answered changes but by a gesture, and all of it can be taken back.
 * @module
 */

import { whenLeft } from "../../page/panels.mjs";
import { bring, leave } from "../../page/places.mjs";
import { sayAll } from "../../page/unsaid.mjs";
import { createMovedView } from "./moved-view.mjs";
import { poured, sameAnswers, taken, withAnswersOf } from "./taking.mjs";

/** @typedef {import("./statements.mjs").Contenu} Contenu */
/** @typedef {import("./taking.mjs").Transport} Transport */
/** @typedef {import("./taking.mjs").Proposition} Proposition */

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {import("../../page/status.mjs").Status} page.status
 * @param {() => import("../../page/saving.mjs").Saving} page.saving known once the page has its draft
 */
export function createMoved(panel, { status, saving }) {
  const view = createMovedView(panel, status.phrase);
  /** What waits to be taken or left, in order. @type {Proposition[]} */
  let open = [];
  /**
   * The contents before the file, and as this module last wrote them; nothing from the moment that somebody else answers:
   * nobody can give back what stood before the file any more, and no proposal that is taken then changes that.
   * @type {{before: Contenu, after: Contenu} | null}
   */
  let written = null;

  function forget() {
    open = [];
    written = null;
  }
  whenLeft(panel, forget);

  /** Whether what the file has written can be taken back to the letter. */
  const undoable = () => written !== null && written.after !== written.before;

  function close() {
    leave(panel);
    forget();
  }

  /** @param {Contenu} contenu */
  function put(contenu) {
    saving().put(contenu);
    return saving().brouillon().contenu;
  }

  /** @param {Proposition[]} some of those that wait */
  function accept(some) {
    sayAll();
    const before = saving().brouillon().contenu;
    const { contenu, late } = taken(before, some);
    open = open.filter((one) => !some.includes(one));
    if (written && !sameAnswers(written.after, before)) written = null;
    if (contenu !== before) {
      const after = put(contenu);
      if (written) written = { ...written, after };
    }
    view.settle(some.filter((one) => !late.includes(one)), "prise");
    view.settle(late, "tard");
    view.offer(undoable());
    const [nombre, tard, reste] = [some.length - late.length, late.length, open.length].map(String);
    status.say(late.length > 0 ? "passage_pris_tard" : "passage_pris", { nombre, tard, reste });
  }

  /** @param {HTMLElement} control @returns {Proposition[]} the one that a button is about */
  const about = (control) => open.filter(({ code }) => code === control.dataset["code"]);

  return {
    /**
     * @param {Contenu} before
     * @param {Transport} resultat
     * @param {string} nom of the file
     */
    take(before, resultat, nom) {
      const waited = open.length > 0;
      // Each file is taken back by itself: of one that came before, nothing is promised any more.
      written = { before, after: resultat.verses.length > 0 ? put(poured(before, resultat)) : before };
      open = [...resultat.propositions];
      view.show(resultat, undoable());
      panel.hidden = false;
      status.say(waited ? "passage_remplace" : "passage", { nom });
      bring(/** @type {HTMLElement} */ (panel.querySelector("h2")));
    },
    /** Somebody has written since: what a file made can no longer be taken back as a whole. */
    written() {
      written = null;
      view.offer(false);
    },
    /** @type {Record<string, (control: HTMLElement) => unknown>} */
    actions: {
      "passage-prendre": (control) => {
        accept(about(control));
        view.next();
      },
      "passage-laisser": (control) => {
        const some = about(control);
        open = open.filter((one) => !some.includes(one));
        view.settle(some, "laissee");
        status.say("passage_laisse", { reste: String(open.length) });
        view.next();
      },
      "passage-tout-prendre"() {
        accept(open.filter(({ valeur }) => valeur !== null));
        view.next();
      },
      "passage-fermer": close,
      "passage-annuler"() {
        sayAll();
        const now = saving().brouillon().contenu;
        if (!written || !sameAnswers(written.after, now)) return status.say("passage_trop_tard");
        put(withAnswersOf(now, written.before));
        close();
        status.say("passage_annule");
      },
    },
  };
}
