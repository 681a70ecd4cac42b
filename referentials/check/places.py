"""SCH000: what stands elsewhere than where it should, or under a name that cannot be an address: one finding a cause.

A folder that is a level too high or too low is one fault, whatever it holds and whatever it leaves empty.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from referentials.check import schemas
from referentials.check.finding import Finding
from referentials.read import MISSING, PLACES, SCHEMA, USUAL, Fichier

CODE = "SCH000"
# Those that have a form of their own, that come from elsewhere, or that a command keeps: nobody puts a file there.
UNWRITTEN = {"certifications/", "nomenclatures/", "publications/"}
CERTIFICATIONS = "certifications"
QUOTED = "citations"
# Names of the files of a certification → schema; a component has the name of its code.
DOSSIER = {p.removeprefix("certifications/*/"): s for p, s in PLACES if p.startswith("certifications/")}
COMPONENT = "composantes/*.json"
ADDRESS = re.compile(r"[a-z0-9]+(?:--?[a-z0-9]+)*")
SPELLING = "minuscules sans accent, chiffres et traits d’union"


def findings(fichiers: Iterable[Fichier]) -> Iterator[Finding]:
    """Yield what is out of place, what is missing, and the names that cannot be those of pages."""
    every = [one for one in fichiers if one.schema != SCHEMA]
    lost = [f for f in every if f.schema is None and f.faute is None]
    absent = [f for f in every if f.faute and f.faute.message == MISSING]
    yield from _names(every)
    empty = [*absent, *_unwritten(every)]
    strays = {one.chemin: place for one in lost if (place := _left(one, lost, empty))}
    for chemin, place in strays.items():
        yield Finding(
            chemin, "$", CODE, f"ce fichier n’est pas à sa place, et {place} manque", f"déplacez-le en {place}"
        )
    lost = [one for one in lost if one.chemin not in strays]
    absent = [one for one in absent if one.chemin not in strays.values()]
    empty = [one for one in empty if one.chemin not in strays.values()]
    moved, folders = _folders(lost)
    yield from moved
    for fichier in lost:
        if _dossier(fichier.chemin) not in folders:
            found = _renamed(fichier, empty) or _meant(fichier)
            empty = [one for one in empty if not (found and one.chemin in found.remede)]
            absent = [one for one in absent if not (found and one.chemin in found.remede)]
            yield found or unplaced(fichier)
    for one in absent:
        if not _emptied(PurePosixPath(one.chemin).parent, folders):
            yield Finding(one.chemin, "$", CODE, MISSING, one.faute.remede if one.faute else "")


def quoted(fichiers: Iterable[Fichier]) -> Iterator[Finding]:
    """Yield each file of a fiche's own paragraphs: what Repère publishes has facts, official titles and its own words."""
    for fichier in fichiers:
        if fichier.schema == QUOTED:
            message = "ce fichier recopie les paragraphes d’une fiche, que Repère ne publie pas"
            remedy = "retirez-le d’ici : il a sa place dans une collection que l’on construit pour soi"
            yield Finding(fichier.chemin, "$", CODE, message, remedy)


def _unwritten(fichiers: list[Fichier]) -> Iterator[Fichier]:
    """Yield the places of the files that a certification may do without, and does: one astray may come from there.

    A fiche that nobody has read again never had them.
    """
    imported = {one.chemin.split("/")[1] for one in fichiers if one.schema == "certification" and _is_imported(one)}
    there = {fichier.chemin for fichier in fichiers}
    parts = (PurePosixPath(fichier.chemin).parts for fichier in fichiers if fichier.schema is not None)
    for slug in sorted({slug for folder, slug, *below in parts if folder == CERTIFICATIONS and below} - imported):
        places = (f"{CERTIFICATIONS}/{slug}/{name}" for name in USUAL)
        yield from (Fichier(place, None) for place in places if place not in there)


def _is_imported(fichier: Fichier) -> bool:
    return isinstance(fichier.donnees, dict) and fichier.donnees.get("etat_relecture") == "importee"


def unplaced(fichier: Fichier) -> Finding:
    """Return the finding of a file of which nothing says where it belongs."""
    folders = ", ".join(sorted({f"{pattern.partition('/')[0]}/" for pattern, _ in PLACES} - UNWRITTEN))
    remedy = f"rangez-le dans {folders} ou certifications/<slug>/, sous un nom prévu"
    return Finding(fichier.chemin, "$", CODE, "ce fichier n’est pas à une place connue", remedy)


def _names(fichiers: Iterable[Fichier]) -> Iterator[Finding]:
    """Yield each folder of a certification, and each other file, whose name is no address.

    A file named after a folder has its fault from it.
    """
    bad = bad_folders(fichiers)
    named = {}
    for fichier in fichiers:
        folder, name, *below = PurePosixPath(fichier.chemin).parts if "/" in fichier.chemin else ("", "")
        if fichier.schema is not None:
            named[f"{folder}/{name}"] = ("un dossier", name) if below else ("un fichier", PurePosixPath(name).stem)
    for chemin, (what, name) in named.items():
        if not ADDRESS.fullmatch(name) and (what == "un dossier" or not any(folder in name for folder in bad)):
            message = f"« {name} » ne peut pas nommer {what} : son nom sert d’adresse"
            yield Finding(chemin, "$", CODE, message, f"renommez-le en « {_plain(name)} » : {SPELLING}")


def bad_folders(fichiers: Iterable[Fichier]) -> set[str]:
    """Return the names of the folders of a certification that cannot be addresses: what cites them cannot be either."""
    parts = (PurePosixPath(fichier.chemin).parts for fichier in fichiers if fichier.schema is not None)
    return {
        name for folder, name, *below in parts if folder == CERTIFICATIONS and below and not ADDRESS.fullmatch(name)
    }


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFD", name.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))
    ascii_only = "".join(c for c in bare if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-") or "un-autre-nom"


def _dossier(chemin: str) -> str | None:
    """Return the folder of which a file would be one of a certification, by its name alone."""
    path = PurePosixPath(chemin)
    if path.name in DOSSIER:
        return path.parent.as_posix()
    return path.parent.parent.as_posix() if path.parent.name == "composantes" else None


def _left(fichier: Fichier, lost: Iterable[Fichier], absent: Iterable[Fichier]) -> str | None:
    """Return the place that a file has left: one certification alone lacks it, and it is alone where it stands."""
    path = PurePosixPath(fichier.chemin)
    places = [one.chemin for one in absent if PurePosixPath(one.chemin).name == path.name]
    beside = [one for one in lost if PurePosixPath(one.chemin).parent == path.parent]
    return places[0] if len(places) == len(beside) == 1 else None


def _folders(lost: Iterable[Fichier]) -> tuple[list[Finding], set[str]]:
    """Return the folders of a certification that stand elsewhere, and what to do with each."""
    inside: dict[str, list[str]] = {}
    for fichier in lost:
        if folder := _dossier(fichier.chemin):
            inside.setdefault(folder, []).append(PurePosixPath(fichier.chemin).name)
    found, folders = [], {folder for folder, names in inside.items() if {*names} & {*USUAL}}
    for folder in sorted(folders):
        number, name = len(inside[folder]), PurePosixPath(folder).name
        if folder in {".", CERTIFICATIONS}:
            remedy = "mettez-les dans certifications/<slug>/, un dossier au nom de la certification"
            message = f"{number} fichiers d’une certification sont un niveau trop haut"
            if number == 1:
                message = f"{inside[folder][0]} est un niveau trop haut"
                remedy = "mettez-le dans certifications/<slug>/, un dossier au nom de la certification"
        else:
            remedy = f"déplacez-le en certifications/{_plain(name)}/"
            inside_it = f"ni ses {number} fichiers" if number > 1 else "ni son fichier"
            message = f"ce dossier d’une certification n’est pas à sa place, {inside_it}"
        found.append(Finding(folder, "$", CODE, message, remedy))
    return found, folders


def _emptied(folder: PurePosixPath, folders: set[str]) -> bool:
    """Say whether a folder of certifications/ lacks files because they stand a level below, or above."""
    above = CERTIFICATIONS in folders and folder.name == "composantes"
    return above or any(folder in PurePosixPath(other).parents for other in folders)


def _renamed(fichier: Fichier, absent: Iterable[Fichier]) -> Finding | None:
    """Return that a file of a certification has another name than the one that is missing beside it."""
    path = PurePosixPath(fichier.chemin)
    beside = [PurePosixPath(one.chemin).name for one in absent if PurePosixPath(one.chemin).parent == path.parent]
    fitting = [name for name in beside if schemas.follows(DOSSIER[name], fichier.donnees)]
    close = get_close_matches(path.name.lower(), beside, n=1)
    names = close or (fitting if len(fitting) == 1 else [])
    if not names:
        return None
    message = f"ce fichier n’a pas le nom attendu, et {names[0]} manque"
    return Finding(fichier.chemin, "$", CODE, message, f"renommez-le en {path.with_name(names[0])}")


def _meant(fichier: Fichier) -> Finding | None:
    """Return where a file belongs, where one schema alone knows its content."""
    fitting = [pattern for pattern, schema in PLACES if schemas.follows(schema, fichier.donnees)]
    if len(fitting) != 1:
        return None
    path, pattern = PurePosixPath(fichier.chemin), fitting[0]
    slug = path.parts[1] if path.parts[0] == CERTIFICATIONS and len(path.parts) > 2 else "<slug>"  # noqa: PLR2004 — a folder, and what it holds
    name = f"{fichier.donnees['code']}.json" if pattern.endswith(COMPONENT) else path.name
    place = pattern.replace("certifications/*", f"certifications/{slug}").replace("*.json", name)
    message = f"ce fichier n’est pas à sa place : il a la forme de ceux de {PurePosixPath(place).parent}/"
    if pattern.count("*") == 1 and pattern.startswith(CERTIFICATIONS):
        message = f"ce fichier n’est pas à sa place : il a la forme de {place}"
    return Finding(fichier.chemin, "$", CODE, message, f"déplacez-le en {place}")
