"""A certification goes out as a workbook and comes back: what is changed there is changed, what is not stays, each fault has its cell."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from referentials.load import load
from referentials.read import ROOT
from referentials.tableur.ecriture import ecrire
from referentials.tableur.feuilles import COMPETENCES, CRITERES, RETIRES
from referentials.tableur.lecture import ClasseurRefuseError, lire
from referentials.tableur.lignes import lignes
from referentials.tableur.reprise import Reprise, reprendre
from referentials.typography import repaired
from tests.outils import FOLDER, MINIMALE, SLUG, edit, tree
from tests.outils_commandes import done

JOUR = "2026-11-30"
Change = Callable[[Any], object]
SLUGS = [one.slug for one in load().certifications]


def dossier(racine: Path, slug: str) -> dict[str, Any]:
    """Return the files of a certification by their names below its folder."""
    home = racine / "certifications" / slug
    return {
        path.relative_to(home).as_posix(): json.loads(path.read_text("utf-8")) for path in sorted(home.rglob("*.json"))
    }


def changed(content: bytes, change: Change) -> bytes:
    """Return a workbook with a change made in it, as a spreadsheet saves it."""
    book = load_workbook(io.BytesIO(content))
    change(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.fixture(scope="module")
def petite(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return a small certification of which every code was published."""
    files = dossier(tree(MINIMALE, tmp_path_factory.mktemp("arbre")), SLUG)
    published = sorted(line.code for line in lignes(files))
    return files | {"codes.json": {"publies": [{"version": "1.0.0", "codes": published}]}}


def taken(files: dict[str, Any], change: Change) -> Reprise:
    """Take a workbook back after a change."""
    return reprendre(files, lire(changed(ecrire(SLUG, files), change)), JOUR)


def competence(files: Any, code: str) -> Any:
    """Return a competence of the small certification."""
    for part in files.values():
        for inner in part.get("composantes", ()) if isinstance(part, dict) else ():
            for one in inner.get("competences", ()):
                if one["code"] == code:
                    return one
    raise KeyError(code)


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_not_changed_comes_back_as_it_was(slug: str) -> None:
    """Each published certification: no change is found, and its files are the same values."""
    files = dossier(ROOT, slug)
    found = reprendre(files, lire(changed(ecrire(slug, files), lambda book: book)), JOUR)
    assert (found.changements, found.fautes) == ((), ())
    assert found.fichiers == files


def test_two_workbooks_of_the_same_data_are_the_same(petite: dict[str, Any]) -> None:
    """To the byte: one may keep it beside the data."""
    assert ecrire(SLUG, petite) == ecrire(SLUG, petite)


@settings(max_examples=25)
@given(text=st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=40))
def test_any_text_that_is_written_is_the_text_of_the_data(petite: dict[str, Any], text: str) -> None:
    """Whatever is typed, an equals sign included: it is that, typeset as data are, and nothing else has moved."""

    def write(book: Workbook) -> None:
        cell = book[CRITERES.nom]["C2"]
        # openpyxl would make a formula of what begins with « = »; a spreadsheet, in a column of texts, does not.
        cell.value, cell.data_type = f"{text}.", "s"

    found = taken(petite, write)
    assert found.fautes == ()
    after = competence(found.fichiers, "U1-C1")
    expected = repaired(" ".join(f"{text}.".split(" ")).strip())
    assert after["criteres"][0]["enonce"] == expected
    assert after | {"criteres": []} == competence(petite, "U1-C1") | {"criteres": []}


def test_proofs_are_a_line_each(petite: dict[str, Any]) -> None:
    """Added, changed, removed: an empty cell is no proof at all; the version and the day follow."""
    several = taken(petite, lambda book: book[CRITERES.nom].__setitem__("E2", " Une photo \n\nUn mot d'ami"))
    critere = competence(several.fichiers, "U1-C1")["criteres"][0]
    assert critere["preuves"] == ["Une photo", "Un mot d’ami"]
    identite = several.fichiers["certification.json"]
    assert (identite["version"], identite["date_mise_a_jour"]) == ("1.2.1", JOUR)
    none = taken(petite, lambda book: book[CRITERES.nom].__setitem__("E2", None))
    assert "preuves" not in competence(none.fichiers, "U1-C1")["criteres"][0]
    assert none.changements == (
        "Énoncés!E2 : U1-C1-E1, preuves, une par ligne : « Le cahier des apports de la semaine » → rien",
    )


def test_a_row_that_is_added_is_a_statement_of_its_competence(petite: dict[str, Any]) -> None:
    """With the source of what holds it, its words told to be ours; the version says that a code is new."""
    row = ["U1-C1", "U1-C1-E9", "Range son poste.", "Je range mon poste.", ""]
    found = taken(petite, lambda book: _added(book, CRITERES.nom, row))
    *_, critere = competence(found.fichiers, "U1-C1")["criteres"]
    assert critere == {
        "code": "U1-C1-E9", "enonce": "Range son poste.", "enonce_candidat": "Je range mon poste.", "origine": "repere"
    }  # fmt: skip
    assert found.fichiers["certification.json"]["version"] == "1.3.0"
    assert any("U1-C1-E9 ajouté" in one for one in found.changements)


def _added(book: Workbook, sheet: str, row: list[str]) -> None:
    """Write a row under the last that has a text."""
    cells = book[sheet]
    free = next(rank for rank in range(2, cells.max_row + 2) if not cells.cell(rank, 1).value)
    for column, text in enumerate(row, 1):
        cells.cell(free, column).value = text


def test_a_code_that_changes_is_withdrawn_for_another(petite: dict[str, Any]) -> None:
    """The register keeps why, since which version, and what took its place; what has no column stays with its row."""

    def rename(book: Workbook) -> None:
        book[CRITERES.nom]["B2"] = "U1-C1-E9"
        _added(book, RETIRES.nom, ["U1-C1-E1", "Énoncé réécrit.", "U1-C1-E9"])

    found = taken(petite, rename)
    assert found.fautes == ()
    before, (after, *_) = competence(petite, "U1-C1")["criteres"][0], competence(found.fichiers, "U1-C1")["criteres"]
    assert after == before | {"code": "U1-C1-E9"}
    assert found.fichiers["codes.json"]["retires"] == [
        {"code": "U1-C1-E1", "raison": "Énoncé réécrit.", "remplace_par": "U1-C1-E9", "version": "2.0.0"}
    ]
    assert found.fichiers["certification.json"]["version"] == "2.0.0"


def test_a_competence_that_changes_its_code_keeps_what_has_no_column(petite: dict[str, Any]) -> None:
    """Its source, its number, what it says beside; its statements follow it under its new code."""

    def rename(book: Workbook) -> None:
        book[COMPETENCES.nom]["B2"] = "U1-C9"
        for cell in book[CRITERES.nom]["A"]:
            cell.value = "U1-C9" if cell.value == "U1-C1" else cell.value
        _added(book, RETIRES.nom, ["U1-C1", "Numérotée autrement.", "U1-C9"])

    found = taken(petite, rename)
    assert found.fautes == ()
    assert competence(found.fichiers, "U1-C9") == competence(petite, "U1-C1") | {"code": "U1-C9"}


def _cell(sheet: str, place: str, value: Any) -> Change:
    return lambda book: book[sheet].__setitem__(place, value)


def _withdrawn(code: str) -> Change:
    return lambda book: _added(book, RETIRES.nom, [code, "Plus utile.", ""])


FAULTS: dict[str, tuple[Change, str, str]] = {
    "formule": (_cell(CRITERES.nom, "C2", "=1+1"), "Énoncés!C2", "tient une formule"),
    "vrai": (_cell(CRITERES.nom, "C2", value=True), "Énoncés!C2", "tient une formule"),
    "vide": (_cell(CRITERES.nom, "D2", None), "Énoncés!D2", "« Dit par le candidat » est vide"),
    "sans code": (_cell(COMPETENCES.nom, "B2", None), "Compétences!B2", "« Code » est vide"),
    "deux fois": (_cell(CRITERES.nom, "B2", "U1-C1"), "Énoncés!B2", "est déjà en Compétences!B"),
    "sans compétence": (_cell(CRITERES.nom, "A2", "U9-C9"), "Énoncés!A2", "Aucune compétence n’a le code « U9-C9 »"),
    "sans partie": (_cell(COMPETENCES.nom, "A2", "Z9"), "Compétences!A2", "Aucune partie n’a le code « Z9 »"),
    "disparu": (_cell(CRITERES.nom, "B2", "U1-C1-E9"), "Énoncés", "Le code U1-C1-E1 a disparu"),
    "retiré et là": (_withdrawn("U1-C1-E1"), "Codes retirés!A2", "sert encore"),
    "jamais paru": (_withdrawn("U7-C7"), "Codes retirés!A2", "n’est jamais paru"),
    "titre effacé": (_cell(CRITERES.nom, "C1", None), "Énoncés!1", "La colonne « Énoncé » manque"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_has_its_cell_and_nothing_changes(petite: dict[str, Any], name: str) -> None:
    """Where it is, what it is; the files are as they were."""
    change, place, words = FAULTS[name]
    found = taken(petite, change)
    assert any(fault.cellule == place and words in fault.message for fault in found.fautes), found.fautes
    assert (found.fichiers, found.changements) == (petite, ())


def test_a_code_once_withdrawn_stays_so(petite: dict[str, Any]) -> None:
    """Its row cannot be taken away: a saved file may still have it."""
    retired = {"code": "U9-C9", "version": "1.0.0", "raison": "Plus utile."}
    files = petite | {"codes.json": petite["codes.json"] | {"retires": [retired]}}
    found = taken(files, lambda book: book[RETIRES.nom].delete_rows(2))
    assert [fault.message for fault in found.fautes] == [
        "Le code U9-C9 y était : il est retiré pour de bon, remettez sa ligne."
    ]


def test_columns_and_rows_may_be_moved(petite: dict[str, Any]) -> None:
    """A column is known by its title, a row by its code; the order of the rows is that of the data."""

    def move(book: Workbook) -> None:
        sheet = book[CRITERES.nom]
        sheet.move_range("C1:C200", cols=4)
        sheet["G2"] = "Salue chacun."

    found = taken(petite, move)
    assert found.fautes == ()
    assert competence(found.fichiers, "U1-C1")["criteres"][0]["enonce"] == "Salue chacun."
    assert [one.split(" : ")[0] for one in found.changements] == ["Énoncés!G2"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"{}"], ids=["vide", "abîmé", "autre"])
def test_what_is_no_workbook_of_ours_is_refused(content: bytes) -> None:
    """A sentence, whatever the file is: an empty one, a broken one, another format, another workbook."""
    other = io.BytesIO()
    Workbook().save(other)
    for found in (content, other.getvalue()):
        with pytest.raises(ClasseurRefuseError, match="ce n’est pas un classeur de Repère"):
            lire(found)


def test_a_workbook_that_is_cut_short_is_refused(petite: dict[str, Any]) -> None:
    """The zip is whole, a sheet in it is not: the sentence, never a traceback."""
    cut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ecrire(SLUG, petite))) as book, zipfile.ZipFile(cut, "w") as other:
        for name in book.namelist():
            content = book.read(name)
            other.writestr(name, content[: len(content) // 2] if "sheet2" in name else content)
    with pytest.raises(ClasseurRefuseError, match="ce n’est pas un classeur de Repère"):
        lire(cut.getvalue())


def test_a_sheet_without_end_is_refused(petite: dict[str, Any]) -> None:
    """A cell formatted far below makes as many empty rows: the sentence says which sheet, and what to do."""
    content = changed(ecrire(SLUG, petite), lambda book: book[CRITERES.nom].__setitem__("A30000", " "))
    with pytest.raises(ClasseurRefuseError, match="la feuille « Énoncés » va jusqu’à la ligne 30000"):
        lire(content)


@pytest.fixture
def arbre(tmp_path: Path) -> Path:
    """Return the small tree in a folder of its own."""
    return tree(MINIMALE, tmp_path / "donnees")


def test_the_commands_write_check_and_take_back(arbre: Path, tmp_path: Path) -> None:
    """Out, changed, tried, taken: a trial writes nothing; taken, the checker finds nothing and the next one is refused."""
    path = tmp_path / "cqp.xlsx"
    assert done("referentials", "tableur", SLUG, path, "--vers", arbre).returncode == 0
    kept = path.read_bytes()
    again = done("referentials", "tableur", SLUG, path, "--vers", arbre)
    assert (again.returncode, path.read_bytes()) == (2, kept)
    assert "existe déjà" in again.stderr.decode()

    path.write_bytes(changed(kept, _cell(CRITERES.nom, "C2", "Salue chacun et l'écoute.")))
    before = dossier(arbre, SLUG)
    tried = done("referentials", "reprendre", path, "--vers", arbre, "--essai")
    assert (tried.returncode, dossier(arbre, SLUG)) == (0, before)
    assert "→ « Salue chacun et l’écoute. »" in tried.stdout.decode()
    assert done("referentials", "reprendre", path, "--vers", arbre).returncode == 0
    assert competence(dossier(arbre, SLUG), "U1-C1")["criteres"][0]["enonce"] == "Salue chacun et l’écoute."
    assert done("referentials", "check", arbre).stdout.decode() == "Aucun défaut.\n"

    late = done("referentials", "reprendre", path, "--vers", arbre)
    assert late.returncode == 2
    assert "est de la version 1.2.0 des données, qui en sont à la 1.2.1" in late.stderr.decode()


def test_a_fault_of_the_checker_stands_at_its_cell(arbre: Path, tmp_path: Path) -> None:
    """What only the rules see, such as a code that is badly written: the cell, the remedy, and nothing is written."""
    path = tmp_path / "cqp.xlsx"
    done("referentials", "tableur", SLUG, path, "--vers", arbre)
    path.write_bytes(changed(path.read_bytes(), _cell(CRITERES.nom, "B2", "e un")))
    before = dossier(arbre, SLUG)
    told = done("referentials", "reprendre", path, "--vers", arbre)
    assert (told.returncode, dossier(arbre, SLUG)) == (1, before)
    assert "Énoncés!B2\n" in told.stdout.decode()
    assert told.stdout.decode().endswith("1 défaut(s) : rien n’est écrit.\n")


def test_what_an_interrupted_command_left_is_no_part_of_it(arbre: Path, tmp_path: Path) -> None:
    """A half-written folder is not taken in; one that was set aside comes back before the workbook is read."""
    path = tmp_path / "cqp.xlsx"
    done("referentials", "tableur", SLUG, path, "--vers", arbre)
    path.write_bytes(changed(path.read_bytes(), _cell(CRITERES.nom, "C2", "Salue chacun.")))
    half = arbre / ".en-cours" / SLUG / "composantes"
    half.mkdir(parents=True)
    (half / "D9.json").write_text("{}", "utf-8")
    (arbre / FOLDER).rename(arbre / ".en-cours" / f"avant.{SLUG}")
    assert done("referentials", "reprendre", path, "--vers", arbre).returncode == 0
    assert not (arbre / FOLDER / "composantes" / "D9.json").exists()
    assert competence(dossier(arbre, SLUG), "U1-C1")["criteres"][0]["enonce"] == "Salue chacun."
    assert not (arbre / ".en-cours").exists()


def test_data_that_cannot_be_read_are_mended_first(arbre: Path, tmp_path: Path) -> None:
    """No workbook is made of them: a day that is none, a file that is no JSON."""
    path = tmp_path / "cqp.xlsx"
    file = arbre / FOLDER / "certification.json"
    edit(file, lambda one: one.update(date_mise_a_jour="2026-02-30"))
    for _ in range(2):
        refused = done("referentials", "tableur", SLUG, path, "--vers", arbre)
        assert (refused.returncode, path.exists()) == (2, False)
        assert f"{FOLDER}/certification.json, " in refused.stderr.decode()
        file.write_text("{", "utf-8")


def test_a_fault_that_was_there_before_is_not_the_workbook_s(arbre: Path, tmp_path: Path) -> None:
    """Only what the change brings is told: who edits a statement did not write the rest."""
    edit(arbre / FOLDER / "evaluations.json", lambda one: one["epreuves"][0].update(intitule="Mise  en situation"))
    assert done("referentials", "check", arbre).returncode == 1
    path = tmp_path / "cqp.xlsx"
    done("referentials", "tableur", SLUG, path, "--vers", arbre)
    path.write_bytes(changed(path.read_bytes(), _cell(CRITERES.nom, "C2", "Salue chacun.")))
    assert done("referentials", "reprendre", path, "--vers", arbre).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("tableur", "absente", "x.xlsx"), "Aucune certification « absente »"),
        (("tableur", SLUG, "x.ods"), "ne finit pas par .xlsx"),
        (("tableur", SLUG, "absent/x.xlsx"), "ne s’écrit pas"),
        (("reprendre", "absent.xlsx"), "ne s’ouvre pas"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused(
    arbre: Path, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    """Exit code 2, one sentence on standard error, nothing written."""
    command, *names = arguments
    names[-1] = str(tmp_path / names[-1])
    told = done("referentials", command, *names, "--vers", arbre)
    assert (told.returncode, told.stdout) == (2, b"")
    assert words in told.stderr.decode()
