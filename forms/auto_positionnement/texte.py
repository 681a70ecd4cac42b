"""The result as plain text, to paste in a message: no markup, dashes and indents only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forms.auto_positionnement import phrases_listes, suites
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.exemples_ecrits import examples
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.listes import Entree, Listes
from forms.auto_positionnement.reponses import Reponses
from forms.auto_positionnement.requete import Requete
from forms.auto_positionnement.resultat import ResultatGroupe
from forms.auto_positionnement.suites import Suite
from forms.socle import dates, etat_certification, voies
from forms.socle.phrases import named, typeset


def write(formulaire: Formulaire, requete: Requete) -> str:
    """Return the result of some answers as text: the day is the one to print and to look on."""
    jour = requete.jour
    resultat = evaluate(formulaire, requete.reponses, jour, requete.premier_tour)
    tour = resultat.premier_tour
    answered = f"Premier tour : {tour.repondus} questions répondues sur {tour.total}. " if tour else ""
    answered += f"Énoncés répondus : {resultat.compte.repondus} sur {resultat.compte.total}."
    head = [f"Auto-positionnement : {formulaire.intitule}", *one_line(requete.nom), f"Le {dates.in_words(jour)}"]
    parts = [
        head,
        etat_certification.lines(formulaire.etats, jour),
        [voies.wished(requete.voie)] if requete.voie else [],
        [resultat.avertissement],
        [resultat.phrase, resultat.mention, answered, resultat.precision],
        *_lists(formulaire, resultat.listes, requete.reponses),
        listed("Ce que la règle demande encore", resultat.manques),
        *([["Et maintenant", resultat.suivi.phrase]] if resultat.suivi.phrase else []),
        *map(_suite, suites.shown(formulaire.suites, resultat.suivi.suites)),
        ["En chiffres", *_groups(resultat.groupes, 0)],
        # A text that is pasted has no page to lead to: what Repère reads in the documents is its last part.
        listed("Sources et limites", (f"{one.intitule} : {one.affiche}" for one in resultat.lectures)),
    ]
    return "\n\n".join("\n".join(map(typeset, filter(None, part))) for part in parts if part) + "\n"


def one_line(text: str) -> list[str]:
    """Return what somebody wrote as one line, or nothing where there is nothing to read."""
    return [" ".join(text.split())] if text.split() else []


def listed(title: str, lines: Iterable[str]) -> list[str]:
    """Return a title and its lines, or nothing without lines."""
    found = [f"- {line}" for line in lines]
    return [title, *found] if found else []


def _lists(formulaire: Formulaire, listes: Listes, reponses: Reponses) -> Iterator[list[str]]:
    enonces = {item.code: item.enonce for item in formulaire.all_items()}
    written = examples(formulaire, reponses)
    for name, title in phrases_listes.TITRES.items():
        entries: tuple[Entree, ...] = getattr(listes, name)
        lines = []
        for entree in entries:
            lines.append(f"- {' '.join(filter(None, (f'{entree.intitule}.', entree.dit)))}")
            if name in phrases_listes.OUVERTES:
                lines += [f"  - {enonces[code]}" for code in entree.enonces]
            lines += [f"  Exemple : {text}" for text in written.get(entree.code, ())]
        yield [f"{title} ({len(entries)})", *lines] if entries else []


def _suite(suite: Suite) -> list[str]:
    return [f"{suite.intitule}. {suite.phrase}", *(f"- {regle.enonce}" for regle in suite.regles)]


def _groups(groupes: tuple[ResultatGroupe, ...], depth: int) -> Iterator[str]:
    for groupe in groupes:
        yield f"{'  ' * depth}- {named(groupe.nature, groupe.nom)} : {groupe.phrase}"
        yield from _groups(groupe.groupes, depth + 1)
