"""The adviser's sheet: one page that says where a person stands, in words, with their proofs.  Page and text say the same.

Its room is counted here, not in the page: what does not fit is cut or counted, and the sheet says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forms.auto_positionnement import phrases_conseiller, phrases_listes
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.exemples_ecrits import examples
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.listes import DETAILS, SAIS_FAIRE, Entree, Listes
from forms.auto_positionnement.requete import Requete
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
class Ligne:
    """A competence, and what is said of it: the answers, the examples that the person wrote.  `coupee`: not all of it."""

    intitule: str
    dit: str
    coupee: bool


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
    """The whole sheet; every text may be empty but the title.  `avis`: what was cut.

    `voie`: empty too where nobody can begin and nothing was chosen.  `limites`: where to read what the document leaves open.
    """

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
    limites: str
    listes: tuple[Liste, ...]
    avis: str


def fill(formulaire: Formulaire, requete: Requete) -> Fiche:
    """Return the sheet of some answers."""
    resultat = evaluate(formulaire, requete.reponses, requete.jour, requete.premier_tour)
    listes = _lists(resultat.listes, examples(formulaire, requete.reponses), ROOM)
    du_jour = etat_certification.on(formulaire.etats, requete.jour)
    manques = resultat.manques[:MISSING]
    others = phrases_conseiller.others_missing(len(resultat.manques) - len(manques))
    cut = any(liste.reste or any(ligne.coupee for ligne in liste.lignes) for liste in listes)
    return Fiche(
        intitule=formulaire.intitule,
        nom=" ".join(requete.nom.split()),
        jour=requete.jour,
        version=formulaire.version_referentiel,
        etat=f"{du_jour.libelle}. {du_jour.phrase}" if du_jour else "",
        # What can no longer be obtained is asked by no route; one that was chosen before is told still.
        voie=VOIES.get(requete.voie) or ("" if du_jour and du_jour.close else phrases_conseiller.SANS_VOIE),
        phrase=resultat.phrase,
        precision=resultat.precision,
        mention=resultat.mention,
        avertissement=resultat.avertissement,
        manques=(*manques, *others),
        limites=phrases_conseiller.LECTURES if resultat.lectures else "",
        listes=listes,
        avis=phrases_conseiller.CUT if cut else "",
    )


def _lists(listes: Listes, written: Mapping[str, Sequence[str]], room: int) -> tuple[Liste, ...]:
    """Return the lists that have something, in so many letters: each competence has the same part of them."""
    total = len(listes.every()) + len(listes.sans_reponse)
    each = max(LEAST, min(MOST, room // max(total, 1)))
    left = room // each
    found = []
    for code, titre in phrases_listes.TITRES.items():
        entries: tuple[Entree, ...] = getattr(listes, code)
        kept = entries[:left]
        left -= len(kept)
        if entries:
            lignes = tuple(_line(entree, written.get(entree.code, ()), each, code) for entree in kept)
            reste = phrases_conseiller.others(len(entries) - len(kept))
            found.append(Liste(code, titre, len(entries), lignes, reste))
    return tuple(found)


def _line(entree: Entree, notes: Sequence[str], room: int, liste: str) -> Ligne:
    name, named = _cut(entree.intitule, min(NAME, room))
    # What one can do is shown by examples, which say more than « yes » to each statement; a first pass is always said.
    shown = notes and liste == SAIS_FAIRE and entree.precision == DETAILS
    words = "" if shown else entree.dit
    said, cut = _cut(" ".join(filter(None, (words, phrases_conseiller.examples(notes)))), room - len(name))
    return Ligne(name, said, named or cut)


def _cut(text: str, room: int) -> tuple[str, bool]:
    """Return a text, or its beginning where it is longer than its room, at the end of a word; and whether it was cut."""
    if len(text) <= room:
        return text, False
    kept = text[: max(room - 1, 0)].rstrip()
    return (f"{(kept.rpartition(' ')[0] or kept).rstrip(' ,;:.')}{CUT}" if kept else ""), True


def to_json(fiche: Fiche) -> dict[str, Any]:
    """Return the sheet as the page receives it."""
    listes = [{**as_dict(liste), "lignes": [as_dict(ligne) for ligne in liste.lignes]} for liste in fiche.listes]
    return {**as_dict(fiche), "manques": list(fiche.manques), "listes": listes}
