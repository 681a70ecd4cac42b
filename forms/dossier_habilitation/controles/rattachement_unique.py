"""rattachement_unique: each row belongs to one component; its field takes a single answer, so that it cannot have two."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation.controles.commun import Contexte, filled
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import RattachementUnique


def check(controle: RattachementUnique, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each row that belongs to none."""
    return filled((controle.champ,), controle.liste, contexte)
