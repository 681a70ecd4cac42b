"""What a certification is called before its title: its kind, else the register that it is in."""

from __future__ import annotations

from macros.vocabulaire import REPERTOIRES
from referentials.model_identite import Identite

# Neither its kind nor its register is known.
UNKNOWN = ("", "Certification")


def told(identite: Identite) -> tuple[str, str]:
    """Return the code to sort it by, and the words: a kind that nobody defined has its own."""
    if identite.abrege:
        return identite.abrege.code, identite.abrege.intitule
    register = identite.au_repertoire
    return (register, REPERTOIRES[register]) if register else UNKNOWN
