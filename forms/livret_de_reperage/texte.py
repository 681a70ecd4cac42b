"""The livret as plain text: what was said and seen, by whom and when, the proposals, the plan.  What a person can paste."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from forms.livret_de_reperage import phrases, versees
from forms.livret_de_reperage.etat import EtatLivret, evaluate
from forms.plusieurs_mains import accords, contenu
from forms.plusieurs_mains.contenu import Contenu
from forms.plusieurs_mains.ecrits import Livret
from forms.questionnaire.dates import in_words
from forms.questionnaire.modele import Bloc, Champ, Liste, Questionnaire
from forms.socle import etat_certification
from forms.socle.majuscules import capitalized
from forms.socle.phrases import typeset
from forms.socle.phrases_lectures import reading


def texte(questionnaire: Questionnaire, livret: Livret, jour: date) -> str:
    """Return the text of a livret, its days read as on `jour`; it ends with a line break."""
    etat = evaluate(questionnaire, livret, jour)
    said = etat_certification.lines(questionnaire.etats, jour.isoformat())
    head = (typeset(f"Livret de repérage des acquis : {questionnaire.intitule}"), *map(typeset, said), phrases.NATURE)
    return "\n".join([*head, *_answers(questionnaire, livret, etat), *_propositions(etat), *_parcours(etat), ""])


def _answers(questionnaire: Questionnaire, livret: Livret, etat: EtatLivret) -> Iterator[str]:
    asked, source = contenu.read(questionnaire, livret, {one.ligne: one.phrase for one in etat.accords})
    for section in asked.sections:
        lines: list[str] = []
        for element in section.elements:
            inner = element.elements if isinstance(element, Bloc) else (element,)
            found = [line for one in inner for line in _element(one, source)]
            if isinstance(element, Bloc) and found and len(section.elements) > 1:
                lines.append(typeset(element.titre))
            if isinstance(element, Bloc) and found:
                lines += [f"  {typeset(etat.mention)}"] if element.code == versees.BLOC and etat.mention else []
                lines += [f"  ~ {reading(one)}" for one in element.lectures]
            lines += found
        if lines:
            yield from ("", section.intitule.upper(), *lines)
    if source.perdus:
        yield from ("", phrases.WITHOUT_PLACE.upper())
    for one in source.perdus:
        yield typeset(f"  - {one.question or one.place} :")
        yield from _beside(one.reponse, one.signature, typeset(phrases.REASONS[one.raison]))


def _element(element: Champ | Liste, source: Contenu) -> Iterator[str]:
    if isinstance(element, Champ):
        yield from _line(element, element.code, source)
        return
    champs = {champ.code: champ for champ in element.champs}
    for row, inside in source.places.get(element.code, {}).items():
        worth = source.accords.get(row) if element.code == accords.LISTE else None
        found = [
            line for champ, place in inside.items() if champ in champs for line in _line(champs[champ], place, source)
        ]
        if found or worth:
            name = source.noms.get(element.code, {}).get(row, element.libelle_element)
            yield from (capitalized(name), *([f"  {worth}"] if worth else []), *found)


def _line(champ: Champ, place: str, source: Contenu) -> Iterator[str]:
    if champ.nature == "empreinte":
        return
    ecrit, beside = source.ecrits.get(place), source.ecartes.get(place, ())
    answer = source.words(champ, ecrit).strip() if ecrit else ""
    kept = [(words, one) for one in beside if (words := source.words(champ, one.ecrit).strip()) and words != answer]
    if ecrit and answer:
        first, *rest = answer.splitlines()
        yield typeset(f"  - {champ.libelle} : ") + first
        yield from (f"    {line}" for line in rest)
        yield f"    ({phrases.signature(ecrit)})"
    elif kept:
        yield typeset(f"  - {champ.libelle} :")
    for words, one in kept:
        yield from _beside(words, phrases.signature(one.ecrit), source.reason(one))


def _beside(words: str, signature: str, reason: str) -> Iterator[str]:
    first, *rest = words.splitlines() or [""]
    yield typeset("    À côté : ") + first
    yield from (f"      {line}" for line in rest)
    yield f"      ({signature}) {reason}"


def _propositions(etat: EtatLivret) -> Iterator[str]:
    yield from ("", "PROPOSITIONS", phrases.REGLE)
    for one in etat.propositions:
        yield from ("", typeset(f"{one.code} : {one.intitule}"), f"  {one.phrase}")
        for title, names in (
            ("À acquérir", one.a_former),
            ("Encore à voir", one.ouvertes),
            ("À reprendre ensemble, ce qui est dit et vu ne concorde pas", one.ecarts),
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
        yield from (f"  ~ {reading(one)}" for one in echeance.lectures)
    if etat.alertes:
        yield from ("", "CE QUI NE S’ACCORDE PAS")
        yield from (f"- {alerte.phrase}" for alerte in etat.alertes)
