"""A file → its fiches: what is broken is said in its place, and the others go on."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from referentials.importation import coupe, decodage
from referentials.importation.coupe import Arret, Morceau, couper
from referentials.importation.fiche import FicheIllisible, FicheOfficielle
from referentials.importation.flux import lire

FICHES = Path(__file__).parents[2] / "cas" / "fiches"
EXPORT = FICHES / "export.xml"
SMALL = "<FICHES><VERSION_FLUX>4.1</VERSION_FLUX>{}</FICHES>"
ONE = "<FICHE><NUMERO_FICHE>RNCP{0}</NUMERO_FICHE><INTITULE>Forêt n° {0}</INTITULE></FICHE>"
TWO = SMALL.format(ONE.format(1) + ONE.format(2))


def numbers(path: Path, **how: tuple[str, ...]) -> list[str | None]:
    """Return the number of what is read, in order; « ! » before what could not be."""
    return [
        one.numero_fiche if isinstance(one, FicheOfficielle) else f"!{one.numero or ''}" for one in lire(path, **how)
    ]


def written(tmp_path: Path, content: str | bytes, name: str = "export.xml") -> Path:
    """Write a file and return its path."""
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusals(path: Path) -> list[FicheIllisible]:
    """Return what could not be read."""
    return [one for one in lire(path) if isinstance(one, FicheIllisible)]


def test_a_broken_fiche_takes_no_other_with_it() -> None:
    """The stray « & » and the fiche without a number are told with their lines; those after them are read."""
    assert numbers(EXPORT) == ["RNCP90010", "!RNCP90011", "RNCP90012", "!", "RNCP90013", "RNCP90014", "RS9015"]
    assert refusals(EXPORT) == [
        FicheIllisible(
            "RNCP90011",
            "Cette fiche ne se lit pas : un signe ne peut pas se trouver là (souvent un « & » ou un « < » resté seul).",
            "export.xml, ligne 41",
        ),
        FicheIllisible(None, "Cette fiche n’a pas de numéro.", "export.xml, ligne 62"),
    ]


@pytest.mark.parametrize("size", [1, 7, 64, 1000])
def test_pieces_may_end_anywhere(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the file comes, in the middle of a tag or of a character, the same is read of it."""
    whole = list(lire(EXPORT))
    monkeypatch.setattr(decodage, "SIZE", size)
    assert list(lire(EXPORT)) == whole


def test_only_what_is_asked_for_is_read() -> None:
    """A number is asked for as people write it; one that is not there is said, and what has no number may be it."""
    assert numbers(EXPORT, seulement=("rs 9015", "RNCP90012", "RNCP7")) == ["RNCP90012", "!", "RS9015", "!RNCP7"]


def test_the_number_of_another_fiche_is_not_its_own(tmp_path: Path) -> None:
    """A fiche that names another, in what corresponds to it, is not taken for that one, asked for or not."""
    other = "<CORRESPONDANCES><CORRESPONDANCE><DESTINATION><NUMERO_FICHE>RNCP2</NUMERO_FICHE></DESTINATION></CORRESPONDANCE></CORRESPONDANCES>"
    first = ONE.format(1).replace("</FICHE>", f"{other}</FICHE>")
    nameless = first.replace("<NUMERO_FICHE>RNCP1</NUMERO_FICHE>", "")
    path = written(tmp_path, SMALL.format(first + nameless + ONE.format(2)))
    assert numbers(path) == ["RNCP1", "!", "RNCP2"]
    assert numbers(path, seulement=("RNCP2",)) == ["!", "RNCP2"]


def test_a_fiche_alone_needs_no_export_around_it(tmp_path: Path) -> None:
    """A file that holds one <FICHE> reads, with no version of the feed."""
    (fiche,) = lire(written(tmp_path, ONE.format(5)))
    assert isinstance(fiche, FicheOfficielle)
    assert (fiche.numero_fiche, fiche.version_flux) == ("RNCP5", None)


@pytest.mark.parametrize(
    "content",
    [
        TWO.encode("utf-8-sig"),
        TWO.encode("utf-16"),
        TWO.encode("utf-16-le"),
        TWO.encode("utf-16-be"),
        b'<?xml version="1.0" encoding="UTF-16"?>'.decode().encode("utf-16") + TWO.encode("utf-16-le"),
        b"<?xml version='1.0' encoding='ISO-8859-1'?>" + TWO.encode("latin-1"),
        b"<?xml version='1.0' encoding='windows-1252'?>" + TWO.encode("cp1252"),
    ],
    ids=["bom", "utf-16", "utf-16-le", "utf-16-be", "utf-16 declared", "latin-1", "windows-1252"],
)
def test_encodings(content: bytes, tmp_path: Path) -> None:
    """Byte order marks, UTF-16 and the older encodings give the same titles."""
    read = list(lire(written(tmp_path, content)))
    assert [one.intitule for one in read if isinstance(one, FicheOfficielle)] == ["Forêt n° 1", "Forêt n° 2"]


def test_an_encoding_that_we_do_not_read_is_said(tmp_path: Path) -> None:
    """A codec of Python that is no encoding of text is not run either."""
    for name in ("utf-7", "unicode_escape", "zip", "klingon"):
        (refusal,) = refusals(written(tmp_path, f"<?xml version='1.0' encoding='{name}'?>{TWO}"))
        assert name in refusal.raison


def test_bytes_of_another_encoding_spoil_their_fiche_only(tmp_path: Path) -> None:
    """A title pasted in Latin-1 into a file in UTF-8 is refused, not read askew, and the next fiche is read."""
    content = SMALL.format(ONE.format(1)).encode().replace("ê".encode(), b"\xea")
    path = written(tmp_path, content.replace(b"</FICHES>", ONE.format(2).encode() + b"</FICHES>"))
    assert numbers(path) == ["!RNCP1", "RNCP2"]
    assert "encodage" in refusals(path)[0].raison


def test_a_cut_file_says_what_was_read(tmp_path: Path) -> None:
    """A file cut inside a fiche names that fiche; cut between two, it says that some may be missing."""
    whole = SMALL.format(ONE.format(1) + ONE.format(2))
    assert refusals(written(tmp_path, whole[:-25])) == [
        FicheIllisible(
            "RNCP2", "Le fichier s’arrête au milieu de cette fiche : il est incomplet.", "export.xml, ligne 1"
        )
    ]
    (refusal,) = refusals(written(tmp_path, whole[:-9]))
    assert refusal.raison == "Le fichier s’arrête avant sa fin : des fiches peuvent manquer. 2 fiches lues avant."
    assert numbers(tmp_path / "export.xml") == ["RNCP1", "RNCP2", "!"]
    assert numbers(written(tmp_path, whole.encode("utf-16")[:-31])) == ["RNCP1", "!RNCP2"]


def test_an_unclosed_fiche_does_not_swallow_the_next(tmp_path: Path) -> None:
    """Where a fiche begins before the end of another, the first is refused and the second is read."""
    path = written(tmp_path, SMALL.format(ONE.format(1).removesuffix("</FICHE>") + ONE.format(2)))
    assert numbers(path) == ["!RNCP1", "RNCP2"]


@pytest.mark.parametrize("opening", ["<!--", "<![CDATA["])
@pytest.mark.parametrize("closing", ["", "-->]]>"])
def test_a_comment_that_never_ends_swallows_one_fiche(opening: str, closing: str, tmp_path: Path) -> None:
    """Opened by mistake in a title, it spoils that fiche, wherever its end stands after it."""
    path = written(
        tmp_path,
        SMALL.format("".join(map(ONE.format, range(5)))).replace("Forêt n° 2", opening).replace("n° 4", closing),
    )
    assert numbers(path)[:4] == ["RNCP0", "RNCP1", "!RNCP2", "RNCP3"]


def test_no_other_file_is_ever_read(tmp_path: Path) -> None:
    """An external entity is not followed: the file that declares it is refused before its first fiche."""
    written(tmp_path, "secret", "secret.txt")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret.txt">]>'
    path = written(tmp_path, entity + TWO.replace("Forêt", "&e;"))
    (refusal,) = lire(path)
    assert isinstance(refusal, FicheIllisible)
    assert "DOCTYPE" in refusal.raison


def test_no_entity_is_expanded(tmp_path: Path) -> None:
    """A billion laughs is refused by its declaration; a name that nothing declares spoils its fiche only."""
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + TWO
    assert numbers(written(tmp_path, bomb)) == ["!"]
    inside = SMALL.format(ONE.format(1).replace("Forêt", '<!DOCTYPE x [<!ENTITY a "ha">]>') + ONE.format(2))
    assert numbers(written(tmp_path, inside)) == ["!"]
    path = written(tmp_path, TWO.replace("Forêt n° 1", "For&ecirc;t"))
    assert numbers(path) == ["!RNCP1", "RNCP2"]
    assert "n’est pas défini" in refusals(path)[0].raison


@pytest.mark.parametrize(
    "content", ["", "<html><body>Page introuvable</body></html>", '{"fiches": []}', "<FICHES></FICHES>"]
)
def test_what_is_no_export_says_so(content: str, tmp_path: Path) -> None:
    """An empty file, a page of error or another format is refused in one sentence."""
    (refusal,) = lire(written(tmp_path, content))
    assert isinstance(refusal, FicheIllisible)
    assert "aucune fiche" in refusal.raison


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    """So does a file that is not there."""
    (refusal,) = lire(tmp_path / "absent.xml")
    assert isinstance(refusal, FicheIllisible)
    assert "ne peut pas être ouvert" in refusal.raison


def test_an_archive_is_read_without_being_unpacked(tmp_path: Path) -> None:
    """A .zip gives what its file gives, and says in which file of it a fiche is broken."""
    with zipfile.ZipFile(tmp_path / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(EXPORT, "rncp.xml")
        archive.writestr("LISEZMOI.txt", "rien")
        archive.writestr("rs.xml", TWO)
    path = tmp_path / "export.zip"
    assert numbers(path) == [*numbers(EXPORT), "RNCP1", "RNCP2"]
    assert refusals(path)[0].place == "export.zip, rncp.xml, ligne 41"


def test_a_damaged_archive_says_so(tmp_path: Path) -> None:
    """Cut, spoilt in its middle, or empty of what is looked for: one sentence each, after what could be read."""
    with zipfile.ZipFile(tmp_path / "bon.zip", "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("rncp.xml", TWO)
    content = (tmp_path / "bon.zip").read_bytes()
    assert "abîmée" in refusals(written(tmp_path, content[:-30], "coupe.zip"))[0].raison
    spoilt = written(tmp_path, content.replace("Forêt n° 2".encode(), "Forêt n° 3".encode()), "gate.zip")
    assert "abîmée" in refusals(spoilt)[-1].raison
    with zipfile.ZipFile(tmp_path / "vide.zip", "w") as archive:
        archive.writestr("table.csv", "")
    assert refusals(tmp_path / "vide.zip")[0].raison == "Cette archive ne contient aucun fichier .xml."


def test_an_unknown_version_of_the_feed_is_told(tmp_path: Path) -> None:
    """A version to come is read as well as can be, and each fiche says so; 4.0 is known."""
    (to_come,) = lire(written(tmp_path, SMALL.format(ONE.format(1)).replace("4.1", "5.0")))
    assert isinstance(to_come, FicheOfficielle)
    assert [one.chemin for one in to_come.remarques] == ["VERSION_FLUX"]
    (known,) = lire(written(tmp_path, SMALL.format(ONE.format(1)).replace("4.1", "4.0")))
    assert isinstance(known, FicheOfficielle)
    assert (known.version_flux, known.remarques) == ("4.0", ())


def test_tags_inside_a_text_and_repeats_are_told(tmp_path: Path) -> None:
    """The words of a text with tags are kept; of an element that repeats, the first; text between elements is told."""
    odd = ONE.format(1).replace("<INTITULE>Forêt n° 1", "perdu<INTITULE>La <b>forêt</b></INTITULE><INTITULE>L’autre")
    (fiche,) = lire(written(tmp_path, SMALL.format(odd)))
    assert isinstance(fiche, FicheOfficielle)
    assert fiche.intitule == "La forêt"
    assert [(one.chemin, one.valeur) for one in fiche.remarques] == [
        ("", "perdu"),
        ("INTITULE", "La forêt"),
        ("INTITULE", "L’autre"),
    ]


def test_depth_breaks_nothing(tmp_path: Path) -> None:
    """Elements one inside the other, a hundred thousand deep, are one unknown element."""
    odd = ONE.format(1).replace("</FICHE>", "<A>" * 100_000 + "au fond" + "</A>" * 100_000 + "</FICHE>")
    (fiche,) = lire(written(tmp_path, SMALL.format(odd)))
    assert isinstance(fiche, FicheOfficielle)
    assert [(one.chemin, one.valeur) for one in fiche.remarques] == [("A", "au fond")]


def test_as_many_blocs_as_there_are(tmp_path: Path) -> None:
    """Twenty-three blocs are twenty-three."""
    blocs = "".join(f"<BLOC_COMPETENCES><CODE>RNCP1BC{n:02}</CODE></BLOC_COMPETENCES>" for n in range(1, 24))
    text = ONE.format(1).replace("</FICHE>", f"<BLOCS_COMPETENCES>{blocs}</BLOCS_COMPETENCES></FICHE>")
    (fiche,) = lire(written(tmp_path, SMALL.format(text)))
    assert isinstance(fiche, FicheOfficielle)
    assert [one.code for one in fiche.blocs_competences][-1] == "RNCP1BC23"
    assert len(fiche.blocs_competences) == 23


def test_progress_is_told(tmp_path: Path) -> None:
    """Bytes read are told of the whole, up to it; of an archive, those of what it holds."""
    seen: list[tuple[int, int]] = []
    path = written(tmp_path, TWO)
    list(lire(path, avancement=lambda read, whole: seen.append((read, whole))))
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as archive:
        archive.write(path, "a.xml")
        archive.write(path, "b.xml")
    list(lire(tmp_path / "e.zip", avancement=lambda read, whole: seen.append((read, whole))))
    size = len(TWO.encode())
    assert seen == [(size, size), (size, 2 * size), (2 * size, 2 * size)]


def test_no_more_than_a_fiche_is_kept() -> None:
    """What was given is forgotten: a thousand fiches are never in memory together."""
    work = coupe.Coupe()
    longest = 0
    for n in range(1000):
        for _ in work.feed(ONE.format(n) + "\n"):
            longest = max(longest, len(work.text))
    assert longest < 5 * len(ONE)


def test_a_fiche_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes on beyond all measure is told, dropped, and the next fiche is read; so is an endless comment."""
    monkeypatch.setattr(coupe, "LONGEST", 500)
    pieces = ["<FICHES><FICHE>", *["x" * 100] * 20, ONE.format(2), "</FICHES>"]
    assert [(one.rang, one.manque) for one in couper(pieces) if isinstance(one, Morceau)] == [(1, "mesure"), (2, None)]
    work = coupe.Coupe()
    for piece in ["<FICHES>", ONE.format(1), "<!--", *["x" * 100] * 20]:
        list(work.feed(piece))
    assert len(work.text) < 500


def test_the_line_of_a_fiche_is_that_of_the_file() -> None:
    """Lines are counted through what is given and through what is dropped."""
    pieces = ["<FICHES>\n\n", "  <FICHE>a\n</FICHE>\n<!-- \n\n -->", "<FICHE>b</FICHE>\n\n"]
    assert [(one.rang, one.ligne) for one in couper(pieces)] == [(1, 3), (2, 7), (2, 9)]
    assert list(couper(pieces))[-1] == Arret("tronque", 2, 9)
