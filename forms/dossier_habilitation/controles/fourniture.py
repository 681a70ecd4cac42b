"""fourniture: the document that goes with the application is named."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation.controles.commun import Contexte, Controle, filled
from forms.dossier_habilitation.etat import Constat


def check(controle: Controle, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding where no document is named."""
    return filled([controle["champ"]], None, contexte)
