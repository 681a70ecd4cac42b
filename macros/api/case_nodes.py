"""The elements of a referential as CASE 1.1 has them, and how each is named."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from macros.api.identifiers import address, identifier, link
from macros.api.outline import Element, elements
from macros.names import anchor, full_title
from macros.vocabulaire import ELEMENTS
from referentials.model_certification import Certification


@dataclass(frozen=True)
class Paquet:
    """What every part of a package says: the certification, where the site is, the day of the last change."""

    certification: Certification
    titre: str
    base: str

    @cached_property
    def elements(self) -> list[Element]:
        """The elements of its referential."""
        return list(elements(self.certification))

    @cached_property
    def enonces(self) -> dict[str, str]:
        """Their statements by code; that of the empty code is the title of the whole."""
        return {one.code: one.enonce for one in self.elements} | {"": self.titre}

    @property
    def moment(self) -> str:
        """The last change, as CASE wants it: of the day alone we know."""
        return f"{self.certification.identite.date_mise_a_jour}T00:00:00Z"

    def head(self, *names: str, page: str = "") -> dict[str, Any]:
        """Return what every object of CASE begins with."""
        name = identifier(self.certification.slug, *names)
        place = f"certifications/{self.certification.slug}/{page}"
        uri = address(self.base, place, name) if page or not names else f"urn:uuid:{name}"
        return {"identifier": name, "uri": uri}

    def link(self, code: str = "", titre: str = "") -> dict[str, Any]:
        """Return a link to one of its elements, or to the whole where there is no code; `titre`: that of a code withdrawn."""
        slug = self.certification.slug
        name = identifier(slug, code) if code else identifier(slug)
        place = f"certifications/{slug}/" + (f"referentiel/#{anchor(code)}" if code else "")
        title = titre or self.enonces[code]
        return {**link(title, name, address(self.base, place, name)), "targetType": "CASE"}

    def association(
        self, kind: str, origin: dict[str, Any], destination: dict[str, Any], **more: Any
    ) -> dict[str, Any]:
        """Return what one link is to another, under an identifier made of both."""
        return {
            **self.head(kind, origin["identifier"], destination["identifier"]),
            "associationType": kind,
            "originNodeURI": origin,
            "destinationNodeURI": destination,
            **more,
            "lastChangeDateTime": self.moment,
        }

    def beside(self, certification: Certification) -> Paquet:
        """Return what the package of another certification says, of the same site."""
        return Paquet(certification, full_title(certification), self.base)


def item_types(paquet: Paquet) -> dict[str, dict[str, Any]]:
    """Return the kinds of elements that it has, by our code."""
    kinds = dict.fromkeys(one.genre for one in paquet.elements)
    return {
        kind: {
            "identifier": identifier("genres", kind),
            "uri": f"urn:uuid:{identifier('genres', kind)}",
            "title": ELEMENTS[kind].titre,
            "description": ELEMENTS[kind].titre,
            "hierarchyCode": str(rank),
            "typeCode": kind,
            "lastChangeDateTime": paquet.moment,
        }
        for rank, kind in enumerate(kinds, 1)
    }


def items(paquet: Paquet) -> list[dict[str, Any]]:
    """Return each element; where Repère proposes it, and whence it comes, is in its extension."""
    types = item_types(paquet)
    return [_item(paquet, one, types[one.genre]) for one in paquet.elements]


def _item(paquet: Paquet, one: Element, kind: dict[str, Any]) -> dict[str, Any]:
    ours: dict[str, Any] = {"origine": one.origine, "document": one.source.document, "section": one.source.section}
    ours |= {"page": one.source.page} if one.source.page else {}
    ours |= {"enonce_candidat": one.candidat} if one.candidat else {}
    return {
        **paquet.head(one.code, page=f"referentiel/#{anchor(one.code)}"),
        "fullStatement": one.enonce,
        **({"abbreviatedStatement": one.court} if one.court else {}),
        "humanCodingScheme": one.code,
        **({"listEnumeration": str(one.numero)} if one.numero else {}),
        "CFItemType": kind["title"],
        "CFItemTypeURI": link(kind["title"], kind["identifier"], kind["uri"]),
        "language": "fr",
        "lastChangeDateTime": paquet.moment,
        "extensions": {"repere": ours},
    }
