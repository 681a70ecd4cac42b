"""The same one written twice in a list: « Camille Exemple » and « Exemple Camille », « Éric » and « Eric »."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases_doutes, places
from forms.dossier_habilitation.doutes.commun import Doute, folded
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Ligne, Valeurs

# The field that says where, of a list of places.
ADRESSE = "adresse"


def doubts(questionnaire: Questionnaire, found: Valeurs) -> Iterator[Doute]:
    """Yield a doubt for each row named as an earlier one, whatever its case, its accents, and which name comes first.

    What has one name is told by its order, « 1, partie 2 » from « 2, partie 1 »; two places of a name, by their address.
    """
    seen: dict[tuple[str, ...], list[Ligne]] = {}
    for liste, row in places.rows(questionnaire, found):
        name = places.title(liste, row)
        if not name:
            continue
        words = folded(name)
        earlier = seen.setdefault((liste.code, *(sorted(words) if liste.titre[1:] else words)), [])
        other = next((one for one in earlier if not _elsewhere(one, row)), None)
        if other:
            text = phrases_doutes.alike(places.title(liste, other))
            yield Doute(f"{row.place}{liste.titre[-1]}", row.nom, text)
        earlier.append(row)


def _elsewhere(one: Ligne, other: Ligne) -> bool:
    here, there = (folded(str(row.valeurs.get(ADRESSE, ""))) for row in (one, other))
    return bool(here and there) and here != there
