"""What differs between a file and the form that opens it: items added, reworded, replaced, answers set aside."""

from __future__ import annotations

from dataclasses import dataclass

from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.placement import Placement
from forms.socle.ecriture import same


@dataclass(frozen=True, slots=True)
class Enonce:
    """An item and its wording, empty where the file did not say it."""

    code: str
    enonce: str


@dataclass(frozen=True, slots=True)
class Reformulation:
    """An item answered under other words than those of the form."""

    code: str
    avant: str
    apres: str


@dataclass(frozen=True, slots=True)
class Remplacement:
    """A code whose answer passed to another one."""

    avant: str
    apres: str


@dataclass(frozen=True, slots=True)
class Changements:
    """Each list in reading order, but for what was set aside, which has no place in the form: by code."""

    ajoutes: tuple[Enonce, ...]
    reformules: tuple[Reformulation, ...]
    remplaces: tuple[Remplacement, ...]
    ecartes: tuple[Enonce, ...]


def changes(formulaire: Formulaire, version_fichier: str, placement: Placement) -> Changements:
    """Return what a person must be told of a file written for `version_fichier` of the referential."""
    retenues, ecartees = placement.retenues, placement.ecartees
    rank = {item.code: number for number, item in enumerate(formulaire.all_items())}
    added = _added(formulaire, version_fichier)
    moved = sorted(placement.deplacees.items(), key=lambda pair: rank[pair[1]])
    return Changements(
        ajoutes=tuple(
            Enonce(item.code, item.enonce)
            for item in formulaire.all_items()
            if item.code in added and item.code not in retenues
        ),
        reformules=tuple(
            Reformulation(item.code, retenues[item.code].enonce, item.enonce)
            for item in formulaire.all_items()
            if item.code in retenues
            and retenues[item.code].enonce
            and not same(retenues[item.code].enonce, item.enonce)
        ),
        remplaces=tuple(Remplacement(avant, apres) for avant, apres in moved),
        ecartes=tuple(Enonce(code, ecartees[code].enonce) for code in sorted(placement.sans_place)),
    )


def _added(formulaire: Formulaire, version_fichier: str) -> set[str]:
    """Return the items that the file's version could not have; one that takes the place of another is not new."""
    later = [codes for version, codes in formulaire.nouveautes.items() if _numbers(version) > _numbers(version_fichier)]
    return {code for codes in later for code in codes} - set(formulaire.remplacements.values())


def _numbers(version: str) -> list[tuple[int, str]]:
    # Compared by length then digit by digit: Python refuses to read a number of thousands of digits.
    return [(len(part.lstrip("0")), part.lstrip("0")) for part in version.split(".")]
