"""What goes beside certification.json: the partners, and the paragraphs of the fiche, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from referentials.importation.fiche import FicheOfficielle
from referentials.importation.parties import BlocCompetences, Partenaire
from referentials.importation.proposition import d_un_trait
from referentials.importation.termes import Inconnu
from referentials.typography import repaired

# The paragraphs that are kept word for word: how the feed names each, and what to call it.
TEXTES: Mapping[str, str] = {
    "objectifs_contexte": "Objectifs et contexte",
    "activites_visees": "Activités visées",
    "capacites_attestees": "Capacités attestées",
    "secteurs_activite": "Secteurs d’activité",
    "type_emploi_accessibles": "Types d’emplois accessibles",
    "reglementations_activites": "Réglementation des activités",
    "prerequis_entree_formation": "Prérequis à l’entrée en formation",
    "prerequis_validation_certification": "Prérequis à la validation",
    "modalites_renouvellement": "Renouvellement",
    "niveau_maitrise_competences": "Niveau de maîtrise",
}
DE_BLOC: Mapping[str, str] = {
    "liste_competences": "liste de compétences",
    "modalites_evaluation": "modalités d’évaluation",
    "prerequis_entree_formation": "prérequis à l’entrée en formation",
    "prerequis_validation": "prérequis à la validation",
}
VOIES: Mapping[str, str] = {
    "FI": "formation_initiale",
    "CA": "apprentissage",
    "FC": "formation_continue",
    "CQ": "professionnalisation",
    "CL": "candidature_individuelle",
    "VAE": "vae",
}
# The code of a bloc, as all of them are written today.
NUMERO_DE_BLOC = re.compile(r"RNCP\d{1,6}BC\d{2}")


def partenaires(fiche: FicheOfficielle, source: dict[str, str]) -> dict[str, Any] | None:
    """Return partenaires.json; None where the fiche names none."""
    named = [_partenaire(one) for one in fiche.partenaires if one.nom]
    return {"source": source, "partenaires": named} if named else None


def _partenaire(one: Partenaire) -> dict[str, Any]:
    found = {
        "nom": nom(one.nom),
        "siret": one.siret if one.siret and one.siret.isdigit() else None,
        "habilitation": _term(one.habilitation),
        "etat": _term(one.etat),
        "date_actif": one.date_actif,
        "date_derniere_modification_etat": one.date_derniere_modification_etat,
    }
    return {key: value for key, value in found.items() if value is not None}


def nom(texte: str | None) -> str:
    """Return the name of an organisation on one line: of « DE L' INTERIEUR », the space that is one too many goes."""
    return repaired(re.sub(r"(?<=\b[LDld])['’]\s+", "’", d_un_trait(texte or "")))


def _term(value: str | Inconnu | None) -> str | None:
    return None if isinstance(value, Inconnu) else value


def citations(fiche: FicheOfficielle, source: dict[str, str]) -> dict[str, Any] | None:
    """Return citations.json, to the letter; None where the fiche has no paragraph."""
    found: dict[str, Any] = {key: text for key in TEXTES if (text := getattr(fiche, key))}
    numbered = [one for one in fiche.blocs_competences if NUMERO_DE_BLOC.fullmatch(one.code or "")]
    if blocs := [bloc for one in numbered if len(bloc := dict(_bloc(one))) > 1]:
        found["blocs"] = blocs
    if jurys := [{"voie": VOIES[one.voie], "composition": one.composition} for one in fiche.jurys if one.composition]:
        found["jurys"] = jurys
    return {"source": source, **found} if found else None


def _bloc(bloc: BlocCompetences) -> Iterator[tuple[str, str]]:
    yield "numero_bloc", bloc.code or ""
    yield from ((name, text) for name in DE_BLOC if (text := getattr(bloc, name)))
