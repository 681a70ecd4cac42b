"""The oldest browsers that the site is made for: navigateurs.json, which the bundles of scripts read too.

They are those that run Pyodide's WebAssembly, which asks for more than our own scripts do.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

NAVIGATEURS = Path(__file__).with_name("navigateurs.json")


@cache
def in_words() -> str:
    """Return the browsers and the version of each, as a sentence lists them."""
    found = json.loads(NAVIGATEURS.read_text("utf-8"))
    *first, last = (f"{one['nom']} {one['version']}" for one in found.values())
    return f"{', '.join(first)} ou {last}"
