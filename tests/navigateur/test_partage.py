"""What one does with a result: copy it, take it to a spreadsheet, compare two files, print it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from forms.auto_positionnement.derivation import derive
from referentials.load import load
from tests.navigateur.form_page import SLUG, FormPage, on_paper, until
from tests.outils_commandes import done
from tests.outils_formulaires import export
from tests.outils_papier import read

# Its statements and its scale are the farthest from those of SLUG, which the other tests of the form go through.
OTHER = "charge-de-clientele"
CODES = ("U1-C1-E1", "U1-C1-E2", "U1-C1-E3")


@pytest.fixture(scope="module")
def kept(kept_page: Page, serveur: str) -> FormPage:
    """Return the form, opened once for the tests that share it, Python ready."""
    return FormPage(kept_page, serveur).open().computed()


@pytest.fixture
def form(kept: FormPage) -> FormPage:
    """Return the form with an empty draft."""
    kept.blank()
    return kept


def command(*arguments: str) -> str:
    """Return what `python -m forms` prints."""
    told = done("forms", *arguments)
    assert told.returncode == 0, told.stderr.decode()
    return told.stdout.decode()


def test_the_result_is_copied_as_text(form: FormPage) -> None:
    """The button puts Python's text in the clipboard; refused, the text stands on the page, selected."""
    page = form.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    form.answer("U1-C1-E1", "oui")
    form.press("copier")
    form.said("est copié")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "ni un examen" in text
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    form.press("copier")
    page.wait_for_selector("#r-texte:not([hidden])")
    assert page.evaluate("document.activeElement.id") == "r-texte-zone"
    selected = page.locator("#r-texte-zone").evaluate("(a) => a.value.slice(a.selectionStart, a.selectionEnd)")
    assert selected == text
    page.evaluate("() => { delete navigator.clipboard.writeText; }")


def test_the_tables_are_those_of_the_command_line(form: FormPage, tmp_path: Path) -> None:
    """CSV and workbook, to the byte; in the CSV a formula is defused, and beside it is said what a spreadsheet changes."""
    page = form.page
    form.answer("U1-C1-E1", "oui")
    form.note("U1-C1-E1", "=1+1")
    form.note("U1-C1-E2", "01000")
    saved = form.save_file(tmp_path)
    with page.expect_download() as waiting:
        form.press("csv")
    table = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(table)
    assert table.suffix == ".csv"
    assert ";'=1+1" in table.read_text("utf-8").replace('"', "")
    told = done("forms", "csv", saved)
    assert table.read_bytes() == told.stdout
    assert "01000 y perd son zéro" in page.inner_text("#resultat")
    assert "01000" in form.announced()
    assert "XLSX" in told.stderr.decode()
    with page.expect_download(timeout=60_000) as waiting:
        form.press("xlsx")
    book = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(book)
    assert (book.suffix, book.read_bytes()) == (".xlsx", done("forms", "xlsx", saved).stdout)


def compare(form: FormPage, path: Path, side: str = "avant") -> None:
    """Choose a file for one side of the comparison."""
    buttons = form.page.locator(f"[data-action=comparer][data-choix={side}]:visible")
    form.silenced()
    with form.page.expect_file_chooser() as chooser:
        buttons.first.click()
    chooser.value.set_files(path)
    form.said("comparaison est prête")


def test_a_file_is_compared_with_the_screen_then_with_another(form: FormPage, tmp_path: Path) -> None:
    """Where they differ, in words, both notes shown; all statements on demand; the screen's answers stay as they are.

    Printed, read back as text: both sides, each difference in words with its whole note, and nothing of the form.
    """
    page = form.page
    note = "Un exemple assez long pour tenir sur plusieurs lignes. " * 8
    form.answer(CODES[0], "non")
    form.answer(CODES[1], "oui")
    form.note(CODES[0], "x")
    page.locator(f"[data-item='{CODES[0]}'] textarea").fill(note)
    until(form.settled, "the draft is on the disk")
    first = form.save_file(tmp_path / "un")
    form.answer(CODES[0], "oui")
    form.answer(CODES[2], "oui")
    second = form.save_file(tmp_path / "deux")

    compare(form, first)
    assert page.evaluate("document.activeElement.id") == "titre-comparaison"
    lines = page.locator(".r-ecarts > li:visible")
    assert lines.count() == 2
    assert "Plus haut" in lines.nth(0).inner_text()
    assert f"Note : {note.strip()}" in lines.nth(0).inner_text()
    assert "Répondu dans le second seulement" in lines.nth(1).inner_text()

    asked(form, "comparaison")
    page.pdf(path=tmp_path / "comparaison.pdf", prefer_css_page_size=True)
    count, text = read(tmp_path / "comparaison.pdf")
    items = {item.code: item.enonce for item in derive(load().certification(SLUG)).all_items()}
    assert count <= 2
    assert "mes réponses à l’écran" in text
    assert [code for code in CODES if items[code] in text] == [CODES[0], CODES[2]]
    assert all(words in text for words in ("Plus haut", "Non, pas encore", "Oui, je le fais", f"Note : {note.strip()}"))
    assert "ni un examen, ni une promesse" in text
    assert not any(words in text for words in ("Mon résultat", "Imprimer", "Fermer", "Enregistrer le fichier"))
    page.emulate_media(media="screen")

    page.get_by_label("Tous les énoncés").check()
    assert lines.count() == page.locator("fieldset[data-item]").count()
    row = page.locator("#comparaison tbody tr").first
    # Its figures once, and drawn: the bar of each side is as long as what it has.
    assert re.findall(r"\d+", row.locator("td").inner_text()) == ["1", "3", "18"]
    widths = [
        bar.evaluate("bar => bar.firstElementChild.getBoundingClientRect().width")
        for bar in row.locator(".r-barre").all()
    ]
    assert widths[1] == pytest.approx(3 * widths[0], rel=0.1)
    form.answer(CODES[2], "non")
    until(lambda: "Non, pas encore" in page.locator(".r-ecarts > li").nth(2).inner_text(), "the comparison follows")
    compare(form, second, "apres")
    assert "Oui, je le fais" in page.locator(".r-ecarts > li").nth(2).inner_text()
    assert form.chosen()[CODES[2]] == "non"
    page.locator("[data-action=fermer]").click()
    assert not page.locator("#comparaison").is_visible()


def test_a_refused_file_is_not_compared(form: FormPage, tmp_path: Path) -> None:
    """The same sentence as when opening it."""
    wrong = tmp_path / "faux.json"
    wrong.write_text("{}", "utf-8")
    form.silenced()
    with form.page.expect_file_chooser() as chooser:
        form.press("comparer")
    chooser.value.set_files(wrong)
    assert "n’est pas un fichier d’auto-positionnement" in form.refusal()
    assert not form.page.locator("#comparaison").is_visible()


def test_what_is_left_is_listed_on_demand(form: FormPage) -> None:
    """The list takes the focus, counts, and each link opens the section of its statement."""
    page = form.page
    form.answer("U1-C1-E1", "oui")
    form.press("restants")
    assert page.evaluate("document.activeElement.id") == "r-restants"
    assert "Il reste 47 questions sans réponse" in page.inner_text("#r-restants")
    page.locator("#r-restants a").last.click()
    form.focused("[data-item=U5-C4-E3]")


def asked(form: FormPage, mode: str) -> None:
    """Ask for paper as a button does, and look at the page as the printer gets it."""
    form.page.evaluate("() => { window.print = () => {} }")
    form.press("imprimer", mode)
    on_paper(form.page)


def pages_of(form: FormPage, path: Path) -> int:
    """Print, and return how many sheets it takes.  The page then forgets what was asked for."""
    pdf = form.page.pdf(path=path, prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_blank_paper_shows_no_answer_and_filled_paper_shows_all(form: FormPage, tmp_path: Path) -> None:
    """Blank: every statement, lines to write on, nothing of what is on screen.  Filled: the whole note, no empty lines."""
    note = "Un exemple assez long pour tenir sur plusieurs lignes. " * 12
    form.answer("U1-C1-E1", "oui")
    form.note("U1-C1-E1", "x")
    form.page.locator("[data-item='U1-C1-E1'] textarea").fill(note)
    until(form.settled, "the draft is on the disk")
    asked(form, "vierge")
    seen = form.page.locator("[data-item='U1-C1-E1'] .r-ecrit")
    assert seen.evaluate("(note) => getComputedStyle(note).color") == "rgba(0, 0, 0, 0)"
    assert (
        form.page.locator("[data-item='U1-C1-E1'] input").first.evaluate("(i) => getComputedStyle(i).appearance")
        == "none"
    )
    assert form.page.locator("fieldset[data-item]:visible").count() == 48
    assert not form.page.locator("#resultat").is_visible()
    assert pages_of(form, tmp_path / "vierge.pdf") > 3

    form.page.emulate_media(media="screen")
    asked(form, "remplie")
    assert (seen.text_content() or "").strip() == note.strip()
    assert seen.evaluate("(note) => note.scrollHeight <= note.clientHeight + 1")
    assert not form.page.locator("[data-item='U1-C1-E2'] .r-ecrit").is_visible()


def test_from_the_first_answer_to_the_comparison(page: Page, serveur: str, tmp_path: Path) -> None:
    """Answer, save, reload, reopen, compare: at each step the page says what the command line says, to the byte."""
    form = FormPage(page, serveur, OTHER).open().computed()
    items = [item.code for item in derive(load().certification(OTHER)).all_items()]
    valeurs = [valeur.code for valeur in derive(load().certification(OTHER)).echelle]
    for rank, code in enumerate((items[0], items[len(items) // 2], items[-1])):
        form.answer(code, valeurs[rank])
        form.note(code, f"exemple {rank} « é »")
    until(lambda: form.result()["compte"]["repondus"] == 3, "the result follows")
    until(form.settled, "the draft is on the disk")
    first = form.save_file(tmp_path / "un")
    assert command("evaluer", str(first)) == f"{form.raw_result()}\n"

    before = form.chosen(), form.notes()
    page.goto(form.address)
    form.tied().computed()
    assert (form.chosen(), form.notes()) == before

    form.answer(items[0], valeurs[-1])
    until(form.settled, "the draft is on the disk")
    form.open_file(first)
    until(lambda: (form.chosen(), form.notes()) == before, "the file is open")
    form.answer(items[1], valeurs[0])
    until(form.settled, "the draft is on the disk")
    second = form.save_file(tmp_path / "deux")
    compare(form, first)
    ecarts = [line.get_attribute("data-ecart") for line in page.locator(".r-ecarts > li").all()]
    expected = json.loads(command("comparer", str(first), str(second), "--format", "json"))
    assert ecarts == [item["ecart"] for item in expected["items"]]
    assert form.errors == []


def test_two_first_passes_are_compared_apart(form: FormPage, tmp_path: Path) -> None:
    """A file answered at first pass only, against the screen: competence by competence; no figure, no empty bar."""
    path = tmp_path / "premier.json"
    tour = {"U1-C1": {"valeur": "deja_fait"}, "U1-C2": {"valeur": "jamais"}}
    path.write_text(export(derive(load().certification(SLUG)), {}, premier_tour=tour), "utf-8")
    form.open_file(path)
    form.said("premier.json")
    compare(form, path)
    panel = form.page.locator("#comparaison")
    assert panel.locator("[data-champ=premier_tour] li:not([hidden])").count() == 2
    assert panel.locator(".r-barre:visible").count() == 0
    assert "positif" not in panel.inner_text()
    assert "2 compétences avec la même réponse" in panel.locator("p[data-champ=phrase]").inner_text().replace(
        "\u00a0", " "
    )
