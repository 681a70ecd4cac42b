"""The natures of control, one module each: answers in, findings out; every threshold comes with the control."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from forms.dossier_habilitation.controles import (
    champs_remplis,
    composantes_couvertes,
    date_recente,
    effectif_minimal,
    en_cours_de_validite,
    engagement,
    experience_minimale,
    fonctions_tenues,
    fourniture,
    justification,
    rattachement_unique,
    renvois_complets,
    rubrique_par_element,
)
from forms.dossier_habilitation.controles.commun import Contexte, Controle
from forms.dossier_habilitation.etat import Constat, Echeance

CHECKS: Mapping[str, Callable[[Controle, Contexte], Iterator[Constat]]] = {
    "champs_remplis": champs_remplis.check,
    "composantes_couvertes": composantes_couvertes.check,
    "date_recente": date_recente.check,
    "effectif_minimal": effectif_minimal.check,
    "en_cours_de_validite": en_cours_de_validite.check,
    "engagement": engagement.check,
    "experience_minimale": experience_minimale.check,
    "fonctions_tenues": fonctions_tenues.check,
    "fourniture": fourniture.check,
    "justification": justification.check,
    "rattachement_unique": rattachement_unique.check,
    "renvois_complets": renvois_complets.check,
    "rubrique_par_element": rubrique_par_element.check,
}
DEADLINES: Mapping[str, Callable[[Controle, Contexte], Iterator[Echeance]]] = {
    "date_recente": date_recente.to_come,
    "en_cours_de_validite": en_cours_de_validite.to_come,
}
