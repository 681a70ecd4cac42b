"""justification: what is to be described and argued has a text, for the piece or for each row of its list."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation.controles.commun import Contexte, filled
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import Justification


def check(controle: Justification, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each text that is missing."""
    return filled((controle.champ,), controle.liste, contexte)
