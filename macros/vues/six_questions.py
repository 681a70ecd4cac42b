"""The six answers that a fiche begins with, as values: what is shown of each where there is room for a few words.

What the documents leave silent is an empty value: the page says so, and whom to ask.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from forms.socle.majuscules import capitalized
from forms.socle.vocabulaire import PAR_VOIE
from macros.vues.durees import TempsEpreuves, exam_time
from referentials.etat import EN_VIGUEUR
from referentials.model import TexteSource
from referentials.model_certification import Certification, Epreuve, Regle
from referentials.model_identite import VoieAcces
from referentials.orientation import Lien

# How many trades, and how many exams, are named one by one: more than that no longer fits.
TRADES = 5
EXAMS = 4
# What somebody else fills while one is evaluated.
GRID, CANDIDATE = "grille", "candidat"


@dataclass(frozen=True, slots=True)
class Passees:
    """Exams of the same routes: each where all are few, else `natures` counts them.

    `voies`: those routes, empty where every open route leads to these exams.  A grid is no exam for who is evaluated:
    `grilles` counts those that somebody fills, and `remplies_par` says who, where the documents name them.
    """

    voies: tuple[str, ...]
    epreuves: tuple[Epreuve, ...]
    natures: tuple[tuple[str, int], ...]
    grilles: int = 0
    remplies_par: tuple[str, ...] = ()

    @property
    def fait_quelque_chose(self) -> bool:
        """Whether the documents say anything that the candidate does."""
        return bool(self.epreuves or self.natures)


@dataclass(frozen=True, slots=True)
class Reponses:
    """What the first screen says of a certification.

    `metiers`: the first trades, `autres_metiers` how many there are beside; `du_rome` where the documents name none, and
    the codes of the ROME that they cite do.  `voies`: the routes that are open,
    `a_demander` those on which the documents do not decide.  `prerequis`: what one needs to enter.  `pratique`: how long
    one practises before being evaluated.  `epreuves`: those of the whole, which `voies_du_temps` lead to where others
    lead elsewhere.
    """

    metiers: tuple[str, ...]
    autres_metiers: int
    du_rome: bool
    voies: tuple[VoieAcces, ...]
    a_demander: tuple[str, ...]
    prerequis: tuple[TexteSource, ...]
    pratique: tuple[Regle, ...]
    epreuves: tuple[Passees, ...]
    temps: TempsEpreuves
    voies_du_temps: tuple[str, ...]


def practice(certification: Certification) -> list[Regle]:
    """Return the rules that say how long a candidate practises before being evaluated: what is asked, then the rest."""
    found = [
        regle
        for regle in certification.regles
        if regle.parametres.nature == "duree" and regle.acteur == "candidat" and regle.moment == "avant"
    ]
    return sorted(found, key=lambda regle: regle.force != "obligation")


def whole(certification: Certification, temps: TempsEpreuves) -> tuple[Epreuve, ...]:
    """Return the exams that lead to the whole certification: those of its session where it has one, else all."""
    if temps.session is None:
        return certification.epreuves
    return tuple(epreuve for epreuve in certification.epreuves if epreuve.session == temps.session.code)


def limited(certification: Certification, voies: Sequence[str]) -> tuple[str, ...]:
    """Return the routes that something is said of, where some open route is not among them; else nothing."""
    ouvertes = {voie.voie for voie in certification.identite.voies_acces if voie.ouverte}
    return () if ouvertes <= {*voies} else tuple(voies)


def exams(certification: Certification, temps: TempsEpreuves) -> tuple[Passees, ...]:
    """Return the exams that lead to the whole certification, under the routes that pass them."""
    epreuves = whole(certification, temps)
    found: dict[tuple[str, ...], list[Epreuve]] = {}
    for epreuve in epreuves:
        found.setdefault(limited(certification, epreuve.voies), []).append(epreuve)
    few = len([epreuve for epreuve in epreuves if epreuve.nature != GRID]) <= EXAMS
    return tuple(_told(voies, some, few=few) for voies, some in found.items())


def _told(voies: tuple[str, ...], some: Sequence[Epreuve], *, few: bool) -> Passees:
    grids = [epreuve for epreuve in some if epreuve.nature == GRID]
    done = [epreuve for epreuve in some if epreuve.nature != GRID]
    seen = dict.fromkeys(
        acteur for grid in grids for partie in grid.parties for acteur in partie.presents if acteur != CANDIDATE
    )
    return Passees(
        voies,
        tuple(done) if few else (),
        () if few else tuple(Counter(epreuve.nature for epreuve in done).items()),
        len(grids),
        tuple(seen),
    )


def answers(certification: Certification) -> Reponses:
    """Return what the first screen says of a certification."""
    identite = certification.identite
    said = [fait.valeur for fait in identite.emplois if fait.valeur]
    metiers = said or [*certification.metiers_du_rome.values()]
    named = metiers if len(metiers) <= TRADES else metiers[: TRADES - 1]
    temps = exam_time(certification)
    par = temps.voies if temps.session else temps.seule.voies if temps.seule else ()
    return Reponses(
        tuple(named),
        len(metiers) - len(named),
        bool(metiers and not said),
        tuple(voie for voie in identite.voies_acces if voie.ouverte),
        tuple(voie.voie for voie in identite.voies_acces if voie.indetermine),
        identite.prerequis,
        tuple(practice(certification)),
        exams(certification, temps),
        temps,
        limited(certification, par),
    )


def routes(voies: Sequence[VoieAcces]) -> list[list[VoieAcces]]:
    """Return the routes of a certification, those that follow each other and of which the same is said together."""
    return [list(group) for _, group in groupby(voies, key=lambda voie: replace(voie, voie=voies[0].voie))]


def by_route(codes: Sequence[str], opened: Sequence[str] = ()) -> str:
    """Return who a rule is for, at the head of a sentence: « En formation et en VAE »; nothing where it is for all.

    `opened`: every route that one enters by; where a rule leaves out one alone, that one is named: « Sauf en VAE ».
    """
    others = [code for code in opened if code not in codes]
    if len(others) == 1 and len(codes) > 1 and {*codes} < {*opened}:
        return f"Sauf {PAR_VOIE[others[0]]}"
    return capitalized(" et ".join(PAR_VOIE[code] for code in codes))


def answering(liens: Sequence[Lien], question: str, etat: str | None = None) -> list[Lien]:
    """Return the services that answer a question which the documents leave silent, of use in a state where one is given."""
    return [
        lien
        for lien in liens
        if question in lien.service.repond
        and (etat is None or lien.service.quand is None or (etat == EN_VIGUEUR) == (lien.service.quand == EN_VIGUEUR))
    ]
