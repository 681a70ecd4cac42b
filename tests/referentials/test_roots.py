"""A collection of one's own beside ours: read as one, refused where both have the same thing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from referentials import __main__ as command
from referentials import roots
from referentials.check.run import run
from referentials.load import UnreadableTreeError, build, load
from tests.outils import FOLDER, MINIMALE, SLUG

MINE = "rs9103-lire-une-carte-des-vents"


@pytest.fixture(name="mienne")
def collection(tmp_path: Path) -> Path:
    """Make a collection of one certification of the specific register, and its document."""
    folder = tmp_path / "mienne"
    home = folder / "certifications" / MINE
    home.mkdir(parents=True)
    source = {"document": "flux-france-competences-2026-08-16", "section": "RS9103"}
    identity = {
        "source": source,
        "intitule": "Lire une carte des vents",
        "version": "1.0.0",
        "etat_relecture": "importee",
        "date_mise_a_jour": "2026-09-01",
        "numero_fiche": {"valeur": "RS9103"},
        "certificateurs": [{"nom": "ECOLE DU VENT"}],
        "documents": [source["document"]],
    }
    write(home / "certification.json", identity)
    write(folder / "documents" / f"{source['document']}.json", document("RS9103"))
    return folder


def document(*numbers: str) -> dict[str, object]:
    """Return the document of an export with a section for each number."""
    return {
        "intitule": "Données ouvertes",
        "auteur": "France compétences",
        "nature": "donnees_ouvertes",
        "date": "2026-08-16",
        "sections": [{"code": number, "intitule": f"{number}, une fiche"} for number in numbers],
    }


def write(path: Path, content: object) -> None:
    """Write a file of data as it should be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")


def test_two_folders_are_read_as_one(mienne: Path) -> None:
    """Certifications of both are there, in the order of their slugs, and nothing is at fault."""
    found = build(roots.read(MINIMALE, mienne))
    assert [one.slug for one in found.certifications] == [SLUG, MINE]
    assert run(MINIMALE, mienne) == []


def test_a_certification_that_both_have_is_refused(mienne: Path) -> None:
    """One address, one page: the sentence names both folders, once, and ours stays as it is."""
    shutil.copytree(MINIMALE / FOLDER, mienne / FOLDER)
    (finding,) = run(MINIMALE, mienne)
    assert finding.message == f"{MINIMALE} a déjà {FOLDER}"
    assert "donnez un autre nom" in finding.remede
    with pytest.raises(UnreadableTreeError, match="a déjà"):
        build(roots.read(MINIMALE, mienne))


def test_a_document_that_both_have_is_refused(mienne: Path) -> None:
    """But for that of an export, of which each collection has its own sections: they are read together."""
    shutil.copy(MINIMALE / "documents" / "guide-de-la-ressourcerie.json", mienne / "documents")
    assert "guide-de-la-ressourcerie.json" in run(MINIMALE, mienne)[0].message


def test_an_export_is_shared(mienne: Path, tmp_path: Path) -> None:
    """Two collections may import fiches of the same export: its document has the sections of both."""
    other = tmp_path / "autre"
    write(other / "documents" / "flux-france-competences-2026-08-16.json", document("RS9103", "RS1"))
    found = build(roots.read(MINIMALE, other, mienne))
    sections = found.documents["flux-france-competences-2026-08-16"].sections
    assert [one.code for one in sections] == ["RS9103", "RS1"]
    assert run(MINIMALE, other, mienne) == []


def test_a_collection_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A mistyped COLLECTION does not build a site without it."""
    (finding,) = run(MINIMALE, tmp_path / "nulle-part")
    assert finding.message == roots.ABSENT


def test_the_site_is_made_of_ours_and_of_what_is_added(mienne: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever asks for the data without saying where finds both: pages, forms, open data, command line."""
    monkeypatch.setenv(roots.VARIABLE, str(mienne))
    load.cache_clear()
    try:
        assert MINE in [one.slug for one in load().certifications]
    finally:
        load.cache_clear()


def test_check_of_a_collection_reads_it_with_ours(
    mienne: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says the faults of the collection, not those of ours; with COLLECTION, one command says both."""
    ours = Path(shutil.copytree(MINIMALE, mienne.parent / "ours"))
    (ours / FOLDER / "regles.json").write_text("[", "utf-8")
    monkeypatch.setattr(command, "ROOT", ours)
    assert command.main(["check", str(mienne)]) == 0
    path = mienne / "certifications" / MINE / "certification.json"
    path.write_text(path.read_text("utf-8").replace("RS9103", "RS9104"), "utf-8")
    monkeypatch.setattr(command, "ROOT", Path(shutil.copytree(MINIMALE, mienne.parent / "saine")))
    assert command.main(["check", str(mienne)]) == 1
    assert "RS9104" in capsys.readouterr().out
    monkeypatch.setenv(roots.VARIABLE, str(mienne))
    assert command.main(["check"]) == 1


def test_publish_notes_the_codes_of_a_collection(mienne: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In its own folder, and in no file of ours."""
    ours = Path(shutil.copytree(MINIMALE, mienne.parent / "ours"))
    monkeypatch.setattr(command, "ROOT", ours)
    assert command.main(["publish", str(mienne)]) == 0
    assert not list(ours.rglob("codes.json"))


def test_hidden_folders_hold_no_data(mienne: Path) -> None:
    """What a command that was stopped left apart is not a file astray."""
    write(mienne / ".en-cours" / MINE / "certification.json", {})
    assert run(MINIMALE, mienne) == []
