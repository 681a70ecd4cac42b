"""How quick a form is to answer: 30 statements against 300, in a browser, in one run.

`.venv/bin/python bench/reponse_formulaire.py`, after `make site`.  Ratios count, not milliseconds.
Two delays, at the 95th percentile, both from the gesture: « le choix » until the browser has drawn the answer chosen,
« le score » until Python's result for it is on the page.
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
from playwright.sync_api import Page, sync_playwright  # noqa: E402

from macros.pages import auto_positionnement  # noqa: E402
from macros.pages.commun import Contexte, FormAssets, Script  # noqa: E402
from referentials.load import Collection, load  # noqa: E402
from tests.conftest import BROWSER_ARGUMENTS, QuietHandler  # noqa: E402
from tests.outils_pages import EXTENSIONS  # noqa: E402

SOURCE = "cqp-vendeur-conseil-a-distance-2018"
SIZES = (30, 300)
GESTURES = 60
PAGE = f"certifications/{SOURCE}/auto-positionnement/index.html"
# Answers the statement of this rank; gives how long until it is drawn, and until the score follows.
GESTURE = """(rank) => new Promise((resolve) => {
  const radios = [...document.querySelectorAll("fieldset[data-item]")][rank].querySelectorAll("input[type=radio]");
  const radio = [...radios].find((each) => !each.checked);
  const result = document.querySelector("[data-champ=json]");
  let drawn = 0;
  let scored = 0;
  const done = () => drawn && scored && resolve([drawn, scored]);
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => { scored = performance.now() - start; done(); }));
  }).observe(result, { childList: true, characterData: true, subtree: true });
  radio.click();
  requestAnimationFrame(() => setTimeout(() => { drawn = performance.now() - start; done(); }));
})"""


def of_size(collection: Collection, size: int) -> Collection:
    """Return the collection with one certification made longer or shorter, by repeating its criteria under new codes."""

    def repeated(composante: Any, share: int) -> Any:
        competences = []
        each, more = divmod(share, len(composante.competences))
        for place, competence in enumerate(composante.competences):
            criteres = [
                dataclasses.replace(
                    competence.criteres[rank % len(competence.criteres)], code=f"{competence.code}-E{rank + 1}"
                )
                for rank in range(each + (place < more))
            ]
            competences.append(dataclasses.replace(competence, criteres=tuple(criteres)))
        return dataclasses.replace(composante, competences=tuple(competences))

    found = collection.certification(SOURCE)
    share = size // len(found.composantes)
    longer = dataclasses.replace(found, composantes=tuple(repeated(c, share) for c in found.composantes))
    others = tuple(longer if c.slug == SOURCE else c for c in collection.certifications)
    return dataclasses.replace(collection, certifications=others)


def write_page(site: Path, collection: Collection) -> int:
    """Put the form of the changed certification in the place of the published one; return how many statements it has."""
    path = site / PAGE
    html = path.read_text("utf-8")
    url, integrity = re.findall(
        r'<script type="?module"? src="?([^" >]+auto-positionnement-[^" >]+)"? integrity="?([^" >]+)', html
    )[0]
    worker = re.search(r'"worker": "([^"]+)"', html)[1]  # type: ignore[index] — the page has one
    contexte = Contexte("../../../", lambda _: FormAssets(Script(url, integrity), worker))
    body = markdown.markdown(auto_positionnement.render(collection, SOURCE, contexte), extensions=EXTENSIONS)
    article = re.search(r"(<article[^>]*>).*(</article>)", html, re.DOTALL)
    assert article  # noqa: S101 — the theme's own element
    path.write_text(html[: article.end(1)] + body + html[article.start(2) :], "utf-8")
    return body.count('<fieldset class="r-question"')


def measure(page: Page, address: str) -> tuple[float, float]:
    """Return both delays of one form, at the 95th percentile, in milliseconds."""
    page.goto(address)
    page.wait_for_selector("#resultat[data-calcule]", timeout=120_000)
    count = page.locator("fieldset[data-item]").count()
    times = [page.evaluate(GESTURE, rank * 7 % count) for rank in range(GESTURES)]
    # The first ones warm up.
    drawn, scored = zip(*times[5:], strict=True)
    return tuple(statistics.quantiles(each, n=20)[-1] for each in (drawn, scored))  # type: ignore[return-value]


def main() -> None:
    """Measure each size on a copy of the built site, and print the delays and their ratio."""
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", shutil.which("node") or "")
    found = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(shutil.copytree(ROOT / "site", Path(folder) / "site"))
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/{PAGE.removesuffix('index.html')}"
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=BROWSER_ARGUMENTS)
        for size in SIZES:
            number = write_page(site, of_size(load(), size))
            context = browser.new_context(locale="fr-FR", viewport={"width": 390, "height": 844})
            found.append(measure(context.new_page(), address))
            context.close()
            sys.stdout.write(
                f"{number} énoncés : le choix {found[-1][0]:.0f} ms, le score {found[-1][1]:.0f} ms (p95)\n"
            )
        browser.close()
        server.shutdown()
    ratios = [big / small for small, big in zip(*found, strict=True)]
    sys.stdout.write(json.dumps({"rapport_choix": round(ratios[0], 2), "rapport_score": round(ratios[1], 2)}) + "\n")


if __name__ == "__main__":
    main()
