"""champs_remplis: each of these fields has an answer."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation.controles.commun import Contexte, filled
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import ChampsRemplis


def check(controle: ChampsRemplis, contexte: Contexte) -> Iterator[Constat]:
    """Yield what is missing."""
    return filled(controle.champs, None, contexte)
