/**
 * Hands the file over to another application of the device, as a phone does it, with the same in words where Python has
 * them at once.  The button shows only where it works.
 * @module
 */

/** @typedef {{name: string, text: string}} Written */

/** How long the words are waited for, in milliseconds: a gesture allows sharing for a moment only. */
const MOMENT = 1000;

/**
 * The shapes in which a file may go: as it is saved; where the device takes no JSON, as a text that opens the same.
 * @param {Written} written
 * @returns {File[]}
 */
const shapes = ({ name, text }) => [
  new File([text], name, { type: "application/json" }),
  new File([text], name.replace(/\.json$/, ".txt"), { type: "text/plain" }),
];

/** @param {File} file */
const may = (file) => navigator.canShare?.({ files: [file] }) === true;

/**
 * @param {import("./python.mjs").Python} python
 * @param {() => object} [corps] what Python is asked with for the words
 * @returns {Promise<string>} the words; none where Python is not there, or does not have them at once
 */
export async function inWords(python, corps) {
  if (!corps || python.state.nom !== "pret") return "";
  const asked = python.ask({ action: "texte", corps: corps() }).then(
    ({ resultat }) => String(resultat?.texte ?? ""),
    // The file alone then: it is all that one cannot do without.
    () => "",
  );
  return Promise.race([asked, new Promise((resolve) => setTimeout(resolve, MOMENT, ""))]);
}

/**
 * @param {HTMLElement | null} button none on a page that has no such button
 * @param {object} page
 * @param {() => Written} page.written the file
 * @param {() => Promise<string>} page.words the same in words; none where nothing says it
 * @param {import("./saving.mjs").Status} page.status
 * @returns {() => Promise<void>}
 */
export function createHanding(button, { written, words, status }) {
  /** What this device has refused: it says that it may, and refuses once it is asked. */
  let refused = 0;

  const left = () => shapes(written()).slice(refused).filter(may);
  if (button) button.hidden = left().length === 0;

  return async () => {
    // Both of the answers as they are now.
    const [[file], asked] = [left(), words()];
    if (!file) return status.say("partage_refuse");
    const text = await asked;
    const both = text !== "" && navigator.canShare({ files: [file], text });
    try {
      await navigator.share({ files: [file], ...(both ? { text } : {}) });
      status.say(both ? "partage_fait_texte" : "partage_fait", { nom: file.name });
    } catch (error) {
      const { name } = /** @type {Error} */ (error);
      // The person has closed the list of applications.
      if (name === "AbortError") return;
      if (name === "NotAllowedError") refused += 1;
      const again = left().length > 0;
      if (button) button.hidden = !again;
      status.say(again ? "partage_encore" : "partage_refuse");
    }
  };
}
