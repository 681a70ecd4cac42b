"""experience_minimale: everybody named has the experience that the cahier des charges asks for."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, answered
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import ExperienceMinimale


def check(controle: ExperienceMinimale, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each duration that is missing or too short."""
    for reponse in answered((controle.champ,), controle.liste, contexte):
        if isinstance(reponse, Constat):
            yield reponse
        elif isinstance(reponse.valeur, float) and reponse.valeur < controle.valeur:
            also = f" ; admis : {controle.alternative}" if controle.alternative else ""
            ways = f"{controle.objet}{also}"
            text = phrases.too_short(reponse.valeur, controle.valeur, controle.unite, ways)
            yield reponse.constat("non_conforme", text)
