"""What was answered to each requirement, in words and in place: the matter of the matrix, the tables and the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from forms.dossier_habilitation.natures import FonctionsTenues
from forms.questionnaire import en_mots, valeurs
from forms.questionnaire.en_mots import Noms
from forms.questionnaire.modele import Bloc, Champ, Endroit, Liste, Questionnaire, Source


@dataclass(frozen=True, slots=True)
class Reponse:
    """An answer in words; `element` calls the row that it stands in, empty for a field of the form itself."""

    place: str
    element: str
    libelle: str
    texte: str
    document: bool


def of_bloc(
    questionnaire: Questionnaire, bloc: Bloc, donnees: Mapping[str, Any], noms: Noms, *, documents: bool = False
) -> Iterator[Reponse]:
    """Yield the answers that a requirement is judged by, those of another bloc's list too; `noms` calls each row.

    Give the questionnaire as asked: what is not asked for is not printed.  `documents`: those that name one only.
    """
    for element in bloc.elements:
        if isinstance(element, Champ) and element.document >= documents:
            texte = en_mots.answer(element, donnees.get(element.code), noms)
            yield Reponse(element.code, "", element.libelle, texte, element.document)
    for liste in questionnaire.racines():
        if isinstance(liste, Liste) and (wanted := _wanted(questionnaire, bloc, liste, documents=documents)):
            yield from _rows(liste, wanted, donnees, noms, {} if liste in bloc.elements else _holding(bloc))


def names(questionnaire: Questionnaire, donnees: Mapping[str, Any]) -> Noms:
    """Return what to call each row of raw values."""
    return en_mots.names(valeurs.read(questionnaire, donnees))


def clause(source: Source | None) -> str:
    """Return where a requirement is printed, in short: § 6.2.1, page 18, then its other places in that document."""
    endroits = source.endroits if source else ()
    return " ; ".join(_place(endroit) for endroit in endroits if endroit.document == endroits[0].document)


def _place(endroit: Endroit) -> str:
    section = endroit.section.replace("-", " ") if endroit.section.startswith("note-") else f"§ {endroit.section}"
    return section + (f", page {endroit.page}" if endroit.page is not None else "")


def _looked_at(bloc: Bloc, liste: Liste) -> set[str]:
    """Return the fields of a list that the controls of a bloc look at."""
    return {code for controle in bloc.controles if controle.dans == liste.code for code in controle.vus}


def _wanted(questionnaire: Questionnaire, bloc: Bloc, liste: Liste, *, documents: bool) -> set[str]:
    """Return what a bloc shows of a list: what it looks at, and where it holds the list, what no other bloc shows."""
    wanted = _looked_at(bloc, liste)
    if liste in bloc.elements:
        others = {code for _, other in questionnaire.blocs() if other != bloc for code in _looked_at(other, liste)}
        wanted |= {champ.code for champ in liste.champs} - others
    return wanted & {champ.code for champ in liste.champs if champ.document >= documents}


def _holding(bloc: Bloc) -> dict[str, set[str]]:
    """Return the choices that make a row matter to this bloc: who holds one of its functions."""
    found = [controle for controle in bloc.controles if isinstance(controle, FonctionsTenues)]
    return {controle.champ: {fonction.code for fonction in controle.fonctions} for controle in found}


def _rows(
    liste: Liste, champs: set[str], donnees: Mapping[str, Any], noms: Noms, holding: Mapping[str, set[str]]
) -> Iterator[Reponse]:
    rows, called = donnees.get(liste.code), noms.get(liste.code, {})
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, dict) or row.get("id") not in called:
            continue
        if all(codes.intersection(row.get(code) or ()) for code, codes in holding.items()):
            for champ in liste.champs:
                if champ.code in champs:
                    texte = en_mots.answer(champ, row.get(champ.code), noms)
                    place = f"{liste.code}/{row['id']}/{champ.code}"
                    yield Reponse(place, called[row["id"]], champ.libelle, texte, champ.document)
