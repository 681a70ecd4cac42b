"""effectif_minimal: there are enough of them.  In a list, the same person written twice counts once."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.controles.commun import Contexte, answered
from forms.dossier_habilitation.etat import Constat
from forms.dossier_habilitation.natures import EffectifMinimal
from forms.questionnaire.valeurs import Ligne
from forms.socle.ecriture import composed


def check(controle: EffectifMinimal, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding where too few are named; whether two of one name are one person is doubted elsewhere."""
    if controle.liste is not None:
        yield from _rows(controle, controle.liste, contexte)
        return
    for reponse in answered(controle.vus, None, contexte):
        if isinstance(reponse, Constat):
            yield reponse
        elif isinstance(reponse.valeur, float) and reponse.valeur < controle.valeur:
            text = phrases.too_few(controle.objet, int(reponse.valeur), controle.valeur)
            yield reponse.constat("non_conforme", text)


def _rows(controle: EffectifMinimal, liste: str, contexte: Contexte) -> Iterator[Constat]:
    seen: set[tuple[str, ...]] = set()
    for row in contexte.rows(liste):
        identity = _identity(row, controle.distincts)
        if any(identity):
            seen.add(identity)
    if len(seen) < controle.valeur:
        text = phrases.too_few(controle.objet, len(seen), controle.valeur)
        yield Constat("manque", phrases.of("", text), liste)


def _identity(row: Ligne, champs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(composed(str(row.valeurs.get(code, ""))).casefold().split()) for code in champs)
