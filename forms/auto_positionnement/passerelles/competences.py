"""Where a person stands on each competence of another certification, by what they said of those that links lead from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forms.auto_positionnement import dit, listes
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.passerelles import phrases
from forms.auto_positionnement.passerelles.liens import PROPRE, Cible, Lien, Vers
from forms.auto_positionnement.reponses import Reponses

# `sans_lien`: no answer of the person bears on it, for want of a link or of the answer; nobody has said that it is to be learnt.
COUVERTE, A_CONFIRMER, A_APPRENDRE, SANS_LIEN = "couverte", "a_confirmer", "a_apprendre", "sans_lien"
ETATS = (COUVERTE, A_CONFIRMER, A_APPRENDRE, SANS_LIEN)


@dataclass(frozen=True, slots=True)
class Competence:
    """A competence of another certification: where the person stands, and why, a sentence for each link.

    `lies`: how many of its `enonces` statements a link leads to.
    """

    code: str
    intitule: str
    etat: str
    enonces: int
    lies: int
    raisons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mot:
    """What is said of one of our competences: how it is called, what was answered, in which words."""

    nom: str
    dit: dit.Dit
    libelle: str


def words(form: Formulaire, reponses: Reponses, premier_tour: Reponses) -> dict[str, Mot]:
    """Return what is said of each competence of a form."""
    libelles = {valeur.code: valeur.libelle for valeur in form.premier_tour}
    dits, found = dit.Dits(form, reponses, premier_tour), {}
    for groupe in form.competences():
        said = dits.of(groupe)
        found[groupe.code] = Mot(groupe.nom, said, libelles.get(said.valeur or "", ""))
    return found


def placed(cible: Cible, vers: Vers, mots: Mapping[str, Mot]) -> Competence:
    """Return where one stands on a competence of another certification, from what is said of ours."""
    liens = [lien for lien in vers.liens if lien.a == cible.code]
    sizes = len(cible.items), len({lien.a for lien in vers.liens} & {*cible.items})
    near = [(lien, mots[code]) for lien in liens for code in lien.de if code in mots]
    raisons = [phrases.near_competence(mot.nom, mot.dit, mot.libelle, lien) for lien, mot in near]
    if not near:
        alone = next((lien.remarque for lien in liens if lien.nature == PROPRE), "")
        return Competence(cible.code, cible.nom, SANS_LIEN, *sizes, (alone or phrases.SANS_LIEN,))
    if all(mot.dit.liste == listes.SANS_REPONSE for _, mot in near):
        return Competence(cible.code, cible.nom, SANS_LIEN, *sizes, tuple(dict.fromkeys(raisons)))
    etat = _state([(lien, mot.dit.liste) for lien, mot in near])
    more = [] if etat == COUVERTE else [phrases.linked(sizes[1], sizes[0])]
    return Competence(cible.code, cible.nom, etat, *sizes, tuple(dict.fromkeys([*raisons, *more])))


def _state(near: Sequence[tuple[Lien, str]]) -> str:
    """Return where a person stands: as in the list of the same competence; what is only near is never covered."""
    same = [liste for lien, liste in near if lien.carries]
    if listes.SAIS_FAIRE in same:
        return COUVERTE
    if {*(same or [liste for _, liste in near])} == {listes.A_APPRENDRE}:
        return A_APPRENDRE
    return A_CONFIRMER
