"""What several hands wrote, as plain text: each answer, by whom and when, and what is kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from forms.plusieurs_mains import accords, contenu, phrases
from forms.plusieurs_mains.accords import Accord
from forms.plusieurs_mains.contenu import Contenu
from forms.plusieurs_mains.ecrits import Copie
from forms.questionnaire.modele import Bloc, Champ, Liste, Questionnaire
from forms.socle.majuscules import capitalized
from forms.socle.phrases import typeset
from forms.socle.phrases_lectures import reading


def reponses(
    questionnaire: Questionnaire,
    copie: Copie,
    worth: Iterable[Accord],
    mentions: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """Yield the lines of the answers as asked, by section: each with who wrote it, and what is kept beside it.

    `worth`: the agreements as they are judged.  `mentions`: a sentence more under the title of a bloc, by its code.
    """
    asked, source = contenu.read(questionnaire, copie, {one.ligne: one.phrase for one in worth})
    for section in asked.sections:
        lines: list[str] = []
        for element in section.elements:
            inner = element.elements if isinstance(element, Bloc) else (element,)
            found = [line for one in inner for line in _element(one, source)]
            if isinstance(element, Bloc) and found and len(section.elements) > 1:
                lines.append(typeset(element.titre))
            if isinstance(element, Bloc) and found:
                lines += [f"  {typeset(mentions[element.code])}"] if element.code in mentions else []
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
