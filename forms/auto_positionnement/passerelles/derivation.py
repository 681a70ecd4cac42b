"""Collection → what links the questions of its forms: by the files of links, and by the criteria that say what is near.

Two elements of one text are one under two codes: whatever links the first links the second.  No other link is drawn from
two links: near to what is near may be far.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.passerelles.liens import IDENTIQUE, PROPRE, Cible, Lien, Origine, Vers, Voisine
from forms.socle import phrases_etat
from forms.socle.ecriture import same
from referentials.load import Collection
from referentials.model import Critere
from referentials.model_certification import Certification
from referentials.titles import distinct_titles

# What a link is called when it is read from the new one to the old one.
REVERSED = {"regroupee": "partagee", "partagee": "regroupee"}
GONE = {"nouvelle", "disparue", PROPRE}

# An element of a certification: its slug, its code.
Noeud = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Arete:
    """A link as it is written: elements of one certification, elements of another; `de` is empty for what is new."""

    origine: str
    cible: str
    de: tuple[str, ...]
    a: tuple[str, ...]
    nature: str
    remarque: str = ""


@dataclass(frozen=True, slots=True)
class _Question:
    """What a form asks of an element: the competence itself or that of which it is a part, or a statement."""

    code: str
    competence: bool
    entier: bool
    rang: int


@dataclass(frozen=True)
class Liens:
    """All the links of a collection.  `voisins`: the elements that have the same text as one, in other certifications."""

    collection: Collection
    aretes: tuple[_Arete, ...]
    voisins: Mapping[Noeud, tuple[Noeud, ...]]
    questions: Mapping[str, Mapping[str, _Question]]
    titres: Mapping[str, str]
    par_certification: Mapping[str, tuple[_Arete, ...]] = field(default_factory=dict)

    def origine(self, slug: str) -> Origine:
        """Return the form of a certification, with all that leads elsewhere from it."""
        form = derive(self.collection.certification(slug))
        found: dict[str, dict[tuple[tuple[str, ...], str], Lien]] = {}
        for cible, lien in self._links(slug):
            mine = found.setdefault(cible, {})
            key = (lien.de, lien.a)
            known = mine.get(key)
            if known is None or _rank(lien) < _rank(known):
                mine[key] = lien
        vers = (self._towards(cible, tuple(liens.values())) for cible, liens in sorted(found.items()))
        return Origine(self.titres[slug], form, tuple(vers))

    def voisine(self, certification: Certification) -> Voisine:
        """Return how a certification is told among the others."""
        titre = self.titres[certification.slug]
        return Voisine(certification.slug, titre, phrases_etat.carried(certification.etats))

    def _towards(self, cible: str, liens: tuple[Lien, ...]) -> Vers:
        asked = self.questions[cible]
        competences = self.collection.certification(cible).all_competences()
        order = {question.code: question.rang for question in asked.values()}
        cibles = tuple(
            Cible(one.code, one.nom, tuple(k.code for k in one.criteres)) for one in competences if one.criteres
        )
        return Vers(cible, cibles, tuple(sorted(liens, key=lambda lien: (order[lien.a], lien.de))))

    def _links(self, slug: str) -> Iterator[tuple[str, Lien]]:
        """Yield the links from a form to another: written, carried on by what has the same text, and that itself."""
        for arete in self.par_certification.get(slug, ()):
            for autre in {arete.cible, *self._reached(arete)} - {slug}:
                for a in arete.a:
                    yield from self._linked(slug, autre, arete, a)
        for code in self.questions[slug]:
            yield from self._same(slug, code)

    def _reached(self, arete: _Arete) -> set[str]:
        return {slug for a in arete.a for slug, _ in self.voisins.get((arete.cible, a), ())}

    def _linked(self, slug: str, autre: str, arete: _Arete, a: str) -> Iterator[tuple[str, Lien]]:
        de = [self._as(slug, (arete.origine, code)) for code in arete.de]
        to = self._as(autre, (arete.cible, a))
        if to is None or None in de or (arete.nature == PROPRE and (arete.origine, arete.cible) != (slug, autre)):
            return
        ours, theirs = self.questions[slug], self.questions[autre].get(to)
        sources = [ours.get(code or "") for code in de]
        if theirs is None or None in sources:
            return
        known = [one for one in sources if one is not None]
        # A statement answers a statement: of a whole competence, nothing is said about one of its statements.
        if any(one.competence != theirs.competence for one in known):
            return
        par = [self.titres[one] for one in (arete.origine, arete.cible) if one not in {slug, autre}]
        entier = theirs.entier and all(one.entier for one in known)
        # What stands alone is told of a whole competence only: of a part of one, or of a statement, it says little.
        if arete.nature == PROPRE and not (theirs.competence and theirs.entier):
            return
        codes = tuple(dict.fromkeys(one.code for one in known))
        yield autre, Lien(codes, theirs.code, arete.nature, arete.remarque, entier, tuple(dict.fromkeys(par)))

    def _as(self, slug: str, noeud: Noeud) -> str | None:
        """Return the code that an element has in a certification: its own there, or that of the same text."""
        if noeud[0] == slug:
            return noeud[1]
        found = [code for other, code in self.voisins.get(noeud, ()) if other == slug]
        return found[0] if len(found) == 1 else None

    def _same(self, slug: str, code: str) -> Iterator[tuple[str, Lien]]:
        ours = self.questions[slug][code]
        for autre, other in self.voisins.get((slug, code), ()):
            theirs = self.questions[autre].get(other)
            if autre != slug and theirs and theirs.competence == ours.competence:
                par = tuple(self.titres[one] for one in self._path(slug, code, autre))
                yield autre, Lien((ours.code,), theirs.code, IDENTIQUE, "", ours.entier and theirs.entier, par)

    def _path(self, slug: str, code: str, autre: str) -> list[str]:
        """Return the certifications between two that have one text, where no link joins them directly."""
        direct = {(arete.origine, arete.cible) for arete in self.aretes if arete.nature == IDENTIQUE}
        if (slug, autre) in direct:
            return []
        return sorted({one for one, _ in self.voisins[slug, code]} - {slug, autre})


def _rank(lien: Lien) -> tuple[bool, bool, bool, int]:
    """Return what makes a link better than another one between the same questions: the smallest is kept."""
    return lien.nature != IDENTIQUE, not lien.entier, not lien.remarque, len(lien.par)


def links(collection: Collection) -> Liens:
    """Return all the links of a collection, read once."""
    aretes = tuple(_edges(collection))
    voisins = _classes(aretes)
    concerned: dict[str, list[_Arete]] = {}
    for arete in aretes:
        others = [{slug for slug, _ in voisins.get((arete.origine, code), ())} for code in arete.de]
        for slug in {arete.origine, *(set.intersection(*others) if others else ())}:
            concerned.setdefault(slug, []).append(arete)
    return Liens(
        collection,
        aretes,
        voisins,
        {one.slug: _questions(one) for one in collection.certifications},
        distinct_titles(collection),
        {slug: tuple(found) for slug, found in concerned.items()},
    )


def _edges(collection: Collection) -> Iterator[_Arete]:
    """Yield what the data say, both ways."""
    for arete in _written(collection):
        if arete.nature in GONE:
            # Told of the side where it stands alone; from there, it leads nowhere.
            one, other = arete.origine, arete.cible
            yield from [_Arete(one, other, (), arete.a, PROPRE, arete.remarque)] if arete.a else []
            yield from [_Arete(other, one, (), arete.de, PROPRE, arete.remarque)] if arete.de else []
        else:
            yield arete
            nature = REVERSED.get(arete.nature, arete.nature)
            yield _Arete(arete.cible, arete.origine, arete.a, arete.de, nature, arete.remarque)


def _written(collection: Collection) -> Iterator[_Arete]:
    for table in collection.correspondances.values():
        for lien in table.liens:
            sides = (table.ancienne, table.nouvelle, lien.ancien, lien.nouveau)
            yield _Arete(*sides, lien.nature, lien.remarque or "")
    for near in collection.rapprochements.values():
        for one in near.liens:
            yield _Arete(near.premiere, near.seconde, one.premier, one.second, one.nature, one.remarque or "")
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
                yield _Arete(slug, other.certification, (code,), (other.code,), nature)


def _is_same(one: Critere, other: Critere) -> bool:
    """Tell whether two criteria that the data link are one: what is asked of the candidate, and what is looked at."""
    return same((one.enonce, one.enonce_candidat), (other.enonce, other.enonce_candidat))


def _classes(aretes: tuple[_Arete, ...]) -> dict[Noeud, tuple[Noeud, ...]]:
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


def _questions(certification: Certification) -> dict[str, _Question]:
    """Return what the form asks of each element, by the code of the element."""
    found: dict[str, _Question] = {}
    for competence in certification.all_competences():
        if not competence.criteres:
            continue
        found[competence.code] = _Question(competence.code, competence=True, entier=True, rang=len(found))
        for part in competence.sous_competences:
            found[part.code] = _Question(competence.code, competence=True, entier=False, rang=len(found))
        for critere in competence.criteres:
            found[critere.code] = _Question(critere.code, competence=False, entier=True, rang=len(found))
    return found
