"""What is done to the site once MkDocs has built it: policies of its pages, then what works offline, digests included."""

from __future__ import annotations

from pathlib import Path

from macros import csp
from macros.offline import service_worker

SITE = Path(__file__).parents[1] / "site"


def finish(site: Path = SITE) -> None:
    """Put its security policy in every page of `site`, and its service worker beside them."""
    for path in sorted(site.rglob("*.html")):
        path.write_text(csp.secure(path.read_text("utf-8")), "utf-8")
    # Last: it holds the digest of every page as it now is.
    service_worker.write(site)
