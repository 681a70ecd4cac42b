"""The annex of commitments and the draft of a convention in a browser: on screen, on paper, as text."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from forms.dossier_habilitation.annexe import annexe, texte
from forms.dossier_habilitation.convention import projet
from forms.dossier_habilitation.modification import Envoye, lettre
from forms.socle.phrases import NBSP
from tests.forms.dossier_habilitation.outils_dossier import JOUR, changed, conforming
from tests.forms.questionnaire.outils_questionnaire import published
from tests.navigateur.dossier_page import DossierPage, export
from tests.navigateur.form_page import until
from tests.navigateur.papiers_du_dossier import on_paper

NOON = datetime(JOUR.year, JOUR.month, JOUR.day, 11, 30).astimezone()
SENT = "2026-11-23T11:30:00+01:00"
HOSTILE = '<img src=x onerror="window.__attaque=1">'


@pytest.fixture(scope="module")
def kept_dossier(kept_page: Page, serveur: str) -> DossierPage:
    """Return the page, opened once for all on the day of the worked examples, Python ready."""
    kept_page.clock.set_fixed_time(NOON)
    return DossierPage(kept_page, serveur).open().computed()


@pytest.fixture
def dossier(kept_dossier: DossierPage) -> DossierPage:
    """Return the page with an empty draft."""
    kept_dossier.blank()
    return kept_dossier


def test_the_annex_shows_what_python_says_and_follows_the_answers(dossier: DossierPage, tmp_path: Path) -> None:
    """Each commitment with its clause; what somebody wrote stays a text; one route less takes its commitments away."""
    page = dossier.page
    values = changed(conforming(), {"denomination": HOSTILE})
    dossier.open_values(values, tmp_path)
    page.click("[data-action=engagements]")
    dossier.focused("#titre-engagements")
    found = annexe(published(), values, JOUR)
    rows = page.locator("#engagements tbody tr")
    assert rows.count() == len(found["engagements"])
    first = rows.first.inner_text().replace("\n", " ").split("\t")
    assert [one.strip() for one in first][1:] == [
        found["engagements"][0][key] for key in ("enonce", "clause", "retrait")
    ]
    assert HOSTILE in page.inner_text("#engagements [data-champ=organisme]")
    assert page.evaluate("window.__attaque") is None
    dossier.box("offres").locator("input[value=vae]").uncheck()
    fewer = len(annexe(published(), changed(values, {"offres": ["formation"]}), JOUR)["engagements"])
    assert fewer < len(found["engagements"])
    until(lambda: rows.count() == fewer, "the annex follows")
    assert dossier.errors == []


def test_the_annex_holds_on_one_page_in_letters_that_one_can_read(dossier: DossierPage, tmp_path: Path) -> None:
    """A4, nine points at least, with the longest of what may be written, and empty: where to sign is on that page."""
    wide = "Association pour la formation aux métiers du commerce de gros et de la relation client à distance"
    adresse = "Bâtiment B, troisième étage\n29 rue du Commerce-Interentreprises\n37000 Tours"
    for values in (changed(conforming(), {"denomination": wide, "adresse": adresse}), {}):
        dossier.open_values(values, tmp_path)
        text, sheets, size = on_paper(dossier, "engagements", tmp_path)
        assert (sheets, size >= 9) == (1, True)
        said = re.sub(r"\s", "", text)
        for one in annexe(published(), values, JOUR)["engagements"]:
            assert re.sub(r"\s", "", one["enonce"]) in said
        assert all(re.sub(r"\s", "", word) in said for word in ("Annexe proposée par Repère", "Signature", "Fait à"))


def test_the_annex_is_copied_as_the_command_writes_it(dossier: DossierPage, tmp_path: Path) -> None:
    """Where the clipboard is refused, the text stands there to be copied by hand."""
    page = dossier.page
    dossier.open_values(conforming(), tmp_path)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.click("[data-action=engagements]")
    dossier.focused("#titre-engagements")
    page.click("[data-action=copier-engagements]")
    until(lambda: page.is_visible("#r-texte-zone"), "the text is there")
    assert page.input_value("#r-texte-zone") == texte(published(), conforming(), JOUR)


def test_the_draft_of_a_convention_shows_what_is_still_to_agree(dossier: DossierPage, tmp_path: Path) -> None:
    """What the dossier says stands there as text, what nobody says is marked; the law is one link away; printed, nothing is cut."""
    page = dossier.page
    values = changed(conforming(), {"denomination": HOSTILE})
    dossier.open_values(values, tmp_path)
    page.click("[data-action=convention]")
    dossier.focused("#titre-convention")
    found = projet(published(), values, JOUR)
    assert page.locator("#convention [data-champ=rubriques] > div").count() == len(found["rubriques"]) == 7
    every = [line for part in (*found["parties"], *found["rubriques"]) for line in part["lignes"]]
    assert page.locator("#convention dd[data-a-convenir]").count() == sum(not line["texte"] for line in every) > 5
    assert HOSTILE in page.inner_text("#convention [data-champ=parties]")
    assert page.evaluate("window.__attaque") is None
    assert page.get_attribute("#convention [data-champ=loi]", "href") == found["loi"]["adresse"]
    text, sheets, size = on_paper(dossier, "convention", tmp_path)
    said = re.sub(r"\s", "", text)
    assert [one["texte"] for one in every if re.sub(r"\s", "", one["texte"]) not in said] == []
    assert (sheets <= 4, size >= 9) == (True, True)
    assert dossier.errors == []


def test_papers_whose_file_did_not_come_are_asked_for_again(page: Page, serveur: str, tmp_path: Path) -> None:
    """Told why nothing shows, one tries again; the rest of the page works."""
    page.route("**/assets/papiers/*", lambda route: route.abort())
    dossier = DossierPage(page, serveur).open().computed()
    page.click("[data-action=engagements]")
    dossier.said("n’a pas pu être chargé")
    assert page.locator("#engagements").is_hidden()
    # Nor is a blank sheet printed.
    page.evaluate("() => { window.print = () => document.documentElement.toggleAttribute('data-demande', true); }")
    dossier.silenced()
    dossier.write("denomination", "École du vent")
    page.click("#r-impressions > summary")
    page.click("[data-action=imprimer][data-mode=engagements]")
    dossier.said("n’a pas pu être chargé")
    assert page.get_attribute("html", "data-demande") is None
    # A letter without its rules does not show, and the file that was chosen stays.
    sent = tmp_path / "envoye.json"
    sent.write_text(export(conforming()), "utf-8")
    page.click("[data-action=modification]")
    dossier.silenced()
    page.set_input_files("#r-fichier-envoye", sent)
    dossier.said("n’a pas pu être chargé")
    assert page.locator("#modification [data-champ=lettre]").is_hidden()
    page.unroute("**/assets/papiers/*")
    page.click("[data-action=engagements]")
    dossier.focused("#titre-engagements")
    page.click("[data-action=modification]")
    dossier.focused("#titre-modification")
    until(lambda: page.locator("#modification [data-champ=lettre]").is_visible(), "the letter is there")


def test_a_dossier_that_was_sent_is_compared_with_what_is_on_screen(dossier: DossierPage, tmp_path: Path) -> None:
    """The file that was sent is chosen beside the answers: what differs shows and follows them; the draft stays as it is."""
    page = dossier.page
    sent = tmp_path / "envoye.json"
    sent.write_text(export(conforming()), "utf-8")
    dossier.open_values(
        changed(
            conforming(), {"denomination": HOSTILE, "date_notification": "2026-03-01", "modules/m1/heures_max": "40"}
        ),
        tmp_path,
    )
    page.click("[data-action=modification]")
    dossier.focused("#titre-modification")
    assert page.locator("#modification [data-champ=lettre]").is_hidden()
    page.set_input_files("#r-fichier-envoye", sent)
    lines = page.locator("#modification [data-champ=modifications] dd")
    until(lambda: lines.count() == 2, "the change is told")
    assert HOSTILE in lines.first.inner_text()
    assert page.evaluate("window.__attaque") is None
    assert "1er mars 2031" in page.inner_text("#modification [data-champ=jours]")
    found = lettre(published(), Envoye(conforming(), SENT), {**conforming(), "denomination": HOSTILE}, JOUR)
    assert found["toujours"][0]["regles"][0]["enonce"] in page.inner_text("#modification [data-champ=toujours]")
    dossier.write("adresse", "Ailleurs")
    until(lambda: lines.count() == 3, "the letter follows the answers")
    beside = page.locator("#modification [data-champ=modifications] [data-champ=regles]").last.inner_text()
    assert "§ 5.8.4" in beside.replace(NBSP, " ")
    text, sheets, size = on_paper(dossier, "modification", tmp_path)
    assert "Ailleurs" in text
    assert "Modifier un dossier envoyé" not in text
    assert "1er mars 2031" not in text
    assert (sheets, size >= 8.5) == (1, True)
    # Another file is chosen: the letter is about that one.
    other = tmp_path / "autre.json"
    other.write_text(export(json.loads(dossier.save_file(tmp_path).read_text("utf-8"))["valeurs"]), "utf-8")
    page.set_input_files("#r-fichier-envoye", other)
    until(lambda: "autre.json" in page.inner_text("#modification [data-champ=fichier]"), "the file is named")
    until(lambda: page.locator("#modification [data-champ=lettre]").is_visible(), "the letter is there")
    assert lines.count() == 0
    # Another draft: what was said of the first one goes, and the file with it.
    dossier.open_values(conforming(), tmp_path)
    assert page.locator("#modification").is_hidden()
    page.click("[data-action=modification]")
    dossier.focused("#titre-modification")
    assert page.locator("#modification [data-champ=lettre]").is_hidden()
    assert dossier.errors == []


def test_a_file_that_cannot_be_compared_is_refused_and_nothing_moves(dossier: DossierPage, tmp_path: Path) -> None:
    """A text that is no file of this kind: the alert says why, the answers stay on screen, no letter shows."""
    dossier.open_values(conforming(), tmp_path)
    wrong = tmp_path / "autre.json"
    wrong.write_text("{", "utf-8")
    dossier.page.click("[data-action=modification]")
    dossier.page.set_input_files("#r-fichier-envoye", wrong)
    until(lambda: dossier.page.locator("#r-alerte").is_visible(), "the file is refused")
    assert dossier.page.locator("#modification [data-champ=lettre]").is_hidden()
    assert dossier.box("denomination").locator("input").input_value() == conforming()["denomination"]
