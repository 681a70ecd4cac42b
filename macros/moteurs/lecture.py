"""A built page as a list of what it says, so that two writings of the same page are equal.

Left aside: how blanks and attributes are laid out, and how a relative address is written (`..` or `./..`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from urllib.parse import urljoin

ADRESSES = ("href", "src", "action", "data-recherche")
# Any will do: from a bare path, the standard library joins those that climb too high otherwise than browsers.
ORIGINE = "https://site.invalid"


@dataclass(frozen=True, slots=True)
class Balise:
    """The start of an element."""

    nom: str
    attributs: Mapping[str, str | None]

    def __str__(self) -> str:
        """Return it for a sentence of a terminal."""
        return " ".join((self.nom, *(f"{name}={value}" for name, value in sorted(self.attributs.items()))))

    def sans(self, *attributs: str) -> Balise:
        """Return the element less some attributes."""
        return replace(self, attributs={name: v for name, v in self.attributs.items() if name not in attributs})


@dataclass(frozen=True, slots=True)
class Fin:
    """The end of an element."""

    nom: str

    def __str__(self) -> str:
        """Return it for a sentence of a terminal."""
        return f"fin de {self.nom}"


Morceau = Balise | Fin | str


class _Lecteur(HTMLParser):
    def __init__(self, adresse: str) -> None:
        super().__init__(convert_charrefs=True)
        self.adresse = ORIGINE + adresse
        self.morceaux: list[Morceau] = []
        self._texte: list[str] = []

    def _said(self, *more: Morceau) -> None:
        texte = " ".join("".join(self._texte).split())
        self._texte.clear()
        self.morceaux.extend((texte, *more) if texte else more)

    def handle_data(self, data: str) -> None:
        self._texte.append(data)

    def handle_starttag(self, tag: str, attrs: Iterable[tuple[str, str | None]]) -> None:
        attributs = {
            name: urljoin(self.adresse, value) if name in ADRESSES and value is not None else value
            for name, value in attrs
        }
        self._said(Balise(tag, attributs))

    def handle_endtag(self, tag: str) -> None:
        self._said(Fin(tag))

    def close(self) -> None:
        super().close()
        self._said()


def read(texte: str, adresse: str) -> tuple[Morceau, ...]:
    """Return what a page says, in its order.  `adresse`: where it stands on the site, from /."""
    lecteur = _Lecteur(adresse)
    lecteur.feed(texte)
    lecteur.close()
    return tuple(lecteur.morceaux)
