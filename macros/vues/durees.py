"""How long the exams last, as far as the source says: a total only where it prints one, else each exam for itself."""

from __future__ import annotations

from dataclasses import dataclass

from referentials.model_certification import Certification, Duree, Epreuve, Session


@dataclass(frozen=True, slots=True)
class TempsEpreuves:
    """What can be said of the time of the exams.

    `session`: the sitting for the whole title, whose total the source prints, and `voies`, the routes that lead to it.
    Without one, `epreuves` are those of which some time is said, and `sans_duree` how many say none: nothing is added up.
    """

    session: Session | None
    voies: tuple[str, ...]
    epreuves: tuple[Epreuve, ...]
    sans_duree: int

    @property
    def seule(self) -> Epreuve | None:
        """The only exam, where the source prints how long it lasts: that is the whole."""
        alone = len(self.epreuves) == 1 and not self.sans_duree and is_said(self.epreuves[0].duree)
        return self.epreuves[0] if alone else None


def is_said(duree: Duree | None) -> bool:
    """Return whether a duration has a figure: exact, about, between two bounds, or one bound only."""
    return duree is not None and any((duree.minutes, duree.minutes_min, duree.minutes_max))


def exam_time(certification: Certification) -> TempsEpreuves:
    """Return the session of the whole title where its total is printed; without one, the exams one by one."""
    roots = {root.code for root in certification.composantes}
    for session in certification.sessions:
        if is_said(session.duree) and set(session.composantes) == roots:
            mine = [epreuve for epreuve in certification.epreuves if epreuve.session == session.code]
            voies = dict.fromkeys(voie for epreuve in mine for voie in epreuve.voies)
            return TempsEpreuves(session, tuple(voies), (), 0)
    said = tuple(epreuve for epreuve in certification.epreuves if _says(epreuve))
    return TempsEpreuves(None, (), said, len(certification.epreuves) - len(said))


def _says(epreuve: Epreuve) -> bool:
    return is_said(epreuve.duree) or any(is_said(partie.duree) for partie in epreuve.parties)


def follow(session: Session | None, epreuves: tuple[Epreuve, ...]) -> bool:
    """Return whether exams may be drawn one after the other: one sitting, whose printed total is what they add up to."""
    total = session.duree.minutes if session and session.duree else None
    known = [partie.duree.minutes for epreuve in epreuves for partie in epreuve.parties]
    return total is not None and None not in known and sum(m for m in known if m is not None) == total
