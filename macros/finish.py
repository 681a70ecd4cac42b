"""What is done to the site once it is built, whoever built it: its search, the policies of its pages, what works offline."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from macros import csp
from macros.hors_ligne import service_worker
from macros.hors_ligne.precache import PLAFOND
from macros.recherche import ecriture as recherche
from referentials.load import load

# The theme's own script and what it loads: the site has its own search, and nothing else of it serves.
THEME = ("bundle.*", "lunr", "workers")
SITE = Path(__file__).parents[1] / "site"


def trimmed(text: str) -> str:
    """Return `text` without the spaces that the theme leaves at the end of thousands of lines."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def uncommented(text: str) -> str:
    """Return `text` without the comments of a script that stands in the page: they are for who reads the source."""
    return re.sub(
        r"(?<=<script>)[^<]*(?:<(?!/script>)[^<]*)*",
        lambda script: re.sub(r"(?m)^[ \t]*//.*\n|[ \t]*/\*\*(?s:.*?)\*/\n?", "", script[0]),
        text,
    )


def finish(site: Path = SITE, plafond: int = PLAFOND) -> None:
    """Make the search of `site`, put its security policy in every page, and its service worker beside them.

    plafond: compressed bytes up to which the offline copy holds the whole site.
    """
    for pattern in THEME:
        for path in (site / "assets" / "javascripts").glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    recherche.write(site, load())
    for path in sorted(site.rglob("*.html")):
        path.write_text(csp.secure(uncommented(trimmed(path.read_text("utf-8")))), "utf-8")
    # Last: it holds the digest of every page as it now is.
    service_worker.write(site, plafond)
