"""What is done to the site once it is built, whoever built it: its search, the policies of its pages, what works offline."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros import csp
from macros.hors_ligne import service_worker
from macros.hors_ligne.precache import PLAFOND
from macros.navigateur import inline
from macros.recherche import ecriture as recherche
from referentials.load import load

# The theme's own script and what it loads: the site has its own search, and nothing else of it serves.
THEME = ("bundle.*", "lunr", "workers")
SITE = Path(__file__).parents[1] / "site"


def trimmed(text: str) -> str:
    """Return `text` without the spaces that the theme leaves at the end of thousands of lines."""
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def finish(site: Path = SITE, plafond: int = PLAFOND) -> None:
    """Make the search of `site`, put its security policy in every page, and its service worker beside them.

    plafond: compressed bytes up to which the offline copy holds the whole site.
    """
    for pattern in THEME:
        for path in (site / "assets" / "javascripts").glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    recherche.write(site, load())
    paths = sorted(site.rglob("*.html"))
    for path, text in zip(paths, inline.minified(trimmed(path.read_text("utf-8")) for path in paths), strict=True):
        path.write_text(csp.secure(text), "utf-8")
    # Last: it holds the digest of every page as it now is.
    service_worker.write(site, plafond)
