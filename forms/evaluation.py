"""Answers → result.  Pure functions: every threshold comes from the form, which has it from `regles`."""

from __future__ import annotations

from collections import Counter

from forms import phrases
from forms.formulaire import Formulaire, Groupe, Seuil
from forms.reponses import Reponses
from forms.resultat import Compte, Resultat, ResultatGroupe, SeuilApplique


def evaluate(formulaire: Formulaire, reponses: Reponses) -> Resultat:
    """Score answers.  Answers to items that the form does not have count for nothing."""
    effets = {valeur.code: valeur.effet for valeur in formulaire.echelle}
    scored = {
        item.code: effets[reponse.valeur]
        for item in formulaire.all_items()
        if (reponse := reponses.get(item.code)) is not None and reponse.valeur in effets
    }
    groupes = tuple(_groupe(groupe, scored, formulaire.seuils) for groupe in formulaire.groupes)
    codes = [item.code for item in formulaire.all_items()]
    compte = _compte(codes, scored)
    etat, phrase = _overall(formulaire, groupes, compte)
    return Resultat(
        certification=formulaire.certification,
        version_referentiel=formulaire.version_referentiel,
        etat=etat,
        phrase=phrase,
        avertissement=phrases.AVERTISSEMENT,
        compte=compte,
        groupes=groupes,
        a_repondre=tuple(code for code in codes if code not in scored),
    )


def _compte(codes: list[str], scored: dict[str, str]) -> Compte:
    by_effet = Counter(scored[code] for code in codes if code in scored)
    total, repondus = len(codes), by_effet.total()
    return Compte(
        total=total,
        repondus=repondus,
        restants=total - repondus,
        positifs=by_effet["positif"],
        negatifs=by_effet["negatif"],
        non_observes=by_effet["non_observe"],
        sans_avis=by_effet["sans_avis"],
        pourcentage=100 * by_effet["positif"] // total if total else 0,
    )


def _groupe(groupe: Groupe, scored: dict[str, str], seuils: tuple[Seuil, ...]) -> ResultatGroupe:
    compte = _compte([item.code for item in groupe.all_items()], scored)
    seuil = next((_apply(seuil, compte) for seuil in seuils if seuil.groupe == groupe.code), None)
    if seuil is None:
        etat, phrase = "sans_seuil", phrases.without_threshold(compte)
    else:
        etat = _etat(compte, seuil)
        phrase = phrases.with_threshold(etat, compte, seuil)
    inner = tuple(_groupe(below, scored, seuils) for below in groupe.groupes)
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
