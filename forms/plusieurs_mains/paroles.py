"""Whose word a place is, and what became of it: protected means told, kept and conflicting, never forbidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from forms.plusieurs_mains.ecrits import CHOIX, FUSION, REECRIT, Copie, Ecarte, Ecrit
from forms.questionnaire.modele import Champ, Questionnaire

# Voice → the roles that it speaks with.
VOICES: Mapping[str, frozenset[str]] = {
    "candidat": frozenset({"candidat"}),
    "entreprise": frozenset({"entreprise"}),
    "organisme": frozenset({"organisme"}),
    "interlocuteur": frozenset({"entreprise", "organisme"}),
}
OVERWRITTEN = {REECRIT, FUSION}
# Question → whose word its answers are.
Voix = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Changee:
    """A voice's word that is no longer in its place; `ecrit` is what stands there, None where nothing does.

    `raison` « reecrit »: another hand wrote over it or erased it; « fusion »: nothing says whether one did.
    """

    place: str
    ecrit: Ecrit | None
    avant: Ecrit
    raison: str


def voices(questionnaire: Questionnaire) -> Voix:
    """Return the voice of each question that is one's word: a field by its code, that of any row as <list>/<field>."""
    found: dict[str, str] = {}
    for one in questionnaire.racines():
        if isinstance(one, Champ):
            found[one.code] = one.voix
        else:
            found |= {f"{one.code}/{champ.code}": champ.voix for champ in one.champs}
    return {question: voix for question, voix in found.items() if voix}


def at(voix: Voix, place: str) -> str | None:
    """Return the voice of a place, whichever row it is in; None where it is nobody's word."""
    code, _, inner = place.partition("/")
    return voix.get(f"{code}/{inner.partition('/')[2]}" if inner else code)


def speaks(voix: str, ecrit: Ecrit | None) -> bool:
    """Say whether a writing is of this voice."""
    return ecrit is not None and ecrit.role in VOICES[voix]


def foreign(voix: str, ecrit: Ecrit) -> bool:
    """Say whether a writing is of another hand than this voice.  What nobody has signed may be its own."""
    return bool(ecrit.role) and not speaks(voix, ecrit)


def of_equals(voix: str | None, ecrits: Iterable[Ecrit]) -> Ecrit:
    """Return which of several writings of one answer stays: that of the voice, a signed one, then the latest.

    One order for all of them, whoever wrote: copies merged in any order keep the same one, and what a person answered
    last is not taken for what they answered first.
    """
    return max(
        ecrits,
        key=lambda one: (voix is not None and speaks(voix, one), bool(one.role), one.person is not None, one.moment),
    )


def settles(voix: str | None, aside: Ecarte, stands: Ecrit) -> bool:
    """Say whether what was put aside lost for good against what stands in its place, so that no merge asks again.

    A choice does.  So does writing over it, save where it is somebody's word: only those whose word it is take it back.
    """
    if aside.raison not in OVERWRITTEN:
        return aside.raison == CHOIX
    return voix is None or (speaks(voix, stands) and foreign(voix, aside.ecrit))


def changed(questionnaire: Questionnaire, copie: Copie) -> Iterator[Changee]:
    """Yield each word of a voice that gave its place to another hand's, or to nothing, in the order in which they did."""
    known = voices(questionnaire)
    for one in copie.ecartees:
        voix, stands = at(known, one.place), copie.ecrits.get(one.place)
        if voix is None or one.raison not in OVERWRITTEN or not speaks(voix, one.ecrit):
            continue
        if stands is None or (stands.hand != one.ecrit.hand and stands.answer != one.ecrit.answer):
            yield Changee(one.place, stands, one.ecrit, one.raison)
