"""Files of a livret in its page: refused, poured, put aside, dropped; drafts, erasing, and no Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from forms.auto_positionnement.derivation import derive
from forms.plusieurs_mains.ecrits import Copie, Ecrit
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import candidat, saved, tuteur
from tests.navigateur.form_page import SLUG, FormPage, until
from tests.navigateur.livret_page import LivretPage
from tests.navigateur.test_fichier import DROP
from tests.outils_formulaires import export

FORM = derive(load().certification(SLUG))
CAS = Path(__file__).parents[1] / "cas" / "exports"


@pytest.fixture
def livret(kept_livret: LivretPage) -> LivretPage:
    """Return the page of the livret with an empty draft, Python ready."""
    kept_livret.blank()
    return kept_livret


def file_of(folder: Path, text: str, name: str = "livret.json") -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_what_is_no_livret_is_refused_and_the_screen_stays(livret: LivretPage, tmp_path: Path) -> None:
    """Empty, not JSON, of another certification or kind, abîmé: a French sentence, and nothing on screen changes."""
    livret.write("projet", "À moi")
    texts = {
        "": "Ce fichier est vide",
        "bonjour": "ne peut pas être lu",
        saved(Copie({}), certification="tp-couvreur"): "une autre certification",
        saved(Copie({}), format="repere/dossier-habilitation"): "n’est pas un fichier de livret de repérage",
        saved(Copie({}), valeurs={"projet": {"valeur": "x"}}): "modifié ou abîmé",
        saved(Copie({}), version=9): "plus récente",
    }
    for text, sentence in texts.items():
        path = file_of(tmp_path, text)
        livret.open_file(path)
        assert sentence in livret.refusal().replace("\u00a0", " "), sentence
        assert livret.page.locator("[data-place=projet] textarea").input_value() == "À moi"


def test_an_auto_positionnement_is_poured_and_told(livret: LivretPage, tmp_path: Path) -> None:
    """Whichever button brought it: what was filled, what was left as it was, each a link to its place."""
    items = [item.code for item in FORM.all_items() if item.code.startswith("U1-C1-")]
    answers = {code: {"valeur": "oui"} for code in items} | {items[0]: {"valeur": "oui", "note": "Tous les mardis."}}
    livret.sign_as("entreprise", "Paul")
    livret.write("candidat-nom", "Ana Ruiz")
    livret.write("u1-c1-exemple", "Le mien")
    livret.open_file(file_of(tmp_path, export(FORM, answers), "auto.json"))
    livret.said(
        "1 réponse reprise. 1 réponse du livret diffère et reste telle qu’on l’a écrite ; le mot du candidat est gardé à côté."
    )
    assert livret.page.locator("#f-u1-c1-dit input:checked").input_value() == "acquis"
    assert livret.signature("u1-c1-dit").startswith("Ana Ruiz, le candidat, 21 novembre 2026")
    assert livret.page.locator("#f-u1-c1-exemple").input_value() == "Le mien"
    panel = livret.page.locator("#r-versement")
    panel.locator("details", has_text="Ce qui a été rempli").locator("summary").click()
    assert panel.locator("[data-groupe=verses] a").count() == panel.locator("[data-groupe=laisses] a").count() == 1
    panel.locator("[data-groupe=verses] a").click()
    until(lambda: livret.page.evaluate("document.activeElement.name") == "u1-c1-dit", "the link leads to the answer")
    wrong = file_of(tmp_path, export(derive(load().certification("charge-de-clientele")), {}), "autre.json")
    livret.open_file(wrong)
    assert "Ce fichier concerne « Chargé(e) de clientèle », et non « CQP" in livret.refusal().replace("\u00a0", " ")


def test_what_a_poured_file_needs_did_not_come(page: Page, serveur: str, tmp_path: Path) -> None:
    """The form that it answers is asked for then: without it, the reason is said and nothing changes; again, it is poured."""
    page.route("**/assets/passerelles/*", lambda route: route.abort())
    livret = LivretPage(page, serveur)
    livret.open()
    livret.computed()
    auto = file_of(tmp_path, export(FORM, {next(iter(FORM.all_items())).code: {"valeur": "oui", "note": "Le mardi."}}))
    livret.open_file(auto)
    assert "n’a pas pu être chargé" in livret.refusal()
    assert not page.locator("#r-versement").is_visible()
    page.unroute("**/assets/passerelles/*")
    livret.open_file(auto)
    page.wait_for_selector("#r-versement:visible")
    assert "Le mardi." in livret.box("u1-c1-exemple").locator("textarea").input_value()


def test_what_comes_never_takes_the_letters_of_who_goes_on_typing(livret: LivretPage, tmp_path: Path) -> None:
    """A poured file, one that is refused, one that asks: told while one types, every letter is where it was typed."""
    livret.sign_as("candidat", "Ana")
    livret.write("projet", "")
    field = livret.box("projet").locator("textarea")
    auto = file_of(tmp_path, export(FORM, {next(iter(FORM.all_items())).code: {"valeur": "oui"}}), "auto.json")
    wrong = file_of(tmp_path, export(derive(load().certification("charge-de-clientele")), {}), "autre.json")
    other = file_of(tmp_path, saved(Copie({})), "livret.json")
    typed = ""
    for path, shown in ((auto, "#r-versement"), (wrong, "#r-alerte"), (other, "#r-recu")):
        field.focus()
        livret.open_file(path)
        told = livret.page.locator(shown)
        begun, after = 0, 0
        # Told before the first letter, it may take the focus; never once one has begun.  Five letters more once it is told.
        while after < 5:
            after += told.is_visible()
            letter = "abcdefghij"[len(typed) % 10]
            livret.page.keyboard.type(letter)
            if not begun and field.input_value() == typed:
                field.focus()
            else:
                begun, typed = begun + 1, typed + letter
        assert field.input_value() == typed
    assert livret.errors == []


def test_a_merge_and_a_poured_file_can_be_taken_back(livret: LivretPage, tmp_path: Path) -> None:
    """To the letter, as long as nobody has written since; the focus is somewhere useful."""
    livret.sign_as("entreprise", "Paul")
    livret.write("candidat-nom", "Ana Ruiz")
    livret.write("projet", "Vendre")
    mine = livret.save_file(tmp_path)
    # Three hands fill one livret: each file says whose it is, and who wrote it.
    assert "-ana-ruiz-entreprise-" in mine.name
    before = json.loads(mine.read_text("utf-8"))["valeurs"]
    undo = livret.page.locator("#r-annuler")
    assert undo.is_hidden()
    other = Copie({"projet": candidat("Vendre mieux"), "experiences/un/poste": candidat("Vendeuse")})
    livret.receive(file_of(tmp_path, saved(other)), "fusionner")
    livret.page.click("#r-fusion [data-cote=autre] [data-action=conflit-choisir]")
    livret.said("sont réunies")
    assert undo.inner_text() == "Annuler la fusion"
    undo.click()
    livret.said("C’est annulé")
    assert livret.page.evaluate("document.activeElement.dataset.action") == "ouvrir"
    taken_back = json.loads(livret.save_file(tmp_path).read_text("utf-8"))
    assert (taken_back["valeurs"], "ecartees" in taken_back) == (before, False)
    items = [item.code for item in FORM.all_items() if item.code.startswith("U1-C1-")]
    livret.open_file(file_of(tmp_path, export(FORM, {code: {"valeur": "oui"} for code in items}), "auto.json"))
    livret.said("1 réponse reprise")
    assert undo.inner_text() == "Annuler cette reprise"
    livret.write("candidat-nom", "Ana")
    assert undo.is_hidden()


def test_what_somebody_else_wrote_is_put_aside_not_lost(livret: LivretPage, tmp_path: Path) -> None:
    """Typed over, it is kept with its author; typed again as it was, it is theirs again."""
    ana = Copie({"projet": candidat("Vendre"), "candidat-nom": Ecrit("Ana", "", "", "2026-11-23T08:30:00+01:00")})
    livret.open_file(file_of(tmp_path, saved(ana)))
    livret.said("ouvert")
    livret.sign_as("entreprise", "Paul")
    livret.write("projet", "Vendre mieux")
    livret.write("candidat-nom", "Ana Ruiz")
    donnees = json.loads(livret.save_file(tmp_path).read_text("utf-8"))
    assert donnees["valeurs"]["projet"]["par"]["nom"] == "Paul"
    assert [(one["valeur"], one["par"]["nom"]) for one in donnees["ecartees"]] == [("Vendre", "Ana Ruiz")]
    livret.write("projet", "Vendre")
    donnees = json.loads(livret.save_file(tmp_path).read_text("utf-8"))
    assert donnees["valeurs"]["projet"] == json.loads(saved(ana))["valeurs"]["projet"]
    assert "ecartees" not in donnees


def test_a_row_that_comes_back_is_still_its_author_s(livret: LivretPage, tmp_path: Path) -> None:
    """Removed, then brought back; moved: the order of the file is that of the screen."""
    rows = {f"experiences/{row}/poste": tuteur(row) for row in ("un", "deux")}
    livret.open_file(file_of(tmp_path, saved(Copie(rows))))
    livret.said("ouvert")
    livret.sign_as("candidat", "Ana")
    livret.box("experiences/un/poste")
    livret.page.click("[data-liste=experiences] [data-ligne=un] [data-action=oter]")
    livret.page.click("[data-liste=experiences] [data-action=remettre]")
    livret.page.click("[data-liste=experiences] [data-ligne=deux] [data-action=monter]")
    valeurs = json.loads(livret.save_file(tmp_path).read_text("utf-8"))["valeurs"]
    assert list(valeurs) == ["experiences/deux/poste", "experiences/un/poste"]
    assert {ecrit["par"]["nom"] for ecrit in valeurs.values()} == {"Paul Le Goff"}


def test_a_draft_comes_back_and_erasing_erases(livret: LivretPage, tmp_path: Path) -> None:
    """A released file dropped, then reloaded: every writing and who writes; erased, nothing is left."""
    text = (CAS / "livret-de-reperage" / "1" / f"{SLUG}.json").read_text("utf-8")
    livret.page.evaluate(DROP, ["livret.json", text])
    livret.said("gardées à part")
    livret.sign_as("organisme", "Zoé")
    until(livret.settled, "the draft is on the disk")
    livret.page.reload()
    livret.tied()
    livret.computed()
    assert livret.page.input_value("#r-qui-nom") == "Zoé"
    again = json.loads(livret.save_file(tmp_path).read_text("utf-8"))
    assert (again["valeurs"], len(again["ecartees"])) == (json.loads(text)["valeurs"], 2)
    livret.page.once("dialog", lambda dialog: dialog.accept())
    livret.press("effacer")
    livret.said("effacé")
    livret.page.reload()
    assert livret.tied().page.locator("#r-formulaire [data-repondu]").count() == 0


def test_without_python_one_writes_signs_saves_and_prints(page: Page, pyodide: str, tmp_path: Path) -> None:
    """Typing never waits for it; opening a file says that it cannot be checked."""
    page.route("**/*.wasm", lambda route: route.abort())
    livret = LivretPage(page, pyodide).open()
    until(lambda: livret.state("calcul") == "calcul_absent_reseau", "the absence is told")
    livret.sign_as("candidat", "Ana")
    livret.choose("u1-c1-dit", "acquis")
    livret.write("projet", "Vendre")
    path = livret.save_file(tmp_path)
    assert json.loads(path.read_text("utf-8"))["valeurs"].keys() == {"u1-c1-dit", "projet"}
    livret.open_file(path)
    assert "ne peut pas être vérifié" in livret.refusal()
    assert "Vendre" in livret.printed("remplie", tmp_path)[1]


def test_without_javascript_the_livret_is_whole(navigateur: object, serveur: str) -> None:
    """Every question, the two voices, no button that would do nothing."""
    context = navigateur.new_context(java_script_enabled=False)  # type: ignore[attr-defined]  # a Browser
    bare = FormPage(context.new_page(), serveur).page
    bare.goto(f"{serveur}/certifications/{SLUG}/livret-de-reperage/")
    assert bare.locator("[data-voix=candidat]:visible").count() > 10
    assert bare.locator("[data-section]:visible").count() == 12
    assert bare.locator("noscript p").first.is_visible()
    context.close()


def test_a_second_file_that_replaces_one_that_waits_says_so(livret: LivretPage, tmp_path: Path) -> None:
    """What to do with the first was not said: its name is told.  A file that is refused leaves the first one waiting."""
    livret.write("projet", "À moi")
    text = saved(Copie({"projet": candidat("Autre")}))
    livret.open_file(file_of(tmp_path, text, "premier.json"))
    name = livret.page.locator("#r-recu [data-champ=nom]")
    until(lambda: name.is_visible() and name.inner_text() == "premier.json", "the first file waits")
    livret.open_file(file_of(tmp_path, "bonjour", "abime.json"))
    assert "ne peut pas être lu" in livret.refusal()
    assert name.inner_text() == "premier.json"
    livret.open_file(file_of(tmp_path, text, "second.json"))
    until(lambda: name.inner_text() == "second.json", "the second file waits")
    livret.said("a pris la place de")
    assert "premier.json" in livret.announced()


def test_the_results_are_given_as_a_table_and_as_text(livret: LivretPage, tmp_path: Path) -> None:
    """What the command line writes of the same answers: who talked, what is to be checked, what is not decided."""
    livret.sign_as("entreprise", "Paul")
    livret.write("candidat-nom", "Ana Ruiz")
    with livret.page.expect_download() as waiting:
        livret.page.click("[data-action=resultats-csv]")
    assert waiting.value.suggested_filename.startswith(f"repere-resultats-{SLUG}-ana-ruiz-")
    waiting.value.save_as(tmp_path / "resultats.csv")
    table = (tmp_path / "resultats.csv").read_text("utf-8-sig")
    assert "Ana Ruiz" in table
    assert "pas encore décidé" in table
    livret.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    livret.press("copier-resultats")
    livret.said("sont copiés")
    assert "Ana Ruiz" in livret.page.evaluate("navigator.clipboard.readText()")
