"""What the model gives of a whole tree: each kind of file is reachable, typed, under its own name."""

from __future__ import annotations

from pathlib import Path

from referentials.load import load
from referentials.read import ROOT, read_tree
from tests.outils import CAS, SLUG, tree


def test_all_that_the_schemas_allow_is_reachable(tmp_path: Path) -> None:
    """Sessions, rooms, resources, glossary, cahier des charges and discrepancies have their values."""
    collection = load(tree(CAS / "conformes" / "tout-ce-que-les-schemas-admettent", tmp_path))
    certification = collection.certification(SLUG)
    assert [session.presence_jury.minutes for session in certification.sessions if session.presence_jury] == [60]
    assert [local.code for local in certification.locaux] == ["SALLE"]
    assert [ressource.nombre for ressource in certification.ressources] == [2]
    assert [terme.terme for terme in certification.glossaire] == ["Apport"]
    assert certification.cahier_des_charges
    assert [piece.controles[0].nature for piece in certification.cahier_des_charges.pieces] == [
        *("effectif_minimal", "date_recente", "rubrique_par_element", "justification")
    ]
    assert [discordance.code for discordance in collection.discordances[SLUG]] == ["X1"]


def test_links_between_certifications_are_reachable(tmp_path: Path) -> None:
    """A file of correspondences is under its own name, with its links in order."""
    collection = load(tree(CAS / "conformes" / "correspondances-entre-deux-certifications", tmp_path))
    correspondances = collection.correspondances[f"{SLUG}--tp-valoriste"]
    assert [(lien.ancien, lien.nouveau) for lien in correspondances.liens] == [(("D1",), ("D1",)), (("D2-C1",), ())]


def test_what_is_absent_is_empty(tmp_path: Path) -> None:
    """A certification without optional files has none, rather than failing."""
    certification = load(tree(CAS / "conformes" / "minimale", tmp_path)).certification(SLUG)
    assert (certification.glossaire, certification.cahier_des_charges, certification.sessions) == ((), None, ())


def test_the_published_collection_holds_every_file() -> None:
    """Two ways of counting agree: as many links, discrepancies and glossaries as files of each kind."""
    collection, kinds = load(), [fichier.schema for fichier in read_tree(ROOT)]
    assert len(collection.correspondances) == kinds.count("correspondances")
    assert len(collection.discordances) == kinds.count("discordances")
    assert sum(bool(c.glossaire) for c in collection.certifications) == kinds.count("glossaire")
    assert sum(c.cahier_des_charges is not None for c in collection.certifications) == kinds.count("cahier-des-charges")


def test_files_are_found_by_how_they_begin() -> None:
    """Those below a folder and no other, in order; nothing where none begins so."""
    collection = load()
    found = collection.sous("certifications/charge-de-clientele/")
    assert found == sorted(one for one in collection.fichiers if one.startswith("certifications/charge-de-clientele/"))
    assert found
    assert collection.sous("certifications/charge-de-client/") == []
