"""Whose word a place is, and what became of it: protected means told, kept and conflicting, never forbidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forms.livret.ecrits import FUSION, REECRIT, Ecarte, Ecrit, Livret
from forms.questionnaire.modele import Champ, Questionnaire

# Voice → the roles that it speaks with.
VOICES: Mapping[str, frozenset[str]] = {
    "candidat": frozenset({"candidat"}),
    "entreprise": frozenset({"entreprise"}),
    "organisme": frozenset({"organisme"}),
    "interlocuteur": frozenset({"entreprise", "organisme"}),
}
OVERWRITTEN = {REECRIT, FUSION}


@dataclass(frozen=True, slots=True)
class Changee:
    """A voice's word in whose place another hand has written; `ecrit` is None where it erased it."""

    champ: Champ
    ecrit: Ecrit | None
    avant: Ecrit


def voices(questionnaire: Questionnaire) -> Mapping[str, str]:
    """Return the voice of each place that is one's word."""
    return {one.code: one.voix for one in questionnaire.racines() if isinstance(one, Champ) and one.voix}


def speaks(voix: str, ecrit: Ecrit | None) -> bool:
    """Say whether a writing is of this voice."""
    return ecrit is not None and ecrit.role in VOICES[voix]


def settles(voix: str | None, aside: Ecarte, stands: Ecrit) -> bool:
    """Say whether what was put aside lost for good against what stands in its place, so that no merge asks again.

    A choice does.  So does writing over it, save where it is somebody's word: only those whose word it is take it back.
    """
    if aside.raison not in OVERWRITTEN:
        return aside.raison == "choix"
    return voix is None or (speaks(voix, stands) and not speaks(voix, aside.ecrit) and bool(aside.ecrit.role))


def changed(questionnaire: Questionnaire, livret: Livret) -> Iterator[Changee]:
    """Yield each word of a voice that another hand wrote over or erased, in the order in which they were put aside."""
    fields = {one.code: one for one in questionnaire.racines() if isinstance(one, Champ) and one.voix}
    for one in livret.ecartees:
        champ, stands = fields.get(one.place), livret.ecrits.get(one.place)
        if champ is None or one.raison not in OVERWRITTEN or not speaks(champ.voix, one.ecrit):
            continue
        if stands is None or (stands.hand != one.ecrit.hand and stands.answer != one.ecrit.answer):
            yield Changee(champ, stands, one.ecrit)
