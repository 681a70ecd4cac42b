"""Lists whose rows are chosen in another one: what is offered and what is chosen follow the rows, in every order."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from forms.dossier_habilitation.derivation import derive
from forms.dossier_habilitation.etat import FAIT
from forms.questionnaire.modele import Champ, Liste, Questionnaire
from referentials.load import load
from tests.forms.dossier_habilitation.outils_dossier import changed, conforming
from tests.navigateur.dossier_page import DossierPage
from tests.navigateur.form_page import SLUG, until
from tests.navigateur.listes_liees import Essai


def linked(form: Questionnaire | None) -> list[tuple[Liste, Champ, Liste]]:
    """Return each list whose rows choose, its field that does, and the list that is chosen in."""
    assert form is not None
    lists = [liste for liste in form.racines() if isinstance(liste, Liste)]
    return [
        (liste, champ, form.liste(champ.liste))
        for liste in lists
        for champ in liste.champs
        if champ.nature == "renvois"
    ]


# From the form itself: a list that comes to choose in another is tried with no word here.
LINKED = linked(derive(load().certification(SLUG)))
SEQUENCES, GESTURES = 6, 40


@pytest.fixture(scope="module")
def kept_dossier(kept_page: Page, serveur: str) -> DossierPage:
    """Return the page, opened once for all, Python ready."""
    return DossierPage(kept_page, serveur).open().computed()


@pytest.fixture
def dossier(kept_dossier: DossierPage) -> DossierPage:
    """Return the page with an empty draft."""
    kept_dossier.blank()
    return kept_dossier


def ordered(values: dict[str, Any], champ: str) -> dict[str, Any]:
    """Return raw values where what a row chose is in no particular order."""

    def row_of(row: Any) -> Any:
        return {**row, champ: sorted(row[champ])} if isinstance(row, dict) and champ in row else row

    return {code: [row_of(row) for row in raw] if isinstance(raw, list) else raw for code, raw in values.items()}


@pytest.mark.parametrize(("liste", "champ", "cible"), LINKED, ids=lambda one: getattr(one, "code", ""))
def test_whatever_the_order_of_gestures_each_row_chooses_among_those_that_are_there(
    dossier: DossierPage, tmp_path: Path, liste: Liste, champ: Champ, cible: Liste
) -> None:
    """Added, named, emptied, removed, brought back, copied, reopened, in another draft: no choice hangs, none is lost."""
    for seed in range(SEQUENCES):
        essai = Essai(dossier.page, liste, champ.code, cible, random.Random(seed))  # noqa: S311 — a trial, no secret
        for _ in range(GESTURES):
            essai.gesture()
            essai.check()
        saved = dossier.save_file(tmp_path)
        kept = json.loads(saved.read_text("utf-8"))["valeurs"]
        assert ordered(kept, champ.code) == essai.values(), essai.told
        dossier.silenced()
        dossier.open_file(saved)
        dossier.said("ouvert")
        assert dossier.values(tmp_path) == kept, essai.told
        dossier.silenced()
        dossier.press("nouveau")
        dossier.said("Nouveau brouillon")
    assert dossier.errors == []


def names(dossier: DossierPage, row: str) -> list[str]:
    """Return what a trainer may choose, as it is called on screen."""
    labels = dossier.page.locator(f"[data-place='formateurs/{row}/modules'] .r-option span").all_text_contents()
    return [label.replace("\u00a0", " ") for label in labels]


def test_a_new_row_is_offered_what_there_is(dossier: DossierPage) -> None:
    """Before a module has a name, nothing; afterwards these names, in a row that was there as in one that comes later."""
    first, module = dossier.rows("formateurs")[0], dossier.rows("modules")[0]
    dossier.write(f"modules/{module}/intitule", "Accueillir")
    for row in (first, *added(dossier, "formateurs", 2)):
        assert names(dossier, row) == ["Accueillir"]
    second, last = added(dossier, "modules", 2)
    dossier.write(f"modules/{last}/intitule", "Vendre")
    assert names(dossier, dossier.rows("formateurs")[1]) == ["Accueillir", "Vendre"]
    dossier.write(f"modules/{second}/intitule", "Suivre")
    for row in (*dossier.rows("formateurs"), *added(dossier, "formateurs", 1)):
        assert names(dossier, row) == ["Accueillir", "Suivre", "Vendre"]
    assert dossier.errors == []


def added(dossier: DossierPage, liste: str, number: int) -> list[str]:
    """Add rows with the button; return their ids."""
    before = dossier.rows(liste)
    for _ in range(number):
        dossier.page.evaluate(f"document.querySelector('[data-liste={liste}] [data-action=ajouter]').click()")
    return [row for row in dossier.rows(liste) if row not in before]


def test_what_pointed_to_a_removed_row_is_told_by_name_and_comes_back_with_it(
    dossier: DossierPage, tmp_path: Path
) -> None:
    """Whichever comes back first, of the row and of what pointed to it; until then nothing hangs, in any document."""
    values = changed(conforming(), {})
    dossier.open_values(values, tmp_path)
    dossier.go_to("s-offre-formation")
    dossier.press_in("modules", "m1", "oter")
    told = [dossier.announced(), dossier.page.inner_text("[data-liste=modules] .r-ligne-otee")]
    who = [row for row in values["formateurs"] if "m1" in row["modules"]]
    assert who
    for sentence in told:
        for row in who:
            assert f"{row['prenom']} {row['nom']}" in sentence
    dossier.press_in("formateurs", who[0]["id"], "oter")
    dossier.page.locator("[data-liste=formateurs] [data-action=remettre]").click()
    without = dossier.values(tmp_path)
    assert [row["id"] for row in without["modules"]] == [row["id"] for row in values["modules"] if row["id"] != "m1"]
    assert not [row for row in without["formateurs"] if "m1" in row.get("modules", ())]
    until(lambda: dossier.etat()["etat"] != FAIT, "the dossier without it is judged")
    assert "n’existe plus" not in (dossier.page.text_content("#etat [data-champ=json]") or "")
    dossier.press_in("formateurs", who[0]["id"], "oter")
    dossier.page.locator("[data-liste=modules] [data-action=remettre]").click()
    dossier.page.locator("[data-liste=formateurs] [data-action=remettre]").click()
    assert ordered(dossier.values(tmp_path), "modules") == ordered(values, "modules")
    assert dossier.errors == []


def test_a_row_that_is_emptied_while_others_point_to_it_is_still_a_row(dossier: DossierPage, tmp_path: Path) -> None:
    """Its name taken away to be typed again, no choice is lost; the state asks for its name, and not to choose again."""
    trainer, module = dossier.rows("formateurs")[0], dossier.rows("modules")[0]
    dossier.write(f"modules/{module}/intitule", "Accueillir")
    dossier.write(f"formateurs/{trainer}/nom", "Diaz")
    dossier.choose(f"formateurs/{trainer}/modules", module)
    dossier.write(f"modules/{module}/intitule", "")
    assert names(dossier, trainer) == ["Module 1"]
    assert dossier.values(tmp_path) == {
        "modules": [{"id": module}],
        "formateurs": [{"id": trainer, "nom": "Diaz", "modules": [module]}],
    }
    dossier.choose("demandeur", "organisme_formation")
    dossier.choose("offres", "formation")
    until(
        lambda: "Module 1 : il manque" in dossier.page.text_content("#etat [data-champ=json]").replace("\u00a0", " "),
        "it is asked for",
    )  # type: ignore[union-attr] — filled once it is computed
    assert "n’existe plus" not in (dossier.page.text_content("#etat [data-champ=json]") or "")
    dossier.write(f"modules/{module}/intitule", "Vendre")
    assert names(dossier, trainer) == ["Vendre"]
    dossier.box(f"formateurs/{trainer}/modules").locator("input").uncheck()
    dossier.write(f"modules/{module}/intitule", "")
    assert [*dossier.values(tmp_path)] == ["formateurs", "demandeur", "offres"]
    assert dossier.errors == []
