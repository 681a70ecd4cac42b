"""LISTE_COMPETENCES, a text without lines → a proposal of its competences, beside the text and with how sure it is.

Nobody is bound by it: what is not sure is said, what is a paragraph stays one, and the text itself is never changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from referentials.importation.alineas import sans_marques, sous_titres
from referentials.importation.marques import Marque, marques, numeros
from referentials.importation.proposition import PARAGRAPHE, VERBE, Certitude, Element, Proposition, d_un_trait

_ORDER: tuple[Certitude, ...] = ("sure", "probable", "incertaine", "aucune")
_Doute = tuple[Certitude, str]


def proposer(texte: str, capacites: str | None = None) -> Proposition:
    """Propose how to split a list of competences.

    `capacites`: CAPACITES_ATTESTEES of the same fiche, which may name the competences alone of a list on two levels.
    """
    found = marques(texte)
    # One mark alone is no list: a sentence may well begin with a figure.
    if sum(one.sorte == found[0].sorte for one in found) > 1:
        return _marked(texte, found)
    bare = sans_marques(texte)
    return sous_titres(bare, capacites) if capacites and bare.competences else bare


def _marked(text: str, found: tuple[Marque, ...]) -> Proposition:
    ends = [*(one.debut for one in found[1:]), len(text)]
    raw = [text[one.fin : end] for one, end in zip(found, ends, strict=True)]
    groups: list[tuple[Element, list[Element]]] = []
    for one, said in zip(found, raw, strict=True):
        element = Element(d_un_trait(said), one.code)
        if one.sorte == found[0].sorte:
            groups.append((element, []))
        else:
            groups[-1][1].append(element)
    competences = tuple(Element(head.enonce, head.code, tuple(below)) for head, below in groups)
    doubts = [*_of_marks(found), *_of_statements(competences), *_of_alineas(raw)]
    sure: Certitude = max((how for how, _ in doubts), key=_ORDER.index, default="sure")
    reasons = (_seen(found[0], competences), *(why for _, why in doubts))
    return Proposition(text, d_un_trait(text[: found[0].debut]) or None, competences, sure, reasons)


def _seen(first: Marque, competences: tuple[Element, ...]) -> str:
    if below := sum(len(one.savoir_faire) for one in competences):
        return f"Deux niveaux de marques : {len(competences)} compétences et {below} savoir-faire."
    mark = f"un code comme « {first.code} »" if first.code else f"« {first.sorte} »"
    return f"Chaque élément commence par une marque ({mark})."


def _of_marks(found: tuple[Marque, ...]) -> Iterator[_Doute]:
    kinds = {one.sorte for one in found}
    if len(kinds) > 2:  # noqa: PLR2004 — the competence and what is below it
        yield "incertaine", f"{len(kinds)} sortes de marques : nous n’en rangeons que deux niveaux."
    codes = [numeros(one.code) for one in found if one.code and one.sorte == found[0].sorte]
    if any(later <= earlier for earlier, later in pairwise(codes)):
        yield "incertaine", "Les codes ne se suivent pas : une marque peut être un nombre de la phrase."
    elif any(later[:-1] == earlier[:-1] and later[-1] > earlier[-1] + 1 for earlier, later in pairwise(codes)):
        yield "probable", "Un code manque dans la suite."


def _of_statements(competences: tuple[Element, ...]) -> Iterator[_Doute]:
    odd = sum(not VERBE.match(one.enonce) for one in competences)
    if odd:
        how: Certitude = "incertaine" if odd * 2 > len(competences) else "probable"
        yield how, f"{odd} sur {len(competences)} ne commencent pas par un verbe à l’infinitif."


def _of_alineas(raw: list[str]) -> Iterator[_Doute]:
    if any(part[:1].isupper() for said in raw for part in PARAGRAPHE.split(said.strip())[1:]):
        yield "probable", "Un alinéa sans marque suit une compétence : il y est laissé."
