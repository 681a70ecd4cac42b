"""What the data say of two certifications: the files of links, the criteria that say what is near; and what is one text."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from forms.auto_positionnement.passerelles.liens import IDENTIQUE, PROPRE
from forms.socle.ecriture import same
from referentials.load import Collection
from referentials.model import Critere

# What a link is called when it is read from the new one to the old one.
REVERSED = {"regroupee": "partagee", "partagee": "regroupee"}
GONE = {"nouvelle", "disparue", PROPRE}

# An element of a certification: its slug, its code.
Noeud = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Arete:
    """A link as it is written: elements of one certification, elements of another; `de` is empty for what is new."""

    origine: str
    cible: str
    de: tuple[str, ...]
    a: tuple[str, ...]
    nature: str
    remarque: str = ""


def edges(collection: Collection) -> Iterator[Arete]:
    """Yield what the data say, both ways."""
    for arete in _written(collection):
        if arete.nature in GONE:
            # Told of the side where it stands alone; from there, it leads nowhere.
            one, other = arete.origine, arete.cible
            yield from [Arete(one, other, (), arete.a, PROPRE, arete.remarque)] if arete.a else []
            yield from [Arete(other, one, (), arete.de, PROPRE, arete.remarque)] if arete.de else []
        else:
            yield arete
            nature = REVERSED.get(arete.nature, arete.nature)
            yield Arete(arete.cible, arete.origine, arete.a, arete.de, nature, arete.remarque)


def _written(collection: Collection) -> Iterator[Arete]:
    for table in collection.correspondances.values():
        for lien in table.liens:
            sides = (table.ancienne, table.nouvelle, lien.ancien, lien.nouveau)
            yield Arete(*sides, lien.nature, lien.remarque or "")
    for near in collection.rapprochements.values():
        for one in near.liens:
            yield Arete(near.premiere, near.seconde, one.premier, one.second, one.nature, one.remarque or "")
    criteres = {
        (certification.slug, critere.code): critere
        for certification in collection.certifications
        for competence in certification.all_competences()
        for critere in competence.criteres
    }
    for (slug, code), critere in criteres.items():
        for other in critere.rapprochements:
            if theirs := criteres.get((other.certification, other.code)):
                nature = IDENTIQUE if _is_same(critere, theirs) else "proche"
                yield Arete(slug, other.certification, (code,), (other.code,), nature)


def _is_same(one: Critere, other: Critere) -> bool:
    """Tell whether two criteria that the data link are one: what is asked of the candidate, and what is looked at."""
    return same((one.enonce, one.enonce_candidat), (other.enonce, other.enonce_candidat))


def classes(aretes: tuple[Arete, ...]) -> dict[Noeud, tuple[Noeud, ...]]:
    """Return, for each element, all those that have its text, itself included."""
    joined: dict[Noeud, set[Noeud]] = {}
    for arete in aretes:
        if arete.nature == IDENTIQUE and len(arete.de) == len(arete.a) == 1:
            joined.setdefault((arete.origine, arete.de[0]), set()).add((arete.cible, arete.a[0]))
    found: dict[Noeud, tuple[Noeud, ...]] = {}
    for start in joined:
        if start in found:
            continue
        seen, waiting = {start}, deque([start])
        while waiting:
            new = joined.get(waiting.popleft(), set()) - seen
            seen |= new
            waiting.extend(new)
        members = tuple(sorted(seen))
        found |= dict.fromkeys(members, members)
    return found
