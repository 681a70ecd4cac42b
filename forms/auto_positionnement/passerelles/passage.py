"""A file on its way to another form: which answers the links bring to each question, and on which scale."""

from __future__ import annotations

from dataclasses import dataclass

from forms.auto_positionnement import dit
from forms.auto_positionnement.formulaire import Formulaire, Groupe, Item
from forms.auto_positionnement.ouverture import Ouverture
from forms.auto_positionnement.passerelles.liens import Lien, Origine, told_once
from forms.auto_positionnement.reponses import Reponse


@dataclass(frozen=True, slots=True)
class Arrivee:
    """An answer that a link carries: where to, and what it says."""

    lien: Lien
    reponse: Reponse


class Passage:
    """The file, its form, and the form that it comes to."""

    def __init__(self, origine: Origine, ouverture: Ouverture, cible: Formulaire) -> None:
        """Lay out the links that lead to each question, and the values that mean the same on both sides."""
        self.origine, self.ouverture, self.cible = origine, ouverture, cible
        self.source = origine.formulaire
        self.liens: dict[str, list[Lien]] = {}
        vers = origine.towards(cible.certification)
        liens, self.par = told_once(vers.liens if vers else ())
        for lien in liens:
            self.liens.setdefault(lien.a, []).append(lien)
        self.items = {item.code: item for item in self.source.all_items()}
        self.dits = dit.Dits(self.source, ouverture.reponses, ouverture.premier_tour)
        self.competences = {groupe.code: groupe for groupe in self.source.competences()}
        words = {(valeur.code, valeur.libelle, valeur.effet) for valeur in self.source.echelle}
        # A value goes with its words and its effect: in others, it would be another answer.
        self.scale = {
            valeur.code: valeur.libelle
            for valeur in cible.echelle
            if (valeur.code, valeur.libelle, valeur.effet) in words
        }
        self.judging = {valeur.code for valeur in cible.echelle if valeur.effet in {"positif", "negatif"}}
        known = {(valeur.code, valeur.libelle) for valeur in self.source.premier_tour}
        self.tour = {v.code: v.libelle for v in cible.premier_tour if (v.code, v.libelle) in known}

    def statement(self, item: Item) -> tuple[list[Arrivee], list[Arrivee]]:
        """Return the answers that links bring to a statement: those that are the same, those that are near."""
        found = [
            Arrivee(lien, self.ouverture.reponses[code])
            for lien in self.liens.get(item.code, ())
            for code in lien.de
            if code in self.ouverture.reponses
        ]
        same = [one for one in found if one.lien.carries and self._reads(one.reponse.valeur)]
        return same, [one for one in found if one not in same]

    def _reads(self, valeur: str | None) -> bool:
        """Tell whether the other form may take an answer as it is: a value of both scales, or a note alone."""
        return not valeur or valeur in self.scale

    def first_pass(self, groupe: Groupe) -> Reponse | None:
        """Return the answer of a first pass to the same competence, where the file has one."""
        for lien in self.liens.get(groupe.code, ()):
            found = self.ouverture.premier_tour.get(lien.de[0]) if lien.carries else None
            if found and found.valeur in self.tour:
                return Reponse(found.valeur)
        return None

    def near(self, groupe: Groupe) -> list[tuple[Lien, Groupe, dit.Dit]]:
        """Return what the file says of each competence that is near to one of the form."""
        found = [
            (lien, self.competences[code])
            for lien in self.liens.get(groupe.code, ())
            for code in lien.de
            if code in self.competences
        ]
        return [(lien, one, self.dits.of(one)) for lien, one in found]
