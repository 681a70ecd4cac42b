"""The adviser's sheet: one page that says where a person stands, in words, with their proofs.  Page and text say the same.

Its room is counted here, not in the page: what does not fit is cut or counted, and the sheet says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from forms.auto_positionnement import phrases_conseiller, phrases_listes
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.exemples_ecrits import examples
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.listes import SAIS_FAIRE, SANS_REPONSE, Entree
from forms.auto_positionnement.reponses import Reponses
from forms.socle import etat_certification
from forms.socle.cles import as_dict
from forms.socle.vocabulaire import VOIES

# What an A4 sheet holds in two columns, in letters, beside its head; the least and the most that one entry takes of it.
ROOM, LEAST, MOST = 4600, 40, 260
# A name that is longer leaves no room for what was said.
NAME = 90
MISSING = 3
CUT = "…"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: answers, in the draft that has a name, as on a day; the route that the person wishes, if any."""

    reponses: Reponses
    nom: str
    jour: str
    premier_tour: Mapping[str, str] = field(default_factory=dict)
    voie: str = ""


@dataclass(frozen=True, slots=True)
class Ligne:
    """A competence, and what is said of it: the answers, the examples that the person wrote."""

    intitule: str
    dit: str


@dataclass(frozen=True, slots=True)
class Liste:
    """One list: its name, how many competences it has, those that are named, and what is said of the others."""

    code: str
    titre: str
    nombre: int
    lignes: tuple[Ligne, ...]
    reste: str


@dataclass(frozen=True, slots=True)
class Fiche:
    """The whole sheet; every text may be empty but the title.  `avis`: what was cut."""

    intitule: str
    nom: str
    jour: str
    version: str
    etat: str
    voie: str
    phrase: str
    precision: str
    mention: str
    avertissement: str
    manques: tuple[str, ...]
    listes: tuple[Liste, ...]
    avis: str


def fill(formulaire: Formulaire, question: Question) -> Fiche:
    """Return the sheet of some answers."""
    resultat = evaluate(formulaire, question.reponses, question.jour, question.premier_tour)
    written = examples(formulaire, question.reponses)
    total = len(resultat.listes.every()) + len(resultat.listes.sans_reponse)
    room = max(LEAST, min(MOST, ROOM // max(total, 1)))
    left = ROOM // room
    listes = []
    for code, titre in phrases_listes.TITRES.items():
        entries: tuple[Entree, ...] = getattr(resultat.listes, code)
        kept = entries[: max(left, 0)]
        left -= len(kept)
        lignes = tuple(_line(entree, written.get(entree.code, ()), room, code) for entree in kept)
        listes += (
            [Liste(code, titre, len(entries), lignes, phrases_conseiller.others(len(entries) - len(kept)))]
            if entries
            else []
        )
    du_jour = etat_certification.on(formulaire.etats, question.jour)
    manques = resultat.manques[:MISSING]
    others = phrases_conseiller.others_missing(len(resultat.manques) - len(manques))
    cut = any(ligne.dit.endswith(CUT) or ligne.intitule.endswith(CUT) for liste in listes for ligne in liste.lignes)
    return Fiche(
        intitule=formulaire.intitule,
        nom=" ".join(question.nom.split()),
        jour=question.jour,
        version=formulaire.version_referentiel,
        etat=f"{du_jour.libelle}. {du_jour.phrase}" if du_jour else "",
        voie=VOIES.get(question.voie, ""),
        phrase=resultat.phrase,
        precision=resultat.precision,
        mention=resultat.mention,
        avertissement=resultat.avertissement,
        manques=(*manques, *others),
        listes=tuple(listes),
        avis=phrases_conseiller.CUT if cut or any(liste.reste for liste in listes) else "",
    )


def _line(entree: Entree, notes: Sequence[str], room: int, liste: str) -> Ligne:
    name = _cut(entree.intitule, min(NAME, room))
    examples = phrases_conseiller.examples(notes)
    # What one can do is shown by examples; what is left, by what one answered.
    said = examples if notes and liste == SAIS_FAIRE else " ".join(filter(None, (entree.dit, examples)))
    text = "" if liste == SANS_REPONSE else _cut(said, room - len(name))
    return Ligne(name, text)


def _cut(text: str, room: int) -> str:
    """Return a text, or its beginning where it is longer than its room, at the end of a word."""
    if len(text) <= room:
        return text
    kept = text[: max(room - 1, 0)].rstrip()
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:.')}{CUT}" if kept else ""


def to_json(fiche: Fiche) -> dict[str, Any]:
    """Return the sheet as the page receives it."""
    listes = [{**as_dict(liste), "lignes": [as_dict(ligne) for ligne in liste.lignes]} for liste in fiche.listes]
    return {**as_dict(fiche), "manques": list(fiche.manques), "listes": listes}
