"""What search is fed: words that the page sets apart stay apart, and the page of a dead certification weighs half.

The first is a hook of MkDocs; the weight is set in the head of the page, by the macro that writes it.

The index takes the text out of a page's tags, and glues what two neighbours hold: « Numéro de fiche » and
« Indéterminé » would be one word.  A space after what is a block of its own changes nothing on screen.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from referentials.etat import on
from referentials.model_certification import Certification

BLOCK = re.compile(
    r"(</(?:article|button|caption|dd|details|div|dl|dt|figcaption|h[1-6]|header|label|legend|li|nav|ol|option|p|section"
    r"|summary|table|tbody|td|text|th|thead|title|tr|ul)>)(?=\S)"
)
# A span of a class of its own stands on its own line, or as a label: its neighbour is another thing.
LABEL = re.compile(r"(<span class=\"r-(?:chiffre|etiquette|indetermine|niveau)[^>]*>[^<]*</span>)(?=[^\s.,;:)<])")
# The page of a dead certification follows that which says the same of a living one; its own number still leads to it.
DEAD = 0.5


def apart(html: str) -> str:
    """Return the HTML of a page with a space after each block that what follows touches."""
    return BLOCK.sub(r"\1 ", LABEL.sub(r"\1 ", html))


def weighed(meta: Mapping[str, Any], certification: Certification, jour: str) -> dict[str, Any]:
    """Return what the head of a page of a certification tells search, as on a day: what it weighs is less once dead."""
    search = meta.get("search", {})
    if not on(certification.etats, jour).close:
        return {**search}
    return {**search, "boost": search.get("boost", 1) * DEAD}


def on_page_content(html: str, **_: Any) -> str:
    """Prepare a page for the index (called by MkDocs): spaces in the Markdown of a page would break its blocks."""
    return apart(html)
