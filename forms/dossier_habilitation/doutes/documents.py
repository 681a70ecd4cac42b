"""One name of a document given for two things: an extract of KBIS is no criminal record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms.dossier_habilitation import phrases_doutes, places
from forms.dossier_habilitation.doutes.commun import Doute, answers, folded
from forms.questionnaire.modele import Bloc, Questionnaire
from forms.questionnaire.valeurs import Valeurs
from forms.socle.ecriture import composed


@dataclass(frozen=True, slots=True)
class _Use:
    """What a document is named for; `personne`: the words of the name of whose row it stands in."""

    bloc: Bloc
    personne: frozenset[str]
    nom: str


def doubts(questionnaire: Questionnaire, found: Valeurs) -> Iterator[Doute]:
    """Yield a doubt for each document already named for something else that it does not serve as well.

    It may serve twice for one person, a trainer who evaluates, and for requirements that say so.
    """
    blocs = {bloc.code: bloc for _, bloc in questionnaire.blocs()}
    people = {
        row.place: frozenset(folded(places.title(liste, row))) for liste, row in places.rows(questionnaire, found)
    }
    names = {row.place: row.nom for _, row in places.rows(questionnaire, found)}
    uses: dict[str, list[_Use]] = {}
    for champ, place, value in answers(questionnaire, found):
        owner = places.owner(questionnaire, place)
        if not champ.document or not isinstance(value, str) or owner is None:
            continue
        bloc, row = blocs[owner], place.removesuffix(champ.code)
        use = _Use(bloc, people.get(row, frozenset()), names.get(row, ""))
        earlier = uses.setdefault(str(composed(" ".join(value.split()))).casefold(), [])
        other = next((one for one in earlier if not _may_share(one, use)), None)
        if other:
            text = phrases_doutes.same_document(value, other.nom or f"« {other.bloc.intitule} »")
            yield Doute(place, use.nom, text)
        earlier.append(use)


def _may_share(one: _Use, other: _Use) -> bool:
    if one.personne and one.personne == other.personne:
        return True
    return one.bloc.code in other.bloc.meme_document or other.bloc.code in one.bloc.meme_document
