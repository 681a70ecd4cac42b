"""choix_parmi: each row says which of several it is."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation.controles.commun import Contexte, filled
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import ChoixParmi


def check(controle: ChoixParmi, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each row that does not say."""
    return filled((controle.champ,), controle.liste, contexte)
