/**
 * Light, dark, or as the system: three radio buttons, of which the theme's style shows the label of the checked one.
 * The header includes this file as an inline script, right after the buttons: no import, no export. The choice is kept
 * under the theme's own key; nothing is kept before the reader has chosen.
 */
{
  document.documentElement.classList.replace("no-js", "js");

  const key = `${new URL(document.querySelector(".r-marque")?.getAttribute("href") ?? "", location.href).pathname}.__palette`;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const buttons = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("[data-apparence] input")]);

  /** @returns {number} the rank of the choice that is kept, 0 (as the system) where none is or storage is refused */
  const kept = () => {
    try {
      return Number(JSON.parse(localStorage.getItem(key) ?? "{}").index) || 0;
    } catch {
      return 0;
    }
  };

  const show = () => {
    const rank = Math.max(0, buttons.findIndex((button) => button.checked));
    const automatic = buttons[rank]?.dataset["mdColorMedia"] === "(prefers-color-scheme)";
    const scheme = automatic ? (system.matches ? "slate" : "default") : buttons[rank]?.dataset["mdColorScheme"];
    document.body.setAttribute("data-md-color-scheme", scheme ?? "default");
    buttons.forEach((button, i) => {
      if (button.nextElementSibling instanceof HTMLElement) button.nextElementSibling.hidden = i !== rank;
    });
    return rank;
  };

  const chosen = buttons[kept()] ?? buttons[0];
  if (chosen) chosen.checked = true;
  show();
  system.addEventListener("change", show);
  for (const button of buttons) {
    button.addEventListener("change", () => {
      const index = show();
      try {
        localStorage.setItem(key, JSON.stringify({ index }));
      } catch {
        // Storage refused: the choice holds for this page.
      }
    });
  }
}
