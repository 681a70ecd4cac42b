"""experience_minimale: everybody named has the experience that the cahier des charges asks for."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, Controle, answered
from forms.dossier_habilitation.etat import Constat


def check(controle: Controle, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each duration that is missing or too short."""
    for reponse in answered([controle["champ"]], controle.get("liste"), contexte):
        if isinstance(reponse, Constat):
            yield reponse
        elif isinstance(reponse.valeur, float) and reponse.valeur < controle["valeur"]:
            also = f" ; admis : {controle['alternative']}" if "alternative" in controle else ""
            ways = f"{controle['objet']}{also}"
            text = phrases.too_short(reponse.valeur, controle["valeur"], controle["unite"], ways)
            yield reponse.constat("non_conforme", text)
