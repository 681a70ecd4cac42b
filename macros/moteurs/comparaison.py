"""Two built sites: the same pages, each with the same elements, attributes, addresses and text, and the same files.

A difference that is not in the list of macros/moteurs/ecarts.py is a fault, and so is one of the list that is not met.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from macros.moteurs.ecarts import ECARTS, reduced
from macros.moteurs.lecture import read

# The files of each builder and of its theme; and those that hold a digest or a date of every page.
SIENS = re.compile(
    r"assets/images/favicon\.png|assets/javascripts/LICENSE|assets/stylesheets/(classic/|modern/)?(main|palette)\..*"
    r"|search\.json|search/search_index\.json|sitemap\.xml(\.gz)?|sw\.js"
)


@dataclass(frozen=True, slots=True)
class Comparaison:
    """How many pages were compared, and a sentence for each difference that is not listed."""

    pages: int
    fautes: tuple[str, ...]


def differing(ours: str, theirs: str, adresse: str, seen: Counter[str]) -> str:
    """Return a sentence on the first place where two writings of a page differ, empty where they say the same."""
    one, other = (tuple(reduced(read(text, adresse), seen)) for text in (ours, theirs))
    for ligne, (a, b) in enumerate(zip_longest(one, other, fillvalue="rien")):
        if a != b:
            return f"{adresse} : morceau {ligne}, « {a} » chez MkDocs, « {b} » chez Zensical."
    return ""


def _files(site: Path) -> dict[str, Path]:
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {name: path for name, path in found.items() if not SIENS.fullmatch(name)}


def _faults(ours: dict[str, Path], theirs: dict[str, Path], seen: Counter[str]) -> Iterator[str]:
    for name in sorted(ours.keys() - theirs.keys()):
        yield f"{name} : seulement chez MkDocs."
    for name in sorted(theirs.keys() - ours.keys()):
        yield f"{name} : seulement chez Zensical."
    for name in sorted(ours.keys() & theirs.keys()):
        one, other = ours[name], theirs[name]
        if name.endswith(".html"):
            adresse = "/" + name.removesuffix("index.html")
            yield differing(one.read_text("utf-8"), other.read_text("utf-8"), adresse, seen)
        elif one.read_bytes() != other.read_bytes():
            yield f"{name} : n’a pas le même contenu."


def compare(mkdocs: Path, zensical: Path) -> Comparaison:
    """Compare two folders, each a finished site."""
    ours, theirs = _files(mkdocs), _files(zensical)
    seen: Counter[str] = Counter()
    fautes = [faute for faute in _faults(ours, theirs, seen) if faute]
    fautes += [f"L’écart « {ecart.nom} » n’est plus rencontré : retirez-le." for ecart in ECARTS if not seen[ecart.nom]]
    pages = [name for name in ours.keys() & theirs.keys() if name.endswith(".html")]
    if not pages:
        fautes.append(f"Aucune page commune à {mkdocs} et {zensical} : construisez les deux sites.")
    return Comparaison(len(pages), tuple(fautes))
