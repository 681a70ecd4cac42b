"""An element of the feed → its value, by what its class declares.

What stands in the XML and has no field is told in a remark: nothing that the feed may add one day is lost in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast
from xml.etree.ElementTree import Element

from referentials.importation.balises import Balise, places
from referentials.importation.termes import Lecture

T = TypeVar("T")
_Noeuds = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Remarque:
    """What could not be read as it should: the element, its text as written, and why (a French sentence)."""

    chemin: str
    valeur: str
    raison: str


@dataclass(frozen=True, slots=True)
class _Place:
    nom: str
    balise: Balise


@cache
def _nodes(kind: type) -> _Noeuds:
    nodes: _Noeuds = {}
    for name, balise in places(kind):
        *above, last = balise.chemin.split("/")
        inside = nodes
        for tag in above:
            inside = inside.setdefault(tag, {})
        inside[last] = _Place(name, balise)
    return nodes


def remplir(kind: type[T], element: Element, remarques: list[Remarque], chemin: str = "", **fixes: Any) -> T:
    """Read a value from its element, and add to the remarks what did not read."""
    found: dict[str, Any] = dict(fixes)
    _descend(element, _nodes(cast("type", kind)), chemin, found, remarques)
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in found.items()})


def lire_texte(lecture: Lecture, text: str, chemin: str, remarques: list[Remarque]) -> object:
    """Read a text that is not empty; of one that does not read, say so and keep what its reading keeps."""
    value = lecture.lire(text)
    if value is None:
        remarques.append(Remarque(chemin, text, f"« {text[:80]} » n’est pas {lecture.attendu}."))
        return lecture.sinon(text)
    return value


def _descend(element: Element, nodes: _Noeuds, path: str, found: dict[str, Any], remarques: list[Remarque]) -> None:
    if text := _own(element):
        remarques.append(
            Remarque(path.rstrip("/"), text, "Ce texte se trouve entre deux éléments : il n’est pas repris.")
        )
    for child in element:
        here = f"{path}{child.tag}"
        node = nodes.get(child.tag)
        if node is None:
            remarques.append(Remarque(here, _text(child), "Cet élément n’est pas connu : il n’est pas repris."))
        elif isinstance(node, _Place):
            _put(child, node, here, found, remarques)
        else:
            _descend(child, node, f"{here}/", found, remarques)


def _put(child: Element, place: _Place, here: str, found: dict[str, Any], remarques: list[Remarque]) -> None:
    balise = place.balise
    value: object
    if balise.partie:
        value = remplir(balise.partie, child, remarques, f"{here}/", **dict(balise.fixes))
    else:
        text = _text(child)
        if len(child):
            remarques.append(
                Remarque(here, text, "Des balises se trouvent dans ce texte : seuls les mots sont repris.")
            )
        # An element that is there and empty says no more than one that is not.
        value = lire_texte(balise.lecture, text, here, remarques) if text else None
    if value is None:
        return
    if balise.plusieurs:
        found.setdefault(place.nom, []).append(value)
    elif place.nom in found:
        remarques.append(Remarque(here, _text(child), "Cet élément se répète : seul le premier est repris."))
    else:
        found[place.nom] = value


def _own(element: Element) -> str:
    return "".join([element.text or "", *(child.tail or "" for child in element)]).strip()


def _text(element: Element) -> str:
    return "".join(element.itertext()).strip()
