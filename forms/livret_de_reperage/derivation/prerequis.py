"""What the rules ask before the evaluations, as blocs: one a rule, with its words, its source, and the routes it holds for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from forms.livret_de_reperage.controles import DureeFaite
from forms.livret_de_reperage.derivation import elements
from forms.questionnaire.controles import Controle
from forms.questionnaire.derivation.champs import read_champ
from forms.questionnaire.derivation.comptes import counts_days
from forms.questionnaire.derivation.sources import source
from forms.questionnaire.modele import Bloc, Champ, Condition, Option, Ouvert
from forms.socle import voies as noms_des_voies
from forms.socle.derivation import lectures
from forms.socle.phrases import typeset
from forms.socle.vocabulaire import UNITES_DE_TEMPS
from referentials.model import EXIGEANTE, TexteSource
from referentials.model_certification import Certification, Regle
from referentials.model_identite import VoieAcces
from referentials.model_parametres import ComposantesRequises, Delai, DureeExigee, Seuil, Validite

# Who is at the table, or stands behind somebody who is: what the others must do is not spoken of there.
# What the document writes, or does not write, under its heading of prerequisites.
ABSENCES = {
    "aucun": "Le document écrit qu’il n’y a aucun prérequis.",
    "sans_objet": "Le document écrit « sans objet » sous le titre des prérequis.",
    "rubrique_vide": "Le document laisse vide la rubrique des prérequis.",
}
ACTEURS = {"candidat", "tuteur", "employeur", "entreprise"}
# A deadline is computed in the plan; what must be validated is what the whole livret is about.
ELSEWHERE = Delai | ComposantesRequises | Seuil | Validite
VOIES = "voies"


def voies(certification: Certification) -> Champ:
    """Return the question of the route: those that the data do not say closed."""
    words = elements.donnees()["voies"]
    offered = (acces for acces in certification.identite.voies_acces if acces.ouverte is not False)
    options = (Option(acces.voie, _named(words, acces)) for acces in offered)
    return read_champ(elements.donnees()["voie"], options=tuple(options))


def _named(words: Mapping[str, str], acces: VoieAcces) -> str:
    """Return the words of a route, with the one that it stands inside: the rules of that one are its own."""
    inside = f" (dans la voie « {words[acces.dans]} »)" if acces.dans else ""
    return typeset(f"{words[acces.voie]}{inside}")


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
    for rank, found in enumerate(certification.identite.prerequis, 1):
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
    return obliges and regle.acteur in ACTEURS and not isinstance(regle.parametres, ELSEWHERE)


def _controles(regle: Regle) -> tuple[Controle, ...]:
    """Return what a duration is held to: said done, it has lasted as long as the rule asks."""
    duree, prefix = regle.parametres, f"{regle.code.lower()}-"
    if not isinstance(duree, DureeExigee):
        return ()
    return (
        DureeFaite(
            comparaison=duree.comparaison,
            valeur=duree.valeur,
            unite=duree.unite,
            objet=duree.objet,
            suivie_de=duree.suivie_de,
            etat=f"{prefix}etat",
            duree=f"{prefix}duree",
            debut=f"{prefix}debut" if counts_days(duree) else "",
        ),
    )


def _stated(code: str, found: TexteSource, modele: dict[str, Any]) -> Bloc:
    fields = (modele["etat"], modele["precision"]) if found.valeur else (modele["precision"],)
    return Bloc(
        code,
        "Prérequis",
        elements.champs(fields, f"{code.lower()}-"),
        aide=found.valeur or found.indetermine or (ABSENCES[found.absence] if found.absence else ""),
        source=source(found.source),
    )


def _champs(regle: Regle, modele: dict[str, Any]) -> Iterator[Champ]:
    prefix = f"{regle.code.lower()}-"
    yield read_champ(modele["etat"], code=f"{prefix}etat")
    if isinstance(regle.parametres, DureeExigee):
        unite = UNITES_DE_TEMPS[regle.parametres.unite].pluriel
        yield read_champ(modele["duree"], code=f"{prefix}duree", unite=unite)
        if counts_days(regle.parametres):
            yield read_champ(modele["debut"], code=f"{prefix}debut")
    yield read_champ(modele["precision"], code=f"{prefix}precision")
