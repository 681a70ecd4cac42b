"""One name of a document given for two things: an extract of KBIS is no criminal record.

Where a whole list names the same, « cv.pdf » of everybody, it is one document for all, or a way to name them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms.dossier_habilitation import phrases_doutes, places
from forms.dossier_habilitation.doutes.commun import Doute, answers, folded
from forms.questionnaire.modele import Bloc, Champ, Questionnaire
from forms.questionnaire.valeurs import Valeurs
from forms.socle.ecriture import composed


@dataclass(frozen=True, slots=True)
class _Use:
    """What a document is named for; `personne`: the words of the name of whose row it stands in.

    `colonnes`: where it stands, list or field of any list, if nothing else is named there.
    """

    bloc: Bloc
    personne: frozenset[str]
    nom: str
    colonnes: frozenset[str]


def doubts(questionnaire: Questionnaire, found: Valeurs) -> Iterator[Doute]:
    """Yield a doubt for each document already named for something else that it does not serve as well.

    It may serve twice for one person, a trainer who evaluates, and for requirements that say so.
    """
    blocs = {bloc.code: bloc for _, bloc in questionnaire.blocs()}
    people = {
        row.place: frozenset(folded(places.title(liste, row))) for liste, row in places.rows(questionnaire, found)
    }
    names = {row.place: row.nom for _, row in places.rows(questionnaire, found)}
    whole = _whole(questionnaire, found)
    uses: dict[str, list[_Use]] = {}
    for champ, place, value in answers(questionnaire, found):
        if not champ.document or not isinstance(value, str):
            continue
        owner = places.owner(questionnaire, place)
        if owner is None:
            continue
        bloc, row = blocs[owner], place.removesuffix(champ.code)
        use = _Use(bloc, people.get(row, frozenset()), names.get(row, ""), _columns(champ, place) & whole)
        earlier = uses.setdefault(_same(value), [])
        if earlier and not any(_may_share(one, use) for one in earlier):
            text = phrases_doutes.same_document(value, earlier[0].nom or f"« {earlier[0].bloc.intitule} »")
            yield Doute(place, use.nom, text)
        earlier.append(use)


def _whole(questionnaire: Questionnaire, found: Valeurs) -> set[str]:
    """Return the columns that name one document: of one list, and of all the lists that ask for the same."""
    named: dict[str, set[str]] = {}
    for champ, place, value in answers(questionnaire, found):
        for column in _columns(champ, place) if champ.document else ():
            named.setdefault(column, set()).add(_same(value))
    return {column for column, documents in named.items() if len(documents) == 1}


def _columns(champ: Champ, place: str) -> frozenset[str]:
    liste, _, row = place.partition("/")
    return frozenset({champ.code, f"{liste}/{champ.code}"} if row else ())


def _same(value: object) -> str:
    # A doubt looks through the case of a name; the list of what is sent keeps both, which may be two.
    return str(composed(" ".join(str(value).split()))).casefold()


def _may_share(one: _Use, other: _Use) -> bool:
    if one.personne and one.personne == other.personne:
        return True
    if one.colonnes & other.colonnes:
        return True
    return one.bloc.code in other.bloc.meme_document or other.bloc.code in one.bloc.meme_document
