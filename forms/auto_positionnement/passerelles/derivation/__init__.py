"""Collection → what links the questions of its forms: by the files of links, and by the criteria that say what is near.

Two elements of one text are one under two codes: whatever links the first links the second.  No other link is drawn from
two links: near to what is near may be far.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.passerelles.derivation.aretes import Arete, Noeud, classes, edges
from forms.auto_positionnement.passerelles.derivation.elements import Question, questions
from forms.auto_positionnement.passerelles.liens import IDENTIQUE, PROPRE, Cible, Lien, Origine, Vers, Voisine
from forms.socle import phrases_etat
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.titles import distinct_titles


@dataclass(frozen=True)
class Liens:
    """All the links of a collection.  `voisins`: the elements that have the same text as one, in other certifications."""

    collection: Collection
    aretes: tuple[Arete, ...]
    voisins: Mapping[Noeud, tuple[Noeud, ...]]
    questions: Mapping[str, Mapping[str, Question]]
    titres: Mapping[str, str]
    par_certification: Mapping[str, tuple[Arete, ...]] = field(default_factory=dict)

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
            Cible(one.code, one.nom, tuple(k.code for k in one.criteres) or (one.code,))
            for one in competences
            if one.criteres or one.est_un_enonce
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

    def _reached(self, arete: Arete) -> set[str]:
        return {slug for a in arete.a for slug, _ in self.voisins.get((arete.cible, a), ())}

    def _linked(self, slug: str, autre: str, arete: Arete, a: str) -> Iterator[tuple[str, Lien]]:
        de = [self._as(slug, (arete.origine, code)) for code in arete.de]
        to = self._as(autre, (arete.cible, a))
        if to is None or None in de or (arete.nature == PROPRE and arete.origine != slug):
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
    aretes = tuple(edges(collection))
    voisins = classes(aretes)
    concerned: dict[str, list[Arete]] = {}
    for arete in aretes:
        others = [{slug for slug, _ in voisins.get((arete.origine, code), ())} for code in arete.de]
        for slug in {arete.origine, *(set.intersection(*others) if others else ())}:
            concerned.setdefault(slug, []).append(arete)
    return Liens(
        collection,
        aretes,
        voisins,
        {one.slug: questions(one) for one in collection.certifications},
        distinct_titles(collection),
        {slug: tuple(found) for slug, found in concerned.items()},
    )
