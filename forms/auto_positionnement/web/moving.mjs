/**
 * A file of another certification comes to this form: what a link carries is written, what is near waits to be taken or left.
 * Python says which is which; nothing that is answered changes but by a gesture, and all of it can be taken back.
 * @module
 */

import { aboutOf } from "../../page/elsewhere.mjs";
import { whenLeft } from "../../page/panels.mjs";
import { bring, leave } from "../../page/places.mjs";
import { FileError, readText } from "../../page/reading.mjs";
import { askUntilStable, isHere } from "../../page/requests.mjs";
import { sayAll } from "../../page/unsaid.mjs";
import { createMovedView } from "./moved-view.mjs";
import { poured, sameAnswers, taken, withAnswersOf } from "./taking.mjs";

/** @typedef {import("./statements.mjs").Contenu} Contenu */
/** @typedef {import("./taking.mjs").Transport} Transport */
/** @typedef {import("./taking.mjs").Proposition} Proposition */
/** @typedef {{resultat?: Transport, refus?: import("../../page/status.mjs").Refus}} Answer */

const FORMAT = "repere/auto-positionnement";

/**
 * @param {HTMLElement} panel
 * @param {object} page
 * @param {string} page.certification of the form
 * @param {import("../../page/python.mjs").Python} page.python
 * @param {import("../../page/status.mjs").Status} page.status
 * @param {import("../../page/elsewhere.mjs").Elsewhere} page.elsewhere
 * @param {() => import("../../page/saving.mjs").Saving} page.saving known once the page has its draft
 * @param {() => Promise<void>} page.showDrafts
 */
export function createMoving(panel, { certification, python, status, elsewhere, saving, showDrafts }) {
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

  /** Whether what the file has written can be taken back to the letter. */
  const undoable = () => written !== null && written.after !== written.before;
  whenLeft(panel, forget);

  function close() {
    leave(panel);
    forget();
  }

  /** @param {Contenu} contenu */
  function put(contenu) {
    saving().put(contenu);
    return saving().brouillon().contenu;
  }

  /**
   * @param {string} texte
   * @param {any} origine
   * @returns {Promise<Answer>}
   */
  async function ask(texte, origine) {
    if (python.state.nom === "chargement") status.say("fichier_en_attente");
    const { reponses, premier_tour: first = {} } = saving().brouillon().contenu;
    try {
      const titres = await elsewhere.titles(texte);
      const reply = await python.ask({ action: "transposer", titres, corps: { texte, origine, reponses, premier_tour: first } });
      return reply.ok ? { resultat: reply.resultat } : { refus: reply };
    } catch {
      return { refus: status.phrase("fichier_sans_calcul") };
    }
  }

  /**
   * Another draft is on screen: what was poured is kept beside, with all that the first one holds, unless it was deleted.
   * @param {import("../../page/drafts.mjs").Brouillon} asked
   * @param {Transport} resultat
   */
  async function keepBeside(asked, resultat) {
    if (await saving().isDeleted(asked)) return status.say("reponse_abandonnee");
    const nom = status.phrase("brouillon_a_part", { nom: asked.nom || status.phrase("brouillon_sans_nom") });
    await saving().aside(poured(asked.contenu, resultat), { nom });
    await showDrafts();
    status.say("passage_a_part", { nom });
  }

  /**
   * @param {Contenu} before
   * @param {Transport} resultat
   * @param {string} nom of the file
   */
  function take(before, resultat, nom) {
    const waited = open.length > 0;
    // Each file is taken back by itself: of one that came before, nothing is promised any more.
    written = { before, after: resultat.verses.length > 0 ? put(poured(before, resultat)) : before };
    open = [...resultat.propositions];
    view.show(resultat, undoable());
    panel.hidden = false;
    status.say(waited ? "passage_remplace" : "passage", { nom });
    bring(/** @type {HTMLElement} */ (panel.querySelector("h2")));
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
     * @param {File} file
     * @param {(file: File) => Promise<void>} openHere
     */
    async receive(file, openHere) {
      const given = saving().brouillon();
      /** @type {string} */
      let texte;
      try {
        texte = await readText(file);
      } catch (error) {
        return status.refuse(status.phrase(error instanceof FileError ? error.motif : "fichier_illisible"));
      }
      const { format, certification: theirs } = aboutOf(texte);
      const moves = format === FORMAT && theirs !== "" && theirs !== certification;
      // Of a certification that is not known here, or whose links do not come: refused where it is opened.
      const origine = moves ? await elsewhere.links(theirs).catch(() => null) : null;
      if (!isHere(saving(), given)) return status.say("fichier_autre_brouillon", { nom: file.name });
      if (!origine) return openHere(file);
      const { answer, asked, here } = await askUntilStable(saving(), () => ask(texte, origine));
      if (!answer.resultat) return status.refuse(answer.refus ?? "");
      if (!here) return keepBeside(asked, answer.resultat);
      take(asked.contenu, answer.resultat, file.name);
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
      "passage-tout-prendre": () => accept(open.filter(({ valeur }) => valeur !== null)),
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
