"""Pages as a reader gets them: Markdown rendered as the site renders it, then read as HTML."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from typing import Any

import markdown  # type: ignore[import-untyped]  # comes with MkDocs, without types

from macros import pages
from macros.pages.commun import Contexte, FormAssets, Script
from macros.pages.rubriques import rubriques
from referentials.load import Collection, load
from tests.outils import MINIMALE, SLUG

# Those of mkdocs.yml that change what HTML comes out; the others only add to it.
EXTENSIONS = ["attr_list", "md_in_html", "tables"]
ASSETS = FormAssets(Script("../../../assets/repere/essai.js", "sha384-essai"), "../../../assets/repere/w.js")
# Kind of page → what comes before its address, up to the site's root.
SITE_KINDS = {"accueil": "", "liste_certifications": "../", "comparer": "../", "donnees": "../"}
SITE_KINDS |= {"glossaire": "../", "discordances": "../", "voisines": "../", "aujourd_hui": "../"}
SITE_KINDS |= {"confidentialite": "../", "accessibilite": "../", "contribuer": "../", "hors_ligne": "../"}
SITE_KINDS |= {"deployer": "../"}
# Those that show no free text of the minimal certification: titles of schemas, words of our own.
WITHOUT_FREE_TEXT = {"glossaire", "discordances", "confidentialite", "accessibilite", "voisines"}
WITHOUT_FREE_TEXT |= {"contribuer", "hors_ligne", "deployer"}
CERTIFICATION_KINDS = {
    rubrique.macro: "../../" if rubrique.macro == "fiche" else "../../../"
    for rubrique in rubriques(load(MINIMALE), SLUG)
}
KINDS = (*SITE_KINDS, *CERTIFICATION_KINDS)


def having(kind: str) -> list[str]:
    """Return the published certifications that have a page of this kind."""
    collection = load()
    every = [certification.slug for certification in collection.certifications]
    return [slug for slug in every if kind in {rubrique.macro for rubrique in rubriques(collection, slug)}]


def source(kind: str, collection: Collection, slug: str) -> str:
    """Return the Markdown of one kind of page."""
    if kind in SITE_KINDS:
        return pages.SITE[kind](collection, Contexte(SITE_KINDS[kind], lambda _: ASSETS))
    return pages.CERTIFICATION[kind](
        collection, slug, Contexte(CERTIFICATION_KINDS.get(kind, "../../../"), lambda _: ASSETS)
    )


@dataclass
class Element:
    """An element of a page, with the text inside it."""

    tag: str
    attributes: dict[str, str | None]
    text: str = ""


@dataclass
class Reading(HTMLParser):
    """What a page holds: its elements in order, each with its whole text."""

    elements: list[Element] = field(default_factory=list)
    opened: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start the parser that this extends."""
        HTMLParser.__init__(self, convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element; those that never close hold no text."""
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in {"input", "br", "hr", "img", "meta", "link", "col"}:
            self.opened.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of that name."""
        for rank in range(len(self.opened) - 1, -1, -1):
            if self.opened[rank].tag == tag:
                del self.opened[rank:]
                return

    def handle_data(self, data: str) -> None:
        """Give the text to every element that is open."""
        for element in self.opened:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of a tag that have these attributes."""
        wanted = attributes.items()
        return [e for e in self.elements if e.tag == tag and all(e.attributes.get(name) == v for name, v in wanted)]


# A word that leads to its definition.
MOT = re.compile(r'<a class="r-mot" [^>]*>(.*?)</a>', re.DOTALL)


def unlinked(text: str) -> str:
    """Return the Markdown of a page without the links from its words to the glossary, for who counts other links."""
    return MOT.sub(r"\1", text)


SIGN = re.compile(r'<a href="#(source-\d+)">.*?</a>', re.DOTALL)


def _parsed(html: str) -> Reading:
    reading = Reading()
    reading.feed(html)
    return reading


@lru_cache(maxsize=32)
def read(text: str, *, cited: bool = False) -> Reading:
    """Render the Markdown of a page and read it; the same text is the same reading, which nobody changes.

    `cited`: beside each sign of a source, the place that it leads to, as who follows it reads it.
    """
    html = markdown.markdown(text, extensions=EXTENSIONS)
    reading = _parsed(html)
    if not cited:
        return reading
    document, places = "", {}
    for rank, element in enumerate(reading.elements):
        if element.attributes.get("class") == "r-document":
            # Its short name, else its title.
            document = reading.elements[rank + 1].text
        elif str(element.attributes.get("id")).startswith("source-"):
            places[element.attributes["id"]] = escape(f" Source : {document}, {element.text} ")
    return _parsed(SIGN.sub(lambda sign: places[sign[1]], html))


def embedded(reading: Reading, identifier: str) -> Any:
    """Return the JSON that a page carries in a script element."""
    (script,) = reading.all("script", id=identifier)
    return json.loads(script.text)
