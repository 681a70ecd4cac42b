"""The natures of control, one module each: answers in, findings out; every threshold comes with the control."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from forms.dossier_habilitation import natures
from forms.dossier_habilitation.controles import (
    champs_remplis,
    choix_parmi,
    competences_couvertes,
    composantes_couvertes,
    date_recente,
    effectif_minimal,
    en_cours_de_validite,
    engagement,
    experience_minimale,
    fonctions_tenues,
    fourniture,
    justification,
    personnes_distinctes,
    rattachement_unique,
    renvois_complets,
    rubrique_par_element,
)
from forms.dossier_habilitation.controles.commun import Contexte
from forms.dossier_habilitation.etat import Constat, Echeance
from forms.questionnaire.controles import Controle

CHECKS: Mapping[type[Controle], Callable[[Any, Contexte], Iterator[Constat]]] = {
    natures.ChampsRemplis: champs_remplis.check,
    natures.ChoixParmi: choix_parmi.check,
    natures.CompetencesCouvertes: competences_couvertes.check,
    natures.ComposantesCouvertes: composantes_couvertes.check,
    natures.DateRecente: date_recente.check,
    natures.EffectifMinimal: effectif_minimal.check,
    natures.EnCoursDeValidite: en_cours_de_validite.check,
    natures.Engagement: engagement.check,
    natures.ExperienceMinimale: experience_minimale.check,
    natures.FonctionsTenues: fonctions_tenues.check,
    natures.Fourniture: fourniture.check,
    natures.Justification: justification.check,
    natures.PersonnesDistinctes: personnes_distinctes.check,
    natures.RattachementUnique: rattachement_unique.check,
    natures.RenvoisComplets: renvois_complets.check,
    natures.RubriqueParElement: rubrique_par_element.check,
}
DEADLINES: Mapping[type[Controle], Callable[[Any, Contexte], Iterator[Echeance]]] = {
    natures.DateRecente: date_recente.to_come,
    natures.EnCoursDeValidite: en_cours_de_validite.to_come,
}
