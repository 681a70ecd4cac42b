"""`python -m referentials importer`: each fiche in a folder of its own, whole; the others go on; a second run writes nothing."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from referentials import __main__ as command
from referentials.check.run import run
from referentials.importation.depot import Depot
from tests.outils_importation import EXPORT, SLUG, Run, files


def test_a_file_becomes_certifications_and_bad_fiches_are_told(importer: Run, tmp_path: Path) -> None:
    """Three are written; one that does not parse, one without a title, one without a certifier: number and reason each."""
    code, out, _ = importer(EXPORT)
    assert code == 1
    assert sorted(path.name for path in (tmp_path / "mienne" / "certifications").iterdir()) == [
        SLUG,
        "rncp90102-cqp-gardien-de-moulin",
        "rs9103-lire-une-carte-des-vents",
    ]
    assert (
        f"RNCP90101 importée : certifications/{SLUG}/ (2 bloc(s), 5 compétence(s), 2 partenaire(s), un formulaire)"
        in out
    )
    assert "RNCP90104 (export-2026-08-16.xml, ligne" in out
    assert "RNCP90105 n’est pas importée : Cette fiche n’a pas d’intitulé." in out
    assert "RNCP90106 n’est pas importée : certification.json" in out
    assert "3 fiche(s) importée(s), 0 déjà là, 3 non importée(s)" in out


def test_what_is_written_has_no_fault(importer: Run, tmp_path: Path) -> None:
    """The checker, which reads it with the data of Repère, finds nothing to say."""
    importer(EXPORT)
    mine = tmp_path / "mienne"
    for name in ("echelles", "vocabulaires"):
        shutil.copytree(Path(command.ROOT) / name, mine / name)
    for name in ("cqp-relation-commerciale-document-de-travail", "re-tp-00115-09", "fiche-rncp32204"):
        shutil.copy(Path(command.ROOT) / "documents" / f"{name}.json", mine / "documents")
    assert run(mine) == []


def test_a_second_run_writes_nothing_and_says_so(importer: Run, tmp_path: Path) -> None:
    """What is there is left as it is: no file changes, and the count says how many were there."""
    importer(EXPORT, "--seulement", "RNCP90101,RS9103")
    before = files(tmp_path / "mienne")
    code, out, _ = importer(EXPORT, "--seulement", "RNCP90101,RS9103")
    assert (code, out) == (0, "Rien à importer : 2 fiche(s) déjà là.\n")
    assert files(tmp_path / "mienne") == before


def test_a_folder_whose_identity_is_spoilt_is_never_replaced(importer: Run, tmp_path: Path) -> None:
    """One comma too many in certification.json: the fiche is not one that is missing, and nothing beside it is lost."""
    importer(EXPORT)
    home = tmp_path / "mienne" / "certifications" / SLUG
    spoilt = (home / "certification.json").read_text("utf-8") + ","
    (home / "certification.json").write_text(spoilt, "utf-8")
    (home / "evaluations.json").write_text("{}", "utf-8")
    before = files(tmp_path / "mienne" / "certifications")
    code, out, _ = importer(EXPORT)
    assert (code, files(tmp_path / "mienne" / "certifications")) == (1, before)
    assert "RNCP90101 n’est pas importée" in out
    assert "ne se lit pas ou n’a pas ce numéro" in out


def test_a_try_writes_nothing(importer: Run, tmp_path: Path) -> None:
    """--essai says what would be done."""
    code, out, _ = importer(EXPORT, "--seulement", "RNCP90101", "--essai")
    assert code == 0
    assert "RNCP90101 serait importée" in out
    assert not (tmp_path / "mienne").exists()


def test_without_citations_no_paragraph_is_kept(importer: Run, tmp_path: Path) -> None:
    """Neither in a file of its own, nor in any other."""
    importer(EXPORT, "--seulement", "RNCP90101", "--sans-citations")
    assert all(b"vent du large" not in content for content in files(tmp_path / "mienne").values())


def test_the_data_of_repere_never_receive_paragraphs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --vers the fiche joins ours, where citations may not be; its codes wait for `publish`."""
    ours = tmp_path / "ours"
    shutil.copytree(Path(command.ROOT) / "nomenclatures", ours / "nomenclatures")
    (ours / "certifications").mkdir()
    monkeypatch.setattr(command, "ROOT", ours)
    assert command.main(["importer", str(EXPORT), "--seulement", "RNCP90101"]) == 0
    written = files(ours / "certifications" / SLUG)
    assert not {"citations.json", "codes.json"} & set(written)
    assert "make site »" in capsys.readouterr().out


def test_a_fiche_that_repere_has_is_not_imported_twice(importer: Run, tmp_path: Path) -> None:
    """One number, one page: the sentence says where it is."""
    one = tmp_path / "export-2026-08-16.xml"
    one.write_text(EXPORT.read_text("utf-8").replace("RNCP90101", "RNCP37717"), "utf-8")
    code, out, _ = importer(one, "--seulement", "RNCP37717")
    assert code == 0
    assert "RNCP37717 est déjà dans une autre collection, sous tp-conseiller-commercial" in out


def test_a_command_that_was_interrupted_goes_on(importer: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No half of a certification is left, what was written is not written again, and the rest follows."""
    write = Depot.ecrire

    def once(depot: Depot, slug: str, fichiers: dict[str, object]) -> None:
        if (depot.racine / "certifications").exists():
            (depot.racine / ".en-cours" / slug).mkdir()
            raise KeyboardInterrupt
        write(depot, slug, fichiers)

    with monkeypatch.context() as patched:
        patched.setattr(Depot, "ecrire", once)
        with pytest.raises(KeyboardInterrupt):
            importer(EXPORT, "--seulement", "RNCP90101,RS9103")
    assert [path.name for path in (tmp_path / "mienne" / "certifications").iterdir()] == [SLUG]
    code, out, _ = importer(EXPORT, "--seulement", "RNCP90101,RS9103")
    assert code == 0
    assert "1 fiche(s) importée(s), 1 déjà là" in out
    assert not (tmp_path / "mienne" / ".en-cours").exists()


def test_a_section_that_was_lost_is_written_again(importer: Run, tmp_path: Path) -> None:
    """A certification whose section is not in the document of its export gets it back at the next run."""
    importer(EXPORT, "--seulement", "RNCP90101")
    document = tmp_path / "mienne" / "documents" / "flux-france-competences-2026-08-16.json"
    document.unlink()
    importer(EXPORT, "--seulement", "RNCP90101")
    assert [one["code"] for one in json.loads(document.read_text("utf-8"))["sections"]] == ["RNCP90101"]


def test_an_export_adds_to_its_document(importer: Run, tmp_path: Path) -> None:
    """A section for each fiche of the same day, in the order of their numbers."""
    importer(EXPORT, "--seulement", "RS9103")
    importer(EXPORT, "--seulement", "RNCP90101")
    document = tmp_path / "mienne" / "documents" / "flux-france-competences-2026-08-16.json"
    assert [one["code"] for one in json.loads(document.read_text("utf-8"))["sections"]] == ["RNCP90101", "RS9103"]


def test_an_archive_is_read_and_its_name_says_the_day(importer: Run, tmp_path: Path) -> None:
    """As it is downloaded: a .zip with the export in it."""
    archive = tmp_path / "export-fiches-rncp-v4-1-2026-10-03.zip"
    with zipfile.ZipFile(archive, "w") as opened:
        opened.write(EXPORT, "fiches.xml")
    code, _, _ = importer(archive, "--seulement", "RS9103")
    assert code == 0
    assert (tmp_path / "mienne" / "documents" / "flux-france-competences-2026-10-03.json").is_file()


def test_the_tables_are_read_too(importer: Run) -> None:
    """The CSV tables hold less: what has a title, a certifier and a number is imported."""
    code, out, _ = importer(EXPORT.parents[1] / "tables", "--export", "2026-08-16", "--essai")
    assert code in {0, 1}
    assert "serai" in out


def test_codes_are_noted_for_saved_files(importer: Run, tmp_path: Path) -> None:
    """A collection of one's own notes its codes at once: the next export may withdraw some."""
    importer(EXPORT, "--seulement", "RNCP90101")
    written = json.loads((tmp_path / "mienne" / "certifications" / SLUG / "codes.json").read_text("utf-8"))
    assert len(written["publies"][0]["codes"]) == 7


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("/nulle/part.xml",), "n’existe pas"),
        ((EXPORT, "--seulement", "36490"), "n’est pas un numéro de fiche"),
        ((EXPORT, "--export", "16/08/2026"), "n’est pas un jour"),
        ((EXPORT.parents[1] / "elements.txt",), "aucune fiche"),
    ],
)
def test_what_cannot_be_done_is_refused(importer: Run, arguments: tuple[object, ...], why: str) -> None:
    """Code 2, and a sentence that says what to do."""
    code, _, warned = importer(*arguments)
    assert code == 2
    assert why in warned


def test_a_folder_of_something_else_is_refused(importer: Run, tmp_path: Path) -> None:
    """Nothing is written into a folder that is no collection."""
    (tmp_path / "mienne").mkdir()
    (tmp_path / "mienne" / "photo.jpg").write_bytes(b"")
    code, _, warned = importer(EXPORT)
    assert code == 2
    assert "n’est pas une collection" in warned


def test_progress_goes_to_standard_error(importer: Run, tmp_path: Path) -> None:
    """A long file says how far it is, apart from what is said of each fiche."""
    long = tmp_path / "export-2026-08-16.xml"
    fiche = "<FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE><INTITULE>Vent</INTITULE></FICHE>\n"
    long.write_text(f"<FICHES>{fiche * 40_000}</FICHES>", "utf-8")
    code, out, warned = importer(long, "--seulement", "RNCP2", "--essai")
    assert code == 1
    assert "RNCP2" in out
    assert "% du fichier est lu." in warned


def test_retirer_takes_out_the_folder_and_its_section(importer: Run, tmp_path: Path) -> None:
    """The other fiches of the export stay, with theirs; the last one takes the document with it."""
    importer(EXPORT, "--seulement", "RNCP90101,RS9103")
    mine = tmp_path / "mienne"
    code, out, _ = importer(SLUG, "--essai", command_name="retirer")
    assert (code, (mine / "certifications" / SLUG).exists()) == (0, True)
    assert "serait retirée" in out
    code, _, _ = importer(SLUG, command_name="retirer")
    assert code == 0
    assert not (mine / "certifications" / SLUG).exists()
    (document,) = (mine / "documents").iterdir()
    assert [one["code"] for one in json.loads(document.read_text("utf-8"))["sections"]] == ["RS9103"]
    importer("rs9103-lire-une-carte-des-vents", command_name="retirer")
    assert not list((mine / "documents").iterdir())


def test_retirer_refuses_what_people_wrote_and_what_is_cited(importer: Run, tmp_path: Path) -> None:
    """A certification that was read again, one that another names, one that is not there: refused, with the reason."""
    importer(EXPORT, "--seulement", "RNCP90101,RS9103")
    home = tmp_path / "mienne" / "certifications"
    path = home / SLUG / "certification.json"
    path.write_text(path.read_text("utf-8").replace('"importee"', '"relue"'), "utf-8")
    code, _, warned = importer(SLUG, command_name="retirer")
    assert (code, "a été relue" in warned) == (2, True)
    other = "rs9103-lire-une-carte-des-vents"
    content = json.loads(path.read_text("utf-8"))
    content["successeurs"] = [{"intitule": "Carte", "certification": other}]
    path.write_text(json.dumps(content), "utf-8")
    code, _, warned = importer(other, command_name="retirer")
    assert (code, f"certifications/{SLUG}/certification.json" in warned) == (2, True)
    code, _, warned = importer("../ailleurs", command_name="retirer")
    assert (code, "n’existe pas" in warned) == (2, True)


def test_a_folder_that_was_set_aside_comes_back(importer: Run, tmp_path: Path) -> None:
    """An update killed between its two renames loses nothing: the next command puts the certification back."""
    importer(EXPORT, "--seulement", "RNCP90101")
    mine = tmp_path / "mienne"
    (mine / ".en-cours").mkdir()
    (mine / "certifications" / SLUG).rename(mine / ".en-cours" / f"avant.{SLUG}")
    code, out, _ = importer(EXPORT, "--seulement", "RNCP90101")
    assert (code, "1 fiche(s) déjà là" in out) == (0, True)
    assert (mine / "certifications" / SLUG / "certification.json").is_file()
