"""What differs between the answers that were sent and those of now: each answer, each row that came or went, in words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from forms.dossier_habilitation import reponses
from forms.questionnaire import conditions, en_mots, lignes
from forms.questionnaire.en_mots import Noms
from forms.questionnaire.modele import Champ, Liste, Questionnaire

Ligne = Mapping[str, Any]
Mouvement = Literal["", "ajoute", "retire"]


@dataclass(frozen=True, slots=True)
class Changement:
    """An answer before and now, in words, either of them empty; `element` calls its row, empty for a field of the form.

    `mouvement`: its whole row came, or went.  A row that went is said once, without its answers.
    """

    place: str
    element: str
    libelle: str
    avant: str
    apres: str
    mouvement: Mouvement = ""

    @property
    def rangee(self) -> str:
        """The place of its row; nothing for a field of the form."""
        return self.place if self.mouvement == "retire" else self.place.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Cote:
    """The answers of one of the two files: what they ask for, raw, and what to call their rows."""

    racines: Mapping[str, Champ | Liste]
    donnees: Mapping[str, Any]
    noms: Noms

    def rows(self, code: str) -> list[Ligne]:
        """Return the rows of a list; none where it is not asked for, or is not understood."""
        found: Any = self.donnees.get(code) if code in self.racines else None
        return list(found) if lignes.are_rows(found) else []

    def champs(self, code: str) -> set[str]:
        """Return the fields of a list that are asked for."""
        liste = self.racines.get(code)
        return {champ.code for champ in liste.champs} if isinstance(liste, Liste) else set()


def cote(questionnaire: Questionnaire, donnees: Mapping[str, Any]) -> Cote:
    """Return one of the two sides, from raw values."""
    asked = conditions.asked(questionnaire, donnees)
    return Cote({one.code: one for one in asked.racines()}, donnees, reponses.names(asked, donnees))


def between(questionnaire: Questionnaire, avant: Cote, apres: Cote) -> Iterator[Changement]:
    """Yield what differs, in the order of the form.  What is not asked for any more is gone, whatever its answer was."""
    for element in questionnaire.racines():
        if isinstance(element, Liste):
            yield from _rows(element, avant, apres)
        else:
            yield from _answer(element, "", "", avant, apres, _asked(element, avant), _asked(element, apres))


def _asked(champ: Champ, side: Cote) -> Any:
    return side.donnees.get(champ.code) if champ.code in side.racines else None


def _answer(  # noqa: PLR0913, PLR0917 — an answer of each side, where it stands
    champ: Champ, prefix: str, element: str, avant: Cote, apres: Cote, before: Any, after: Any
) -> Iterator[Changement]:
    # A row that another name calls is the same row: who points to it has not changed.
    if before == after:
        return
    old, new = en_mots.answer(champ, before, avant.noms), en_mots.answer(champ, after, apres.noms)
    if _same(old) != _same(new):
        yield Changement(f"{prefix}{champ.code}", element, champ.libelle, old, new)


def _same(text: str) -> str:
    """Return a text as two of them compare: neither spaces nor the way that an accent is composed set them apart."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _rows(liste: Liste, avant: Cote, apres: Cote) -> Iterator[Changement]:
    code, old = liste.code, avant.rows(liste.code)
    asked = avant.champs(code), apres.champs(code)
    pairs = _paired(liste, old, apres.rows(code))
    gone = [row for row in old if all(row is not before for before, _ in pairs)]
    for before, after in pairs:
        name, prefix = apres.noms.get(code, {}).get(after["id"], liste.libelle_element), f"{code}/{after['id']}/"
        for champ in liste.champs:
            left, right = (
                one.get(champ.code) if champ.code in known else None
                for one, known in zip((before, after), asked, strict=True)
            )
            for one in _answer(champ, prefix, name, avant, apres, left, right):
                yield one if before else replace(one, mouvement="ajoute")
    for row in gone:
        name = avant.noms.get(code, {}).get(row["id"], liste.libelle_element)
        yield Changement(f"{code}/{row['id']}", name, "", "", "", "retire")


def _paired(liste: Liste, old: list[Ligne], new: list[Ligne]) -> list[tuple[Ligne, Ligne]]:
    """Return each row of now with what it was: the row of its id, else the one of its name; nothing for one that came."""
    known = {row["id"]: row for row in old}
    kept = {row["id"] for row in new} & known.keys()
    # Several rows may have one name: they are taken in order.
    named: defaultdict[str, deque[Ligne]] = defaultdict(deque)
    for row in old:
        if row["id"] not in kept and (name := _named(liste, row)):
            named[name].append(row)

    def before(row: Ligne) -> Ligne:
        if row["id"] in kept:
            return known[row["id"]]
        waiting = named[_named(liste, row)]
        return waiting.popleft() if waiting else {}

    return [(before(row), row) for row in new]


def _named(liste: Liste, row: Ligne) -> str:
    return _same(" ".join(str(row.get(code, "")) for code in liste.titre))
