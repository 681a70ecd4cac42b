"""« Ce qui vaut aujourd’hui »: the national law by question, for a certification, somebody and a day that the reader chooses.

Every version of every rule is in the page, under what it applies to: the browser only shows (aujourd-hui.mjs).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from forms.droit import choix, vocabulaire
from macros.pages.commun import Contexte
from macros.rendering import render as render_template
from macros.vues import etats
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_law import RegleDeDroit
from referentials.model_orientation import Service


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a rule; `certifications`: the only ones that it may apply to, None where it is all of them."""

    regle: RegleDeDroit
    certifications: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Entree:
    """The versions of a rule under one question; `premiere`: no other question before this one had it."""

    code: str
    premiere: bool
    versions: tuple[Version, ...]

    def holds(self, jour: str) -> bool:
        """Tell whether one of its versions holds on a day."""
        return any(one.regle.holds(jour) for one in self.versions)


def entries(collection: Collection) -> list[tuple[str, list[Entree]]]:
    """Return each question with its rules, in the order of the files."""
    every = [regle for sujet in collection.droit.values() for regle in sujet.regles]
    seen: set[str] = set()
    found = []
    for chapitre in choix.chapters(every):
        codes = dict.fromkeys(regle.code for regle in chapitre.regles)
        found.append(
            (
                chapitre.sujet,
                [
                    Entree(code, code not in seen, tuple(_versions(code, chapitre.regles, collection.certifications)))
                    for code in codes
                ],
            )
        )
        seen |= codes.keys()
    return found


def _versions(
    code: str, regles: Iterable[RegleDeDroit], certifications: tuple[Certification, ...]
) -> Iterable[Version]:
    for regle in regles:
        if regle.code == code:
            fitting = tuple(one.slug for one in certifications if choix.fits(regle, one))
            yield Version(regle, None if len(fitting) == len(certifications) else fitting)


def _services(collection: Collection) -> dict[str, Service]:
    """Return the official services whose address needs nothing of a certification, by their code."""
    every = (service for liens in collection.liens.values() for service in liens.services)
    return {service.code: service for service in every if service.parametre is None}


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    every = [regle for sujet in collection.droit.values() for regle in sujet.regles]
    checked = [regle.verifie_le for regle in every]
    return render_template(
        "aujourd-hui.md.j2",
        collection.documents,
        sujets=entries(collection),
        douteuses=[regle for regle in every if regle.confiance != "haute"],
        situations=vocabulaire.SITUATIONS,
        certifications=etats.ordered(collection.certifications, etats.today()),
        services=_services(collection),
        revu=(min(checked), max(checked)) if checked else None,
        mise_a_jour=None,
        racine=contexte.racine,
    )
