/**
 * What a new row of a list is made of: the row that the page arrives with, emptied.  The HTML has it once.
 * @module
 */

/** The place of a row in its model. */
export const ROW = "LIGNE";

/** @param {HTMLFormElement} form before anything in it has changed but what somebody typed */
export function makeModels(form) {
  for (const list of form.querySelectorAll("[data-liste]")) {
    const first = /** @type {HTMLElement} */ (list.querySelector(":scope > ol > [data-ligne]"));
    const model = document.createElement("template");
    model.dataset["modele"] = "ligne";
    model.content.append(emptied(first));
    list.append(model);
  }
}

/** @param {HTMLElement} first @returns {Node} a row like it, with nothing typed, and its place to be named */
function emptied(first) {
  const row = /** @type {HTMLElement} */ (first.cloneNode(true));
  const id = row.dataset["ligne"] ?? "";
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes(id)) attribute.value = attribute.value.replaceAll(id, ROW);
    }
  }
  // A copy keeps what was typed before the script came.
  for (const field of row.querySelectorAll("input, textarea")) {
    const one = /** @type {HTMLInputElement} */ (field);
    [one.value, one.checked] = [one.defaultValue, one.defaultChecked];
  }
  for (const select of row.querySelectorAll("select")) select.selectedIndex = 0;
  // Which rows may be chosen is known once there are some.
  for (const group of row.querySelectorAll("[data-renvois]")) group.replaceChildren();
  return row;
}
