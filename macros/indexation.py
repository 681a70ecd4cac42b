"""What search is fed (a hook of MkDocs): words that the page sets apart stay apart, dead certifications come last.

The index takes the text out of a page's tags, and glues what two neighbours hold: « Numéro de fiche » and
« Indéterminé » would be one word.  A space after what is a block of its own changes nothing on screen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.etats import today
from referentials.etat import on
from referentials.load import Collection, load

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

BLOCK = re.compile(
    r"(</(?:article|button|caption|dd|details|div|dl|dt|figcaption|h[1-6]|header|label|legend|li|nav|ol|option|p|section"
    r"|summary|table|tbody|td|text|th|thead|title|tr|ul)>)(?=\S)"
)
# A span of a class of its own stands on its own line, or as a label: its neighbour is another thing.
LABEL = re.compile(r"(<span class=\"r-(?:chiffre|etiquette|indetermine|niveau)[^>]*>[^<]*</span>)(?=[^\s.,;:)<])")
PAGES = re.compile(r"certifications/([a-z0-9-]+)/")
# The page of a dead certification follows those that say the same of a living one; its own number still leads to it.
DEAD = 0.5


def apart(html: str) -> str:
    """Return the HTML of a page with a space after each block that what follows touches."""
    return BLOCK.sub(r"\1 ", LABEL.sub(r"\1 ", html))


def weight(collection: Collection, url: str, jour: str) -> float:
    """Return how much a page weighs in search, as on a day."""
    match = PAGES.match(url)
    found = match and next((one for one in collection.certifications if one.slug == match[1]), None)
    return DEAD if found and on(found.etats, jour).close else 1


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Prepare a page for the index (called by MkDocs)."""
    found = weight(load(), page.url, today())
    if found != 1:
        page.meta["search"] = {**page.meta.get("search", {}), "boost": found}
    return apart(html)
