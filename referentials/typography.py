"""French typography of data: what is faulty in a text, and how it is written.

One table serves the check and `fix`.  Data use ordinary spaces: whoever renders them sets those that do not break.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

# Keys whose texts are names for machines, or are copied to the letter.
VERBATIM = frozenset({"code", "document", "section", "certification", "certifications", "ancienne", "nouvelle"})
AROUND = 15
OFFICIAL = frozenset({"intitule", "intitule_court", "intitule_enregistre"})
# Addresses of the web, wherever they stand in a text, and names of machines: nothing in them is French.
# A sign as HTML codes it is one sign: what is wrong with it is said elsewhere, and no space goes before its end.
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
FOREIGN = re.compile(rf"(?:https?://|mailto:|www\.)\S+|^[a-z0-9]+(?:[_.-][a-z0-9]+)+$|{ENTITY.pattern}")
# Not after «: a quotation keeps the capitals of its source.
START = r"(?:^|(?<=[.!?:] ))"
ACUTE = (
    "tat|cri|valu|labor|chang|cout|tabl|tud|qui[pv]|conom|cole|l[eé]men|lectr|duca|diti|cart|tap|vit|vol|preuv|lig"
    "|nerg|gal|limin|mett|mis|cran|chell|ch[eé]an|tran|tiqu|thiq|v[eé]n|tend|num[eé]r"
)
GRAVE = (
    "partir|l[’']issue|l[’']aide|chaque|titre|défaut|distance|noter|savoir|compter|condition|cette|ce|la fin|la suite"
)
# Lost by the way: man(œ)uvre, c(œ)ur, s(œ)ur, n(œ)ud, v(œ)u, (œ)il, (œ)uf, m(œ)urs.
LIGATURE = r"\b((?:[a-zé]*[-’'])?(?i:man|dés|ran|é|con|b|ch|c|s|n|v|m)?)(oe|Oe|OE)(?=uvr|ur\b|urs\b|ud|ux?\b|il|uf)"


@dataclass(frozen=True, slots=True)
class Defaut:
    """A kind of fault: its name in a message, how to see it, what to write instead (None: a person decides)."""

    nom: str
    motif: re.Pattern[str]
    remplacement: str | Callable[[re.Match[str]], str] | None
    officiel: bool = True


def _ligature(match: re.Match[str]) -> str:
    return f"{match[1]}{'œ' if match[2] == 'oe' else 'Œ'}"


# In an order where no repair makes a fault that an earlier line would have seen.
DEFAUTS = (
    Defaut("espace insécable, que la page met elle-même", re.compile("[\u00a0\u202f\u2007\u2009]"), " "),
    Defaut("apostrophe droite", re.compile(r"(?<=[^\W_])'(?=[^\W_«])"), "’"),
    Defaut("guillemets droits", re.compile(r'"\s*([^"\s](?:[^"]*[^"\s])?)\s*"'), r"« \1 »"),
    Defaut("guillemets droits", re.compile('"'), None),
    Defaut("trois points au lieu de « … »", re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
    Defaut("« oe » au lieu de « œ »", re.compile(LIGATURE), _ligature),
    Defaut("capitale sans accent", re.compile(rf"{START}E(?={ACUTE})"), "É", officiel=False),
    Defaut("capitale sans accent", re.compile(rf"{START}E(?=tre\b)"), "Ê", officiel=False),
    Defaut("capitale sans accent", re.compile(rf"{START}A(?= (?:{GRAVE})\b)"), "À", officiel=False),
    Defaut("espace oublié après « ", re.compile(r"«(?=[^\s])"), "« "),
    Defaut("espace oublié avant »", re.compile(r"(?<=[^\s])»"), " »"),
    Defaut("espace oublié avant « : »", re.compile(r"(?<=[^\W_])(?<!\d):|(?<=\d):(?!\d)|(?<=[)»%…]):"), " :"),
    Defaut("espace oublié avant « ; », « ! » ou « ? »", re.compile(r"(?<=[^\s!?([«])(?=[;!?])"), " "),
    Defaut("espaces répétés", re.compile(r"  +"), " "),
    Defaut("espace au début ou à la fin", re.compile(r"\A\s+|\s+\Z"), ""),
)


def faults(text: str, *, official: bool = False) -> Iterator[tuple[Defaut, str]]:
    """Yield each kind of fault of a text once, with the words around the first place."""
    named: set[str] = set()
    for defaut in DEFAUTS:
        if defaut.nom not in named and (defaut.officiel or not official):
            for match in defaut.motif.finditer(text):
                if not _foreign(text)(match):
                    named.add(defaut.nom)
                    yield defaut, text[max(0, match.start() - AROUND) : match.end() + AROUND]
                    break


def repaired(text: str, *, official: bool = False) -> str:
    """Return the text with all that has one way of being right; the same text where nothing is faulty."""
    before = None
    # A repair can bring another to light: an apostrophe between two spaces that were one too many.
    while before != text:
        before = text
        for defaut in DEFAUTS:
            if defaut.remplacement is not None and (defaut.officiel or not official):
                text = _replaced(defaut, text)
    return text


def _replaced(defaut: Defaut, text: str) -> str:
    foreign, new = _foreign(text), defaut.remplacement

    def replace(match: re.Match[str]) -> str:
        if new is None or foreign(match):
            return match[0]
        return match.expand(new) if isinstance(new, str) else new(match)

    return defaut.motif.sub(replace, text)


def _foreign(text: str) -> Callable[[re.Match[str]], bool]:
    spans = [match.span() for match in FOREIGN.finditer(text)]
    return lambda match: any(
        start < max(match.end(), match.start() + 1) and match.start() < end for start, end in spans
    )


def texts(node: Any, path: str = "$", key: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield every text in French of a document: its path, the key that it stands under, the text."""
    if isinstance(node, str):
        if key not in VERBATIM:
            yield path, key, node
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from texts(value, f"{path}.{name}", name)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from texts(value, f"{path}[{index}]", key)


def rewritten(node: Any, key: str = "") -> Any:
    """Return a document with each of its texts repaired."""
    if isinstance(node, str):
        return node if key in VERBATIM else repaired(node, official=key in OFFICIAL)
    if isinstance(node, dict):
        return {name: rewritten(value, name) for name, value in node.items()}
    if isinstance(node, list):
        return [rewritten(value, key) for value in node]
    return node
