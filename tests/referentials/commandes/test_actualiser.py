"""`python -m referentials update`: what an export changes, fiche by fiche; what cannot be taken is said, the others go on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from referentials.canonical import text_of
from referentials.importation import exports
from referentials.importation.depot import Depot
from tests.outils import edit
from tests.outils_importation import AUTRE, EXPORT, SLUG, Run, files

BOTH = ("--seulement", "RNCP90101,RS9103")
# What an export changes of the second.
TITRE = ("Lire une carte des vents", "Savoir lire les vents")
FLUX = "documents/flux-france-competences-"


def later(tmp_path: Path, *changes: tuple[str, str], jour: str = "2026-10-03") -> Path:
    """Return an export of another day, where some words are others."""
    text = EXPORT.read_text("utf-8")
    for before, after in changes or [("01/09/2028", "01/09/2030")]:
        assert before in text
        text = text.replace(before, after)
    path = tmp_path / f"export-{jour}.xml"
    path.write_text(text, "utf-8")
    return path


def test_update_writes_what_changed_and_keeps_the_rest(importer: Run, tmp_path: Path) -> None:
    """A later export: the change is said, then taken; a try takes nothing; the same export again changes nothing."""
    importer(EXPORT, "--seulement", "RNCP90101,RS9103")
    later = tmp_path / "export-2026-10-03.xml"
    later.write_text(EXPORT.read_text("utf-8").replace("01/09/2028", "01/09/2030"), "utf-8")
    before = files(tmp_path / "mienne")
    code, out, _ = importer(later, "--essai", command_name="update")
    assert (code, files(tmp_path / "mienne")) == (0, before)
    assert "2 fiche(s) comparée(s), 1 dont quelque chose aurait changé" in out
    code, out, _ = importer(later, command_name="update")
    assert code == 0
    assert "fin d’enregistrement : « 1er septembre 2028 » devient « 1er septembre 2030 »" in out
    assert "RS9103, rs9103-lire-une-carte-des-vents : rien n’a changé" in out
    after = files(tmp_path / "mienne")
    changed = {name for name in after if after[name] != before.get(name)}
    assert f"certifications/{SLUG}/certification.json" in changed
    assert not any(name.startswith("certifications/rs9103") for name in changed)
    importer(later, command_name="update")
    assert files(tmp_path / "mienne") == after


def test_update_of_what_is_not_there_is_refused(importer: Run, tmp_path: Path) -> None:
    """It says to import it first."""
    importer(EXPORT, "--seulement", "RS9103")
    code, _, warned = importer(EXPORT, "--seulement", "RNCP90101", command_name="update")
    assert (code, "importer" in warned) == (2, True)
    (tmp_path / "autre.xml").write_text("<FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE></FICHE>", "utf-8")
    code, _, warned = importer(tmp_path / "autre.xml", command_name="update")
    assert (code, "Aucune fiche" in warned) == (2, True)


def test_an_older_export_undoes_nothing(importer: Run, tmp_path: Path) -> None:
    """Given after a later one, it is refused for the fiches that the later one changed: both days, and what to do."""
    importer(EXPORT, *BOTH)
    importer(later(tmp_path), command_name="update")
    before = files(tmp_path / "mienne")
    old = later(tmp_path, TITRE, jour="2026-09-01")
    code, out, _ = importer(old, command_name="update")
    assert code == 1
    assert "export-2026-09-01.xml est du 1er septembre 2026" in out
    assert f"certifications/{SLUG}/ est déjà d’après l’export du 3 octobre 2026" in out
    assert "--export AAAA-MM-JJ" in out
    assert "Intitulé : « Lire une carte des vents » devient « Savoir lire les vents »" in out
    after = files(tmp_path / "mienne")
    assert {name: after[name] for name in after if SLUG in name} == {n: before[n] for n in before if SLUG in n}
    code, out, _ = importer(EXPORT, command_name="update")
    assert (code, out.count("n’est pas reprise")) == (1, 2)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("referentiel.json", "{", "ligne 1"),
        ("composantes/BC01.json", "[]", ""),
        ("partenaires.json", '{"partenaires": [{}]}', "il manque «"),
        ("certification.json", "{", "ligne 1"),
        ("certification.json", "[]", ""),
        ("autre.json", "{}", "n’est pas à une place connue"),
    ],
)
def test_a_file_that_cannot_be_read_stops_its_fiche_alone(
    importer: Run, tmp_path: Path, name: str, content: str, why: str
) -> None:
    """The sentence names the file; the other fiche is updated, the spoiled one neither updated, taken out nor imported over."""
    importer(EXPORT, *BOTH)
    path = tmp_path / "mienne" / "certifications" / SLUG / name
    path.write_text(content, "utf-8")
    before = files(path.parent)
    export = later(tmp_path, TITRE)
    code, out, _ = importer(export, command_name="update")
    assert code == 1
    assert f"certifications/{SLUG}/{name}" in out
    assert why in out
    assert "1 dont quelque chose a changé, 1 non reprise(s)" in out
    assert "Intitulé : « Lire une carte des vents » devient « Savoir lire les vents »" in out
    code, _, warned = importer(SLUG, command_name="retirer")
    assert (code, f"certifications/{SLUG}/{name}" in warned) == (2, True)
    importer(EXPORT, *BOTH)
    assert files(path.parent) == before
    assert importer(AUTRE, command_name="retirer")[0] == 0


def test_a_fiche_that_is_asked_for_and_cannot_be_read_is_named(importer: Run, tmp_path: Path) -> None:
    """Asked by its number, which its file does not say any more: the refusal names the file beside."""
    importer(EXPORT, *BOTH)
    (tmp_path / "mienne" / "certifications" / SLUG / "certification.json").write_text("{", "utf-8")
    code, _, warned = importer(later(tmp_path), "--seulement", "RNCP90101", command_name="update")
    assert (code, f"certifications/{SLUG}/certification.json" in warned) == (2, True)


def test_an_export_that_nothing_cites_any_more_goes(importer: Run, tmp_path: Path) -> None:
    """Its document keeps the fiches that cite it, then goes with the last; the new one has those that changed."""
    mine = tmp_path / "mienne"
    importer(EXPORT, *BOTH)
    importer(later(tmp_path), command_name="update")
    sections = {
        name[len(FLUX) : -5]: [one["code"] for one in json.loads(content)["sections"]]
        for name, content in files(mine).items()
        if name.startswith(FLUX)
    }
    assert sections == {"2026-08-16": ["RS9103"], "2026-10-03": ["RNCP90101"]}
    assert sorted(path.name for path in mine.iterdir()) == ["certifications", "documents"]
    export = later(tmp_path, TITRE, jour="2026-11-04")
    _, out, _ = importer(export, command_name="update")
    assert f"{FLUX}2026-08-16.json est retiré" in out
    assert {name for name in files(mine) if name.startswith(FLUX)} == {f"{FLUX}2026-11-04.json"}
    assert sorted(path.name for path in mine.iterdir()) == ["certifications", "documents"]


@pytest.mark.parametrize(
    "written",
    [
        {"droits": "Cités avec l’accord de chacun."},
        {"sections": [{"code": "notice", "intitule": "Notice du flux"}]},
        {"sections": [{"code": "RNCP90101", "intitule": "RNCP90101, Réparateur", "page": 3}]},
    ],
)
def test_what_a_person_wrote_of_an_export_stays(importer: Run, tmp_path: Path, written: dict[str, object]) -> None:
    """A document where somebody added a section, a page or a word of theirs is not taken out."""
    importer(EXPORT, "--seulement", "RNCP90101")
    path = tmp_path / "mienne" / f"{FLUX}2026-08-16.json"
    edit(path, lambda one: one.update(written))
    before = json.loads(path.read_text("utf-8"))
    importer(later(tmp_path), command_name="update")
    assert json.loads(path.read_text("utf-8")) == before


def test_what_another_file_cites_stays(importer: Run, tmp_path: Path) -> None:
    """The level of a fiche of before, read in the old export: its section stays, even of a file that cannot be read."""
    importer(EXPORT, *BOTH)
    mine = tmp_path / "mienne"
    old = {"document": "flux-france-competences-2026-08-16", "section": "RNCP90101"}
    path = mine / "certifications" / AUTRE / "certification.json"
    edit(path, lambda one: one.update(resume={"valeur": "Suit RNCP90101.", "source": old}))
    path.write_text(path.read_text("utf-8") + "]", "utf-8")
    importer(later(tmp_path), command_name="update")
    document = json.loads((mine / f"{FLUX}2026-08-16.json").read_text("utf-8"))
    assert [one["code"] for one in document["sections"]] == ["RNCP90101", "RS9103"]


def test_the_document_of_an_export_is_not_written_for_each_fiche(
    importer: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many times for one fiche as for many: else a whole export would take hours."""
    written: list[object] = []

    def counted(content: object, schema: str) -> str:
        written.append(content)
        return text_of(content, schema)

    monkeypatch.setattr(exports, "text_of", counted)
    counts = []
    for numbers in ([90101], range(90201, 90213)):
        fiche = EXPORT.read_text("utf-8").split("<FICHE>")[1].split("</FICHE>")[0]
        text = "".join(f"<FICHE>{fiche.replace('RNCP90101', f'RNCP{number}')}</FICHE>" for number in numbers)
        one, two = (tmp_path / f"{len(numbers)}-{jour}.xml" for jour in ("2026-08-16", "2026-10-03"))
        one.write_text(f"<FICHES>{text}</FICHES>", "utf-8")
        two.write_text(f"<FICHES>{text.replace('01/09/2028', '01/09/2030')}</FICHES>", "utf-8")
        asked = ("--seulement", ",".join(f"RNCP{number}" for number in numbers))
        importer(one, *asked)
        written.clear()
        _, out, _ = importer(two, *asked, command_name="update")
        assert f"{len(numbers)} dont quelque chose a changé" in out
        counts.append(len(written))
    assert counts[0] == counts[1] > 0


def test_an_update_that_is_interrupted_leaves_what_is_written_cited(
    importer: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped between two fiches, the first has its section, under its title."""
    importer(EXPORT, *BOTH)
    write = Depot.ecrire

    def once(depot: Depot, slug: str, fichiers: Mapping[str, object]) -> None:
        if slug == AUTRE:
            raise KeyboardInterrupt
        write(depot, slug, fichiers)

    monkeypatch.setattr(Depot, "ecrire", once)
    with pytest.raises(KeyboardInterrupt):
        importer(later(tmp_path, ("01/09/2028", "01/09/2030"), TITRE), command_name="update")
    document = json.loads((tmp_path / "mienne" / f"{FLUX}2026-10-03.json").read_text("utf-8"))
    titles = {one["code"]: one["intitule"] for one in document["sections"]}
    assert titles["RNCP90101"].startswith("RNCP90101, Réparateur")
