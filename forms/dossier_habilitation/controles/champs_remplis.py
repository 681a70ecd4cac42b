"""champs_remplis: each of these fields has an answer."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation.controles.commun import Contexte, Controle, filled
from forms.dossier_habilitation.etat import Constat


def check(controle: Controle, contexte: Contexte) -> Iterator[Constat]:
    """Yield what is missing."""
    return filled(controle["champs"], None, contexte)
