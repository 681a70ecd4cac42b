"""The six answers that a fiche begins with, as they are read on a day."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

from referentials.load import Collection, load
from referentials.model_certification import Certification
from tests.outils_pages import source

QUESTIONS = [
    ("presentation", "C’est quoi ?"),
    ("et-maintenant", "Peut-on encore l’obtenir ?"),
    ("metier", "Pour quels métiers ?"),
    ("voies", "Comment y entrer ?"),
    ("evaluation", "Comment est-on évalué ?"),
    ("duree-et-prix", "Quelle durée, quel prix ?"),
]
TODAY = "2026-11-30"


class Block(HTMLParser):
    """The words of the six answers, question by question, as they are on a day."""

    def __init__(self, jour: str) -> None:
        """Read as on that day."""
        super().__init__(convert_charrefs=True)
        self.jour = jour
        self.found: dict[str, str] = {}
        self.links: dict[str, list[str]] = {}
        self._opened: list[tuple[str, bool]] = []
        self._question = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element; one that another day shows is left out."""
        given = dict(attrs)
        self._question = given.get("data-question") or self._question
        other = "data-periode" in given and not (
            (given.get("data-du") or "") <= self.jour <= (given.get("data-au") or "9999")
        )
        self._opened.append((tag, other))
        if self._question and tag == "a" and not self._left_out():
            self.links.setdefault(self._question, []).append(str(given["href"]))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element; the list ends the block."""
        while self._opened and self._opened.pop()[0] != tag:
            pass
        self._question = "" if tag == "dl" else self._question

    def handle_data(self, data: str) -> None:
        """Keep the words of the question that is read."""
        if self._question and not self._left_out():
            self.found[self._question] = self.found.get(self._question, "") + data

    def _left_out(self) -> bool:
        return any(other for _, other in self._opened)


@cache
def published(slug: str) -> str:
    """Return the fiche of a published certification."""
    return source("fiche", load(), slug)


def block(slug: str, jour: str = TODAY, collection: Collection | None = None) -> Block:
    """Return the six answers of a fiche on a day; of a published one where no other collection is given."""
    found = Block(jour)
    text = source("fiche", collection, slug) if collection else published(slug)
    found.feed(text.partition("</dl>")[0] + "</dl>")
    found.found = {ancre: " ".join(text.replace("\u202f", "\u00a0").split()) for ancre, text in found.found.items()}
    return found


def plain(text: str) -> str:
    """Return a text with plain spaces, and without tags."""
    return " ".join(re.sub(r"<[^>]+>", "", text).replace("\u00a0", " ").replace("\u202f", " ").split())


def answer(slug: str, ancre: str, jour: str = TODAY, collection: Collection | None = None) -> str:
    """Return one answer, without its question, with plain spaces."""
    return plain(block(slug, jour, collection).found[ancre].partition("?")[2])


def days(certification: Certification) -> set[str]:
    """Return a day of each state of a certification."""
    return {TODAY, *(day for etat in certification.etats for day in (etat.du, etat.au) if day)}
