"""fourniture: the document that goes with the application is named."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation.controles.commun import Contexte, filled
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import Fourniture


def check(controle: Fourniture, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding where no document is named."""
    return filled((controle.champ,), None, contexte)
