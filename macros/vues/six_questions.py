"""The six answers that a fiche begins with, as values: what is shown of each where there is room for a few words.

What the documents leave silent is an empty value: the page says so, and whom to ask.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from forms.socle.vocabulaire import PAR_VOIE
from macros.vues.durees import TempsEpreuves, exam_time
from referentials.etat import CLOSED, DOCUMENT, EN_VIGUEUR, INCONNU, Etat, Suite
from referentials.model_certification import Certification, Epreuve, Regle
from referentials.model_identite import VoieAcces
from referentials.orientation import Lien

# How many trades, and how many exams, are named one by one: more than that no longer fits.
TRADES = 5
EXAMS = 4


@dataclass(frozen=True, slots=True)
class Reponses:
    """What the first screen says of a certification.

    `metiers`: the first trades, `autres_metiers` how many there are beside.  `voies`: the routes that are open.
    `pratique`: how long one practises before being evaluated.  `epreuves`: those of the whole, where they are few;
    else `natures` counts them.
    """

    metiers: tuple[str, ...]
    autres_metiers: int
    voies: tuple[VoieAcces, ...]
    pratique: tuple[Regle, ...]
    epreuves: tuple[Epreuve, ...]
    natures: tuple[tuple[str, int], ...]
    temps: TempsEpreuves


def practice(certification: Certification) -> list[Regle]:
    """Return the rules that say how long a candidate practises before being evaluated."""
    return [
        regle
        for regle in certification.regles
        if regle.parametres.nature == "duree" and regle.acteur == "candidat" and regle.moment == "avant"
    ]


def whole(certification: Certification, temps: TempsEpreuves) -> tuple[Epreuve, ...]:
    """Return the exams that lead to the whole certification: those of its session where it has one, else all."""
    if temps.session is None:
        return certification.epreuves
    return tuple(epreuve for epreuve in certification.epreuves if epreuve.session == temps.session.code)


def answers(certification: Certification) -> Reponses:
    """Return what the first screen says of a certification."""
    identite = certification.identite
    metiers = [fait.valeur for fait in identite.emplois if fait.valeur]
    named = metiers if len(metiers) <= TRADES else metiers[: TRADES - 1]
    temps = exam_time(certification)
    epreuves = whole(certification, temps)
    few = len(epreuves) <= EXAMS
    return Reponses(
        tuple(named),
        len(metiers) - len(named),
        tuple(voie for voie in identite.voies_acces if voie.ouverte),
        tuple(practice(certification)),
        epreuves if few else (),
        () if few else tuple(Counter(epreuve.nature for epreuve in epreuves).items()),
        temps,
    )


def routes(voies: Sequence[VoieAcces]) -> list[list[VoieAcces]]:
    """Return the routes of a certification, those that follow each other and of which the same is said together."""
    return [list(group) for _, group in groupby(voies, key=lambda voie: replace(voie, voie=voies[0].voie))]


def by_route(codes: Sequence[str]) -> str:
    """Return who a rule is for, at the head of a sentence: « En formation et en VAE »; nothing where it is for all."""
    words = " et ".join(PAR_VOIE[code] for code in codes)
    return f"{words[:1].upper()}{words[1:]}"


def answering(liens: Sequence[Lien], question: str, etat: str | None = None) -> list[Lien]:
    """Return the services that answer a question which the documents leave silent, of use in a state where one is given."""
    return [
        lien
        for lien in liens
        if question in lien.service.repond
        and (etat is None or lien.service.quand is None or (etat == EN_VIGUEUR) == (lien.service.quand == EN_VIGUEUR))
    ]


def placed(etat: Etat) -> list[Suite]:
    """Return those that Repère alone places after one, or after what documents place there, and that are not over."""

    def along(suites: Sequence[Suite]) -> Iterator[Suite]:
        for suite in suites:
            if suite.origine != DOCUMENT and suite.etat not in CLOSED | {INCONNU}:
                yield suite
            yield from along(suite.suites)

    return list(along(etat.suites))
