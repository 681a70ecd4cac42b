"""« Laquelle pour moi ? »: what somebody asks first of a certification, from its data, for one to be laid beside another."""

from __future__ import annotations

from dataclasses import dataclass

from macros.vues.durees import TempsEpreuves, exam_time
from macros.vues.etats import ordered
from macros.vues.ouvertes import Periode, periods
from referentials.etat import Etat
from referentials.load import Collection
from referentials.model import TexteSource
from referentials.model_certification import Certification


@dataclass(frozen=True, slots=True)
class Apercu:
    """A certification in a few answers: for whom, how one gets in, how one is evaluated.

    `ouvertes`, `a_demander`: the routes that its documents open, and those on which they do not decide.  `epreuves`: the
    natures of the exams of the whole title, each once.
    """

    certification: Certification
    niveau: str | None
    metiers: tuple[str, ...]
    publics: tuple[TexteSource, ...]
    ouvertes: tuple[str, ...]
    a_demander: tuple[str, ...]
    prerequis: tuple[TexteSource, ...]
    epreuves: tuple[str, ...]
    temps: TempsEpreuves


def answers(certification: Certification) -> Apercu:
    """Return the answers of a certification."""
    identite = certification.identite
    temps = exam_time(certification)
    whole = [e for e in certification.epreuves if temps.session is None or e.session == temps.session.code]
    niveaux = [one.valeur for one in identite.niveaux if one.nomenclature == "cadre_national_2019" and one.valeur]
    return Apercu(
        certification,
        niveaux[0] if niveaux else None,
        tuple(metier.intitule or metier.code for metier in identite.rome),
        identite.publics,
        tuple(voie.voie for voie in identite.voies_acces if voie.ouverte),
        tuple(voie.voie for voie in identite.voies_acces if voie.indetermine),
        identite.prerequis,
        tuple(dict.fromkeys(epreuve.nature for epreuve in whole)),
        temps,
    )


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
