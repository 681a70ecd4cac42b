"""Requirement → where it is answered, and other grids of requirements → the same (matrice-dossier.schema.json)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from forms.dossier_habilitation import conformite, couverture, reponses
from forms.dossier_habilitation.etat import EtatExigence
from forms.questionnaire import conditions, valeurs
from forms.questionnaire.modele import Grille, Questionnaire
from forms.socle import etat_certification
from forms.socle.phrases_lectures import reading

FORMAT = "repere/matrice-dossier"
VERSION = 2


def matrice(questionnaire: Questionnaire, donnees: Mapping[str, Any], jour: date) -> dict[str, Any]:
    """Return the JSON of both matrices for raw values, judged as on `jour`."""
    asked = conditions.asked(questionnaire, donnees)
    noms = reponses.names(asked, donnees)
    blocs = {bloc.code: bloc for _, bloc in asked.blocs()}
    intitules = {section.code: section.intitule for section in questionnaire.sections}
    etat = conformite.evaluate(questionnaire, donnees, jour)
    lignes = [
        {
            "code": exigence.code,
            "section": intitules[exigence.section],
            "intitule": exigence.intitule,
            "clause": reponses.clause(exigence.source),
            "etat": exigence.etat,
            "reponses": [asdict(one) for one in reponses.of_bloc(asked, blocs[exigence.code], donnees, noms)]
            if exigence.code in blocs and exigence.etat != "sans_objet"
            else [],
            "constats": [constat.phrase for constat in exigence.constats],
            "lectures": [reading(one) for one in exigence.lectures],
        }
        for exigence in etat.exigences
    ]
    return {
        "format": FORMAT,
        "version": VERSION,
        "certification": questionnaire.certification,
        "intitule": questionnaire.intitule,
        **etat_certification.member(questionnaire.etats, jour.isoformat()),
        "jour": jour.isoformat(),
        "envoi": etat.envoi.isoformat(),
        "phrase": etat.phrase,
        "lignes": lignes,
        "couvertures": [couverture.to_json(one) for one in couverture.couvertures(asked, valeurs.read(asked, donnees))],
        "grilles": [_grille(grille, etat.exigences) for grille in questionnaire.grilles],
    }


def _grille(grille: Grille, exigences: tuple[EtatExigence, ...]) -> dict[str, Any]:
    known = {exigence.code: exigence for exigence in exigences}
    return {
        "code": grille.code,
        "intitule": grille.intitule,
        "avertissement": grille.avertissement,
        "lignes": [
            {
                "numero": ligne.numero,
                "libelle": ligne.libelle,
                "exigences": [
                    {"code": code, "intitule": known[code].intitule, "etat": known[code].etat}
                    for code in ligne.blocs
                    if code in known
                ],
            }
            for ligne in grille.lignes
        ],
    }
