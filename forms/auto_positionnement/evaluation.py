"""Answers → result.  Pure functions: every threshold comes from the form, which has it from `regles`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType

from forms.auto_positionnement import manques, phrases, suites
from forms.auto_positionnement.comptage import Compte, add_up, count_values
from forms.auto_positionnement.formulaire import Formulaire, Groupe, Seuil
from forms.auto_positionnement.listes import Listes, sort_out
from forms.auto_positionnement.reponses import Reponses
from forms.auto_positionnement.resultat import ComptePremierTour, Resultat, ResultatGroupe, SeuilApplique
from forms.socle import etat_certification
from forms.socle.memoire import Memoire

PAS_DE_PREMIER_TOUR: Mapping[str, str] = MappingProxyType({})


def evaluate(
    formulaire: Formulaire,
    reponses: Reponses,
    jour: str | None = None,
    premier_tour: Mapping[str, str] = PAS_DE_PREMIER_TOUR,
) -> Resultat:
    """Score answers.  Answers to items that the form does not have count for nothing.

    `jour`, AAAA-MM-JJ, is when one looks: it decides on the state of the certification, and on what one may do in it.
    `premier_tour`: what was said of whole competences; it reaches no count, no threshold and no verdict.
    """
    valeurs = {code: reponse.valeur for code, reponse in reponses.items()}
    return Evaluateur(formulaire).evaluate(valeurs, jour, premier_tour)


@dataclass(frozen=True, slots=True)
class _Place:
    """A group in its form: its rank, every item at or below it, the places below it, its threshold."""

    rang: int
    groupe: Groupe
    codes: tuple[str, ...]
    inner: tuple[_Place, ...]
    seuil: Seuil | None


class Evaluateur:
    """Scores answers to one form.  Asked again, it scores only the groups whose answers have changed since.

    The result is the same as that of a new one: a group's depends on the values of its own items, and on nothing else.
    """

    def __init__(self, formulaire: Formulaire) -> None:
        """Lay the form out once."""
        self._formulaire = formulaire
        rangs = count()
        self._places = tuple(_place(formulaire, groupe, rangs) for groupe in formulaire.groupes)
        self._codes = tuple(item.code for item in formulaire.all_items())
        self._echelle = {valeur.code for valeur in formulaire.echelle}
        self._premier_tour = {valeur.code for valeur in formulaire.premier_tour}
        self._competences = tuple(groupe.code for groupe in formulaire.competences())
        self._groupes = Memoire[ResultatGroupe]()

    def evaluate(
        self,
        valeurs: Mapping[str, str | None],
        jour: str | None = None,
        premier_tour: Mapping[str, str] = PAS_DE_PREMIER_TOUR,
    ) -> Resultat:
        """Score the value given to each item, and say where the certification stands on a day."""
        groupes = tuple(self._groupe(place, valeurs) for place in self._places)
        compte = add_up(self._formulaire, (groupe.compte for groupe in groupes))
        listes = sort_out(self._formulaire, self._formulaire.groupes, valeurs, premier_tour)
        etat, phrase, concluant = _overall(self._formulaire, groupes, listes)
        du_jour = etat_certification.on(self._formulaire.etats, jour) if jour else None
        return Resultat(
            certification=self._formulaire.certification,
            version_referentiel=self._formulaire.version_referentiel,
            etat=etat,
            phrase=phrase,
            mention=self._formulaire.mention,
            avertissement=phrases.AVERTISSEMENT,
            compte=compte,
            groupes=groupes,
            a_repondre=tuple(code for code in self._codes if valeurs.get(code) not in self._echelle),
            manques=manques.missing(groupes),
            listes=listes,
            precision=phrases.precision(listes),
            suivi=suites.choose(self._formulaire.suites, listes, du_jour.etat if du_jour else None),
            lectures=self._formulaire.lectures,
            etat_certification=du_jour,
            premier_tour=self._first_pass(premier_tour),
            concluant=concluant,
        )

    def _first_pass(self, premier_tour: Mapping[str, str]) -> ComptePremierTour | None:
        asked = sum(premier_tour.get(code) in self._premier_tour for code in self._competences)
        return ComptePremierTour(len(self._competences), asked) if asked else None

    def _groupe(self, place: _Place, valeurs: Mapping[str, str | None]) -> ResultatGroupe:
        source = tuple(map(valeurs.get, place.codes))
        return self._groupes.of(place.rang, source, lambda: self._score(place, valeurs))

    def _score(self, place: _Place, valeurs: Mapping[str, str | None]) -> ResultatGroupe:
        groupe = place.groupe
        inner = tuple(self._groupe(below, valeurs) for below in place.inner)
        own = count_values(self._formulaire, [valeurs.get(item.code) for item in groupe.items])
        compte = add_up(self._formulaire, (own, *(below.compte for below in inner)))
        if place.seuil is None:
            seuil, etat, concluant, phrase = None, "sans_seuil", None, phrases.without_threshold(compte)
        else:
            seuil = _apply(place.seuil, compte)
            etat = _etat(compte, seuil)
            concluant = _concludes(etat, compte, seuil)
            phrase = phrases.with_threshold(etat, compte, seuil) if concluant else phrases.too_early(compte, seuil)
        return ResultatGroupe(
            groupe.code, groupe.nature, groupe.intitule, groupe.nom, etat, phrase, compte, seuil, inner, concluant
        )


def _place(formulaire: Formulaire, groupe: Groupe, rangs: Iterator[int]) -> _Place:
    seuil = next((seuil for seuil in formulaire.seuils if seuil.groupe == groupe.code), None)
    inner = tuple(_place(formulaire, below, rangs) for below in groupe.groupes)
    return _Place(next(rangs), groupe, tuple(item.code for item in groupe.all_items()), inner, seuil)


def _apply(seuil: Seuil, compte: Compte) -> SeuilApplique:
    # Rounded up in whole numbers: 80 % of 18 is 14.4, so 15 are needed; a float could miss by one.
    requis = -(-seuil.pourcentage * compte.total // 100)
    return SeuilApplique(seuil.regle, seuil.pourcentage, requis, max(0, requis - compte.positifs), seuil.voies)


def _etat(compte: Compte, seuil: SeuilApplique) -> str:
    # Not observed, undecided and unanswered items may still become positive; a "no" is an answer.
    if compte.positifs >= seuil.requis:
        return "atteint"
    return "en_cours" if compte.total - compte.negatifs >= seuil.requis else "non_atteint"


def _concludes(etat: str, compte: Compte, seuil: SeuilApplique) -> bool:
    """Tell whether the details say where one stands: no answer that is missing could change it any more."""
    return etat != "en_cours" or compte.positifs + compte.restants < seuil.requis


def _overall(
    formulaire: Formulaire, groupes: tuple[ResultatGroupe, ...], listes: Listes
) -> tuple[str, str, bool | None]:
    if formulaire.groupes_requis is None:
        return "sans_seuil", phrases.sorted_out(listes), None
    required = [groupe for groupe in groupes if groupe.code in formulaire.groupes_requis.groupes]
    voies = formulaire.groupes_requis.voies
    if any(groupe.seuil is None for groupe in required):
        said = phrases.required_without_threshold(listes, required[0].nature, len(required), voies)
        return "sans_seuil", said, None
    etats = {groupe.etat for groupe in required}
    etat = "atteint" if etats == {"atteint"} else "non_atteint" if "non_atteint" in etats else "en_cours"
    reached = sum(groupe.etat == "atteint" for groupe in required)
    # One that is lacking is enough to say that the whole is: the threshold is asked for in each.
    if etat != "en_cours" or any(groupe.etat == "en_cours" and groupe.concluant for groupe in required):
        return etat, phrases.overall(etat, required[0].nature, reached, len(required), voies), True
    left = add_up(formulaire, (groupe.compte for groupe in required if not groupe.concluant))
    return etat, phrases.not_yet_known(listes, required[0].nature, reached, len(required), left, voies), False
