"""The words that a glossary defines, where they stand: the first of each section of a page leads to its definition.

The words come from the glossary of the certification, then from ours; each says itself the forms that a text gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markupsafe import escape

from macros.rendering import environment
from referentials.load import Collection

# Terms of the trade and of the exams; « savoir » or « compétence » are words of every page.
GLOSSAIRES = {"technique", "evaluation"}
# What stands in these is a name, a gesture or a drawing, or leads elsewhere already.
APART = frozenset(
    {
        "a",
        "blockquote",
        "button",
        "caption",
        "cite",
        "code",
        "dt",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "header",
        "label",
    }
)
APART |= {"legend", "nav", "pre", "script", "style", "summary", "svg", "th", "time"}
VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
PIECE = re.compile(r"(<[^>]*>)")
TAG = re.compile(r"<(/?)([a-z0-9]+)")
# What search leaves out is no statement, but for what holds on some days only.
LEFT_OUT = re.compile(r"^(?!.*data-periode).*data-hors-recherche", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mot:
    """A word with its anchor in the glossary, and the forms that lead there."""

    ancre: str
    formes: tuple[str, ...]


@cache
def _ours() -> tuple[Mot, ...]:
    module: Any = environment().get_template("vocabulaire.j2").module
    return tuple(Mot(f"repere-{mot['code']}", tuple(mot["formes"])) for mot in module.VOCABULAIRE if "formes" in mot)


def words(collection: Collection, slug: str) -> list[Mot]:
    """Return the words that a page of a certification may lead from: those that its own documents define come first."""
    theirs = [
        Mot(f"{slug}-{terme.code.lower()}", (terme.terme, f"{terme.terme}s"))
        for terme in collection.certification(slug).glossaire
        if terme.glossaire in GLOSSAIRES
    ]
    kinds = [Mot(f"repere-{genre.code.lower()}", (genre.sigle,)) for genre in collection.genres.values() if genre.sigle]
    return [*theirs, *kinds, *_ours()]


def _anchors(mots: Sequence[Mot]) -> dict[str, str]:
    """Return where each form leads; capitals alone are a form of their own (« RE » is no « re »)."""
    found: dict[str, str] = {}
    for mot in mots:
        for forme in mot.formes:
            found.setdefault(_key(forme), mot.ancre)
    return found


def _key(forme: str) -> str:
    return forme if forme.isupper() else forme.casefold()


def linked(text: str, mots: Sequence[Mot], racine: str) -> str:
    """Return the Markdown of a page where the first of each word, in each section, is a link to its definition."""
    anchors = _anchors(mots)
    if not anchors:
        return text
    some = "|".join(
        re.escape(str(escape(forme))) for mot in mots for forme in sorted(mot.formes, key=len, reverse=True)
    )
    pattern = re.compile(rf"(?<![\w-])({some})(?![\w-])", re.IGNORECASE)
    return "".join(_pieces(text, pattern, anchors, racine))


def led(text: str, collection: Collection, slug: str, racine: str) -> str:
    """Return the Markdown of a page of a certification, led to the words of its documents and to ours."""
    return linked(text, words(collection, slug), racine)


def _pieces(text: str, pattern: re.Pattern[str], anchors: Mapping[str, str], racine: str) -> Iterator[str]:
    apart: list[str] = []
    seen: set[str] = set()

    def link(match: re.Match[str]) -> str:
        word = match[1]
        anchor = anchors.get(_key(word))
        if anchor is None or anchor in seen:
            return word
        seen.add(anchor)
        return f'<a class="r-mot" href="{racine}glossaire/#{anchor}">{word}</a>'

    for piece in PIECE.split(text):
        if piece.startswith("<"):
            if tag := TAG.match(piece):
                _follow(apart, tag[2], closing=bool(tag[1]), left_out=bool(LEFT_OUT.search(piece)))
            yield piece
        elif apart:
            yield piece
        else:
            for line in piece.splitlines(keepends=True):
                if line.startswith("## "):
                    seen.clear()
                yield line if line.startswith("#") else pattern.sub(link, line)


def _follow(apart: list[str], name: str, *, closing: bool, left_out: bool) -> None:
    """Keep the elements, from the outermost, inside which nothing is touched."""
    if not closing and (apart or name in APART or left_out) and name not in VOID:
        apart.append(name)
    elif closing and name in apart:
        while apart.pop() != name:
            pass
