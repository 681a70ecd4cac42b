"""competences_couvertes: each competence is what at least one row works on."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, reponses
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import CompetencesCouvertes


def check(controle: CompetencesCouvertes, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each competence that no row works on, once there are rows."""
    found = [*reponses((controle.champ,), controle.liste, contexte)]
    covered = {code for reponse in found if isinstance(reponse.valeur, tuple) for code in reponse.valeur}
    for option in contexte.champ(controle.champ, controle.liste).options if found else ():
        if option.code not in covered:
            yield Constat("manque", phrases.of("", phrases.not_covered(option.libelle)), controle.liste)
