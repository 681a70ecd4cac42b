/**
 * From one question to the next: a digit answers and goes on, a tap brings the next one in sight, Back comes back.
 * @module
 */

/** @typedef {import("./passes.mjs").Passes} Passes */

const QUESTION = "fieldset:is([data-item], [data-premier])";
// Where one comes from elsewhere to go on: which question that is, only the answers say.
const RESUME = "#reprendre";
// By its place on the keyboard: without Shift, a French one writes other signs there.
const DIGIT = /^(?:Digit|Numpad)([1-9])$/;

/** @param {Element} question @returns {HTMLInputElement[]} */
const radiosOf = (question) => [...question.querySelectorAll("input")].filter((input) => input.type === "radio");

/** @param {Element} question @returns {string} its number, as the page shows it */
const numberOf = (question) => question.querySelector(".r-question-numero")?.textContent?.replace(/\D/g, "") ?? "";

/** @returns {Element | null} the question that the address points to */
function pointed() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  return target && target.matches(QUESTION) ? target : null;
}

/**
 * Back then leads to the question that one leaves.
 * @param {Element} from
 * @param {Element} to
 */
function remember(from, to) {
  try {
    history.replaceState(history.state, "", `#${from.id}`);
    history.pushState(null, "", `#${to.id}`);
  } catch {
    // Some browsers count how often one may: the form goes on, and Back leads further away.
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {object} page
 * @param {Passes} page.passes
 * @param {(question: Element) => void} page.unfold shows the section of a question
 * @param {() => void} page.turned what a question that is visited in the other pass brings with it
 * @param {(key: string, values: Record<string, string>) => void} page.say what has just happened here, to who does not see it
 * @param {() => void} page.hush what was said before of the whole page holds no longer
 */
export function createAdvancing(form, { passes, unfold, turned, say, hush }) {
  const back = /** @type {HTMLAnchorElement} */ (form.querySelector("[data-champ=precedente]"));
  /** Where one is. @type {Element | null} */
  let current = null;
  /** Whether what changes an answer now is a finger or a mouse: arrows change it too, and stay in their question. */
  let tapped = false;

  /** @param {Element} question @returns {HTMLFieldSetElement | undefined} the next that has no answer, from there on */
  function next(question) {
    const standing = passes.standing();
    const rank = standing.findIndex((one) => one === question);
    return [...standing.slice(rank + 1), ...standing.slice(0, Math.max(0, rank))].find((one) => !one.hasAttribute("data-repondu"));
  }

  /** One is at a question: the link leads to the one before it. @param {Element | null} question */
  function stand(question) {
    current = question;
    const standing = passes.standing();
    const before = standing[standing.findIndex((one) => one === question) - 1];
    back.hidden = !before;
    if (before) back.href = `#${before.id}`;
  }

  /** @param {Element} question */
  function visit(question) {
    if (passes.follow(question)) turned();
    passes.reveal(question);
    unfold(question);
    const radios = radiosOf(question);
    (radios.find((radio) => radio.checked) ?? radios[0]).focus({ preventScroll: true });
    question.scrollIntoView({ block: "nearest" });
    stand(question);
  }

  /** Once all has loaded, the browser goes to the address itself, which takes the focus away. @param {Element} question */
  function arrive(question) {
    if (document.readyState === "complete") visit(question);
    else window.addEventListener("load", () => setTimeout(() => visit(question)));
  }

  /** @param {Element} question that has just been answered from the keyboard */
  function advance(question) {
    const following = next(question);
    const chosen = radiosOf(question).find((radio) => radio.checked);
    say(following ? "avance" : "avance_fini", { reponse: chosen?.closest("label")?.textContent?.trim() ?? "" });
    if (!following) return /** @type {HTMLElement | null} */ (form.querySelector(".r-progression [href='#resultat']"))?.focus();
    remember(question, following);
    visit(following);
  }

  form.addEventListener("keydown", (event) => {
    tapped = false;
    const { target, code, altKey, ctrlKey, metaKey } = event;
    const digit = DIGIT.exec(code);
    if (!digit || altKey || ctrlKey || metaKey || !(target instanceof HTMLInputElement) || target.type !== "radio") return;
    const question = target.closest(QUESTION);
    const radio = question && radiosOf(question)[Number(digit[1]) - 1];
    if (!radio) return;
    event.preventDefault();
    // As a person would: what listens to answers hears this one.
    radio.click();
    advance(question);
  });
  form.addEventListener("pointerdown", () => (tapped = true));
  form.addEventListener("focusin", ({ target }) => {
    const question = /** @type {Element} */ (target).closest(QUESTION);
    if (question) stand(question);
  });
  window.addEventListener("hashchange", () => {
    const question = pointed();
    if (!question) return;
    visit(question);
    // What was said of the answer to another one is over.
    say("retour_question", { question: numberOf(question) });
  });
  // A link to where the address points already changes nothing: it is followed all the same.
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    const question = link?.hash && link.href === location.href ? pointed() : null;
    if (question) visit(question);
  });
  // The address that one came by.
  const first = pointed();
  let arriving = first;
  if (first) arrive(first);

  return {
    visit,
    /** One has asked for the other pass. @param {Element} question where one goes on, unless the address leads to what it shows */
    goOn(question) {
      const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
      if (!target || !form.contains(target) || target.getClientRects().length === 0) visit(question);
      else if (target.matches(QUESTION)) visit(target);
    },
    /** The pass on screen has changed: what comes before a question too. */
    turned: () => stand(current),
    /** @param {Element} question where one goes on, for who came here to go on */
    resume(question) {
      if (location.hash !== RESUME) return;
      history.replaceState(history.state, "", `#${question.id}`);
      arrive(question);
    },
    /** What the address points to stays in sight, whatever the answers that have come on screen. */
    reveal() {
      // Only who comes by the address goes to its pass: of another draft, or of answers that come later, they say which.
      if (arriving) passes.follow(arriving);
      arriving = null;
      const question = pointed();
      if (question) passes.reveal(question);
    },
    /** @param {Element} question whose answer has just been taken back: one stays there, and is told */
    withdrawn(question) {
      tapped = false;
      hush();
      say("reponse_retiree", { question: numberOf(question) });
    },
    /** @param {Element} question whose answer has just changed: where a finger did it, the next one comes in sight */
    answered(question) {
      if (!tapped) return;
      tapped = false;
      const following = next(question);
      // In a section that is not shown, it waits for who goes there.
      if (!following || following.getClientRects().length === 0) return;
      remember(question, following);
      stand(following);
      const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
      following.scrollIntoView({ block: "nearest", behavior: still ? "instant" : "smooth" });
    },
  };
}
