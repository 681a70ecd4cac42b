"""rubrique_par_element: the list has rows, and each of them says what the piece asks."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, filled
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import RubriqueParElement


def check(controle: RubriqueParElement, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding where the list is empty, and for each answer that is missing in a row."""
    liste = contexte.questionnaire.liste(controle.liste)
    if not contexte.rows(liste.code) and liste.code not in contexte.valeurs.illisibles():
        yield Constat("manque", phrases.of("", phrases.no_row(liste.libelle_element, liste.libelle)), liste.code)
    yield from filled(controle.champs, liste.code, contexte)
