/**
 * Hands the file over to another application of the device, as a phone does it.  The button shows only where it works.
 * @module
 */

/** @typedef {{name: string, text: string}} Written */

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
 * @param {HTMLElement | null} button none on a page that has no such button
 * @param {object} page
 * @param {() => Written} page.written the file, made at once: a gesture allows sharing for a moment only
 * @param {import("./saving.mjs").Status} page.status
 * @returns {() => Promise<void>}
 */
export function createHanding(button, { written, status }) {
  /** What this device has refused: it says that it may, and refuses once it is asked. */
  let refused = 0;

  const left = () => shapes(written()).slice(refused).filter(may);
  if (button) button.hidden = left().length === 0;

  return async () => {
    const [file] = left();
    if (!file) return status.say("partage_refuse");
    try {
      await navigator.share({ files: [file] });
      status.say("partage_fait", { nom: file.name });
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
