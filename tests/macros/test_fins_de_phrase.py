"""A sentence ends once, and is parted from the next: on every page, whatever the data put at the end of it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown  # type: ignore[import-untyped]  # comes with MkDocs, without types
import pytest

from forms.socle.phrases import full_stop
from macros.pages.rubriques import rubriques
from referentials.load import load
from tests.outils_pages import EXTENSIONS, SITE_KINDS, source

# What begins a line of its own; the days of a state stand one upon another, and one alone is shown.
APART = {
    "p",
    "li",
    "dd",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "td",
    "th",
    "summary",
    "caption",
    "label",
    "div",
    "ul",
    "ol",
    "br",
}
TWICE = re.compile(r"(?<!\.)\.\.(?!\.)|[?!…]\.(?![\w.])")
STUCK = re.compile(r"[a-zà-ÿ»)]\.[A-ZÀ-Ý«]")
PAGES = [(kind, "") for kind in SITE_KINDS] + [
    (rubrique.macro, one.slug) for one in load().certifications for rubrique in rubriques(load(), one.slug)
]


class Words(HTMLParser):
    """What is read, a line for each element that has its own."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._mute = 0

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        """Leave the line, or what nobody reads."""
        self._mute += tag in {"script", "style"}
        self.said += ["\n"] * (tag in APART)

    def handle_endtag(self, tag: str) -> None:
        """Come back from it."""
        self._mute -= tag in {"script", "style"}
        self.said += ["\n"] * (tag in APART)

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        self.said += [] if self._mute else [" ".join(re.split(r"\s", data))]


@pytest.mark.parametrize(("kind", "slug"), PAGES)
def test_no_sentence_ends_twice_nor_touches_the_next(kind: str, slug: str) -> None:
    """« Lyon.. », « mon OPCO ?. », « en vigueur.À qui demander »: none of them on any page."""
    words = Words()
    words.feed(markdown.markdown(source(kind, load(), slug), extensions=EXTENSIONS))
    text = "".join(words.said)
    assert [text[max(0, found.start() - 30) : found.end() + 20] for found in TWICE.finditer(text)] == []
    assert [text[max(0, found.start() - 30) : found.end() + 20] for found in STUCK.finditer(text)] == []


def test_a_stop_is_only_what_is_missing() -> None:
    """A text that ends with its own stop, inside a quotation too, gets none."""
    assert [full_stop(text) for text in ("Lyon.", "Qui ?", "Dit « quoi ? »", "Paris (75).", "et…")] == [""] * 5
    assert [full_stop(text) for text in ("Lyon", "Paris (75)", "« Dit »", "")] == ["."] * 4
