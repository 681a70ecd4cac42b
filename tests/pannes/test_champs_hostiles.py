"""Files of a livret and of a dossier that are taken, however odd: nothing is lost, nothing runs, the page stays alive."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from forms.__main__ import main
from tests.forms.dossier_habilitation.outils_dossier import conforming
from tests.forms.livret_de_reperage.outils_livret import published as form_of_livret
from tests.forms.questionnaire.outils_questionnaire import published as form_of_dossier
from tests.navigateur.dossier_page import DossierPage
from tests.navigateur.fields_page import FieldsPage
from tests.navigateur.form_page import PATIENCE, until
from tests.navigateur.livret_page import LivretPage
from tests.pannes.fichiers import ATTACK, EVERYWHERE, REFUSED
from tests.pannes.fichiers_de_champs import (
    NO_MOMENTS,
    REFUSED_LIVRET,
    attacked,
    dossier,
    ecrit,
    livret,
    rows,
    wrong,
)

ROWS = 2_000
# What Playwright waits for each gesture, in milliseconds, where it is told nothing.
USUAL = 30_000
# Whether a row that nobody has come near stands as high as the first of its list.
FAR_AND_NEAR = """() => {
  const rows = [...document.querySelectorAll("[data-liste=modules] > ol > [data-ligne]")];
  const [near, far] = [rows[0], rows.at(-100)].map((row) => row.offsetHeight);
  return near > 0 && Math.abs(near - far) < 2;
}"""


# A page that gives up on a Python that does not answer does so much later: a machine under load is slow, not stuck.
LONG_WAITS = """() => {
  const start = (window.attente ??= window.setTimeout);
  window.setTimeout = (act, delay, ...rest) => start(act, delay >= 10_000 ? 30 * delay : delay, ...rest);
}"""
USUAL_WAITS = "() => { window.setTimeout = window.attente; }"


@pytest.fixture(scope="module")
def kept_livret(kept_page: Page, serveur: str) -> LivretPage:
    """Return the page of the livret, opened once for all, Python ready."""
    return LivretPage(kept_page, serveur).open().computed()


@pytest.fixture(scope="module")
def kept_dossier(kept_page: Page, serveur: str) -> DossierPage:
    """Return the page of the dossier, opened once for all beside it, Python ready."""
    return DossierPage(kept_page.context.new_page(), serveur).open().computed()


@pytest.fixture
def patient(kept_page: Page, kept_livret: LivretPage, kept_dossier: DossierPage) -> Iterator[None]:
    """Wait longer for each gesture and each answer, on either page, in one test: they are there for the others too."""
    kept_page.context.set_default_timeout(2 * PATIENCE * 1000)
    for form in (kept_livret, kept_dossier):
        form.page.evaluate(LONG_WAITS)
    yield
    for form in (kept_livret, kept_dossier):
        form.page.evaluate(USUAL_WAITS)
    kept_page.context.set_default_timeout(USUAL)


@pytest.fixture
def livret_page(kept_livret: LivretPage) -> LivretPage:
    """Return the page of the livret with an empty draft."""
    kept_livret.blank()
    return kept_livret


@pytest.fixture
def dossier_page(kept_dossier: DossierPage) -> DossierPage:
    """Return the page of the dossier with an empty draft."""
    kept_dossier.blank()
    return kept_dossier


def given(folder: Path, content: bytes, name: str = "hostile.json") -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(content)
    return path


def taken(form: FieldsPage, path: Path) -> None:
    """Open a file on a page where nothing is written yet."""
    form.open_file(path)
    until(lambda: "ouvert" in (form.page.text_content("#r-annonce") or ""), "the file is open")


def alive(form: FieldsPage) -> None:
    """Hold that nothing ran, that no error was thrown and that Python still answers."""
    assert form.page.locator("img[src=x]").count() == 0
    assert form.page.evaluate("window.pris") is None
    assert form.state("calcul") == "calcul_pret"
    assert form.errors == []


def saved(form: FieldsPage, folder: Path) -> dict[str, Any]:
    """Return what the page saves."""
    return dict(json.loads(form.save_file(folder).read_text("utf-8")))


def pieces(value: Any) -> set[str]:
    """Return every simple value of a JSON value as text; the ids of rows, signatures and moments apart."""
    if isinstance(value, dict):
        return {piece for key, inner in value.items() if key not in {"id", "par", "le"} for piece in pieces(inner)}
    if isinstance(value, list):
        return {piece for inner in value for piece in pieces(inner)}
    return {str(value)}


def command_line_takes(path: Path, *commands: str) -> None:
    """Hold that each command answers without a refusal or a traceback."""
    for command in commands:
        assert main([command, str(path)]) == 0, command


def test_a_livret_of_wrong_values_loses_none(livret_page: LivretPage, tmp_path: Path) -> None:
    """In every field a value of some wrong kind, moments that no calendar has: shown or aside, all saved again."""
    values = {place: value for place, value in wrong(form_of_livret()).items() if value != []}
    content = {
        place: ecrit(value, NO_MOMENTS[rank % len(NO_MOMENTS)]) for rank, (place, value) in enumerate(values.items())
    }
    path = given(tmp_path, livret(content))
    form, page = livret_page, livret_page.page
    taken(form, path)
    until(lambda: form.etat()["problemes"] != [], "the state follows")
    assert "date illisible" in {
        line.rpartition(", ")[2] for line in page.locator("[data-place] > .r-signature").all_text_contents()
    }
    assert "Invalid Date" not in page.inner_text("body")
    page.locator("#r-ecartees > summary").click()
    until(lambda: page.locator("#r-ecartees li").count() > 0, "what is aside is told")
    again = saved(form, tmp_path)
    assert pieces(again["valeurs"]) | pieces(again["ecartees"]) >= pieces(content)
    moments = {one["le"] for one in [*again["valeurs"].values(), *again["ecartees"]]}
    assert moments == {*NO_MOMENTS}
    alive(form)
    command_line_takes(path, "verifier", "evaluer", "texte", "migrer")


def test_a_dossier_of_wrong_values_loses_none(dossier_page: DossierPage, tmp_path: Path) -> None:
    """In every field a value of some wrong kind: shown or aside, all saved again; the documents are made of it."""
    values = rows(wrong(form_of_dossier()))
    path = given(tmp_path, dossier(values))
    form, page = dossier_page, dossier_page.page
    taken(form, path)
    assert "[object Object]" not in " ".join(
        page.locator("#r-formulaire input[type=text]").evaluate_all("(all) => all.map((one) => one.value)")
    )
    for action in ("bordereau", "matrice"):
        page.locator(f"#etat [data-action={action}]").click()
        page.wait_for_selector(f"#{action}:not([hidden])", timeout=PATIENCE * 1000)
    again = saved(form, tmp_path)
    assert pieces(again["valeurs"]) | pieces(again["valeurs_ecartees"]) >= pieces(values)
    alive(form)
    command_line_takes(path, "verifier", "evaluer", "texte", "csv", "xlsx", "migrer")


def test_rows_with_one_id_are_told_apart(dossier_page: DossierPage, tmp_path: Path) -> None:
    """Each is on screen and can be changed without the other; rows of two lists may share an id; odd ids are ids."""
    answers = conforming()
    first, second = answers["modules"]
    odd = [{**first, "id": name} for name in ("constructor", "LIGNE", "-", "0", "a" * 500)]
    modules = [{**first, "id": "m1"}, {**second, "id": "m1"}, {**second, "id": "f1", "intitule": "Le même que"}, *odd]
    path = given(tmp_path, dossier({**answers, "modules": modules}))
    form, page = dossier_page, dossier_page.page
    taken(form, path)
    assert "1\N{NO-BREAK SPACE}ligne portait l’identifiant d’une autre" in (page.text_content("#r-annonce") or "")
    assert form.rows("modules") == ["m1", "m1-2", "f1", *(row["id"] for row in odd)]
    form.write("modules/m1-2/intitule", "Changé")
    form.write("modules/-/intitule", "Trait")
    again = form.values(tmp_path)
    assert [row["intitule"] for row in again["modules"][:4]] == [
        first["intitule"],
        "Changé",
        "Le même que",
        first["intitule"],
    ]
    assert again["modules"][5]["intitule"] == "Trait"
    page.locator("#etat [data-action=matrice]").click()
    page.wait_for_selector("#matrice:not([hidden])", timeout=PATIENCE * 1000)
    shown = page.inner_text("#matrice")
    assert "Formateur «\N{NO-BREAK SPACE}Ana Diaz" in shown or "Ana Diaz" in shown
    alive(form)
    command_line_takes(path, "verifier", "evaluer")


def test_html_in_every_text_of_a_dossier_stays_text(dossier_page: DossierPage, tmp_path: Path) -> None:
    """In the form, what is left to do, the bordereau, the matrices, on paper, in the text, the CSV and the workbook."""
    chosen = {key: value for key, value in conforming().items() if key in {"demandeur", "offres"}}
    values = {**rows(attacked(form_of_dossier())), **chosen}
    path = given(tmp_path, dossier(values, nom=ATTACK, valeurs_ecartees={"parti": ATTACK}), "<img src=x>.json")
    form, page = dossier_page, dossier_page.page
    title = page.title()
    taken(form, path)
    for action in ("verifier", "bordereau", "matrice", "csv", "copier"):
        page.locator(f"#etat [data-action={action}]").click()
        until(lambda: form.errors == [], action)
    page.wait_for_selector("#matrice:not([hidden])", timeout=PATIENCE * 1000)
    page.wait_for_selector("#r-texte:not([hidden]), #r-annonce:has-text('opié')", timeout=PATIENCE * 1000)
    page.evaluate("() => { window.print = () => {} }")
    for mode in ("remplie", "synthese", "bordereau", "matrice", "vierge"):
        page.locator(f"[data-action=imprimer][data-mode={mode}]").first.evaluate("(button) => button.click()")
        page.emulate_media(media="print")
        page.pdf()
        page.emulate_media(media="screen")
    assert page.inner_text("#bordereau").count("<img src=x onerror") >= 2
    assert page.inner_text("#matrice").count("<img src=x onerror") >= 5
    with page.expect_download(timeout=PATIENCE * 1000) as waiting:
        page.locator("#etat [data-action=xlsx]").click()
    workbook = tmp_path / "tableaux.xlsx"
    waiting.value.save_as(workbook)
    assert "<" not in waiting.value.suggested_filename
    with zipfile.ZipFile(workbook) as parts:
        assert "&lt;img src=x" in parts.read("xl/sharedStrings.xml").decode()
    assert page.title() == title
    assert pieces(saved(form, tmp_path)["valeurs"]) >= {ATTACK}
    alive(form)


def test_html_in_every_text_of_a_livret_stays_text(livret_page: LivretPage, tmp_path: Path) -> None:
    """In the form, signatures, conflicts of a merge, what was poured, what is aside, the plan, on paper and in the text."""
    content = {place: ecrit(ATTACK, nom=ATTACK) for place in attacked(form_of_livret())}
    content |= {"d1-decision": ecrit("formation"), "d1-raison": ecrit(ATTACK), "u1-c1-dit": ecrit(ATTACK, nom=ATTACK)}
    content |= {"modules/constructor/composante": ecrit("D1")}
    path = given(tmp_path, livret(content, nom=ATTACK, outil={"nom": ATTACK, "version": ATTACK}), "<img src=x>.json")
    form, page = livret_page, livret_page.page
    form.write("projet", "À moi")
    form.receive(path, "fusionner")
    page.wait_for_selector("#r-fusion:not([hidden])", timeout=PATIENCE * 1000)
    assert page.inner_text("#r-fusion").count("<img src=x") == 2
    page.click("#r-fusion [data-cote=autre] [data-action=conflit-choisir]")
    form.said("sont réunies")
    until(lambda: form.etat()["parcours"]["etapes"] != [], "the plan follows")
    form.open_file(given(tmp_path, EVERYWHERE, "<b>auto.json"))
    page.wait_for_selector("#r-versement:not([hidden])", timeout=PATIENCE * 1000)
    page.locator("#r-ecartees > summary").click()
    until(lambda: ATTACK in page.inner_text("#r-ecartees"), "what is aside is told")
    assert ATTACK in page.inner_text("#plan")
    for mode in ("remplie", "synthese", "vierge"):
        form.printed(mode, tmp_path)
    page.locator("[data-action=copier]").first.evaluate("(button) => button.click()")
    again = saved(form, tmp_path)
    assert again["valeurs"]["projet"]["par"]["nom"] == ATTACK
    alive(form)


@pytest.mark.usefixtures("patient")
def test_two_thousand_rows_of_a_dossier(dossier_page: DossierPage, tmp_path: Path) -> None:
    """Opened, one changed, one removed, saved: every other is as it was; the command line and the workbook too."""
    form = dossier_page
    model = conforming()["modules"][0]
    modules = [{**model, "id": f"r{number}", "intitule": f"Module {number}"} for number in range(ROWS)]
    path = given(tmp_path, dossier({**conforming(), "modules": modules}))
    taken(form, path)
    form.write("modules/r7/intitule", "Changé")
    form.press_in("modules", "r9", "oter")
    again = form.values(tmp_path)["modules"]
    expected = [{**row, "intitule": "Changé"} if row["id"] == "r7" else row for row in modules if row["id"] != "r9"]
    assert again == expected
    alive(form)
    command_line_takes(path, "verifier", "evaluer", "xlsx")


@pytest.mark.usefixtures("patient")
def test_two_thousand_rows_of_a_livret(livret_page: LivretPage, tmp_path: Path) -> None:
    """Merged into what the person wrote, one changed, saved: every other is as it was; the command line too.

    The page is as long as its rows are: those that nobody has come near take the height that they will have.
    """
    form, page = livret_page, livret_page.page
    content = {f"modules/r{number}/intitule": ecrit(f"Module {number}") for number in range(ROWS)}
    path = given(tmp_path, livret(content))
    form.write("projet", "À moi")
    form.receive(path, "fusionner")
    form.said("2000")
    form.write("modules/r7/intitule", "Changé")
    until(lambda: page.evaluate(FAR_AND_NEAR) is True, "a row that is far is as high as the first")
    again = saved(form, tmp_path)["valeurs"]
    assert again.pop("projet")["valeur"] == "À moi"
    assert {place: one["valeur"] for place, one in again.items()} == {
        place: "Changé" if place == "modules/r7/intitule" else one["valeur"] for place, one in content.items()
    }
    alive(form)
    command_line_takes(path, "verifier", "evaluer", "texte")


@pytest.mark.parametrize(
    "name", ["tronqué", "ligne-proto", "valeur-objet", "heure-impossible", "crochets-100000", "nan"]
)
def test_the_command_line_merges_nothing_hostile(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`fusionner`, whichever of the two is hostile: refused by its sentence, nothing is written."""
    mine = given(tmp_path, livret({"projet": ecrit("À moi")}), "mine.json")
    content, words = REFUSED_LIVRET[name]
    other = given(tmp_path, content)
    for pair in ((mine, other), (other, mine)):
        assert main(["fusionner", *map(str, pair)]) == 1
        out, err = capsys.readouterr()
        assert (out, words in err.replace("\N{NO-BREAK SPACE}", " ")) == ("", True)


def test_what_is_poured_is_refused_alike(
    livret_page: LivretPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hostile auto-positionnement, on the page and by `verser`: its own sentence, the livret as it was."""
    form = livret_page
    form.write("projet", "À moi")
    mine = given(tmp_path, livret({"projet": ecrit("À moi")}), "mine.json")
    for name in (
        "tronqué",
        "schéma-faux",
        "plus-récent",
        "réponse-double",
        "énoncé-proto",
        "jour-impossible",
        "html-en-clé",
    ):
        content, words = REFUSED[name]
        path = given(tmp_path, content)
        form.open_file(path)
        until(lambda words=words: words in form.refusal().replace("\N{NO-BREAK SPACE}", " "), name)  # type: ignore[misc]
        assert main(["verser", str(mine), str(path)]) == 1
        out, err = capsys.readouterr()
        assert (out, words in err.replace("\N{NO-BREAK SPACE}", " ")) == ("", True)
    assert saved(form, tmp_path)["valeurs"]["projet"]["valeur"] == "À moi"
    alive(form)


def test_a_merge_of_odd_files_loses_nothing(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """Numbers against texts, moments that no calendar has, HTML: each conflict is told; settled, both answers are kept."""
    ours = {"projet": ecrit(10**39, NO_MOMENTS[0]), "candidat-nom": ecrit(ATTACK), "formation-attentes": ecrit("x")}
    theirs = {"projet": ecrit(str(10**39), NO_MOMENTS[1]), "candidat-nom": ecrit("Ana", nom=ATTACK)}
    paths = [str(given(tmp_path, livret(one), f"{rank}.json")) for rank, one in enumerate((ours, theirs))]
    assert main(["fusionner", *paths]) == 1
    assert b"--choisir candidat-nom=autre" in capsysbinary.readouterr().err
    assert main(["fusionner", *paths, "--choisir", "candidat-nom=autre"]) == 0
    merged = json.loads(capsysbinary.readouterr().out)
    assert pieces(merged["valeurs"]) | pieces(merged["ecartees"]) >= {str(10**39), ATTACK, "Ana", "x"}
