"""competences_couvertes: each competence is what at least one row works on."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, reponses
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import CompetencesCouvertes


def check(controle: CompetencesCouvertes, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each competence that no row works on, once there are rows; one alone where none says any."""
    found = [*reponses((controle.champ,), controle.liste, contexte)]
    champ = contexte.champ(controle.champ, controle.liste)
    covered = {code for reponse in found if isinstance(reponse.valeur, tuple) for code in reponse.valeur}
    if found and not covered:
        liste = contexte.questionnaire.liste(controle.liste)
        yield Constat("manque", phrases.of(f"« {liste.libelle} »", phrases.missing(champ.libelle)), found[0].place)
        return
    for option in champ.options if found else ():
        if option.code not in covered:
            yield Constat("manque", phrases.of("", phrases.not_covered(option.libelle)), controle.liste)
