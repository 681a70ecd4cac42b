"""What is done to the site once MkDocs has built it."""

from __future__ import annotations

from pathlib import Path

from macros import csp

SITE = Path(__file__).parents[1] / "site"


def finish(site: Path = SITE) -> None:
    """Put its security policy in every page of `site`."""
    for path in sorted(site.rglob("*.html")):
        path.write_text(csp.secure(path.read_text("utf-8")), "utf-8")
