"""What Zensical writes otherwise than MkDocs, one by one with its reason (docs/adr/0020-zensical.md has the same list)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from macros.moteurs.lecture import Balise, Fin, Morceau

_FEUILLE = re.compile(r"/assets/stylesheets/(classic/)?main\.[0-9a-f]{8}\.min\.css")


@dataclass(frozen=True, slots=True)
class Ecart:
    """One difference that is accepted: the element, and the attributes that may differ (empty: the whole element)."""

    nom: str
    concerne: Callable[[Balise], bool]
    attributs: tuple[str, ...] = ()


def _classe(nom: str, classe: str) -> Callable[[Balise], bool]:
    return lambda balise: balise.nom == nom and balise.attributs.get("class") == classe


ECARTS = (
    # The name of who built the page.
    Ecart("generator", lambda b: b.nom == "meta" and b.attributs.get("name") == "generator", ("content",)),
    # The sheet of the theme: the same rules, in another file.
    Ecart("feuille", lambda b: b.nom == "link" and bool(_FEUILLE.search(b.attributs.get("href") or "")), ("href",)),
    # A veil that is nothing to a screen reader: Zensical says so.
    Ecart("voile", _classe("label", "md-overlay"), ("aria-hidden",)),
    # A dialog of the theme that the site never opens.
    Ecart("dialogue", _classe("div", "md-dialog"), ("aria-atomic", "role")),
    # A second link to skip the header, which the theme's style shows on focus only, as ours.
    Ecart("saut", _classe("a", "md-skip")),
)


def reduced(morceaux: Sequence[Morceau], seen: Counter[str]) -> Iterator[Morceau]:
    """Yield what a page says less the listed differences, and count in `seen` where each was met."""
    inside = ""
    for morceau in morceaux:
        if inside:
            inside = "" if morceau == Fin(inside) else inside
            continue
        ecart = next((e for e in ECARTS if isinstance(morceau, Balise) and e.concerne(morceau)), None)
        if ecart is None or not isinstance(morceau, Balise):
            yield morceau
            continue
        seen[ecart.nom] += 1
        if ecart.attributs:
            yield morceau.sans(*ecart.attributs)
        else:
            inside = morceau.nom
