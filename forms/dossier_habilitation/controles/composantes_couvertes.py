"""composantes_couvertes: each of these components is what at least one row is about."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, reponses
from forms.dossier_habilitation.etat import Constat, Etat
from forms.dossier_habilitation.natures import ComposantesCouvertes


def check(controle: ComposantesCouvertes, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each component that nothing covers: missing while rows still have to say, else not conforming."""
    liste = controle.liste
    found = [*reponses((controle.champ,), liste, contexte)]
    covered = {code for reponse in found for code in _codes(reponse.valeur)}
    etat: Etat = "non_conforme" if found and all(reponse.valeur for reponse in found) else "manque"
    libelles = {option.code: option.libelle for option in contexte.champ(controle.champ, liste).options}
    for code in controle.composantes:
        if code not in covered:
            libelle = libelles[code]
            text = phrases.not_covered_by(libelle, controle.objet) if controle.objet else phrases.not_covered(libelle)
            yield Constat(etat, phrases.of("", text), liste or controle.champ)


def _codes(valeur: object) -> tuple[str, ...]:
    return valeur if isinstance(valeur, tuple) else (valeur,) if isinstance(valeur, str) else ()
