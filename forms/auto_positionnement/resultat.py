"""What an evaluation gives: counts, thresholds, states.  Frozen values and their JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from forms.auto_positionnement import listes
from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.listes import Listes
from forms.auto_positionnement.suites import Suivi
from forms.socle import lectures
from forms.socle.cles import as_dict, without_empty
from forms.socle.etat_certification import EtatDuJour, day_json
from forms.socle.lectures import Lecture
from forms.socle.memoire import Memoire

FORMAT = "repere/resultat"
VERSION = 4


@dataclass(frozen=True, slots=True)
class SeuilApplique:
    """A threshold applied to a group: positives needed, how many are still missing, by which routes only."""

    regle: str
    pourcentage: int
    requis: int
    manquants: int
    voies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComptePremierTour:
    """How many competences a first pass asks about, and how many of them were answered: told, never scored."""

    total: int
    repondus: int


@dataclass(frozen=True, slots=True)
class ResultatGroupe:
    """The result of one group; `etat` is "sans_seuil" where no rule sets one.  `nom`: its title, or a shorter one of ours.

    `concluant`: whether the details are enough to say so; None without a threshold.
    """

    code: str
    nature: str
    intitule: str
    nom: str
    etat: str
    phrase: str
    compte: Compte
    seuil: SeuilApplique | None
    groupes: tuple[ResultatGroupe, ...]
    concluant: bool | None = None


@dataclass(frozen=True, slots=True)
class Resultat:
    """The whole result of a form.

    `precision`: what the lists rest on.  `manques`: what the rules of the certification still ask for.  `a_repondre` lists
    the items without an answer, `lectures` what Repère chose to read; `mention` says whose the statements are, beside the
    verdict.  `etat_certification` is that of the day on which one looks; None where the day is not said.
    `premier_tour`: None where no question of it was answered.  `concluant`: whether the details are enough for `etat` to be
    said; None where no threshold is set.  `voie_souhaitee`: as the draft or the file says it; nothing follows from it.
    """

    certification: str
    version_referentiel: str
    etat: str
    phrase: str
    mention: str
    avertissement: str
    compte: Compte
    groupes: tuple[ResultatGroupe, ...]
    a_repondre: tuple[str, ...]
    manques: tuple[str, ...]
    listes: Listes
    precision: str
    suivi: Suivi
    lectures: tuple[Lecture, ...] = ()
    etat_certification: EtatDuJour | None = None
    premier_tour: ComptePremierTour | None = None
    concluant: bool | None = None
    voie_souhaitee: str = ""


def to_json(resultat: Resultat) -> dict[str, Any]:
    """Return the JSON of a result, which follows resultat.schema.json."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "certification": resultat.certification,
        "version_referentiel": resultat.version_referentiel,
        **({"etat_certification": day_json(resultat.etat_certification)} if resultat.etat_certification else {}),
        "etat": resultat.etat,
        **_conclusive(resultat.concluant),
        "phrase": resultat.phrase,
        "mention": resultat.mention,
        "avertissement": resultat.avertissement,
        **lectures.to_json(resultat.lectures),
        "compte": as_dict(resultat.compte),
        **({"premier_tour": as_dict(resultat.premier_tour)} if resultat.premier_tour else {}),
        **({"voie_souhaitee": resultat.voie_souhaitee} if resultat.voie_souhaitee else {}),
        "groupes": [_groupe_json(groupe) for groupe in resultat.groupes],
        "a_repondre": list(resultat.a_repondre),
        "manques": list(resultat.manques),
        "precision": resultat.precision,
        "listes": listes.to_json(resultat.listes),
        "suivi": {**as_dict(resultat.suivi), "suites": list(resultat.suivi.suites)},
    }


def _conclusive(concluant: bool | None) -> dict[str, bool]:  # noqa: FBT001
    return {} if concluant is None else {"concluant": concluant}


def _groupe_json(groupe: ResultatGroupe) -> dict[str, Any]:
    return {
        "code": groupe.code,
        "nature": groupe.nature,
        "intitule": groupe.intitule,
        "nom": groupe.nom,
        "etat": groupe.etat,
        **_conclusive(groupe.concluant),
        "phrase": groupe.phrase,
        "compte": as_dict(groupe.compte),
        **({"seuil": without_empty(as_dict(groupe.seuil), "voies")} if groupe.seuil else {}),
        "groupes": [_groupe_json(inner) for inner in groupe.groupes],
    }


def to_line(resultat: Resultat, lignes: Memoire[str]) -> str:
    """Return what `json.dumps` makes of `to_json`, on one line; `lignes` remembers that of each group."""
    return _with_groups(to_json(replace(resultat, groupes=())), resultat.groupes, lignes)


def _group_line(groupe: ResultatGroupe, lignes: Memoire[str]) -> str:
    def written() -> str:
        return _with_groups(_groupe_json(replace(groupe, groupes=())), groupe.groupes, lignes)

    return lignes.of(groupe.code, groupe, written)


def _with_groups(donnees: Mapping[str, Any], groupes: tuple[ResultatGroupe, ...], lignes: Memoire[str]) -> str:
    inner = ", ".join(_group_line(groupe, lignes) for groupe in groupes)
    # Within a text the quotes would be escaped: this can only be the key.
    return json.dumps(donnees, ensure_ascii=False).replace('"groupes": []', f'"groupes": [{inner}]', 1)


def to_text(resultat: Resultat) -> str:
    """Return the canonical text of a result: the command line prints it, the page shows it, to the byte."""
    return json.dumps(to_json(resultat), ensure_ascii=False, indent=2)
