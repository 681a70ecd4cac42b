"""What an evaluation gives: counts, thresholds, states.  Frozen values and their JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = "repere/resultat"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Compte:
    """How many items of a group have which answer.  `pourcentage` of positives is rounded down."""

    total: int
    repondus: int
    restants: int
    positifs: int
    negatifs: int
    non_observes: int
    sans_avis: int
    pourcentage: int


@dataclass(frozen=True, slots=True)
class SeuilApplique:
    """A threshold applied to a group: positives needed, and how many are still missing."""

    regle: str
    pourcentage: int
    requis: int
    manquants: int


@dataclass(frozen=True, slots=True)
class ResultatGroupe:
    """The result of one group; `etat` is "sans_seuil" where no rule sets one."""

    code: str
    nature: str
    intitule: str
    etat: str
    phrase: str
    compte: Compte
    seuil: SeuilApplique | None
    groupes: tuple[ResultatGroupe, ...]


@dataclass(frozen=True, slots=True)
class Resultat:
    """The whole result of a form; `a_repondre` lists the items without an answer."""

    certification: str
    version_referentiel: str
    etat: str
    phrase: str
    avertissement: str
    compte: Compte
    groupes: tuple[ResultatGroupe, ...]
    a_repondre: tuple[str, ...]


def to_json(resultat: Resultat) -> dict[str, Any]:
    """Return the JSON of a result, which follows resultat.schema.json."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "certification": resultat.certification,
        "version_referentiel": resultat.version_referentiel,
        "etat": resultat.etat,
        "phrase": resultat.phrase,
        "avertissement": resultat.avertissement,
        "compte": asdict(resultat.compte),
        "groupes": [_groupe_json(groupe) for groupe in resultat.groupes],
        "a_repondre": list(resultat.a_repondre),
    }


def _groupe_json(groupe: ResultatGroupe) -> dict[str, Any]:
    return {
        "code": groupe.code,
        "nature": groupe.nature,
        "intitule": groupe.intitule,
        "etat": groupe.etat,
        "phrase": groupe.phrase,
        "compte": asdict(groupe.compte),
        **({"seuil": asdict(groupe.seuil)} if groupe.seuil else {}),
        "groupes": [_groupe_json(inner) for inner in groupe.groupes],
    }


def to_text(resultat: Resultat) -> str:
    """Return the canonical text of a result: the command line prints it, the page shows it, to the byte."""
    return json.dumps(to_json(resultat), ensure_ascii=False, indent=2)
