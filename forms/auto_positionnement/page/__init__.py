"""The page of the auto-positionnement: a whole form, with what its charts are drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.auto_positionnement import formulaire, phrases_listes
from forms.auto_positionnement.derivation.suites import montrees
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.page import graphiques
from forms.auto_positionnement.page.duree import minutes
from forms.auto_positionnement.page.etapes import arrange
from forms.socle.phrases_origine import NON_RELUES
from forms.socle.publication import Page
from forms.socle.vocabulaire import OU_J_EN_SUIS
from referentials.model_certification import Certification


def valeurs(certification: Certification, form: Formulaire) -> Mapping[str, Any]:
    """Return its sections, the axes of its radar, the order of its bars, the number of each question and how long they take."""
    noeuds = arrange(form)
    return {
        "noeuds": noeuds,
        "etapes": [etape for noeud in noeuds for etape in noeud.etapes()],
        "axes": graphiques.axes(form),
        "ordre": graphiques.bar_order(form.echelle),
        "numeros": {item.code: number for number, item in enumerate(form.all_items(), 1)},
        "montrees": montrees(),
        "titres_des_listes": phrases_listes.TITRES,
        "questions": {groupe.code: number for number, groupe in enumerate(form.competences(), 1)},
        "minutes": minutes,
        "non_relues": NON_RELUES if certification.identite.importee else "",
    }


PAGE = Page(
    nom=OU_J_EN_SUIS.lieu,
    action=OU_J_EN_SUIS.geste,
    promesse=OU_J_EN_SUIS.phrase,
    titre=f"{OU_J_EN_SUIS.lieu} : ",
    description="{titre} : faire le point sur ce que vous savez faire. Vos réponses restent sur votre appareil.",
    poids=1,
    donnees=formulaire.to_page,
    valeurs=valeurs,
)
