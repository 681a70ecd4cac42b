"""State of the certification that a form is about: carried by the form, chosen by the day.  Nothing is computed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forms.socle import dates

COLUMN = "État de la certification"
# In these, nobody can begin any more: those of `referentials.etat`, which no browser has.  A test holds them equal.
CLOSES = frozenset({"inscriptions_closes", "expiree", "remplacee"})


@dataclass(frozen=True, slots=True)
class EtatCertification:
    """A state from one day to another, both included, in a word and in full; without a day, no bound on that side.

    `a_recouper`: it rests on a day that was read at second hand; the sentence says so too.
    """

    etat: str
    libelle: str
    phrase: str
    du: str | None = None
    au: str | None = None
    a_recouper: bool = False

    def holds(self, jour: str) -> bool:
        """Tell whether a day is in the state."""
        return (self.du is None or jour >= self.du) and (self.au is None or jour <= self.au)


@dataclass(frozen=True, slots=True)
class EtatDuJour:
    """What is said of the certification on a day, in every output."""

    jour: str
    etat: str
    libelle: str
    phrase: str

    @property
    def close(self) -> bool:
        """Whether nobody can begin any more."""
        return self.etat in CLOSES

    @property
    def ligne(self) -> str:
        """The same on one line, for a text."""
        return f"État de la certification le {dates.in_words(self.jour)} : {self.libelle.lower()}. {self.phrase}"


def on(etats: Sequence[EtatCertification], jour: str) -> EtatDuJour | None:
    """Return what holds on a day, AAAA-MM-JJ; None for a form that carries no state."""
    found = _holding(etats, jour)
    return EtatDuJour(jour, found.etat, found.libelle, found.phrase) if found else None


def lines(etats: Sequence[EtatCertification], jour: str) -> list[str]:
    """Return the line of a text, or nothing for a form that carries no state."""
    found = on(etats, jour)
    return [found.ligne] if found else []


def column(etats: Sequence[EtatCertification], jour: str) -> dict[str, str]:
    """Return the heading of a last column of a table and what it says on each line, or nothing.

    On each line, because lines are sorted, filtered and cut.
    """
    found = _holding(etats, jour)
    doubt = ", date à recouper" if found and found.a_recouper else ""
    return {COLUMN: f"{found.libelle} (au {dates.in_words(jour)}{doubt})"} if found else {}


def _holding(etats: Sequence[EtatCertification], jour: str) -> EtatCertification | None:
    return next((etat for etat in etats if etat.holds(jour)), None)


def member(etats: Sequence[EtatCertification], jour: str) -> dict[str, Any]:
    """Return the member `etat_certification` of an output, or nothing for a form that carries no state."""
    found = on(etats, jour)
    return {"etat_certification": day_json(found)} if found else {}


def dated(fichier: Mapping[str, Any], etats: Sequence[EtatCertification]) -> dict[str, Any]:
    """Return the content of a file with the state of its certification on the day when it was saved, as we know it now."""
    found: dict[str, Any] = {}
    for key, value in fichier.items():
        if key != "etat_certification":
            found[key] = value
        if key == "exporte_le":
            found |= member(etats, value.partition("T")[0])
    return found


def day_json(etat: EtatDuJour) -> dict[str, str]:
    """Return the JSON of what is said on a day."""
    return {"jour": etat.jour, "etat": etat.etat, "libelle": etat.libelle, "phrase": etat.phrase}


def to_json(etats: Sequence[EtatCertification]) -> list[dict[str, Any]]:
    """Return the states as a form carries them."""
    return [
        {"etat": etat.etat, "libelle": etat.libelle, "phrase": etat.phrase}
        | {key: day for key, day in (("du", etat.du), ("au", etat.au)) if day}
        | ({"a_recouper": True} if etat.a_recouper else {})
        for etat in etats
    ]


def from_json(donnees: Sequence[Mapping[str, Any]]) -> tuple[EtatCertification, ...]:
    """Read states back from what `to_json` gave."""
    return tuple(EtatCertification(**etat) for etat in donnees)
