"""What a copy of such a form holds: answers, each with who wrote it and when, and those that were put aside.

A place is the code of a field, or <list>/<id of the row>/<field>: two people can fill the same row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from forms.questionnaire.natures import exact
from forms.socle.ecriture import composed

# Why a writing is kept beside: another was chosen at a merge, another hand wrote over it or erased it, the same hand
# answered otherwise later, it was written beside from the start, the form has no place for it.
CHOIX, REECRIT, ANTERIEURE, PROPOSEE, SANS_PLACE = "choix", "reecrit", "anterieure", "proposee", "sans_place"
# Words put back took its place; in format 1 and drafts of its time, a choice at a merge, or another hand that wrote.
FUSION = "fusion"
STRONGEST = (CHOIX, REECRIT, FUSION, ANTERIEURE, PROPOSEE, SANS_PLACE)


@dataclass(frozen=True, slots=True)
class Ecrit:
    """An answer as it was typed; `role` and `nom` say who wrote it, `le` when (ISO, with the offset).

    A choice among several is a tuple.
    """

    valeur: str | float | bool | tuple[str, ...]
    role: str
    nom: str
    le: str

    @property
    def raw(self) -> str | float | bool | list[str]:
        """The answer as JSON and the questionnaire have it: several choices are a list."""
        return list(self.valeur) if isinstance(self.valeur, tuple) else self.valeur

    @property
    def answer(self) -> tuple[bool, str | float | tuple[str, ...]]:
        """What was answered, whoever wrote it, however its accents are encoded.  Yes is not 1."""
        return isinstance(self.valeur, bool), composed(self.valeur)

    @property
    def hand(self) -> tuple[str, str] | None:
        """Who wrote it, or None where nobody has signed: two such writings may be of two people."""
        return (self.role, composed(self.nom.strip())) if self.role else None

    @property
    def instant(self) -> datetime | None:
        """When it was written, or None: the schema looks at the form only, 30 February gets through."""
        try:
            return datetime.fromisoformat(self.le)
        except ValueError:
            return None

    @property
    def person(self) -> tuple[str, str] | None:
        """The hand where its name says whose it is, or None: a role without a name may be that of two people."""
        return self.hand if self.nom.strip() else None

    @property
    def moment(self) -> tuple[datetime, str, str, str, str]:
        """What orders two writings of the same answer: the instant, then anything that tells them apart."""
        # What no calendar has comes before all that has a date.
        at = self.instant or datetime.min.replace(tzinfo=UTC)
        return at, self.le, self.role, self.nom, repr(self.valeur)


@dataclass(frozen=True, slots=True)
class Ecarte:
    """A writing that is kept beside, and why."""

    place: str
    ecrit: Ecrit
    raison: str


Ecrits = Mapping[str, Ecrit]


@dataclass(frozen=True, slots=True)
class Copie:
    """The writings by their place, in the order in which they came, and those put aside."""

    ecrits: Ecrits
    ecartees: tuple[Ecarte, ...] = ()


def same(one: Ecrit, other: Ecrit) -> bool:
    """Say whether two writings give the same answer."""
    return one.answer == other.answer


def union(first: Iterable[Ecarte], second: Iterable[Ecarte]) -> tuple[Ecarte, ...]:
    """Return the writings put aside on both sides, each once, for the reason that says most of it."""
    found: dict[tuple[str, Ecrit, bool], Ecarte] = {}
    for one in (*first, *second):
        # What has no place goes back when it has one again: that is another story.
        key = one.place, one.ecrit, one.raison == SANS_PLACE
        if key not in found or STRONGEST.index(one.raison) < STRONGEST.index(found[key].raison):
            found[key] = one
    return tuple(found.values())


def from_json(donnees: Mapping[str, Any]) -> Copie:
    """Read `valeurs` and `ecartees` as the file of a kind has them."""
    return of(donnees.get("valeurs", {}), donnees.get("ecartees", ()))


def of(valeurs: Mapping[str, Mapping[str, Any]], ecartees: Iterable[Mapping[str, Any]]) -> Copie:
    """Return the copy of these two keys of a file."""
    return Copie(
        {place: _ecrit(ecrit) for place, ecrit in valeurs.items()},
        tuple(Ecarte(one["place"], _ecrit(one), one["raison"]) for one in ecartees),
    )


def _ecrit(donnees: Mapping[str, Any]) -> Ecrit:
    valeur, par = donnees["valeur"], donnees["par"]
    return Ecrit(tuple(valeur) if isinstance(valeur, list) else exact(valeur), par["role"], par["nom"], donnees["le"])


def to_json(copie: Copie) -> dict[str, Any]:
    """Return the JSON that `from_json` reads back."""
    return {
        "valeurs": {place: ecrit_json(ecrit) for place, ecrit in copie.ecrits.items()},
        "ecartees": [{"place": one.place, **ecrit_json(one.ecrit), "raison": one.raison} for one in copie.ecartees],
    }


def ecrit_json(ecrit: Ecrit) -> dict[str, Any]:
    """Return the JSON of a writing."""
    return {"valeur": ecrit.raw, "par": {"role": ecrit.role, "nom": ecrit.nom}, "le": ecrit.le}


def raw(ecrits: Ecrits) -> dict[str, Any]:
    """Return the raw values that the questionnaire reads: fields by code, lists as rows with their id.

    Give writings that have their place in the form: a list has no answer beside its rows.
    """
    valeurs: dict[str, Any] = {}
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for place, ecrit in ecrits.items():
        code, *inner = place.split("/")
        if not inner:
            valeurs[code] = ecrit.raw
            continue
        row, champ = inner
        if (code, row) not in rows:
            rows[code, row] = {"id": row}
            valeurs.setdefault(code, []).append(rows[code, row])
        rows[code, row][champ] = ecrit.raw
    return valeurs
