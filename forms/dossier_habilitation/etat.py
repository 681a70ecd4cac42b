"""The state of conformity of a dossier: frozen values and their JSON (etat-dossier.schema.json)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from forms.dossier_habilitation import bordereau, phrases
from forms.dossier_habilitation.bordereau import Bordereau
from forms.questionnaire import ouvres
from forms.questionnaire.echange import compact
from forms.questionnaire.modele import Source
from forms.socle import lectures
from forms.socle.etat_certification import EtatDuJour, day_json
from forms.socle.lectures import Lecture

FORMAT = "repere/etat-dossier"
VERSION = 2
FAIT, MANQUE, NON_CONFORME, SANS_OBJET = "fait", "manque", "non_conforme", "sans_objet"
# What a reading refuses that the source leaves open, an answer that may not be the one that was meant, an advice of Repère:
# only the branch, or who answered, can tell.
A_VERIFIER = "a_verifier"
Etat = Literal["fait", "manque", "a_verifier", "non_conforme", "sans_objet"]


@dataclass(frozen=True, slots=True)
class Constat:
    """What keeps a requirement from being done: missing, to be verified or not conforming, why and what to do, and where."""

    etat: Etat
    phrase: str
    place: str


@dataclass(frozen=True, slots=True)
class Echeance:
    """The first day on which what conforms today no longer does."""

    jour: date
    phrase: str
    place: str


@dataclass(frozen=True, slots=True)
class EtatExigence:
    """Where one requirement stands; `constats` is empty where it is done, or not asked for.

    `lectures` are the readings that it is judged by, where the source leaves something open.
    """

    code: str
    section: str
    intitule: str
    etat: Etat
    constats: tuple[Constat, ...]
    echeances: tuple[Echeance, ...]
    regles: tuple[str, ...]
    source: Source | None
    lectures: tuple[Lecture, ...] = ()


@dataclass(frozen=True, slots=True)
class EtatDossier:
    """The whole state, on a day; `caches` names the parts of the form that these answers do not ask for."""

    certification: str
    version_referentiel: str
    jour: date
    envoi: date
    phrase: str
    avis: tuple[str, ...]
    exigences: tuple[EtatExigence, ...]
    bordereau: Bordereau
    caches: tuple[str, ...]
    feries: tuple[str, ...]
    etat_certification: EtatDuJour | None = None

    @property
    def etat(self) -> Etat:
        """The worst state of its requirements."""
        return worst(exigence.etat for exigence in self.exigences)

    def echeances(self) -> list[Echeance]:
        """Return the days to come, the nearest first; a dossier sent long ago may have some that are past."""
        found = (e for x in self.exigences for e in x.echeances if e.jour > self.jour)
        return sorted(found, key=lambda e: (e.jour, e.place))

    def au_plus_tard(self) -> date | None:
        """Return the last working day before the first of the days to come, unless the dossier leaves after it."""
        first = next((echeance.jour for echeance in self.echeances()), None)
        last = ouvres.before(first, 1, self.feries) if first else None
        return last if last and last >= max(self.envoi, self.jour) else None


def worst(etats: Iterable[Etat]) -> Etat:
    """Return the state of a whole from those of its parts; what is not asked for does not count."""
    found = {*etats}
    order: tuple[Etat, ...] = ("non_conforme", "manque", "a_verifier", "fait")
    return next((etat for etat in order if etat in found), "sans_objet")


def count(exigences: Iterable[EtatExigence]) -> dict[str, int]:
    """Return how many requirements stand where, and how many there are to satisfy."""
    found = Counter[str](exigence.etat for exigence in exigences)
    return {
        "total": found.total() - found[SANS_OBJET],
        **{etat: found[etat] for etat in (FAIT, MANQUE, A_VERIFIER, NON_CONFORME, SANS_OBJET)},
    }


def to_json(dossier: EtatDossier) -> dict[str, Any]:
    """Return the JSON of a state."""
    sections = dict.fromkeys(exigence.section for exigence in dossier.exigences)
    last = dossier.au_plus_tard()
    by_section = {code: [x for x in dossier.exigences if x.section == code] for code in sections}
    return {
        "format": FORMAT,
        "version": VERSION,
        "certification": dossier.certification,
        "version_referentiel": dossier.version_referentiel,
        **({"etat_certification": day_json(dossier.etat_certification)} if dossier.etat_certification else {}),
        "jour": dossier.jour.isoformat(),
        "envoi": dossier.envoi.isoformat(),
        "etat": dossier.etat,
        "phrase": dossier.phrase,
        "avis": list(dossier.avis),
        "compte": count(dossier.exigences),
        "sections": [
            {"code": code, "etat": worst(x.etat for x in members), "compte": count(members)}
            for code, members in by_section.items()
        ],
        "exigences": [_exigence(exigence) for exigence in dossier.exigences],
        "echeances": [_echeance(echeance) for echeance in dossier.echeances()],
        **({"au_plus_tard": {"jour": last.isoformat(), "phrase": phrases.at_the_latest(last)}} if last else {}),
        "bordereau": bordereau.to_json(dossier.bordereau),
        "caches": list(dossier.caches),
    }


def _exigence(exigence: EtatExigence) -> Mapping[str, Any]:
    return {
        "code": exigence.code,
        "section": exigence.section,
        "intitule": exigence.intitule,
        "etat": exigence.etat,
        "constats": [asdict(constat) for constat in exigence.constats],
        "regles": list(exigence.regles),
        **lectures.to_json(exigence.lectures),
        **({"source": compact(asdict(exigence.source))} if exigence.source else {}),
    }


def _echeance(echeance: Echeance) -> Mapping[str, str]:
    return {"jour": echeance.jour.isoformat(), "phrase": echeance.phrase, "place": echeance.place}


def to_text(dossier: EtatDossier) -> str:
    """Return the canonical text of a state: the command line prints it, the page shows it, to the byte."""
    return json.dumps(to_json(dossier), ensure_ascii=False, indent=2)
