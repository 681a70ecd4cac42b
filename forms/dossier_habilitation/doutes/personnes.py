"""The same one written twice in a list: « Camille Exemple » and « Exemple Camille », « Éric » and « Eric »."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases_doutes, places
from forms.dossier_habilitation.doutes.commun import Doute, folded
from forms.dossier_habilitation.natures import EffectifMinimal
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Ligne, Valeurs
from forms.socle.ecriture import composed


def doubts(questionnaire: Questionnaire, found: Valeurs) -> Iterator[Doute]:
    """Yield a doubt for each row named as an earlier one, whatever the order of its words, their case and their accents."""
    counted = {
        controle.liste
        for _, bloc in questionnaire.blocs()
        for controle in bloc.controles
        if isinstance(controle, EffectifMinimal)
    }
    seen: dict[tuple[str, frozenset[str]], list[Ligne]] = {}
    for liste, row in places.rows(questionnaire, found):
        name = places.title(liste, row)
        if not name:
            continue
        earlier = seen.setdefault((liste.code, frozenset(folded(name))), [])
        # Where people are counted, the very same name twice is said already, and is no doubt.
        exact = {_exact(places.title(liste, one)) for one in earlier}
        if earlier and not (liste.code in counted and _exact(name) in exact):
            text = phrases_doutes.alike(places.title(liste, earlier[0]))
            yield Doute(f"{row.place}{liste.titre[-1]}", row.nom, text)
        earlier.append(row)


def _exact(name: str) -> str:
    return str(composed(name)).casefold()
