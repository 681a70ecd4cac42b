"""The whole way in a real browser: answer, read the score from Python, save, reload, reopen, with the network cut."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.navigateur.form_page import SLUG, FormPage, until
from tests.outils_commandes import done

pytestmark = pytest.mark.pyodide

POSITIFS_D1 = 15
CODES_D1 = [
    f"U{unite}-C{competence}-E{enonce}"
    for unite, competences in ((1, 2), (2, 4))
    for competence in range(1, competences + 1)
    for enonce in range(1, 4)
]


def command(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m forms`; return its exit code, and what it printed."""
    return done("forms", *arguments)


def fill_d1(form: FormPage) -> None:
    """Answer the first domain: 15 yes, then one of each other value."""
    autres = ["non", "non_observe", "ne_sait_pas"]
    valeurs = ["oui"] * POSITIFS_D1 + autres
    for code, valeur in zip(CODES_D1, valeurs, strict=True):
        form.answer(code, valeur)


def test_answer_score_save_reload_reopen(form: FormPage, tmp_path: Path) -> None:
    """Answers give Python's result, the saved file gives the same on the command line, and reopens in a new browser."""
    form.computed()
    fill_d1(form)
    form.note("U1-C1-E1", "J’ai deux écrans.")
    until(lambda: form.result()["compte"]["repondus"] == len(CODES_D1), "the result follows the last answer")

    phrase = form.text_of("D1", "phrase").replace("\N{NO-BREAK SPACE}", " ")
    assert phrase == "15 énoncés positifs sur 18 : d’après votre estimation, le seuil de 15 (80 %) est atteint."
    assert form.page.locator("[data-groupe=D1] .r-etiquette").text_content() == "Seuil atteint, selon vous"
    assert form.text_of("U1", "positifs") == "6"
    assert form.text_of("U2", "repondus") == "12"
    assert form.result()["a_repondre"][0] == "U3-C1-E1"

    saved = form.save_file(tmp_path)
    assert saved.name.startswith(f"repere-{SLUG}-20")
    assert command("verifier", str(saved)).returncode == 0
    evaluated = command("evaluer", str(saved))
    assert evaluated.returncode == 0
    assert evaluated.stdout.decode() == f"{form.raw_result()}\n"

    before, notes = form.chosen(), form.notes()
    form.page.reload()
    form.tied()
    assert (form.chosen(), form.notes()) == (before, notes)

    form.page.once("dialog", lambda dialog: dialog.accept())
    form.press("effacer")
    until(lambda: form.chosen() == {}, "the answers are erased")
    form.page.reload()
    form.tied().computed()
    assert form.chosen() == {}

    form.open_file(saved)
    until(lambda: form.chosen() == before, "the file's answers are on screen")
    assert form.notes() == notes
    until(lambda: form.text_of("D1", "positifs") == str(POSITIFS_D1), "the result follows the file")
    assert form.errors == []


def test_a_file_opened_without_a_network_can_be_undone(form: FormPage, tmp_path: Path) -> None:
    """Once the page is there, answering, scoring, saving and opening need no network; and opening is undone at one click.

    What was on screen before comes back, and the draft with it.
    """
    form.computed()
    form.page.context.set_offline(offline=True)
    form.answer("U1-C1-E1", "oui")
    until(lambda: form.result()["compte"]["positifs"] == 1, "Python scores with the network cut")
    saved = form.save_file(tmp_path)
    assert form.saved(saved) == {"U1-C1-E1": {"valeur": "oui"}}
    form.answer("U1-C1-E1", "non")
    form.note("U1-C1-E2", "à garder")
    before = (form.chosen(), form.notes())
    form.open_file(saved)
    until(lambda: form.chosen() == {"U1-C1-E1": "oui"}, "the file reopens with the network cut")
    form.page.click("[data-action=revenir]")
    until(lambda: (form.chosen(), form.notes()) == before, "the answers of before are on screen")
    form.page.context.set_offline(offline=False)
    form.page.reload()
    form.tied()
    assert (form.chosen(), form.notes()) == before


def test_what_a_file_sets_aside_is_saved_again(form: FormPage, tmp_path: Path) -> None:
    """Answers to items that the form does not have are told, kept across a reload, and written in the next file."""
    form.computed()
    form.answer("U1-C1-E1", "oui")
    donnees = json.loads(form.save_file(tmp_path).read_text("utf-8"))
    donnees["reponses"]["U9-C9-E9"] = {"valeur": "oui", "note": "un énoncé d’avant"}
    older = tmp_path / "ancien.json"
    older.write_text(json.dumps(donnees), "utf-8")
    form.open_file(older)
    form.said("1 réponse ne correspond plus à un énoncé")
    form.page.reload()
    form.tied()
    again = form.save_file(tmp_path)
    assert json.loads(again.read_text("utf-8"))["reponses_ecartees"] == {
        "U9-C9-E9": {"valeur": "oui", "note": "un énoncé d’avant"}
    }
    assert form.saved(again) == {"U1-C1-E1": {"valeur": "oui"}}


def test_a_closed_tab_loses_nothing(form: FormPage) -> None:
    """A tab closed without warning right after typing, with no pause before, in the first field or the last, loses nothing."""
    text = "chaque lettre compte, même la dernière"
    context = form.page.context
    kept = []
    for champ in ("U1-C1-E1", "U5-C4-E3"):
        form.note(champ, text)
        kept.append(text)
        form.page.close(run_before_unload=False)
        form = FormPage(context.new_page(), form.origin).open()
        assert list(form.notes().values()) == kept, champ


def test_what_is_saved_is_said(form: FormPage) -> None:
    """The line of the draft says that all is saved only once it is: a reload then finds every letter."""
    form.note("U1-C1-E1", "tout")
    until(form.settled, "the draft is on the disk")
    assert form.state("brouillon") == "brouillon_enregistre"
    form.page.reload()
    assert list(form.tied().notes().values()) == ["tout"]
