"""Answers → result.  Pure functions: every threshold comes from the form, which has it from `regles`."""

from __future__ import annotations

from collections.abc import Mapping

from forms import phrases
from forms.bilan import take_stock
from forms.comptage import Compte, chosen, count
from forms.formulaire import Formulaire, Groupe, Seuil, Valeur
from forms.reponses import Reponses
from forms.resultat import Resultat, ResultatGroupe, SeuilApplique


def evaluate(formulaire: Formulaire, reponses: Reponses) -> Resultat:
    """Score answers.  Answers to items that the form does not have count for nothing."""
    choix = chosen(formulaire, reponses)
    groupes = tuple(_groupe(formulaire, groupe, choix) for groupe in formulaire.groupes)
    codes = [item.code for item in formulaire.all_items()]
    compte = count(formulaire, codes, choix)
    etat, phrase = _overall(formulaire, groupes, compte)
    return Resultat(
        certification=formulaire.certification,
        version_referentiel=formulaire.version_referentiel,
        etat=etat,
        phrase=phrase,
        avertissement=phrases.AVERTISSEMENT,
        compte=compte,
        groupes=groupes,
        a_repondre=tuple(code for code in codes if code not in choix),
        bilan=take_stock(formulaire, groupes),
    )


def _groupe(formulaire: Formulaire, groupe: Groupe, choix: Mapping[str, Valeur]) -> ResultatGroupe:
    compte = count(formulaire, (item.code for item in groupe.all_items()), choix)
    seuil = next((_apply(seuil, compte) for seuil in formulaire.seuils if seuil.groupe == groupe.code), None)
    if seuil is None:
        etat, phrase = "sans_seuil", phrases.without_threshold(compte)
    else:
        etat = _etat(compte, seuil)
        phrase = phrases.with_threshold(etat, compte, seuil)
    inner = tuple(_groupe(formulaire, below, choix) for below in groupe.groupes)
    return ResultatGroupe(groupe.code, groupe.nature, groupe.intitule, etat, phrase, compte, seuil, inner)


def _apply(seuil: Seuil, compte: Compte) -> SeuilApplique:
    # Rounded up in whole numbers: 80 % of 18 is 14.4, so 15 are needed; a float could miss by one.
    requis = -(-seuil.pourcentage * compte.total // 100)
    return SeuilApplique(seuil.regle, seuil.pourcentage, requis, max(0, requis - compte.positifs))


def _etat(compte: Compte, seuil: SeuilApplique) -> str:
    # Not observed, undecided and unanswered items may still become positive; a "no" is an answer.
    if compte.positifs >= seuil.requis:
        return "atteint"
    return "en_cours" if compte.total - compte.negatifs >= seuil.requis else "non_atteint"


def _overall(formulaire: Formulaire, groupes: tuple[ResultatGroupe, ...], compte: Compte) -> tuple[str, str]:
    if formulaire.groupes_requis is None:
        return "sans_seuil", phrases.without_threshold(compte)
    required = [groupe for groupe in groupes if groupe.code in formulaire.groupes_requis.groupes]
    if any(groupe.seuil is None for groupe in required):
        return "sans_seuil", phrases.required_without_threshold(compte, required[0].nature, len(required))
    etats = {groupe.etat for groupe in required}
    etat = "atteint" if etats == {"atteint"} else "non_atteint" if "non_atteint" in etats else "en_cours"
    reached = sum(groupe.etat == "atteint" for groupe in required)
    return etat, phrases.overall(etat, required[0].nature, reached, len(required))
