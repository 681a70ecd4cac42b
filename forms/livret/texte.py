"""The livret as plain text: what was said and seen, by whom and when, the proposals, the plan.  What a person can paste."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from forms import etat_certification
from forms.livret import ecrits, phrases
from forms.livret.ecrits import Ecrit, Livret
from forms.livret.etat import EtatLivret, evaluate
from forms.phrases import typeset
from forms.questionnaire import conditions, en_mots, valeurs
from forms.questionnaire.dates import in_words
from forms.questionnaire.en_mots import Noms
from forms.questionnaire.modele import Bloc, Champ, Liste, Questionnaire


def texte(questionnaire: Questionnaire, livret: Livret, jour: date) -> str:
    """Return the text of a livret, its days read as on `jour`; it ends with a line break."""
    etat = evaluate(questionnaire, livret, jour)
    said = etat_certification.lines(questionnaire.etats, jour.isoformat())
    head = (typeset(f"Livret de repérage des acquis : {questionnaire.intitule}"), *map(typeset, said), phrases.NATURE)
    return "\n".join([*head, *_answers(questionnaire, livret), *_propositions(etat), *_parcours(etat), ""])


def _answers(questionnaire: Questionnaire, livret: Livret) -> Iterator[str]:
    donnees = ecrits.raw(livret.ecrits)
    asked = conditions.asked(questionnaire, donnees)
    names = en_mots.names(valeurs.read(asked, donnees))
    for section in asked.sections:
        lines: list[str] = []
        for element in section.elements:
            inner = element.elements if isinstance(element, Bloc) else (element,)
            found = [line for one in inner for line in _element(one, livret, names)]
            if isinstance(element, Bloc) and found and len(section.elements) > 1:
                # Without a source the code is ours, and says nothing to a reader.
                lines.append(typeset(f"{element.code} {element.intitule}" if element.source else element.intitule))
            lines += found
        if lines:
            yield from ("", section.intitule.upper(), *lines)


def _element(element: Champ | Liste, livret: Livret, names: Noms) -> Iterator[str]:
    if isinstance(element, Champ):
        if element.code in livret.ecrits:
            yield from _line(element, livret.ecrits[element.code], names)
        return
    champs = {champ.code: champ for champ in element.champs}
    before = ""
    for place, ecrit in livret.ecrits.items():
        code, _, inner = place.partition("/")
        row, _, champ = inner.partition("/")
        if code == element.code and champ in champs:
            if row != before:
                name = names.get(code, {}).get(row, element.libelle_element)
                yield f"{name[:1].upper()}{name[1:]}"
            before = row
            yield from _line(champs[champ], ecrit, names)


def _line(champ: Champ, ecrit: Ecrit, names: Noms) -> Iterator[str]:
    raw = list(ecrit.valeur) if isinstance(ecrit.valeur, tuple) else ecrit.valeur
    answer = en_mots.answer(champ, raw, names).strip()
    if answer:
        first, *rest = answer.splitlines()
        yield typeset(f"  - {champ.libelle} : ") + first
        yield from (f"    {line}" for line in rest)
        yield f"    ({phrases.signature(ecrit)})"


def _propositions(etat: EtatLivret) -> Iterator[str]:
    yield from ("", "PROPOSITIONS", phrases.REGLE)
    for one in etat.propositions:
        yield from ("", typeset(f"{one.code} : {one.intitule}"), f"  {one.phrase}")
        for title, names in (
            ("À acquérir", one.a_former),
            ("Encore à voir", one.ouvertes),
            ("À reprendre ensemble, dit et vu ne concordent pas", one.ecarts),
        ):
            if names:
                yield typeset(f"  {title} :")
                yield from (f"    - {name}" for name in names)
        if one.avis:
            yield f"  {one.avis}"
        if one.raison.strip():
            yield from (f"  {line}" for line in one.raison.strip().splitlines())


def _parcours(etat: EtatLivret) -> Iterator[str]:
    yield from ("", typeset(f"PARCOURS AU {in_words(etat.jour)}".upper()))
    for rank, etape in enumerate(etat.parcours.etapes, 1):
        yield f"{rank}. {etape.phrase}"
        yield from (f"   - {name}" for name in (*etape.competences, *etape.modules))
    if etat.parcours.en_attente:
        yield typeset(f"Encore à voir : {', '.join(etat.parcours.en_attente)}.")
    if etat.parcours.heures:
        yield typeset(f"En tout : {phrases.hours(etat.parcours.heures.minimum, etat.parcours.heures.maximum)}.")
    for echeance in etat.echeances:
        yield f"- {echeance.phrase}" + (f" {echeance.alerte}" if echeance.alerte else "")
    if etat.alertes:
        yield from ("", "CE QUI NE S’ACCORDE PAS")
        yield from (f"- {alerte.phrase}" for alerte in etat.alertes)
