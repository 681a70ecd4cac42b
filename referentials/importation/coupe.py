"""A text that comes in pieces → one text a fiche, so that a broken fiche takes no other with it.

A parser of the whole file stops for good at its first fault.  Here the file is only cut, at the tags of the fiches
(comments and CDATA apart), and each fiche is parsed alone: at no time is more than one of them in memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

# The largest fiche met has 200 000 characters; what goes on so long is no fiche.
LONGEST = 32_000_000
_TOKEN = re.compile(r"<!--|<!\[CDATA\[|<!DOCTYPE|<FICHE(?=[\s/>])|</FICHE\s*>|<FICHES(?=[\s>])|</FICHES\s*>")
_NEXT = re.compile(r"</FICHE\s*>\s*(?:<FICHE[\s>]|</FICHES)")
_VERSION = re.compile(r"<VERSION_FLUX>\s*([^<]{1,20}?)\s*</VERSION_FLUX>")
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>"}
# A tag may be cut anywhere between two pieces, and so may the end of a fiche with the beginning of the next.
_TAIL = 256

Manque = Literal["fermeture", "suite", "mesure"]


@dataclass(frozen=True, slots=True)
class Morceau:
    """The text of a fiche, its rank, the line where it begins, and what it misses: its end tag, the file, a measure."""

    texte: str
    rang: int
    ligne: int
    version: str | None
    manque: Manque | None = None


@dataclass(frozen=True, slots=True)
class Arret:
    """Why the cutting ended otherwise than at the end of the fiches."""

    motif: Literal["doctype", "tronque", "vide"]
    rang: int
    ligne: int


class Coupe:
    """The cutting at work: what was read and not yet given, and where it stands."""

    def __init__(self) -> None:
        """Start before the first piece."""
        self.text = ""
        self.at = 0
        self.begun: int | None = None
        self.until = ""
        self.rank = 0
        self.line = 1
        self.version: str | None = None
        self.opened = self.closed = self.refused = False

    def drop(self, end: int) -> None:
        """Forget what stands before `end`, and count its lines."""
        self.line += self.text.count("\n", 0, end)
        self.text = self.text[end:]
        self.at = max(0, self.at - end)

    def give(self, end: int, missing: Manque | None = None) -> Morceau:
        """Give the fiche that ends here."""
        self.drop(self.begun or 0)
        end -= self.begun or 0
        self.begun, self.until = None, ""
        self.rank += 1
        piece = Morceau(self.text[:end], self.rank, self.line, self.version, missing)
        self.drop(end)
        return piece

    def skip(self) -> bool:
        """Go past the comment or CDATA that is open; False when its end has not come yet."""
        end = self.text.find(self.until, self.at)
        # In a fiche, one that goes on into the next was opened by mistake, and takes only its own fiche with it.
        if self.begun is not None and (
            next_one := _NEXT.search(self.text, self.at, len(self.text) if end < 0 else end)
        ):
            self.at, self.until = next_one.start(), ""
            return True
        if end < 0:
            self.at = max(self.at, len(self.text) - _TAIL)
            return False
        self.at, self.until = end + len(self.until), ""
        return True

    def meet(self, found: re.Match[str]) -> Iterator[Morceau]:
        """Take one tag in."""
        tag = found[0]
        start, self.at = found.span()
        if tag in _ENDS:
            self.until = _ENDS[tag]
        elif tag == "<!DOCTYPE":
            self.refused = True
        elif tag == "<FICHES":
            self.opened = True
        elif tag.startswith("</FICHES"):
            self.closed = True
        elif tag == "<FICHE":
            if self.begun is not None:
                yield self.give(start, "fermeture")
                self.at = len(tag)
            elif not self.rank and (said := _VERSION.search(self.text, 0, start)):
                self.version = said[1]
            self.begun = 0 if self.at == len(tag) else start
        elif self.begun is not None:
            yield self.give(self.at)

    def feed(self, piece: str) -> Iterator[Morceau]:
        """Cut what can be with one piece more."""
        self.text += piece
        while not self.refused and (not self.until or self.skip()) and (found := _TOKEN.search(self.text, self.at)):
            yield from self.meet(found)
        if not self.until:
            self.at = max(self.at, len(self.text) - _TAIL)
        if self.begun is None:
            # The version of the feed stands before the first fiche, and is read when that one comes.
            if self.rank or len(self.text) > LONGEST:
                self.drop(self.at)
        elif len(self.text) - self.begun > LONGEST:
            yield self.give(self.at, "mesure")


def couper(pieces: Iterable[str]) -> Iterator[Morceau | Arret]:
    """Yield the fiches of a text that comes in pieces, then why it ended, unless at its proper end."""
    work = Coupe()
    for piece in pieces:
        yield from work.feed(piece)
        if work.refused:
            break
    if work.refused:
        yield Arret("doctype", work.rank, work.line)
    elif work.begun is not None:
        yield work.give(len(work.text), "suite")
    elif not work.rank:
        yield Arret("tronque" if work.opened and not work.closed else "vide", 0, 1)
    elif work.opened and not work.closed:
        yield Arret("tronque", work.rank, work.line + work.text.count("\n"))
