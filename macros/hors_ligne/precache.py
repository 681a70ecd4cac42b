"""What the offline copy holds: the files of the built site that pages, search, forms and Python need, with digests."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from fnmatch import fnmatch
from pathlib import Path

from macros.navigateur import digest

# What no page, search, form nor Python asks for.  Everything else is kept: forgetting a file would show offline only.
LEFT_OUT = (
    "404.html",
    "api/*",
    "images/*",
    "robots.txt",
    "schemas/*",
    "sitemap.xml*",
    "sw.js",
    "*.map",
    # In the page itself.
    "assets/javascripts/apparence.mjs",
    "assets/javascripts/veille.mjs",
    # The theme's own, which the site replaces.
    "assets/images/favicon.png",
    "assets/stylesheets/palette.*",
    # Written in the worker itself.
    "assets/repere/pyodide/*/pyodide-lock.json",
)
# A name that holds a digest: another content has another name, so what the browser already has may be taken.
NAMED_BY_CONTENT = re.compile(r"[.-][0-9a-f]{8}\.min\.|-[0-9A-Z]{8}\.js$|/pyodide/[\d.]+-[0-9a-f]{12}/")
# Pages first: a host that changes them is found out before anything heavy is downloaded.
ORDER = (".html", ".css", ".woff2", ".mjs", ".js", ".json")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: address from the root of the site, revision (none where the address itself changes), digest, bytes."""

    url: str
    revision: str | None
    integrity: str
    bytes: int


def entries(site: Path) -> list[Entry]:
    """Return what the offline copy of the site in a folder holds, pages first, then from the lightest kind."""
    files = [path for path in site.rglob("*") if path.is_file() and wanted(path.relative_to(site).as_posix())]
    return [_entry(site, path) for path in sorted(files, key=_rank)]


def wanted(name: str) -> bool:
    """Return whether the offline copy holds the file of that name, relative to the site."""
    return not any(fnmatch(name, pattern) for pattern in LEFT_OUT)


def _rank(path: Path) -> tuple[int, int, str]:
    kind = ORDER.index(path.suffix) if path.suffix in ORDER else len(ORDER)
    return (kind, path.stat().st_size if kind else 0, path.as_posix())


def _entry(site: Path, path: Path) -> Entry:
    name = path.relative_to(site).as_posix()
    url = name.removesuffix("index.html") if path.name == "index.html" else name
    revision = None if NAMED_BY_CONTENT.search(name) else digest.sha256(path)[:16]
    return Entry(url or "./", revision, digest.integrity(path), path.stat().st_size)


def version(found: list[Entry]) -> str:
    """Return a name for this content: any other byte anywhere gives another one."""
    return digest.sha256_of("\n".join(f"{entry.integrity} {entry.url}" for entry in found))[:16]


def to_json(found: list[Entry]) -> str:
    """Return what the service worker carries: version, number of pages, bytes, and the files."""
    carried = {
        "version": version(found),
        "pages": sum(entry.url.endswith("/") for entry in found),
        "octets": sum(entry.bytes for entry in found),
        "fichiers": [{key: value for key, value in asdict(entry).items() if key != "bytes"} for entry in found],
    }
    return json.dumps(carried, ensure_ascii=False)
