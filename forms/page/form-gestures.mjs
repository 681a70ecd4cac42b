/**
 * What one does on the page of any form: its drafts, its file, printing, another tab, midnight, closing.
 * @module
 */

import { bindActions, element } from "./dom.mjs";
import { createDraftActions } from "./draft-actions.mjs";
import { takeDroppedFiles } from "./dropping.mjs";
import { download } from "./exporting.mjs";
import { createHanding } from "./handing.mjs";
import { localTime } from "./moments.mjs";
import { followDay } from "./new-day.mjs";
import { createPersistence } from "./persistence.mjs";
import { print, watchPrinting } from "./printing.mjs";
import { isHere } from "./requests.mjs";
import { followTabs } from "./tabs.mjs";
import { wellFormed } from "./text.mjs";
import { sayAll, watchUnsaid } from "./unsaid.mjs";

/**
 * @param {object} page
 * @param {HTMLFormElement} page.form
 * @param {import("./form-page.mjs").Kind} page.kind
 * @param {import("./saving.mjs").Saving} page.saving
 * @param {import("./saving.mjs").Status} page.status
 * @param {ReturnType<typeof import("./drafts-shown.mjs").createDraftsShown>} page.shown
 * @param {HTMLInputElement} page.field the name of the draft on screen
 * @param {(now?: Date) => {name: string, text: string}} page.file of the draft on screen, as it would be saved now
 * @param {() => Promise<string>} page.words the same in words, where Python has them at once
 * @param {() => unknown} page.show puts the current draft on screen
 * @param {(brouillon: import("./drafts.mjs").Brouillon) => unknown} page.copy opens what a newer version of the site wrote
 * @param {(file: File) => Promise<unknown>} page.receive
 * @param {() => unknown} page.undo goes back from a file that was opened
 * @param {string} page.path of the site
 * @param {string} page.base name of its database
 */
export function bindForm({ form, kind, saving, status, shown, field, file, words, show, copy, receive, undo, path, base }) {
  const picker = /** @type {HTMLInputElement} */ (element("r-fichier"));
  const persistence = createPersistence(element("r-persistance"), () => kind.count(saving.brouillon().contenu));
  const { showDrafts, showLastFile } = shown;
  followTabs(element("r-lecture"), { saving, status, came: show, showLastFile });
  bindActions({
    "ecrire-ici": () => saving.ask(),
    ...createDraftActions({ saving, status, field, showDrafts, copy, path, base }),
    async enregistrer() {
      const now = new Date();
      const { name, text } = file(now);
      download(name, text, "application/json");
      persistence.ask();
      await saving.fileSaved(localTime(now));
      showLastFile();
      status.say("fichier_enregistre", { nom: name });
    },
    partager: createHanding(document.getElementById("r-partager"), { written: file, words, status }),
    ouvrir: () => picker.click(),
    revenir: undo,
    async imprimer(control) {
      const mode = control.dataset["mode"] ?? "";
      const asked = saving.brouillon();
      if ((await kind.prepare?.(mode)) === false) return;
      if (isHere(saving, asked)) print(mode, saving.brouillon().nom);
    },
  });
  watchPrinting();
  watchUnsaid();
  followDay(() => {
    showLastFile();
    kind.newDay?.();
  });
  // The list counts answers: made when it is looked at, not at each of them.
  element("r-brouillons").addEventListener("toggle", showDrafts);
  field.addEventListener("input", () => saving.rename(wellFormed(field.value)).then(showDrafts));
  form.addEventListener("input", persistence.answered);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("beforeunload", (event) => {
    sayAll();
    if (!saving.atRisk()) return;
    event.preventDefault();
    // Chrome before 119 asks for this only.
    event.returnValue = true;
  });
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    // Emptied at once, so that choosing the same file again is a change again.
    if (file) receive(file).finally(() => (picker.value = ""));
  });
  takeDroppedFiles(element("r-depot"), receive);
}
