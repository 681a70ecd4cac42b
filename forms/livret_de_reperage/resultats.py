"""The results of the talk, as somebody copies them to the platform of the branche, and the checklist of prerequisites.

What was decided is a result; what Repère proposes is not, and is said as a proposal.  Source of the asking: the rules
« résultats de l’entretien » and « prérequis » of a certification (cahier des charges of the CQP Vendeur conseil, § 3.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from forms.livret_de_reperage import phrases, phrases_resultats
from forms.livret_de_reperage.etat import evaluate
from forms.livret_de_reperage.parcours import Etape
from forms.livret_de_reperage.proposition import DIRECTE, FORMATION, Proposition
from forms.plusieurs_mains import contenu
from forms.plusieurs_mains.contenu import Contenu
from forms.plusieurs_mains.ecrits import Copie
from forms.questionnaire.dates import in_words
from forms.questionnaire.modele import Bloc, Champ, Liste, Questionnaire
from forms.socle import etat_certification
from forms.socle.feuille import Feuille
from forms.socle.majuscules import capitalized
from forms.socle.phrases import typeset

# Nobody copies how to reach somebody: the results do without.
KEPT_BACK = {"candidat-contact"}
PARTICIPANTS, PREREQUIS = "participants", "prerequis"


@dataclass(frozen=True, slots=True)
class Resultat:
    """A line: under which title, of what, what was written or decided; and who wrote it, where somebody did."""

    rubrique: str
    objet: str
    valeur: str
    auteur: str = ""


def results(questionnaire: Questionnaire, livret: Copie, jour: date) -> tuple[Resultat, ...]:
    """Return the results of a livret, read as on `jour`: who talked and when, each prerequisite, each decision."""
    etat = evaluate(questionnaire, livret, jour)
    asked, source = contenu.read(questionnaire, livret, {})
    sections = {section.code: section for section in asked.sections}
    etapes = {etape.code: etape for etape in etat.parcours.etapes}
    talk = (element for element in sections[PARTICIPANTS].elements if isinstance(element, Bloc))
    checked = (element for element in sections[PREREQUIS].elements if isinstance(element, Bloc))
    return (
        *(line for bloc in talk for line in _talk(bloc, source)),
        *(line for bloc in checked for line in _prerequisite(bloc, source)),
        *(line for one in etat.propositions for line in _decision(one, etapes.get(one.code))),
    )


def _talk(bloc: Bloc, source: Contenu) -> Iterator[Resultat]:
    for element in bloc.elements:
        if isinstance(element, Champ) and element.code not in KEPT_BACK:
            said = [*_said(element, element.code, source)]
            if said or not element.facultatif:
                words, author = said[0] if said else (phrases_resultats.NOT_SAID, "")
                yield Resultat(phrases_resultats.TALK, element.libelle, words, author)
        elif isinstance(element, Liste):
            for row, inside in source.places.get(element.code, {}).items():
                champs = {champ.code: champ for champ in element.champs}
                found = [
                    one
                    for code, place in inside.items()
                    if code in champs
                    for one in _said(champs[code], place, source)
                ]
                if found:
                    words = ", ".join(words for words, _ in found)
                    yield Resultat(
                        phrases_resultats.TALK, capitalized(element.libelle_element), words, found[0][1] if row else ""
                    )


def _said(champ: Champ, place: str, source: Contenu) -> Iterator[tuple[str, str]]:
    ecrit = source.ecrits.get(place)
    words = " ".join(source.words(champ, ecrit).split()) if ecrit else ""
    if ecrit and words:
        yield words, phrases_resultats.author(ecrit)


def _prerequisite(bloc: Bloc, source: Contenu) -> Iterator[Resultat]:
    """Yield the state of a prerequisite, with what was added; one of which nobody said anything is to be checked."""
    champs = [element for element in bloc.elements if isinstance(element, Champ)]
    found = [(champ, *one) for champ in champs for one in _said(champ, champ.code, source)]
    if not champs:
        return
    words = " ; ".join(f"{champ.libelle} : {said}" if len(champs) > 1 else said for champ, said, _ in found)
    author = found[0][2] if found else ""
    # A rule has a name of its own; what the source states outside of any has its words.
    name = bloc.intitule if bloc.regles or not bloc.aide else f"{bloc.intitule} ({bloc.aide})"
    yield Resultat(phrases_resultats.CHECKED, name, words or phrases_resultats.TO_CHECK, author)


def _decision(one: Proposition, etape: Etape | None) -> Iterator[Resultat]:
    part = f"{one.code} : {one.intitule}"
    if one.decision not in {FORMATION, DIRECTE}:
        yield Resultat(phrases_resultats.DECIDED, part, phrases_resultats.undecided(one.proposee))
        return
    yield Resultat(phrases_resultats.DECIDED, part, phrases.ORIENTATIONS[str(one.decision)])
    if one.raison.strip():
        yield Resultat(phrases_resultats.DECIDED, part, phrases_resultats.reason(" ".join(one.raison.split())))
    if etape and etape.competences:
        yield Resultat(phrases_resultats.DECIDED, part, phrases_resultats.to_learn(etape.competences))
    if etape and etape.modules:
        lasting = phrases.hours(etape.heures.minimum, etape.heures.maximum) if etape.heures else ""
        yield Resultat(phrases_resultats.DECIDED, part, phrases_resultats.modules(etape.modules, lasting))


def texte(questionnaire: Questionnaire, livret: Copie, jour: date) -> str:
    """Return the results as text, a line each under its title; it ends with a line break."""
    said = etat_certification.lines(questionnaire.etats, jour.isoformat())
    title = f"{phrases_resultats.TITLE} : {questionnaire.intitule}"
    lines = [title, *said, phrases_resultats.read_as(in_words(jour))]
    last = ""
    for one in results(questionnaire, livret, jour):
        lines += ["", one.rubrique.upper()] if one.rubrique != last else []
        last = one.rubrique
        lines.append(f"- {one.objet} : {one.valeur}" + (f" ({one.auteur})" if one.auteur else ""))
    return "\n".join(map(typeset, lines)) + "\n"


def feuille(questionnaire: Questionnaire, livret: Copie, jour: date) -> Feuille:
    """Return the results as a table; its last column says the state of the certification on that day."""
    said = etat_certification.column(questionnaire.etats, jour.isoformat())
    lines = tuple(
        (one.rubrique, one.objet, typeset(one.valeur), one.auteur, *said.values())
        for one in results(questionnaire, livret, jour)
    )
    return Feuille(phrases_resultats.TITLE, (*phrases_resultats.HEADER, *said), lines)
