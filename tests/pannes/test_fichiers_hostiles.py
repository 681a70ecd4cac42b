"""Files made to harm, given to the page and to the command line: each gets its sentence, and nothing else happens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from forms.__main__ import main
from tests.navigateur.form_page import FormPage, until
from tests.pannes.cibles import CIBLES, MINE, REFUSALS, Cible, hostile
from tests.pannes.fichiers import ATTACK, BIG, EVERYWHERE, ITEM, SEPARATED, TOO_BIG, changed

MANY = 10_000
# The command line takes every kind of file, of every certification that has such a form.
OF_THE_COMMAND = {
    "autre-certification": "n’est pas dans ces données",
    "liste": "il ne dit pas son format",
    "null": "il ne dit pas son format",
}
POLLUTED = "() => [({}).pollue, [].pollue, ({}).constructor === Object, Object.keys(Object.prototype).length]"


@pytest.fixture(scope="module")
def kept(kept_page: Page, serveur: str) -> FormPage:
    """Return the form, opened once for all, Python ready."""
    return FormPage(kept_page, serveur).open().computed()


@pytest.fixture
def opened(kept: FormPage) -> FormPage:
    """Return the form with a draft that has an answer and a note of the person's own."""
    kept.blank()
    kept.answer(ITEM, "non")
    kept.note(ITEM, "à moi")
    return kept


def big_file(folder: Path) -> Path:
    """Return a file of 100 MB that takes no room."""
    path = folder / "gros.json"
    with path.open("wb") as file:
        file.truncate(BIG)
    return path


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("cible", CIBLES, ids=lambda cible: cible.nom)
def test_the_page_refuses_each_with_its_sentence(page: Page, serveur: str, tmp_path: Path, cible: Cible) -> None:
    """One after the other on one page: the sentence, what the person wrote as it was, Python still there."""
    opened = cible.opened(page, serveur)
    told = {}
    for name in cible.refused:
        path, words = hostile(cible.nom, name, tmp_path)
        opened.open_file(path)
        until(lambda words=words: words in plain(opened.refusal()), f"{name} is refused: {words}")  # type: ignore[misc]
        told[name] = opened.refusal()
        assert cible.written(opened) == MINE, name
    opened.open_file(big_file(tmp_path))
    until(lambda: TOO_BIG in opened.refusal(), "a file of 100 MB is refused without being read")
    assert len({told[name] for name in ("schéma-faux", "plus-récent", "autre-certification")}) == 3
    assert page.evaluate(POLLUTED) == [None, None, True, 0]
    assert page.evaluate("window.pris") is None
    assert opened.state("calcul") == "calcul_pret"
    assert opened.errors == []
    page.reload()
    opened.tied()
    assert cible.written(opened) == MINE


@pytest.mark.parametrize(("cible", "name"), REFUSALS)
def test_the_command_line_refuses_each_with_its_sentence(
    cible: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m forms verifier` and `evaluer`: one sentence on standard error, exit 1, no traceback."""
    path, words = hostile(cible, name, tmp_path)
    for command in ("verifier", "evaluer"):
        assert main([command, str(path)]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert OF_THE_COMMAND.get(name, words) in plain(err)
        assert err.count("\n") == 1


def test_the_command_line_refuses_a_file_by_its_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """100 MB are refused before they are read."""
    assert main(["verifier", str(big_file(tmp_path))]) == 1
    assert TOO_BIG in capsys.readouterr().err


def test_html_in_every_text_stays_text(opened: FormPage, tmp_path: Path) -> None:
    """In answers, statements, names, the file's own name: shown to the letter, run nowhere, on screen or on paper."""
    page = opened.page
    title = page.title()
    path = tmp_path / "<img src=x onerror=window.pris=1>.json"
    path.write_bytes(EVERYWHERE)
    opened.open_file(path)
    until(lambda: list(opened.notes().values()) == [ATTACK], "the file is open")
    page.locator("#r-changements summary").click()
    page.locator("#r-brouillons > summary").click()
    with page.expect_file_chooser() as chooser:
        opened.press("comparer")
    chooser.value.set_files(path)
    page.wait_for_selector("#comparaison:not([hidden])")
    page.evaluate("() => { window.print = () => {} }")
    for mode in ("remplie", "synthese", "comparaison"):
        page.locator(f"[data-action=imprimer][data-mode={mode}]").first.evaluate("(button) => button.click()")
        page.emulate_media(media="print")
        page.pdf()
        page.emulate_media(media="screen")
    shown = page.inner_text("#contenu") if page.locator("#contenu").count() else page.inner_text("body")
    assert shown.count("<img src=x onerror") >= 3
    assert page.locator("img[src=x]").count() == 0
    assert page.evaluate("window.pris") is None
    assert page.title() == title
    saved = opened.save_file(tmp_path)
    assert "<" not in saved.name
    assert json.loads(saved.read_text("utf-8"))["nom"] == ATTACK
    assert opened.errors == []


TAKEN: dict[str, tuple[bytes, str]] = {
    "bom": (b"\xef\xbb\xbf" + changed(reponses={ITEM: {"note": "avec une marque"}}), "avec une marque"),
    "demi-caractère": (changed().replace(b'"valeur": "oui"', b'"note": "x\\ud800y"'), "x\N{REPLACEMENT CHARACTER}y"),
    "nul": (changed(reponses={ITEM: {"note": "a\0b"}}), "a\0b"),
    "sens-inversé": (changed(reponses={ITEM: {"note": "gauche\u202edroite"}}), "gauche\u202edroite"),
    "séparateurs": (changed(reponses={ITEM: {"note": SEPARATED}}), SEPARATED),
    "mots-de-prototype": (changed(reponses={ITEM: {"note": "constructor.prototype"}}), "constructor.prototype"),
}


def test_strange_signs_are_kept_and_written_again(opened: FormPage, tmp_path: Path) -> None:
    """A mark at the start, half a character, NUL, a reversed direction, rare line ends: shown, saved, valid UTF-8."""
    for name, (content, note) in TAKEN.items():
        path = tmp_path / f"{name}.json"
        path.write_bytes(content)
        opened.open_file(path)
        until(lambda note=note: list(opened.notes().values()) == [note], f"{name} is open")  # type: ignore[misc]
        saved = opened.save_file(tmp_path)
        assert json.loads(saved.read_bytes().decode("utf-8"))["reponses"][ITEM]["note"] == note
        assert main(["verifier", str(saved)]) == 0
    assert opened.errors == []


FORWARD = """([selector, sign]) => [...document.querySelectorAll(selector)].map((element) => {
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const at = node.data.indexOf(sign);
    if (at < 0 || at + 2 > node.data.length) continue;
    const left = [at, at + 1].map((place) => {
      range.setStart(node, place);
      range.setEnd(node, place + 1);
      return range.getBoundingClientRect().left;
    });
    return left[0] < left[1];
  }
  return null;
})"""


def test_a_reversed_name_turns_nothing_else(opened: FormPage, tmp_path: Path) -> None:
    """A sign in a name that reverses what follows it stops at the end of the name: our own words read as they should."""
    path = tmp_path / "fichier\u202enos.json"
    path.write_bytes(changed(nom="nom\u202egauche"))
    opened.open_file(path)
    opened.said("ouvert dans")
    page = opened.page
    page.locator("#r-brouillons > summary").click()
    assert page.evaluate(FORWARD, ["#r-annonce", "ouvert dans"]) == [True]
    assert page.evaluate(FORWARD, [".r-liste-brouillons > li p", "réponses"])[0] is True


def test_ten_thousand_answers_come_back(opened: FormPage, tmp_path: Path) -> None:
    """A file of ten thousand answers, most to items that are gone: opened, kept, and written again without a loss."""
    many = {f"Z{number}": {"valeur": "oui", "note": f"Note {number}. " * 8} for number in range(MANY)}
    path = tmp_path / "dix-mille.json"
    path.write_bytes(changed(reponses={ITEM: {"valeur": "oui"}}, reponses_ecartees=many))
    opened.open_file(path)
    until(lambda: opened.chosen() == {ITEM: "oui"}, "the file is open")
    until(opened.settled, "and on the disk")
    opened.page.reload()
    saved = json.loads(opened.tied().save_file(tmp_path).read_text("utf-8"))
    assert saved["reponses_ecartees"] == many
    assert saved["reponses"].keys() == {ITEM}
    assert main(["verifier", str(path)]) == 0
