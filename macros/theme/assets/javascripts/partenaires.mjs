/**
 * The partners of a certification, narrowed as one types; the address keeps the words. Without this the list is whole and
 * the field hidden.
 *
 *   <form data-chercher>            one field, named `mot`
 *   [data-organisme]                a thing: all the words must be in what its [data-lu] say, a name and a number
 *   [data-groupe-organismes]        hidden when nothing is left inside
 *   [data-compte-organismes]        receives the count, in the words of its own attributes
 */

/**
 * @param {string} text
 * @returns {string} without accents nor capitals
 */
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * A SIRET may be typed in groups of figures.
 * @param {string} typed
 * @returns {string[]}
 */
export function words(typed) {
  const bare = plain(typed).trim();
  if (/^[\d\s]+$/.test(bare)) return [bare.replace(/\s/g, "")];
  return bare.split(/\s+/).filter((word) => word !== "");
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} output
 */
function start(form, output) {
  const things = [...document.querySelectorAll("[data-organisme]")].filter((e) => e instanceof HTMLElement);
  const groups = [...document.querySelectorAll("[data-groupe-organismes]")].filter((e) => e instanceof HTMLElement);
  const read = things.map((thing) => plain([...thing.querySelectorAll("[data-lu]")].map((one) => one.textContent).join(" ")));
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("mot"));

  const show = () => {
    const wanted = words(field.value);
    let shown = 0;
    for (const [rank, thing] of things.entries()) {
      thing.hidden = !wanted.every((word) => read[rank]?.includes(word));
      if (!thing.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("[data-organisme]:not([hidden])");
    const { aucun = "", un = "", plusieurs = "" } = output.dataset;
    const sentence = shown === 0 ? aucun : shown === 1 ? un : plusieurs;
    output.textContent = sentence.replace("{nombre}", String(shown)).replace("{total}", String(things.length));
  };
  const write = () => {
    const address = new URL(location.href);
    if (field.value.trim()) address.searchParams.set(field.name, field.value);
    else address.searchParams.delete(field.name);
    history.replaceState(history.state, "", address);
  };
  const restore = () => {
    field.value = new URL(location.href).searchParams.get(field.name) ?? "";
    show();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    show();
    write();
  });
  // A browser that goes back puts its own value in the field after the scripts ran.
  addEventListener("pageshow", restore);
  restore();
}

if (typeof document !== "undefined") {
  const form = document.querySelector("form[data-chercher]");
  const output = document.querySelector("[data-compte-organismes]");
  if (form instanceof HTMLFormElement && output instanceof HTMLElement) start(form, output);
}
