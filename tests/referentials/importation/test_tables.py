"""The CSV tables give the values of the feed, where they hold them."""

from __future__ import annotations

import zipfile
from dataclasses import fields, replace
from pathlib import Path

import pytest

from referentials.importation.fiche import FicheIllisible, FicheOfficielle
from referentials.importation.flux import lire
from referentials.importation.tables import lire_tables, nom_lisible

FICHES = Path(__file__).parents[2] / "cas" / "fiches"
TABLES = FICHES / "tables"


def by_number(path: Path, *seulement: str) -> dict[str | None, FicheOfficielle | FicheIllisible]:
    """Return what the tables give, by number."""
    return {
        one.numero_fiche if isinstance(one, FicheOfficielle) else one.numero: one
        for one in lire_tables(path, seulement)
    }


def test_tables_say_the_same_as_the_feed() -> None:
    """All that the tables hold of a fiche is equal to what its XML says; the rest is absent."""
    (whole,) = lire(FICHES / "complete.xml")
    read = by_number(TABLES)["RNCP90001"]
    assert isinstance(whole, FicheOfficielle)
    assert isinstance(read, FicheOfficielle)
    assert read.remarques == ()
    for name in ("abrege", "formacodes", "codes_nsf", "codes_rome", "ccn", "nomenclature_europe"):
        assert getattr(read, name) == getattr(whole, name), name
    assert sorted(read.nouvelles_certifications + read.anciennes_certifications) == ["RNCP90000", "RNCP90002", "RS9003"]
    assert [(one.siret, one.nom) for one in read.certificateurs] == [
        (one.siret, one.nom) for one in whole.certificateurs
    ]
    assert [
        replace(one, etat=None, date_actif=None, date_derniere_modification_etat=None) for one in whole.partenaires
    ] == [*read.partenaires]
    assert [(one.code, one.libelle) for one in read.blocs_competences] == [("RNCP90001BC01", "Conseiller")]
    assert [one.voie for one in read.jurys] == [one.voie for one in whole.jurys if one.actif]
    plain = [one.name for one in fields(read) if isinstance(getattr(read, one.name), str | bool)]
    assert len(plain) == 12
    assert [getattr(read, name) for name in plain] == [getattr(whole, name) for name in plain]


def test_what_the_tables_add_is_taken_off() -> None:
    """A tab before a SIRET, a code before its label, an apostrophe written twice."""
    read = by_number(TABLES)
    first, second = read["RNCP90001"], read["RS9015"]
    assert isinstance(first, FicheOfficielle)
    assert isinstance(second, FicheOfficielle)
    assert first.certificateurs[0].siret == "12345678900011"
    assert first.formacodes[0].libelle == "Cerf-volant"
    assert second.codes_nsf[0].libelle == "Art d'attendre"
    assert second.actif is False


def test_what_is_unknown_or_alone_is_told() -> None:
    """A way in that is not of the list is told; so is a fiche that the main table does not name, or that no table has."""
    read = by_number(TABLES)
    specific, alone = read["RS9015"], read["RNCP90099"]
    assert isinstance(specific, FicheOfficielle)
    assert [(one.chemin, one.valeur) for one in specific.remarques] == [("Si_Jury", "Par la fenêtre")]
    assert isinstance(alone, FicheIllisible)
    assert "Standard" in alone.raison
    assert by_number(TABLES, "rs9015", "RNCP5").keys() == {"RS9015", "RNCP5"}


@pytest.mark.parametrize("meant", ["export_fiches_CSV_Blocs_De_Compétences.csv", "VoixdAccès.csv"])
def test_broken_names_do_no_harm(meant: str, tmp_path: Path) -> None:
    """The archive writes its names in UTF-8 without saying so: a table is known by its columns, and named as it was meant."""
    broken = meant.encode().decode("cp437")
    assert nom_lisible(broken) == meant
    with zipfile.ZipFile(tmp_path / "csv.zip", "w") as archive:
        for path in sorted(TABLES.glob("*.csv")):
            archive.write(path, f"{path.stem}_{broken}")
        archive.writestr(broken, b'"Numero_Fiche";"Codes_Rome_Code"\n"RNCP1";"\xea"\n')
    read = list(lire_tables(tmp_path / "csv.zip"))
    assert [one for one in read if isinstance(one, FicheOfficielle)] == [
        one for one in lire_tables(TABLES) if isinstance(one, FicheOfficielle)
    ]
    assert [one.place for one in read if isinstance(one, FicheIllisible) and not one.numero] == [meant]


def test_a_column_to_come_is_told(tmp_path: Path) -> None:
    """A column that is not known is kept in a remark."""
    (tmp_path / "t.csv").write_text(
        '"Numero_Fiche";"Intitule";"Id_Fiche";"Couleur"\n"RS1";"Voler";"1";"bleu"\n', "utf-8-sig"
    )
    (fiche,) = lire_tables(tmp_path)
    assert isinstance(fiche, FicheOfficielle)
    assert (fiche.intitule, fiche.remarques[0].chemin, fiche.remarques[0].valeur) == ("Voler", "Couleur", "bleu")


def test_what_is_no_archive_says_so(tmp_path: Path) -> None:
    """In one sentence."""
    (tmp_path / "t.zip").write_bytes(b"rien")
    (refusal,) = lire_tables(tmp_path / "t.zip")
    assert isinstance(refusal, FicheIllisible)
    assert "archive" in refusal.raison


def test_a_row_longer_than_its_table_is_read_and_told(tmp_path: Path) -> None:
    """What stands beyond the columns is kept in a remark; the rest of the fiche is there."""
    (tmp_path / "t.csv").write_text('"Numero_Fiche";"Intitule";"Id_Fiche"\n"RS1";"Voler";"1";"x";"y"\n', "utf-8-sig")
    (fiche,) = lire_tables(tmp_path)
    assert isinstance(fiche, FicheOfficielle)
    assert (fiche.intitule, fiche.remarques[0].valeur) == ("Voler", "xy")


def spoil(content: bytes, what: str) -> bytes:
    """Return an archive of which a byte is another, whose file asks for a password, or is packed in a way unknown here."""
    there = bytearray(content)
    local, central = content.index(b"PK\x03\x04"), content.index(b"PK\x01\x02")
    if what == "byte":
        there[local + 30 + 5 + 20] ^= 0xFF
    elif what == "password":
        there[local + 6] |= 1
        there[central + 8] |= 1
    else:
        there[local + 8] = there[central + 10] = 77
    return bytes(there)


@pytest.mark.parametrize("what", ["byte", "password", "method"])
def test_a_spoiled_archive_of_tables_says_so(tmp_path: Path, what: str) -> None:
    """Whatever it fails by, in one sentence, as an archive of the feed does."""
    path = tmp_path / "t.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("t.csv", '"Numero_Fiche";"Intitule";"Id_Fiche"\n"RS1";"Voler au loin";"1"\n' * 40)
    path.write_bytes(spoil(path.read_bytes(), what))
    (refusal,) = lire_tables(path)
    assert isinstance(refusal, FicheIllisible)
    assert "archive" in refusal.raison
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("f.xml", "<FICHES><FICHE><NUMERO_FICHE>RS1</NUMERO_FICHE></FICHE></FICHES>" * 40)
    path.write_bytes(spoil(path.read_bytes(), what))
    assert any(isinstance(one, FicheIllisible) for one in lire(path))
