"""The links between two certifications, with what each points at, sorted as the page shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.comparaison.elements import Element
from referentials.model import Source
from referentials.model_collection import Lien, LienRapproche

# Order of the natures on the page: from what stays to what goes.
NATURES = ("identique", "reformulee", "regroupee", "partagee", "proche", "nouvelle", "disparue", "propre")
GROUPS = {
    "structure": ("composante", "competence", "sous_competence"),
    "activites": ("activite", "tache"),
    "criteres": ("critere", "savoir"),
}


@dataclass(frozen=True, slots=True)
class LienMontre:
    """A link between two certifications as the page shows it, whether or not the second one follows the first."""

    code: str
    ancien: tuple[str, ...]
    nouveau: tuple[str, ...]
    nature: str
    origine: str
    source: Source
    remarque: str | None = None


def shown(lien: Lien | LienRapproche) -> LienMontre:
    """Return a link of a file, of either kind."""
    sides = (lien.ancien, lien.nouveau) if isinstance(lien, Lien) else (lien.premier, lien.second)
    return LienMontre(lien.code, *sides, lien.nature, lien.origine, lien.source, lien.remarque)


@dataclass(frozen=True, slots=True)
class Rapport:
    """A link, its elements on both sides, and the group of the page that it belongs to."""

    lien: LienMontre
    ancien: tuple[Element, ...]
    nouveau: tuple[Element, ...]

    @property
    def groupe(self) -> str:
        """Return « structure », « activites » or « criteres », after what the link points at."""
        genre = (*self.nouveau, *self.ancien)[0].genre
        return next(group for group, genres in GROUPS.items() if genre in genres)


@dataclass(frozen=True, slots=True)
class Groupe:
    """The links of one group: those that have two sides, what is new, what has gone, and how many of each nature."""

    code: str
    communs: tuple[Rapport, ...]
    nouveaux: tuple[Rapport, ...]
    disparus: tuple[Rapport, ...]
    sans_lien_ancien: tuple[Element, ...]
    sans_lien_nouveau: tuple[Element, ...]

    @property
    def identiques(self) -> tuple[Rapport, ...]:
        """Return the links that change nothing and have nothing more to say."""
        return tuple(r for r in self.communs if r.lien.nature == "identique" and not r.lien.remarque)

    @property
    def changes(self) -> tuple[Rapport, ...]:
        """Return the other links that have two sides."""
        return tuple(r for r in self.communs if r not in self.identiques)

    @property
    def parties(self) -> list[tuple[str, tuple[Rapport, ...]]]:
        """Return those, part by part of the first certification, in its order."""
        names = dict.fromkeys(rapport.ancien[0].partie for rapport in self.changes)
        return [(name, tuple(r for r in self.changes if r.ancien[0].partie == name)) for name in names]

    @property
    def bilan(self) -> list[tuple[str, int]]:
        """Return how many links there are of each nature, none left out but those that are zero."""
        every = [r.lien.nature for r in (*self.communs, *self.nouveaux, *self.disparus)]
        return [(nature, every.count(nature)) for nature in NATURES if nature in every]


def _known(codes: Iterable[str], among: Mapping[str, Element]) -> tuple[Element, ...]:
    return tuple(among[code] for code in codes if code in among)


def _left(among: Mapping[str, Element], cited: set[str], genres: tuple[str, ...]) -> tuple[Element, ...]:
    return tuple(e for e in among.values() if e.genre in genres and e.code not in cited)


def groups(liens: Sequence[LienMontre], ancien: Mapping[str, Element], nouveau: Mapping[str, Element]) -> list[Groupe]:
    """Return the groups of links of a pair, in the order of the page; a group that has no link is left out."""
    rapports = [Rapport(lien, _known(lien.ancien, ancien), _known(lien.nouveau, nouveau)) for lien in liens]
    rapports = [rapport for rapport in rapports if rapport.ancien or rapport.nouveau]
    cited_old = {code for lien in liens for code in lien.ancien}
    cited_new = {code for lien in liens for code in lien.nouveau}
    found = []
    for code, genres in GROUPS.items():
        mine = [rapport for rapport in rapports if rapport.groupe == code]
        if mine:
            found.append(
                Groupe(
                    code,
                    tuple(r for r in mine if r.ancien and r.nouveau),
                    tuple(r for r in mine if not r.ancien),
                    tuple(r for r in mine if not r.nouveau),
                    _left(ancien, cited_old, genres),
                    _left(nouveau, cited_new, genres),
                )
            )
    return found
