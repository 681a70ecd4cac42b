"""Requirement → where it is answered, and other grids of requirements → the same (matrice-dossier.schema.json)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from forms.dossier_habilitation import conformite, couverture, reponses
from forms.dossier_habilitation.etat import EtatDossier, EtatExigence
from forms.questionnaire import conditions, en_mots, valeurs
from forms.questionnaire.modele import Grille, Questionnaire
from forms.socle import etat_certification
from forms.socle.phrases_lectures import reading

FORMAT = "repere/matrice-dossier"
VERSION = 2


def matrice(questionnaire: Questionnaire, donnees: Mapping[str, Any], jour: date) -> dict[str, Any]:
    """Return the JSON of both matrices for raw values, judged as on `jour`."""
    return of(questionnaire, donnees, conformite.evaluate(questionnaire, donnees, jour))


def of(questionnaire: Questionnaire, donnees: Mapping[str, Any], etat: EtatDossier) -> dict[str, Any]:
    """Return the JSON of both matrices for raw values, whose state is this one."""
    asked = conditions.asked(questionnaire, donnees)
    found = valeurs.read(asked, donnees)
    noms = en_mots.names(found)
    blocs = {bloc.code: bloc for _, bloc in asked.blocs()}
    intitules = {section.code: section.intitule for section in questionnaire.sections}
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
        **etat_certification.member(questionnaire.etats, etat.jour.isoformat()),
        "jour": etat.jour.isoformat(),
        "envoi": etat.envoi.isoformat(),
        "phrase": etat.phrase,
        "lignes": lignes,
        "couvertures": [couverture.to_json(one) for one in couverture.couvertures(asked, found)],
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
