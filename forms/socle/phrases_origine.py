"""Whose statements a form has: the sentence that stands beside its verdict, in every output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forms.socle.phrases import counted, typeset

REPERE = "repere"
# The heading of a column of a table, and what it says on each line: lines are sorted and cut.
COLUMN = "Origine de l’énoncé"
ORIGINES = {"document": "Document, redit par Repère", REPERE: "Repère, à partir du document"}

NON_RELUES = "Phrases proposées par Repère à partir des intitulés officiels : personne ne les a relues"


@dataclass(frozen=True, slots=True)
class Echelle:
    """Whose a scale is: origin of each label, and of each answer that the candidate reads; `borrowed`: another document's."""

    labels: Sequence[str]
    answers: Sequence[str]
    borrowed: bool


def mention(items: Sequence[str], echelle: Echelle, *, thresholds: bool, unread: bool = False) -> str:
    """Return who worded the statements and the answers of a form, and what its thresholds are then worth.

    Nothing of a form without statements.

    `items`: origin of each (« document » or « repere »).  `thresholds`: some rule of success is applied to the statements.
    `unread`: they were made as the certification was imported, and nobody has read them again.
    """
    if not items:
        return ""
    return typeset(
        f"{NON_RELUES if unread and {*items} == {REPERE} else _statements(items)}{_worth(items, thresholds=thresholds)}.{_answers(echelle)}"
    )


def _statements(items: Sequence[str]) -> str:
    ours = sum(origine == REPERE for origine in items)
    if ours == len(items):
        return "Les énoncés sont proposés par Repère, à partir du document"
    if ours == 0:
        return "Les énoncés sont ceux du document, redits par Repère à la première personne"
    first = counted(ours, "énoncé est proposé", "énoncés sont proposés")
    return f"Sur {len(items)}, {first} par Repère ; les autres sont ceux du document, redits à la première personne"


def _worth(items: Sequence[str], *, thresholds: bool) -> str:
    if not thresholds:
        return ""
    whose = "leur" if REPERE in items else "y"
    return f", et le seuil officiel {whose} est appliqué à titre indicatif"


def _answers(echelle: Echelle) -> str:
    ours = sum(origine == REPERE for origine in echelle.answers)
    if ours == len(echelle.answers):
        whose = "d’un autre document" if echelle.borrowed else "du document"
        led = "" if {*echelle.labels} <= {REPERE} else f", à partir d’une échelle {whose}"
        return f" Les réponses possibles sont proposées par Repère{led}."
    if echelle.borrowed:
        completed = ", complétées par Repère" if ours else ""
        return f" Les réponses possibles viennent d’un autre document{completed}."
    return " Une partie des réponses possibles est ajoutée par Repère." if ours else ""
