"""engagement: the applicant answers yes."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, answered
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import Engagement


def check(controle: Engagement, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding where the answer is no, or missing."""
    for reponse in answered((controle.champ,), None, contexte):
        if isinstance(reponse, Constat):
            yield reponse
        elif reponse.valeur is not True:
            yield reponse.constat("non_conforme", phrases.refused(controle.objet))
