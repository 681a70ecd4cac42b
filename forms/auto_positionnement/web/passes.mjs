/**
 * The two passes of a form: one question a competence, whose statements open where they are wanted; or every statement.
 * Both are on the page: going from one to the other hides and shows, and loses nothing.
 * @module
 */

/** @typedef {ReturnType<typeof createPasses>} Passes */
/** @typedef {{question: HTMLFieldSetElement, button: HTMLElement, details: HTMLElement}} Competence */

/** @param {HTMLFormElement} form */
export function createPasses(form) {
  const root = document.documentElement;
  const items = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll("fieldset[data-item]")]);
  const first = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll("fieldset[data-premier]")]);
  const every = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll("fieldset:is([data-item], [data-premier])")]);
  /** @type {Map<Element, Competence>} */
  const competences = new Map();
  for (const question of first) {
    const button = /** @type {HTMLElement} */ (question.querySelector("[data-action=preciser]"));
    const details = /** @type {HTMLElement} */ (question.nextElementSibling);
    competences.set(question, { question, button, details }).set(details, /** @type {Competence} */ (competences.get(question)));
  }
  let whole = first.length === 0;
  /** Those whose statements the person opened or closed. @type {Map<Competence, boolean>} */
  const wanted = new Map();

  /**
   * @param {Competence} competence
   * @param {boolean} opened
   */
  function open({ button, details }, opened) {
    details.toggleAttribute("data-ouvert", opened);
    button.setAttribute("aria-expanded", String(opened));
  }

  /** @param {Competence} competence */
  const isOpen = ({ details }) => details.hasAttribute("data-ouvert");

  /** @param {Competence} competence @returns {boolean} whether one answered there already, or wrote a note */
  const isBegun = ({ details }) => details.querySelector("[data-repondu]") !== null || [...details.querySelectorAll("textarea")].some((note) => note.value !== "");

  /** Opens or closes as the person wanted, else as the answers ask. @param {Competence} competence */
  function settle(competence) {
    const doubtful = competence.question.querySelector("[data-ouvre]:checked") !== null;
    open(competence, wanted.get(competence) ?? (doubtful || isBegun(competence)));
  }

  /** @param {Element} inside */
  const holding = (inside) => competences.get(/** @type {Element} */ (inside.closest(".r-precisions")));

  return {
    items,
    isWhole: () => whole,
    /** @param {boolean} wanted every statement */
    turn(wanted) {
      whole = wanted || first.length === 0;
      if (whole) root.dataset["vue"] = "tous";
      else delete root.dataset["vue"];
    },
    /** @returns {HTMLFieldSetElement[]} the questions that this pass asks: what is counted */
    asked: () => (whole ? items : first),
    /** @returns {HTMLFieldSetElement[]} those that stand open in it, in reading order: what comes one after the other */
    standing: () => every.filter((question) => (whole ? "item" in question.dataset : !holding(question) || isOpen(/** @type {Competence} */ (holding(question))))),
    /** Opens what the answers on screen ask to open. */
    show() {
      wanted.clear();
      for (const question of first) settle(/** @type {Competence} */ (competences.get(question)));
    },
    /** @param {Element} question of the first pass, whose answer has changed */
    answered(question) {
      settle(/** @type {Competence} */ (competences.get(question)));
    },
    /** @param {Element} control that opens or closes the statements of its competence */
    toggle(control) {
      const competence = /** @type {Competence} */ (competences.get(/** @type {Element} */ (control.closest("fieldset"))));
      wanted.set(competence, !isOpen(competence));
      settle(competence);
    },
    /** @param {Element} target that is about to be looked at: what hides it opens */
    reveal(target) {
      const competence = holding(target);
      if (!competence || whole || isOpen(competence)) return;
      wanted.set(competence, true);
      settle(competence);
    },
    /**
     * @param {Element} target that is about to be looked at
     * @returns {boolean} whether it is in the other pass, which is the one on screen now
     */
    follow(target) {
      const away = whole && first.includes(/** @type {HTMLFieldSetElement} */ (target));
      if (away) this.turn(false);
      return away;
    },
  };
}
