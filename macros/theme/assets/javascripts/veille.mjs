/**
 * Watches the script of a form start, from the page itself: where a network, an extension or an old browser stops that
 * script, nothing else would know. The head of a form's page includes this file as an inline script: no import, no
 * export, and only what every browser of these last ten years can read.
 *
 * Until the form says that it is ready (data-pret), an error of its script, or a start that lasts, shows the sentence
 * that the page holds for it (data-veille) and puts away what would do nothing (data-veille on the root element). A form
 * that gets ready after all takes all of it back.
 */
{
  const PATIENCE = 10000;
  const root = document.documentElement;
  // A page may show less as it opens where scripts can show the rest, and shows all of it once they are known not to.
  root.dataset["scripts"] = "";
  let ready = false;
  let written = false;

  /** @param {string} reason which of the sentences: « absent », the script did not come or broke; « lent », it lasts */
  const tell = (reason) => {
    const alert = document.getElementById("r-veille");
    if (ready || !alert || root.dataset["veille"] === "absent") return;
    root.dataset["veille"] = reason;
    alert.hidden = false;
    for (const sentence of document.querySelectorAll("[data-veille-motif]")) {
      if (sentence instanceof HTMLElement) sentence.hidden = sentence.dataset["veilleMotif"] !== reason;
    }
  };

  // Said once the sentences are there: a script can be refused before the page is read to its end.
  /** @param {string} reason */
  const soon = (reason) => {
    if (document.readyState === "loading") document.addEventListener("readystatechange", () => tell(reason), { once: true });
    else tell(reason);
  };

  /** Any other script may fail: the form does without it. @param {string} where an address, or lines that name some */
  const isOurs = (where) => {
    const script = document.getElementById("r-script");
    return script instanceof HTMLScriptElement && where.includes(script.src);
  };

  addEventListener(
    "error",
    (event) => {
      const refused = event.target instanceof Element && event.target.id === "r-script";
      if (refused || (event instanceof ErrorEvent && isOurs(event.filename))) soon("absent");
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => {
    if (reason instanceof Error && isOurs(reason.stack ?? "")) soon("absent");
  });
  setTimeout(() => soon("lent"), PATIENCE);

  addEventListener("input", () => (written = true), true);
  addEventListener("beforeunload", (event) => {
    if (!written || ready) return;
    event.preventDefault();
    // Chrome before 119 asks for this only.
    event.returnValue = true;
  });
  addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-veille-imprimer]")) print();
  });

  new MutationObserver((_, observer) => {
    if (!document.querySelector("#r-formulaire[data-pret]")) return;
    ready = true;
    observer.disconnect();
    delete root.dataset["veille"];
    const alert = document.getElementById("r-veille");
    if (alert) alert.hidden = true;
  }).observe(root, { subtree: true, attributes: true, attributeFilter: ["data-pret"] });
}
