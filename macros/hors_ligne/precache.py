"""What the offline copy holds: the files of the built site that pages, search, forms and Python need, with digests."""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from fnmatch import fnmatch
from pathlib import Path

from macros.navigateur import digest

# What no page, search, form nor Python asks for, and the lists of partners.  Everything else is kept: forgetting a file
# would show offline only.
LEFT_OUT = (
    "404.html",
    "api/*",
    # Whom to ask, by the hundred and as of a day: nobody asks them without a network.
    "certifications/*/partenaires/*",
    "donnees/changements.xml",
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
# As much as a first visit keeps of itself, in bytes compressed by Brotli: beyond, each certification waits until it is opened.
PLAFOND = 8_000_000
# The folder in which each certification has its own, and what the title of a page ends with.
LOTS = re.compile(r"certifications/([^/]+)/")
TITRE = re.compile(r"<title>(.*?)(?: · [^<]*)?</title>")
# Pages first: a host that changes them is found out before anything heavy is downloaded.
ORDER = (".html", ".css", ".woff2", ".mjs", ".js", ".json")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: address from the root of the site, revision (none where the address itself changes), digest, bytes."""

    url: str
    revision: str | None
    integrity: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Lot:
    """What a certification has of its own in the copy: the title of its first page, and its files."""

    titre: str
    fichiers: list[Entry]


@dataclass(frozen=True, slots=True)
class Copie:
    """The offline copy: what every visit keeps, and what is kept with each certification; none where all is kept."""

    commun: list[Entry]
    lots: dict[str, Lot]


def kept(site: Path) -> list[Path]:
    """Return the files of a site that its offline copy holds, pages first, then from the lightest kind."""
    files = [path for path in site.rglob("*") if path.is_file() and wanted(path.relative_to(site).as_posix())]
    return sorted(files, key=_rank)


def entries(site: Path) -> list[Entry]:
    """Return the same as entries."""
    return [_entry(site, path) for path in kept(site)]


def copie(site: Path, plafond: int = PLAFOND) -> Copie:
    """Return the copy of the site in a folder: whole while it fits in `plafond` compressed bytes."""
    files = kept(site)
    # What is light enough as it is need not be pressed to know it.
    if plafond and (sum(path.stat().st_size for path in files) <= plafond or _weight(files) <= plafond):
        return Copie(entries(site), {})
    commun: list[Entry] = []
    lots: dict[str, list[Entry]] = {}
    for entry in entries(site):
        own = LOTS.match(entry.url)
        (lots.setdefault(own[1], []) if own else commun).append(entry)
    return Copie(commun, {slug: Lot(_titre(site, slug), lots[slug]) for slug in sorted(lots)})


def _weight(files: list[Path]) -> int:
    command = ["node", str(Path(__file__).with_name("weight.mjs"))]
    told = json.dumps([str(path) for path in files])
    done = subprocess.run(command, input=told, capture_output=True, text=True, check=True)  # noqa: S603 — a fixed command
    return int(done.stdout)


def _titre(site: Path, slug: str) -> str:
    found = TITRE.search((site / "certifications" / slug / "index.html").read_text("utf-8"))
    return html.unescape(found[1]) if found else slug


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


def version(found: Iterable[Entry]) -> str:
    """Return a name for this content: any other byte anywhere gives another one."""
    return digest.sha256_of("\n".join(f"{entry.integrity} {entry.url}" for entry in found))[:16]


def to_json(found: Copie) -> dict[str, object]:
    """Return what the service worker carries: version, number of pages, bytes, files, and the same for each lot."""
    everything = [*found.commun, *(entry for lot in found.lots.values() for entry in lot.fichiers)]
    lots = {slug: {"titre": lot.titre, **_part(lot.fichiers)} for slug, lot in found.lots.items()}
    return {"version": version(everything), **_part(found.commun), "lots": lots}


def _part(found: list[Entry]) -> dict[str, object]:
    return {
        "pages": sum(entry.url.endswith("/") for entry in found),
        "octets": sum(entry.bytes for entry in found),
        "fichiers": [{key: value for key, value in asdict(entry).items() if key != "bytes"} for entry in found],
    }
