"""How quick a form is to answer: 30 statements against 300, in a browser, in one run.

`.venv/bin/python bench/reponse_formulaire.py`, after `make site`.  Ratios count, not milliseconds: both forms are open
at once, full, and answered in turn, so that what else the machine does falls on both alike.
Two delays, both from the gesture: « le choix » until the browser has drawn the answer chosen, « le score » until
Python's result for it is drawn.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import dataclasses
import json
import os
import re
import shutil
import statistics
import sys
import tempfile
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import markdown  # noqa: E402 — the path is set just above
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from macros.pages import CERTIFICATION  # noqa: E402
from macros.pages.commun import Contexte, FormAssets, Script  # noqa: E402
from referentials.load import Collection, load  # noqa: E402
from tests.conftest import BROWSER_ARGUMENTS, QuietHandler  # noqa: E402
from tests.outils_pages import EXTENSIONS  # noqa: E402

SOURCE = "cqp-vendeur-conseil-a-distance-2018"
SIZES = (30, 300)
PER_COMPETENCE = 3
# The first rounds warm up.
ROUNDS, WARM_UP, GESTURES = 24, 4, 8
FOLDER = f"certifications/{SOURCE}"
# Answers every statement, so that all that depends on the answers has its full size.
FILL = """() => {
  for (const question of document.querySelectorAll("fieldset[data-item]")) {
    const radio = question.querySelectorAll("input[type=radio]")[1];
    radio.checked = true;
    radio.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""
# Changes an answer of the section on screen; gives how long until it is drawn, and until the score follows in the
# row of its competence.
GESTURE = """(rank) => new Promise((resolve) => {
  const shown = [...document.querySelectorAll("[data-etape]:not([data-ailleurs]) fieldset[data-item]")];
  const question = shown[rank % shown.length];
  const radios = question.querySelectorAll("input[type=radio]");
  const [positive, other] = radios;
  const section = question.closest("section[id]").id;
  const row = [...document.querySelectorAll("#resultat tr[data-groupe]")].find((each) => section === `c-${each.dataset.groupe.toLowerCase()}`);
  let drawn = 0;
  let scored = 0;
  const done = () => drawn && scored && resolve([drawn, scored]);
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { scored = performance.now() - start; done(); }));
  }).observe(row, { childList: true, characterData: true, subtree: true });
  (positive.checked ? other : positive).click();
  requestAnimationFrame(() => setTimeout(() => { drawn = performance.now() - start; done(); }));
})"""


def of_size(collection: Collection, size: int) -> Collection:
    """Return the collection with one certification made longer or shorter: its competences repeated, under new codes."""

    def competence(model: Any, code: str) -> Any:
        criteres = [model.criteres[rank % len(model.criteres)] for rank in range(PER_COMPETENCE)]
        renamed = (dataclasses.replace(each, code=f"{code}-E{rank}") for rank, each in enumerate(criteres, 1))
        return dataclasses.replace(model, code=code, criteres=tuple(renamed))

    def repeated(composante: Any, number: int) -> Any:
        models = composante.competences
        copies = (competence(models[rank % len(models)], f"{composante.code}-C{rank + 1}") for rank in range(number))
        return dataclasses.replace(composante, competences=tuple(copies))

    found = collection.certification(SOURCE)
    number = size // len(found.composantes) // PER_COMPETENCE
    longer = dataclasses.replace(found, composantes=tuple(repeated(c, number) for c in found.composantes))
    others = tuple(longer if c.slug == SOURCE else c for c in collection.certifications)
    return dataclasses.replace(collection, certifications=others)


def write_page(site: Path, size: int) -> str:
    """Write the form of the certification at this size beside the published one; return its address in the site."""
    html = (site / FOLDER / "auto-positionnement" / "index.html").read_text("utf-8")
    url, integrity = re.findall(
        r'<script type="?module"? src="?([^" >]+auto-positionnement-[^" >]+)"? integrity="?([^" >]+)', html
    )[0]
    worker = re.search(r'"worker": "([^"]+)"', html)[1]  # type: ignore[index] — the page has one
    contexte = Contexte("../../../", lambda _: FormAssets(Script(url, integrity), worker))
    body = markdown.markdown(
        CERTIFICATION["auto_positionnement"](of_size(load(), size), SOURCE, contexte), extensions=EXTENSIONS
    )
    assert body.count('<fieldset class="r-question"') == size  # noqa: S101 — what is measured is what is named
    article = re.search(r"(<article[^>]*>).*(</article>)", html, re.DOTALL)
    assert article  # noqa: S101 — the theme's own element
    address = f"{FOLDER}/essai-{size}/"
    (site / address).mkdir()
    (site / address / "index.html").write_text(html[: article.end(1)] + body + html[article.start(2) :], "utf-8")
    return address


def opened(browser: Browser, address: str) -> Page:
    """Return a page of its own storage, on a phone's width, with the form answered and everything still."""
    page = browser.new_context(locale="fr-FR", viewport={"width": 390, "height": 844}).new_page()
    page.goto(address)
    page.wait_for_selector("#resultat[data-calcule]", timeout=120_000)
    page.evaluate(FILL)
    page.wait_for_selector("#r-etat-brouillon:not([data-attente])", timeout=120_000)
    page.evaluate("() => new Promise((resolve) => setTimeout(resolve, 3000))")
    return page


def main() -> None:
    """Measure each size on a copy of the built site; print medians and 95th percentiles, and their ratios."""
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", shutil.which("node") or "")
    times: dict[int, list[tuple[float, float]]] = {size: [] for size in SIZES}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(shutil.copytree(ROOT / "site", Path(folder) / "site"))
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
        Thread(target=server.serve_forever, daemon=True).start()
        origin = f"http://127.0.0.1:{server.server_address[1]}"
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=BROWSER_ARGUMENTS)
        pages = {size: opened(browser, f"{origin}/{write_page(site, size)}") for size in SIZES}
        for turn in range(ROUNDS):
            for size, page in pages.items():
                page.bring_to_front()
                found = [page.evaluate(GESTURE, rank) for rank in range(GESTURES)]
                times[size] += found if turn >= WARM_UP else []
        browser.close()
        server.shutdown()
    figures = {}
    for rank, name in enumerate(("choix", "score")):
        columns = {size: [each[rank] for each in found] for size, found in times.items()}
        for measure, of in (("médiane", statistics.median), ("p95", lambda all_: statistics.quantiles(all_, n=20)[-1])):
            small, big = (of(columns[size]) for size in SIZES)
            figures[f"{name}, {measure}"] = round(big / small, 2)
            sys.stdout.write(f"{name}, {measure} : 30 énoncés {small:.0f} ms, 300 énoncés {big:.0f} ms\n")
    sys.stdout.write(json.dumps(figures, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
