"""A livret from one hand to the other: candidate, file, interviewer, a copy that diverged, decision, plan, paper."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from forms.__main__ import main
from tests.conftest import someone
from tests.navigateur.form_page import PATIENCE, until
from tests.navigateur.livret_page import LivretPage

EXAMPLE = "Le 3 mai, une cliente pressée.\nJe l’ai écoutée jusqu’au bout."
LONG = "Une longue réponse. " * 40 + "La fin."


def written(path: Path) -> dict[str, Any]:
    """Return the writings of a saved file."""
    return dict(json.loads(path.read_text("utf-8"))["valeurs"])


def evaluated(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the command line says of a file."""
    assert main(["evaluer", str(path)]) == 0
    return capsys.readouterr().out


@pytest.fixture
def other(navigateur: Browser, serveur: str) -> Iterator[LivretPage]:
    """Open the livret on another device."""
    context = someone(navigateur)
    yield LivretPage(context.new_page(), serveur).open()
    context.close()


def begun(ana: LivretPage, folder: Path) -> Path:
    """Let the candidate begin alone, forget to say who writes, then say it; return the file."""
    ana.computed()
    ana.write("candidat-nom", "Ana Ruiz")
    assert "sans signature" in ana.signature("candidat-nom")
    ana.sign_as("candidat", "Ana Ruiz")
    ana.page.click("[data-action=signer]")
    assert ana.signature("candidat-nom").startswith("Ana Ruiz, le candidat, ")
    ana.choose("u1-c1-dit", "acquis")
    ana.write("u1-c1-exemple", EXAMPLE)
    ana.choose("u3-c1-dit", "a_acquerir")
    handed = ana.save_file(folder)
    assert {ecrit["par"]["role"] for ecrit in written(handed).values()} == {"candidat"}
    return handed


def completed(paul: LivretPage, handed: Path, folder: Path) -> Path:
    """Let the interviewer open the file, say who writes now, and complete it; return the file."""
    paul.computed()
    paul.open_file(handed)
    paul.said("Dites maintenant qui écrit")
    assert paul.signature("u1-c1-dit").startswith("Ana Ruiz")
    assert paul.page.locator("input[name=r-qui-role]:checked").count() == 0
    paul.sign_as("entreprise", "Paul Le Goff")
    paul.choose("u1-c1-vu-entreprise", "en_partie")
    paul.write("projet", "Vendre mieux")
    saved = paul.save_file(folder)
    assert written(saved)["u1-c1-vu-entreprise"]["par"] == {"role": "entreprise", "nom": "Paul Le Goff"}
    assert written(saved)["u1-c1-dit"] == written(handed)["u1-c1-dit"]
    return saved


def merged(ana: LivretPage, theirs: Path, folder: Path) -> Path:
    """Let the candidate, who went on meanwhile, merge: one answer differs, others are new; return the file."""
    ana.write("projet", "Vendre à l’export")
    ana.write("projet-contraintes", "Le mercredi")
    ana.receive(theirs, "fusionner")
    ana.page.wait_for_selector("#r-fusion:not([hidden])", timeout=PATIENCE * 1000)
    assert "1 sur 1" in (ana.page.text_content("#titre-fusion") or "")
    assert ana.page.locator("#r-fusion [data-champ=reponse]").all_text_contents() == [
        "Vendre à l’export",
        "Vendre mieux",
    ]
    ana.page.click("[data-action=conflit-arreter]")
    ana.said("Fusion arrêtée : rien n’a changé.")
    assert "u1-c1-vu-entreprise" not in written(ana.save_file(folder))
    ana.receive(theirs, "fusionner")
    ana.page.click("[data-cote=autre] [data-action=conflit-choisir]", timeout=PATIENCE * 1000)
    ana.said("choisies par vous : 1")
    assert ana.page.locator("[data-place=projet] textarea").input_value() == "Vendre mieux"
    ana.page.click("#r-ecartees > summary")
    until(lambda: "Vendre à l’export" in (ana.page.text_content("#r-ecartees") or ""), "what was not chosen is shown")
    saved = ana.save_file(folder)
    assert written(saved).keys() == {*written(theirs), "projet-contraintes"}
    assert [one["valeur"] for one in json.loads(saved.read_text("utf-8"))["ecartees"]] == ["Vendre à l’export"]
    return saved


def decided(paul: LivretPage, copy: Path) -> None:
    """Let the interviewer merge without a question, decide with a reason, and plan."""
    paul.receive(copy, "fusionner")
    paul.said("sans aucun conflit")
    paul.choose("d1-decision", "evaluation_directe")
    until(
        lambda: "Il reste à écrire pourquoi" in paul.page.inner_text("[data-proposition=D1]"), "a reason is asked for"
    )
    paul.write("d1-raison", LONG)
    until(lambda: "Il reste à écrire" not in paul.page.inner_text("[data-proposition=D1]"), "the reason is there")
    paul.choose("voies", "formation")
    paul.write("evaluations-jour", "08/06/2027")
    module = paul.row("modules")
    paul.write(f"{module}/intitule", "Vendre à distance")
    paul.choose(f"{module}/composante", "U3")
    paul.write(f"{module}/heures_min", "14")
    paul.write(f"{module}/heures_max", "21")
    until(lambda: (paul.etat()["parcours"]["heures"] or {}).get("maximum") == 21, "hours are counted")


def test_a_livret_goes_from_hand_to_hand(
    page: Page, serveur: str, other: LivretPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole story, on two devices: what each wrote stays signed, the conflict is settled once, the plan follows."""
    ana, paul = LivretPage(page, serveur).open(), other
    for folder in ("ana", "paul"):
        (tmp_path / folder).mkdir()
    theirs = completed(paul, begun(ana, tmp_path / "ana"), tmp_path / "paul")
    decided(paul, merged(ana, theirs, tmp_path / "ana"))
    assert [etape["code"] for etape in paul.etat()["parcours"]["etapes"]] == ["D2", "D1"]
    assert "14 à 21 heures" in paul.page.inner_text("#plan .r-chemin").replace("\u00a0", " ")
    assert "au plus tard le 18 mai 2027" in paul.page.inner_text("#plan .r-jours").replace("\u00a0", " ")
    # To the byte what the command line says of the file.
    last = paul.save_file(tmp_path / "paul")
    assert evaluated(last, capsys) == (paul.page.text_content("#plan [data-champ=json]") or "") + "\n"
    # On paper: the plan on one sheet; the filled livret whole, with its authors.
    sheets, text = paul.printed("synthese", tmp_path)
    assert sheets == 1
    for words in (
        "ni un examen ni une évaluation",
        "Candidat : Ana Ruiz",
        "D2 Vente",
        "14 à 21 heures",
        "18 mai 2027",
        "date et signature",
    ):
        assert words in text, words
    _, text = paul.printed("remplie", tmp_path)
    for words in (
        " ".join(LONG.split()),
        " ".join(EXAMPLE.split()),
        "Ana Ruiz, le candidat",
        "Paul Le Goff, l’entreprise",
    ):
        assert words in text, words
    assert ana.errors == paul.errors == []


def test_days_are_read_as_they_are_written_and_judged_together(page: Page, serveur: str) -> None:
    """Days in words, one event asked once: what does not go together is told at its field and in the plan."""
    livret = LivretPage(page, serveur).open().computed()
    livret.box("voies").locator("input[value=vae]").check()
    livret.write("r-vae-convocation-jour", "10 janvier 2027")
    livret.write("evaluations-jour", "mardi 1er juin 2027")
    livret.write("entretien-jour", "2 juin 2027")
    livret.page.locator("#plan h2").click()
    assert livret.box("evaluations-jour").locator("input").input_value() == "01/06/2027"
    plan = livret.page.locator("#plan")
    until(lambda: "vient après les évaluations" in plan.inner_text(), "what does not go together is told")
    told = plan.inner_text().replace("\u00a0", " ")
    assert "Trop tard : les évaluations, le 1er juin 2027 (§ 4.2, p. 11)." in told
    assert livret.page.locator("[data-place=r-vae-programmation-jour]").count() == 0
    livret.choose("r-vae-experience-etat", "fait")
    livret.box("voies").locator("input[value=candidature_individuelle]").check()
    livret.choose("r-pratique-6mois-etat", "fait")
    livret.write("r-pratique-6mois-duree", "2")
    livret.page.locator("#plan h2").click()
    # That rule rests on a reading of ours: to be verified, never an error of who answered.
    until(
        lambda: "la règle en demande au moins 6" in plan.inner_text().replace("\u00a0", " "), "it is told in the plan"
    )
    assert livret.page.locator("#e-r-pratique-6mois-duree:visible").count() == 0
    row = livret.row("accords")
    livret.write(f"{row}/jour", "1er juin 2099")
    livret.page.locator("#plan h2").click()
    error = livret.page.locator(f"#e-{row.replace('/', '_')}_jour")
    until(lambda: "n’est pas encore venu" in error.inner_text().replace("\u00a0", " "), "it is told at its field")
    # Between the help and the field, which says both to who does not see them.
    described = (livret.box(f"{row}/jour").locator("input").get_attribute("aria-describedby") or "").split()
    assert described == [f"a-{row.replace('/', '_')}_jour", f"e-{row.replace('/', '_')}_jour"]
    assert error.evaluate("(line) => line.previousElementSibling.id") == described[0]
