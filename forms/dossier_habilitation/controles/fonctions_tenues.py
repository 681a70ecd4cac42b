"""fonctions_tenues: somebody holds each function, and says who they are; one person may hold several."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, filled
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import FonctionsTenues


def check(controle: FonctionsTenues, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each function that nobody holds, or not alone where it must be, and each answer missing."""
    liste = contexte.questionnaire.liste(controle.liste)
    needed = {fonction.code for fonction in controle.fonctions}
    holders: dict[str, set[str]] = {}
    for ligne in contexte.rows(liste.code):
        held = ligne.valeurs.get(controle.champ)
        holders[ligne.place] = {*held} if isinstance(held, tuple) else set()
        for fonction in controle.fonctions:
            alone = fonction.cumulable is not False or holders[ligne.place] <= {fonction.code}
            if fonction.code in holders[ligne.place] and not alone:
                text = phrases.of(ligne.nom, phrases.not_cumulable(fonction.intitule))
                yield Constat("non_conforme", text, f"{ligne.place}{controle.champ}")
    for fonction in controle.fonctions:
        if not any(fonction.code in held for held in holders.values()):
            text = phrases.not_held(fonction.intitule, liste.libelle)
            yield Constat("manque", phrases.of("", text), liste.code)
    for constat in filled(controle.champs, liste.code, contexte):
        if holders[f"{constat.place.rpartition('/')[0]}/"] & needed:
            yield constat
