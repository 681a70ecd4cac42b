"""The file in the page: what it holds, its name, drag and drop, how long ago the last one was saved, what changed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import SLUG, FormPage, until

pytestmark = pytest.mark.pyodide

DROP = """([name, text]) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name, { type: "application/json" }));
  const target = document.querySelector("#r-formulaire");
  for (const type of ["dragenter", "dragover", "drop"].slice(0, name ? 3 : 2)) {
    target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }
}"""


def test_the_file_says_what_was_asked(form: FormPage, tmp_path: Path) -> None:
    """Its name has the certification, the draft and the day; inside are the scale, the statements and the draft's name."""
    form.answer("U1-C1-E1", "oui")
    form.page.click("#r-brouillons > summary")
    form.page.fill("#r-nom", "Été, à Évry : avec « Zoé » !")
    saved = form.save_file(tmp_path)
    assert re.fullmatch(rf"repere-{SLUG}-ete-a-evry-avec-zoe-\d{{4}}-\d\d-\d\d\.json", saved.name)
    donnees = json.loads(saved.read_text("utf-8"))
    assert donnees["nom"] == "Été, à Évry : avec « Zoé » !"
    assert [valeur["code"] for valeur in donnees["echelle"]] == ["oui", "non", "non_observe", "ne_sait_pas"]
    legend = (form.page.text_content("[data-item='U1-C1-E1'] legend") or "").replace("\N{NO-BREAK SPACE}", " ")
    assert legend == f"1. {donnees['reponses']['U1-C1-E1']['enonce']}"


def test_a_file_can_be_dropped_anywhere(form: FormPage, tmp_path: Path) -> None:
    """While a file is dragged its place shows; dropped, it opens; a file that is refused says why."""
    form.computed()
    form.answer("U1-C1-E1", "oui")
    saved = form.save_file(tmp_path)
    form.answer("U1-C1-E1", "non")
    form.page.evaluate(DROP, ["", "x"])
    assert form.page.get_by_text("Lâchez le fichier ici").is_visible()
    form.page.evaluate(DROP, [saved.name, saved.read_text("utf-8")])
    until(lambda: form.chosen() == {"U1-C1-E1": "oui"}, "the dropped file is open")
    assert not form.page.get_by_text("Lâchez le fichier ici").is_visible()
    form.page.evaluate(DROP, ["faux.json", "{}"])
    assert "n’est pas un fichier d’auto-positionnement" in form.refusal()


def test_how_long_ago_the_last_file_was_saved(page: Page, serveur: str, tmp_path: Path) -> None:
    """Never, then now, then two days ago: told again when the page is looked at again."""
    page.clock.install(time="2026-03-27T10:00:00+01:00")
    form = FormPage(page, serveur).open()
    line = page.locator("#r-etat-fichier")
    assert line.inner_text() == "Dernier fichier enregistré : jamais."
    assert line.get_attribute("role") == "status"
    form.answer("U1-C1-E1", "oui")
    form.save_file(tmp_path)
    until(lambda: "maintenant" in line.inner_text(), "it is said at once")
    # Over the night when clocks change.
    page.clock.set_fixed_time("2026-03-29T09:00:00+02:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    until(lambda: line.inner_text() == "Dernier fichier enregistré : avant-hier.", "two days have passed")


def test_what_changed_since_a_file_is_listed(form: FormPage, tmp_path: Path) -> None:
    """A statement reworded since, and one that is gone, are told in a folded list."""
    form.computed()
    form.answer("U1-C1-E1", "oui")
    donnees = json.loads(form.save_file(tmp_path).read_text("utf-8"))
    donnees["reponses"]["U1-C1-E1"]["enonce"] = "Je le disais autrement."
    donnees["reponses"]["U9-C9-E9"] = {"valeur": "oui", "enonce": "Je ne suis plus là."}
    older = tmp_path / "ancien.json"
    older.write_text(json.dumps(donnees), "utf-8")
    form.open_file(older)
    changes = form.page.locator("#r-changements")
    changes.wait_for()
    assert "(2)" in changes.locator("summary").inner_text()
    changes.locator("summary").click()
    told = changes.inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "« Je le disais autrement. » est devenu « Je trouve" in told
    assert "Je ne suis plus là." in told


def test_opening_a_file_leaves_the_draft_that_was_on_screen(form: FormPage, tmp_path: Path) -> None:
    """Even after a reload, when there is nothing to go back to any more, the earlier answers are in their own draft."""
    form.computed()
    form.answer("U1-C1-E1", "oui")
    saved = form.save_file(tmp_path)
    form.answer("U1-C1-E1", "non")
    form.open_file(saved)
    until(lambda: form.chosen() == {"U1-C1-E1": "oui"}, "the file is open")
    form.page.reload()
    form.tied()
    assert form.chosen() == {"U1-C1-E1": "oui"}
    form.page.click("#r-brouillons > summary")
    form.page.get_by_role("button", name="Reprendre").click()
    until(lambda: form.chosen() == {"U1-C1-E1": "non"}, "what was on screen before is there")
