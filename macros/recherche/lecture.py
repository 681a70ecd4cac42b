"""What search reads of a built page: its titles, and the text of its sections.  HTML in, values out.

It reads the <article> of the page, whoever built it, less what a page marks `data-hors-recherche`, what holds on some
days only, and what is no statement: navigation, controls, drawings, the mark of a source.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = frozenset({"h1", "h2", "h3"})
LEFT_OUT = frozenset({"button", "nav", "noscript", "script", "select", "style", "svg", "template", "textarea"})
# They hold nothing, and have no end.
VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
# Written in the line of what stands before them: all other elements part two words.
INLINE = frozenset({"a", "abbr", "b", "code", "em", "i", "mark", "q", "small", "strong", "sub", "sup", "time", "u"})
EXCLUDING = frozenset({"data-hors-recherche", "data-periode", "data-filtres"})
# A link to the place where it stands, and the mark of where a statement was read.
BESIDE = frozenset({"headerlink", "r-source"})


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a heading: its anchor (none before the first), its words, its text."""

    ancre: str
    titre: str
    texte: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name in lists, its own first heading, its sections in their order, the words that it defines."""

    nom: str
    titre: str
    sections: tuple[Section, ...]
    termes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Written:
    """A section that is being read: its anchor, its level, the words of its heading and those below."""

    anchor: str
    level: str
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Follow the elements of a page; keep the words of its article by section."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [_Written("", "")]
        self.name: list[str] = []
        self._open: list[tuple[str, str]] = []
        self._article = 0
        self._left_out = 0
        self._heading = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self._apart(tag)
            return
        attributes = {name: value or "" for name, value in attrs}
        # A definition has the anchor of the group that it begins.
        anchor = attributes.get("id", "") if tag != "dt" or not self._open else self._open[-1][1]
        self._open.append((tag, attributes.get("id", "")))
        depth = len(self._open)
        if tag == "article" and not self._article:
            self._article = depth
        if not self._article or self._left_out:
            return
        if tag in LEFT_OUT or EXCLUDING & attributes.keys() or BESIDE & {*attributes.get("class", "").split()}:
            self._left_out = depth
        elif tag == "h1" or (anchor and (tag in HEADINGS or tag == "dt")):
            self._heading = depth
            self.sections.append(_Written(anchor, tag))
        self._apart(tag)

    def handle_endtag(self, tag: str) -> None:
        if all(tag != name for name, _ in self._open):
            return
        while True:
            depth, (closed, _) = len(self._open), self._open.pop()
            if depth == self._left_out:
                self._left_out = 0
            if depth == self._heading:
                self._heading = 0
            if depth == self._article:
                self._article = 0
            if closed == tag:
                break
        self._apart(tag)

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "title" and not self._article:
            self.name.append(data)
        elif self._article and not self._left_out:
            self._into().append(data)

    def _into(self) -> list[str]:
        return self.sections[-1].title if self._heading else self.sections[-1].text

    def _apart(self, tag: str) -> None:
        if tag not in INLINE and self._article and not self._left_out:
            self._into().append(" ")


def _one_line(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


def read(html: str, site: str) -> Page:
    """Return what search reads of a page; `site`: the name that follows the page's own in its <title>."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    named = [(part.anchor, part.level, _one_line(part.title), _one_line(part.text)) for part in reader.sections]
    h1 = next((title for _, level, title, _ in named if level == "h1"), "")
    sections = tuple(
        Section("" if level == "h1" else anchor, "" if level == "h1" else title, text)
        for anchor, level, title, text in named
        if text or (title and level != "h1")
    )
    termes = tuple(title for _, level, title, _ in named if level == "dt")
    return Page(_one_line(reader.name).removesuffix(f" · {site}"), h1, sections, termes)
