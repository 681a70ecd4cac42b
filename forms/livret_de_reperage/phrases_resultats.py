"""The words of the results of a talk.  Values come in, words go out; nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence

from forms.livret_de_reperage.phrases import ORIENTATIONS
from forms.plusieurs_mains import phrases
from forms.plusieurs_mains.ecrits import Ecrit
from forms.socle.phrases import typeset

TITLE = "Résultats de l’entretien"
HEADER = ("Rubrique", "Élément", "Résultat", "Écrit par")
TALK, CHECKED, DECIDED = "Entretien", "Prérequis et conditions", "Décisions"
NOT_SAID = "pas encore écrit"
TO_CHECK = "à vérifier : rien n’est encore dit"


def author(ecrit: Ecrit) -> str:
    """Return who wrote an answer, and when; nothing where nobody is known."""
    return phrases.signature(ecrit)


def read_as(jour: str) -> str:
    """Return the day as on which the results are read."""
    return typeset(f"Le {jour}. À recopier là où l’organisme ou l’entreprise saisit les résultats.")


def undecided(proposee: str) -> str:
    """Return that nothing is decided, and what Repère proposes meanwhile."""
    proposal = f" ; Repère propose : {ORIENTATIONS[proposee]}" if proposee != "a_completer" else ""
    return typeset(f"pas encore décidé{proposal}")


def reason(words: str) -> str:
    """Return why it was so decided."""
    return typeset(f"raison : {words}")


def to_learn(names: Sequence[str]) -> str:
    """Return what is to be learnt, at least in part."""
    return typeset(f"à acquérir, au moins en partie : {' ; '.join(names)}")


def modules(names: Sequence[str], lasting: str) -> str:
    """Return the modules of a training, and how long they last in all, where it is known."""
    return typeset(f"modules : {' ; '.join(names)}{f' ({lasting})' if lasting else ''}")
