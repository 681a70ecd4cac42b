"""What a person is asked, or told, of each place of the form: an answer that was poured, one to take or to leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from forms.auto_positionnement import dit
from forms.auto_positionnement.formulaire import Formulaire, Groupe, Item
from forms.auto_positionnement.passerelles import phrases
from forms.auto_positionnement.passerelles.liens import IDENTIQUE, Lien
from forms.auto_positionnement.passerelles.passage import Arrivee, Passage
from forms.auto_positionnement.reponses import Reponse, Reponses

ENONCE, COMPETENCE = "enonce", "competence"


@dataclass(frozen=True, slots=True)
class Verse:
    """A place of the form that received an answer: a statement, or a competence at its first pass; why."""

    code: str
    genre: str
    intitule: str
    libelle: str
    raison: str


@dataclass(frozen=True, slots=True)
class Proposition:
    """An answer that a person may take or leave.

    `valeur`: None where the file's answers do not agree, or are on another scale: to be answered, not taken.  `actuelle`:
    what stands there, which taking it replaces; `note`: what the file says beside its answer.
    """

    code: str
    genre: str
    intitule: str
    valeur: str | None
    libelle: str
    note: str
    actuelle: str | None
    libelle_actuel: str
    raisons: tuple[str, ...]


def poured(passage: Passage, item: Item, one: Arrivee) -> tuple[Verse, Reponse]:
    """Return what a link writes at a statement."""
    reponse = Reponse(one.reponse.valeur, one.reponse.note)
    source = passage.items[one.lien.de[0]]
    libelle = passage.scale.get(reponse.valeur or "", "")
    raison = phrases.same_statement(source.enonce, passage.origine.intitule, one.lien.par)
    return Verse(item.code, ENONCE, item.enonce, libelle, raison), reponse


def statement(passage: Passage, item: Item, found: list[Arrivee], standing: Reponse | None) -> Proposition | None:
    """Return what is proposed for a statement: what all that is near to it says, on the same scale; nothing elsewhere."""
    valeurs = {one.reponse.valeur for one in found} - {None}
    if len(valeurs) != 1:
        return None
    (valeur,) = valeurs
    current = standing.valeur if standing else None
    if valeur is None or valeur not in passage.scale or valeur == current:
        return None
    # « I do not know » about what is only near says nothing; about the same statement, it is an answer.
    if valeur not in passage.judging and not all(one.lien.carries for one in found):
        return None
    libelles = {one.code: one.libelle for one in passage.source.echelle}
    raisons = [
        phrases.near_statement(
            passage.items[code].enonce,
            libelles.get(passage.ouverture.reponses[code].valeur or "", ""),
            one.lien.remarque,
            one.lien.par,
            same=one.lien.nature == IDENTIQUE,
        )
        for one in found
        for code in one.lien.de
        if code in passage.ouverture.reponses
    ]
    notes = dict.fromkeys(one.reponse.note for one in found if one.reponse.note.strip())
    return Proposition(
        code=item.code,
        genre=ENONCE,
        intitule=item.enonce,
        valeur=valeur,
        libelle=passage.scale[valeur],
        note="\n".join(notes),
        actuelle=current,
        libelle_actuel=_scale(passage.cible).get(current, current) if current else "",
        raisons=tuple(dict.fromkeys(raisons)),
    )


def _scale(formulaire: Formulaire) -> Mapping[str, str]:
    return {valeur.code: valeur.libelle for valeur in formulaire.echelle}


def _tour(formulaire: Formulaire) -> Mapping[str, str]:
    """Return the words of a first pass: a code of theirs may be one of the scale too, in other words."""
    return {valeur.code: valeur.libelle for valeur in formulaire.premier_tour}


def first_pass(passage: Passage, groupe: Groupe, premier_tour: Reponses) -> tuple[Verse, Reponse] | Proposition | None:
    """Return the answer of a first pass that a link carries, or the proposal to replace by it what stands there."""
    found = passage.first_pass(groupe)
    if found is None or found.valeur is None:
        return None
    lien = next(one for one in passage.liens[groupe.code] if one.carries)
    source = passage.competences[lien.de[0]]
    libelle = passage.tour[found.valeur]
    raison = phrases.same_competence(source.nom, passage.origine.intitule, lien.par)
    standing = premier_tour.get(groupe.code)
    if standing is None:
        return Verse(groupe.code, COMPETENCE, groupe.nom, libelle, raison), found
    if standing.valeur == found.valeur:
        return None
    return _proposed(passage, groupe, found.valeur, premier_tour, (raison,))


def competence(
    passage: Passage,
    groupe: Groupe,
    words: list[tuple[Lien, Groupe, dit.Dit]],
    reponses: Reponses,
    premier_tour: Reponses,
) -> Proposition | None:
    """Return what is proposed for the first pass of a competence, from what the file says of those near to it."""
    if not passage.tour or not any(what.valeur for *_, what in words):
        return None
    if all(item.code in reponses for item in groupe.items):
        # Answered in detail, it needs no first pass.
        return None
    valeur = dit.together([what.valeur for *_, what in words])
    standing = premier_tour.get(groupe.code)
    if valeur == dit.NE_SAIT_PAS or (standing and (valeur is None or standing.valeur == valeur)):
        return None
    libelles = _tour(passage.source)
    raisons = (
        phrases.near_competence(source.nom, what, libelles.get(what.valeur or "", ""), lien)
        for lien, source, what in words
    )
    return _proposed(passage, groupe, valeur, premier_tour, tuple(dict.fromkeys(raisons)))


def _proposed(
    passage: Passage, groupe: Groupe, valeur: str | None, premier_tour: Reponses, raisons: tuple[str, ...]
) -> Proposition:
    standing = premier_tour.get(groupe.code)
    current = standing.valeur if standing else None
    return Proposition(
        code=groupe.code,
        genre=COMPETENCE,
        intitule=groupe.nom,
        valeur=valeur,
        libelle=passage.tour.get(valeur or "", ""),
        note="",
        actuelle=current,
        libelle_actuel=_tour(passage.cible).get(current or "", current or ""),
        raisons=raisons,
    )
