"""States of certifications on pages: all are carried, the reader's browser shows those of the day (assets/javascripts/etat.mjs)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from forms.socle.phrases_etat import ORDRE
from referentials.etat import CLOSED, DOCUMENT, INCONNU, Etat, Suite, on
from referentials.model_certification import Certification


@dataclass(frozen=True, slots=True)
class Moment:
    """Days on which one does the same: begin this certification, or else one of `vivantes`, which replace it.

    `inconnues`: what a document says comes after, of whose state nothing is known.  `placees`: what Repère alone places
    there, where no document names any of these; it is told with that reserve.
    """

    close: bool
    vivantes: tuple[Suite, ...]
    inconnues: tuple[Suite, ...]
    placees: tuple[Suite, ...]
    du: str | None
    au: str | None

    def holds(self, jour: str) -> bool:
        """Tell whether a day is among them (the browser does the same)."""
        return (self.du is None or jour >= self.du) and (self.au is None or jour <= self.au)


def placed(etat: Etat) -> list[Suite]:
    """Return those that Repère alone places after one, or after what documents place there, and that are not over."""

    def along(suites: Sequence[Suite]) -> Iterator[Suite]:
        for suite in suites:
            if suite.origine != DOCUMENT and suite.etat not in CLOSED | {INCONNU}:
                yield suite
            yield from along(suite.suites)

    return list(along(etat.suites))


def today() -> str:
    """Return the day of the build, where it happens."""
    return datetime.now().astimezone().date().isoformat()


def moments(etats: Sequence[Etat]) -> list[Moment]:
    """Return the days of a certification in order, those on which one does the same together."""
    found: list[Moment] = []
    for etat in etats:
        named = (tuple(etat.vivantes()), tuple(etat.inconnues())) if etat.close else ((), ())
        after = (*named, tuple(placed(etat)) if etat.close and not any(named) else ())
        one = Moment(etat.close, *after, etat.du, etat.au)
        if found and replace(found[-1], au=one.au) == replace(one, du=found[-1].du):
            found[-1] = replace(found[-1], au=one.au)
        else:
            found.append(one)
    return found


def rank(etat: Etat) -> int:
    """Return where a state stands in a list: what one can still have comes first."""
    return ORDRE.index(etat.etat)


def ordered(certifications: Sequence[Certification], jour: str) -> list[Certification]:
    """Return certifications in the order of a list, as on a day (liste.mjs does the same on the reader's).

    Of one state, those that somebody read come first: there is more to learn of them.
    """
    return sorted(certifications, key=lambda one: (rank(on(one.etats, jour)), one.identite.importee))
