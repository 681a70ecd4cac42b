"""A file of France compétences → its fiches, one after the other: a fiche alone, a whole export, or a .zip of them.

What cannot be read is a value with its reason, in its place among the others, which go on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET
from xml.parsers.expat import errors
from zipfile import ZipFile, is_zipfile

from referentials.importation.archives import ABIMEE, protegee
from referentials.importation.coupe import Arret, Morceau, couper
from referentials.importation.decodage import EncodageError, decoder
from referentials.importation.fiche import FicheIllisible, FicheOfficielle
from referentials.importation.remplissage import Remarque, remplir
from referentials.importation.termes import numero

VERSIONS = ("4.0", "4.1")
Lu = FicheOfficielle | FicheIllisible
# Bytes read, of the whole (of what a .zip holds, once unpacked).
Avancement = Callable[[int, int], None]

_NUMBER = re.compile(r"<NUMERO_FICHE>\s*([^<]{1,20}?)\s*</NUMERO_FICHE>")
# The number stands third in a fiche; further down are those of others, which it replaces or corresponds to.
_HEAD = 1000
_WHY = {
    errors.codes[
        errors.XML_ERROR_INVALID_TOKEN
    ]: "un signe ne peut pas se trouver là (souvent un « & » ou un « < » resté seul)",
    errors.codes[errors.XML_ERROR_TAG_MISMATCH]: "une balise est fermée par une autre",
    errors.codes[errors.XML_ERROR_UNDEFINED_ENTITY]: "un nom écrit entre « & » et « ; » n’est pas défini",
    errors.codes[errors.XML_ERROR_BAD_CHAR_REF]: "un caractère est écrit par un numéro qui n’existe pas",
    errors.codes[errors.XML_ERROR_DUPLICATE_ATTRIBUTE]: "un attribut est écrit deux fois",
}
_MISSING = {
    "fermeture": "Cette fiche n’est pas fermée : une autre commence avant sa fin.",
    "suite": "Le fichier s’arrête au milieu de cette fiche : il est incomplet.",
    "mesure": "Cette fiche n’a pas de fin : elle dépasse 32 millions de signes.",
}
_STOPPED = {
    "doctype": "Ce fichier commence par un DOCTYPE, qui peut faire lire d’autres fichiers : il est refusé.",
    "tronque": "Le fichier s’arrête avant sa fin : des fiches peuvent manquer.",
    "vide": "Ce fichier ne contient aucune fiche : ce n’est pas un export de France compétences.",
}


def lire(chemin: Path, seulement: Collection[str] = (), avancement: Avancement | None = None) -> Iterator[Lu]:
    """Yield what the file holds; `seulement`: these numbers alone, and of each that is not there, that it is not."""
    wanted = {numero(one) or one for one in seulement}
    met: set[str] = set()
    for read in _files(chemin, wanted, avancement or (lambda _read, _whole: None)):
        met.add(_number(read) or "")
        yield read
    for number in sorted(wanted - met):
        yield FicheIllisible(number, "Cette fiche n’est pas dans ce fichier.", chemin.name)


def _files(chemin: Path, wanted: set[str], avancement: Avancement) -> Iterator[Lu]:
    try:
        if chemin.suffix.lower() == ".zip" or is_zipfile(chemin):
            with ZipFile(chemin) as archive:
                yield from _archive(archive, chemin.name, wanted, avancement)
        else:
            size = chemin.stat().st_size
            with chemin.open("rb") as stream:
                yield from _stream(stream, chemin.name, wanted, lambda read: avancement(read, size))
    except ABIMEE:
        yield FicheIllisible(None, "Cette archive est abîmée ou incomplète : téléchargez-la de nouveau.", chemin.name)
    except OSError as error:
        yield FicheIllisible(None, f"Ce fichier ne peut pas être ouvert : {error.strerror}.", chemin.name)


def _archive(archive: ZipFile, name: str, wanted: set[str], avancement: Avancement) -> Iterator[Lu]:
    members = [one for one in archive.infolist() if one.filename.lower().endswith(".xml")]
    if not members:
        yield FicheIllisible(None, "Cette archive ne contient aucun fichier .xml.", name)
    whole, before = sum(one.file_size for one in members), 0
    for one in members:
        place = f"{name}, {one.filename}"
        if protegee(one):
            yield FicheIllisible(None, "Ce fichier est protégé par un mot de passe.", place)
            continue
        with archive.open(one) as stream:
            yield from _stream(stream, place, wanted, lambda read, before=before: avancement(before + read, whole))  # type: ignore[misc]
        before += one.file_size


def _stream(stream: IO[bytes], name: str, wanted: set[str], avance: Callable[[int], None]) -> Iterator[Lu]:
    rank = 0
    try:
        for piece in couper(decoder(stream, avance)):
            rank = piece.rang
            if isinstance(piece, Arret):
                yield FicheIllisible(None, f"{_STOPPED[piece.motif]}{_told(rank)}", f"{name}, ligne {piece.ligne}")
            elif not wanted or _may_be(piece.texte, wanted):
                read = lire_fiche(piece, name)
                if not wanted or (_number(read) or "") in {"", *wanted}:
                    yield read
    except EncodageError as error:
        yield FicheIllisible(None, f"{error}{_told(rank)}", name)
    except ABIMEE:
        yield FicheIllisible(None, f"Cette archive est abîmée : la suite ne se lit pas.{_told(rank)}", name)


def _may_be(text: str, wanted: set[str]) -> bool:
    """Tell without parsing it whether a fiche may be one that is wanted: its text names it, or names none at all."""
    named = {numero(one) for one in _NUMBER.findall(text)} - {None}
    return not named or not named.isdisjoint(wanted)


def _number(read: Lu) -> str | None:
    return read.numero_fiche if isinstance(read, FicheOfficielle) else read.numero


def lire_fiche(piece: Morceau, name: str) -> Lu:
    """Read one fiche from its text."""
    place = f"{name}, ligne {piece.ligne}"
    # Of a fiche that does not parse, the first number that it names is taken for its own: it stands at its head.
    likely = numero(found[1]) if (found := _NUMBER.search(piece.texte, 0, _HEAD)) else None
    if piece.manque:
        return FicheIllisible(likely, _MISSING[piece.manque], place)
    try:
        element = ET.fromstring(piece.texte)  # noqa: S314 — a fiche alone, without the head that could declare entities
    except UnicodeEncodeError:
        return FicheIllisible(likely, "Des octets de cette fiche ne sont pas de l’encodage du fichier.", place)
    except ET.ParseError as error:
        line = piece.ligne + error.position[0] - 1
        why = _WHY.get(error.code, "elle n’est pas écrite comme le veut XML")
        return FicheIllisible(likely, f"Cette fiche ne se lit pas : {why}.", f"{name}, ligne {line}")
    written = (element.findtext("NUMERO_FICHE") or "").strip()
    if numero(written) is None:
        said = f"« {written} » n’est pas un numéro de fiche." if written else "Cette fiche n’a pas de numéro."
        return FicheIllisible(None, said, place)
    remarques: list[Remarque] = []
    if piece.version and piece.version not in VERSIONS:
        why = "Cette version du flux n’est pas de celles que nous connaissons."
        remarques.append(Remarque("VERSION_FLUX", piece.version, why))
    fiche = remplir(FicheOfficielle, element, remarques, version_flux=piece.version)
    return replace(fiche, remarques=tuple(remarques))


def _told(rank: int) -> str:
    return "" if not rank else f" {rank} fiche{'s' if rank > 1 else ''} lue{'s' if rank > 1 else ''} avant."
