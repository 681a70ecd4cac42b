"""The result as plain text, to paste in a message: no markup, dashes and indents only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.reponses import Reponses
from forms.auto_positionnement.resultat import Point, ResultatGroupe
from forms.socle import dates, etat_certification
from forms.socle.phrases import named, typeset


def write(formulaire: Formulaire, reponses: Reponses, nom: str, jour: str) -> str:
    """Return the result of some answers as text.  `jour` is the day to print and to look on, AAAA-MM-JJ; `nom` may be empty."""
    resultat = evaluate(formulaire, reponses, jour)
    answered = f"Énoncés répondus : {resultat.compte.repondus} sur {resultat.compte.total}."
    head = [f"Auto-positionnement : {formulaire.intitule}", *_one_line(nom), f"Le {dates.in_words(jour)}"]
    parts = [
        head,
        etat_certification.lines(formulaire.etats, jour),
        [resultat.avertissement],
        [resultat.phrase, resultat.mention, answered],
        _listed(
            "Ce que le document laisse ouvert, et notre lecture",
            (f"{one.intitule} : {one.affiche}" for one in resultat.lectures),
        ),
        list(_groups(resultat.groupes, 0)),
        _listed("Ce qui manque", resultat.bilan.manques),
        _listed("Points forts", map(_said, resultat.bilan.forces)),
        _listed("À travailler d’abord", map(_said, resultat.bilan.priorites)),
    ]
    return "\n\n".join("\n".join(map(typeset, filter(None, part))) for part in parts if part) + "\n"


def _one_line(text: str) -> list[str]:
    """Return what somebody wrote as one line, or nothing where there is nothing to read."""
    return [" ".join(text.split())] if text.split() else []


def _groups(groupes: tuple[ResultatGroupe, ...], depth: int) -> Iterator[str]:
    for groupe in groupes:
        yield f"{'  ' * depth}- {named(groupe.nature, groupe.intitule)} : {groupe.phrase}"
        yield from _groups(groupe.groupes, depth + 1)


def _listed(title: str, lines: Iterable[str]) -> list[str]:
    found = [f"- {line}" for line in lines]
    return [title, *found] if found else []


def _said(point: Point) -> str:
    return f"{point.intitule}. {point.phrase}"
