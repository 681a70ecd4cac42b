/**
 * A file dropped anywhere on the page.  A button does the same without a pointer.
 * @module
 */

/** @param {DragEvent} event */
function carriesFiles(event) {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/**
 * @param {HTMLElement} target shown while a file is over the page
 * @param {(file: File) => void} open
 */
export function takeDroppedFiles(target, open) {
  window.addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    // Without this the browser leaves the page for the file.
    event.preventDefault();
    target.hidden = false;
  });
  window.addEventListener("dragleave", (event) => {
    // Between two elements of the page there is a next one; outside it there is none.
    if (!event.relatedTarget) target.hidden = true;
  });
  window.addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    target.hidden = true;
    const file = event.dataTransfer?.files[0];
    if (file) open(file);
  });
}
