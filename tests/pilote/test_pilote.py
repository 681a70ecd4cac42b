"""The driver of both browsers does what the tests that use it believe it does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.navigateur.form_page import until
from tests.outils_pilote import NAMES, Pilote, PiloteError

PAGE = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>Essai</title>
<label>Nom <input id="nom"></label><button id="dire" type="button">Dire</button><p id="dit"></p>
<script>
document.getElementById("dire").onclick = () => {
  document.getElementById("dit").textContent = document.getElementById("nom").value;
};
fetch("voisin.txt").then(() => { document.title = "lu"; }, () => { document.title = "refusé"; });
setTimeout(() => { throw new Error("vue"); });
</script>"""


@pytest.mark.parametrize("name", NAMES)
def test_the_driver_does_and_sees(name: str, tmp_path: Path) -> None:
    """It types, clicks, reads and prints; it sees errors; a local page may not read its neighbours, as with people."""
    (tmp_path / "voisin.txt").write_text("voisin", "utf-8")
    page = tmp_path / "été.html"
    page.write_text(PAGE, "utf-8")
    with Pilote(name, tmp_path) as browser:
        browser.goto(page.as_uri())
        browser.type("#nom", "Élodie")
        browser.click("#dire")
        assert browser.text("#dit") == "Élodie"
        assert browser.evaluate("(a, b) => a + b", 1, 2) == 3
        until(lambda: browser.evaluate("() => document.title") == "refusé", "reading a neighbour is refused")
        until(lambda: any("vue" in error for error in browser.errors()), "the error is seen")
        browser.print(tmp_path / "page.pdf")
        assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
        with pytest.raises(PiloteError):
            browser.evaluate("() => absent()")
