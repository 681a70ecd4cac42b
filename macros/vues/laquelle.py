"""« Laquelle pour moi ? »: what somebody asks first of a certification, from its data, for one to be laid beside another."""

from __future__ import annotations

from dataclasses import dataclass

from macros.vues import six_questions
from macros.vues.etats import ordered
from macros.vues.ouvertes import Periode, periods
from macros.vues.six_questions import Reponses
from referentials.etat import Etat
from referentials.load import Collection
from referentials.model import TexteSource
from referentials.model_certification import Certification
from referentials.model_identite import Niveau

# The scale of levels that is in use.
TODAY = "cadre_national_2019"


@dataclass(frozen=True, slots=True)
class Apercu:
    """A certification in a few answers: those that its fiche begins with, and what tells it from another.

    `niveaux`: its level of today's national scale, else those of the scales that its documents use.
    """

    certification: Certification
    reponses: Reponses
    niveaux: tuple[Niveau, ...]
    publics: tuple[TexteSource, ...]


def answers(certification: Certification) -> Apercu:
    """Return the answers of a certification."""
    said = tuple(niveau for niveau in certification.identite.niveaux if niveau.valeur)
    today = tuple(niveau for niveau in said if niveau.nomenclature == TODAY)
    return Apercu(certification, six_questions.answers(certification), today or said, certification.identite.publics)


def closed(etat: Etat) -> bool:
    """Tell whether nobody can begin any more."""
    return etat.close


def may_begin(etat: Etat) -> bool:
    """Tell whether somebody may begin, now or later, or whether the documents do not tell."""
    return not etat.close


def candidates(collection: Collection, jour: str) -> list[tuple[Apercu, Periode]]:
    """Return those that one may begin on a day or later, with the days on which that holds: what can be had first."""
    return [
        (answers(certification), period)
        for certification in ordered(collection.certifications, jour)
        for period in periods(certification.etats, may_begin)
        if period.au is None or period.au >= jour
    ]


def over(collection: Collection) -> list[tuple[Certification, Periode]]:
    """Return those that nobody can begin any more, with the days on which that holds."""
    return [
        (certification, period)
        for certification in collection.certifications
        for period in periods(certification.etats, closed)
    ]
