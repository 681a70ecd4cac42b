"""What the rules ask before the evaluations, as blocs: one a rule, with its words, its source, and the routes it holds for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from forms.livret_de_reperage.derivation import elements
from forms.questionnaire import echange
from forms.questionnaire.derivation.champs import read_champ
from forms.questionnaire.derivation.sources import source
from forms.questionnaire.modele import Bloc, Champ, Condition, Option, Ouvert
from forms.socle import voies as noms_des_voies
from forms.socle.derivation import lectures
from forms.socle.phrases import typeset
from referentials.model import EXIGEANTE
from referentials.model_certification import Certification, Regle

# Who is at the table, or stands behind somebody who is: what the others must do is not spoken of there.
# What the document writes, or does not write, under its heading of prerequisites.
ABSENCES = {
    "aucun": "Le document écrit qu’il n’y a aucun prérequis.",
    "sans_objet": "Le document écrit « sans objet » sous le titre des prérequis.",
    "rubrique_vide": "Le document laisse vide la rubrique des prérequis.",
}
ACTEURS = {"candidat", "tuteur", "employeur", "entreprise"}
# A deadline is computed in the plan; what must be validated is what the whole livret is about.
ELSEWHERE = {"delai", "composantes_requises", "seuil", "validite"}
VOIES = "voies"


def voies(certification: Certification) -> Champ:
    """Return the question of the route: those that the data do not say closed."""
    words = elements.donnees()["voies"]
    offered = (acces for acces in certification.identite.get("voies_acces", ()) if acces.get("ouverte", True))
    options = (Option(acces["voie"], _named(words, acces)) for acces in offered)
    return read_champ(elements.donnees()["voie"], options=tuple(options))


def _named(words: Mapping[str, str], acces: Mapping[str, Any]) -> str:
    """Return the words of a route, with the one that it stands inside: the rules of that one are its own."""
    inside = f" (dans la voie « {words[acces['dans']]} »)" if "dans" in acces else ""
    return typeset(f"{words[acces['voie']]}{inside}")


def si(regle: Regle) -> tuple[Condition, ...]:
    """Return the condition of a rule that holds for some routes only."""
    return (Condition(VOIES, regle.voies),) if regle.voies else ()


def ouverts(certification: Certification, regle: Regle) -> Iterator[Ouvert]:
    """Yield the readings of a rule that ask more than the source may: of everybody, on a route, after a decision."""
    decisions = tuple(f"{root.code.lower()}-decision" for root in certification.composantes)
    for cote in regle.cotes:
        if cote.lecture == EXIGEANTE:
            champs = (VOIES,) if cote.voies else decisions if cote.decisions else ()
            yield Ouvert(cote.discordance, champs, cote.voies or cote.decisions)


def blocs(certification: Certification) -> Iterator[Bloc]:
    """Yield a bloc for each prerequisite that the source states, then for each rule to be met before the evaluations."""
    modele = elements.donnees()["prerequis"]
    for rank, found in enumerate(certification.identite.get("prerequis", ()), 1):
        yield _stated(f"PREREQUIS-{rank}", found, modele)
    for regle in certification.regles:
        if is_condition(regle):
            yield Bloc(
                code=regle.code,
                intitule=noms_des_voies.titled(regle.intitule, regle.voies),
                elements=tuple(_champs(regle, modele)),
                aide=regle.enonce,
                regles=(regle.code,),
                source=source(regle.source),
                controles=_controles(regle),
                si=si(regle),
                lectures=lectures(certification, regle.discordances),
                ouverts=tuple(ouverts(certification, regle)),
            )


def is_condition(regle: Regle) -> bool:
    """Say whether a rule is something that the people at the table can check before the evaluations."""
    obliges = regle.moment == "avant" and regle.force == "obligation"
    return obliges and regle.acteur in ACTEURS and regle.parametres["nature"] not in ELSEWHERE


def counts_days(regle: Regle) -> bool:
    """Say whether a duration is counted on the calendar: then the day when it is over follows from its first day."""
    return regle.parametres["unite"] in {"jour", "semaine", "mois", "an"}


def _controles(regle: Regle) -> tuple[dict[str, Any], ...]:
    """Return what a duration is held to: said done, it has lasted as long as the rule asks."""
    if regle.parametres["nature"] != "duree":
        return ()
    prefix = f"{regle.code.lower()}-"
    debut = {"debut": f"{prefix}debut"} if counts_days(regle) else {}
    fields = {"etat": f"{prefix}etat", "duree": f"{prefix}duree", **debut}
    return ({**regle.parametres, "nature": "duree_faite", **fields},)


def _stated(code: str, found: dict[str, Any], modele: dict[str, Any]) -> Bloc:
    fields = (modele["etat"], modele["precision"]) if "valeur" in found else (modele["precision"],)
    return Bloc(
        code,
        "Prérequis",
        elements.champs(fields, f"{code.lower()}-"),
        aide=found.get("valeur") or found.get("indetermine") or ABSENCES[found["absence"]],
        source=echange.source(found["source"]),
    )


def _champs(regle: Regle, modele: dict[str, Any]) -> Iterator[Champ]:
    prefix = f"{regle.code.lower()}-"
    yield read_champ(modele["etat"], code=f"{prefix}etat")
    if regle.parametres["nature"] == "duree":
        unite = elements.donnees()["unites"][regle.parametres["unite"]]
        yield read_champ(modele["duree"], code=f"{prefix}duree", unite=unite)
        if counts_days(regle):
            yield read_champ(modele["debut"], code=f"{prefix}debut")
    yield read_champ(modele["precision"], code=f"{prefix}precision")
