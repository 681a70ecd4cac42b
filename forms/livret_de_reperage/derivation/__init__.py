"""Certification → Questionnaire of its livret de repérage, with no line of code of its own.

What the engine computes with goes into the `controles` of blocs, so that the browser needs no referential:
the competences of a proposal, the deadlines and durations of the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from forms.auto_positionnement.derivation import derive as derive_form
from forms.auto_positionnement.derivation import said_of
from forms.livret_de_reperage import versees
from forms.livret_de_reperage.controles import AProposer, Nommee
from forms.livret_de_reperage.derivation import echeances, elements, jours, prerequis
from forms.livret_de_reperage.genre import GENRE
from forms.questionnaire.derivation import territoires
from forms.questionnaire.derivation.sources import source
from forms.questionnaire.modele import Bloc, Champ, Liste, Option, Questionnaire, Section
from forms.socle import phrases_etat
from forms.socle.derivation import lectures
from referentials.model import Competence, Composante
from referentials.model_certification import Certification

MANQUE = "n’a ni bloc, ni domaine, ni CCP avec des énoncés relus dans ces données, donc pas de livret"


def offered(certification: Certification) -> bool:
    """Only a certification with blocs, domaines or CCP, and statements for them that somebody read, has something to propose.

    Others write in a livret, and sign: what they sign is not what a command drafted.
    """
    return bool(certification.composantes) and certification.has_statements and not certification.identite.importee


def derive(certification: Certification) -> Questionnaire | None:
    """Return the form of the livret, or None: without statements in blocs, domaines or CCP there is nothing to propose."""
    if not offered(certification):
        return None
    words: Mapping[str, Any] = elements.donnees()
    common = territoires.common_holidays()
    return Questionnaire(
        genre=GENRE.code,
        certification=certification.slug,
        intitule=certification.intitule,
        version_referentiel=certification.version,
        etats=phrases_etat.carried(certification.etats),
        sections=tuple(_sections(certification, words)),
        feries=common,
        feries_locaux=dict(territoires.local_holidays(common)),
    )


def _sections(certification: Certification, words: Mapping[str, Any]) -> Iterator[Section]:
    titles = words["sections"]

    def section(code: str, *inner: Any) -> Section:
        return Section(code, titles[code]["intitule"], inner, aide=titles[code]["aide"])

    known = {regle.code: regle for regle in certification.regles}
    participants: tuple[Champ | Liste, ...] = (
        *elements.champs(words["participants"]),
        elements.liste(words["interlocuteurs"]),
    )
    cadre = tuple(code for code in words["cadre"] if code in known)
    chosen = lectures(certification, [code for regle in cadre for code in known[regle].discordances])
    bloc = Bloc("CADRE", titles["participants"]["bloc"], participants, regles=cadre, lectures=chosen)
    yield section("participants", bloc)
    voies = Bloc("VOIES", titles["prerequis"]["bloc"], (prerequis.voies(certification),))
    yield section("prerequis", voies, *prerequis.blocs(certification))
    yield section("experience", *(elements.liste(modele) for modele in words["experience"]))
    yield section("projet", *elements.champs(words["projet"]), *_poured(certification, words["auto_positionnement"]))
    for root in certification.composantes:
        for composante in root.walk():
            if composante.competences:
                yield _competences(composante, titles["competences"]["aide"])
    transversales = certification.referentiel.competences_transversales
    if transversales:
        yield section("transversales", *(_competence(competence) for competence in transversales))
    yield section("propositions", *(_proposition(root) for root in certification.composantes))
    yield section("parcours", *_parcours(certification, words))
    roles = elements.options(words["roles"])
    yield section("accords", elements.liste(words["accords"], role=roles))


def _poured(certification: Certification, words: Mapping[str, Any]) -> Iterator[Bloc]:
    """Yield the day of an auto-positionnement that was poured, with whose its statements are; nothing without statements."""
    # No threshold is applied to what a livret makes of them.
    said = said_of(certification, derive_form(certification).all_items(), thresholds=False)
    if said:
        yield Bloc(versees.BLOC, words["intitule"], tuple(elements.champs((words["champ"],))), aide=said)


def _competences(composante: Composante, aide: str) -> Section:
    blocs = tuple(_competence(competence) for competence in composante.competences)
    return Section(f"competences-{composante.code.lower()}", f"{composante.code} : {composante.intitule}", blocs, aide)


def _competence(competence: Competence) -> Bloc:
    champs = tuple(elements.competence(f"{competence.code.lower()}-"))
    return Bloc(competence.code, competence.intitule, champs, source=source(competence.source))


def _proposition(root: Composante) -> Bloc:
    champs = elements.champs(elements.donnees()["proposition"], f"{root.code.lower()}-")
    controle = AProposer(
        composantes=tuple(composante.code for composante in root.walk()),
        competences=tuple(Nommee(code=c.code, intitule=c.intitule) for c in root.all_competences()),
    )
    return Bloc(root.code, root.intitule, champs, controles=(controle,), source=source(root.source))


def _parcours(certification: Certification, words: Mapping[str, Any]) -> Iterator[Any]:
    jour, territoire, note = elements.champs(words["parcours"])
    territoire = replace(territoire, options=territoires.options())
    choices = (composante for root in certification.composantes for composante in root.walk())
    modules = tuple(Option(c.code, f"{c.code} : {c.intitule}") for c in choices)
    yield Bloc("PARCOURS", "Le plan", (jour, territoire, note))
    days = tuple(jours.champs(certification))
    if days:
        yield Bloc("JOURS", "Les jours connus ou prévus", days, aide=words["jours_aide"])
    yield elements.liste(words["modules"], composante=modules)
    yield from echeances.blocs(certification)
