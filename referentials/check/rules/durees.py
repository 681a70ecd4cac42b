"""REF005: bounds are in order, and the parts of an exam add up to the total that the source prints."""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF005"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each duration out of order and for each total that its parts contradict."""
    for certification in collection.certifications:
        chemin = f"certifications/{certification.slug}/evaluations.json"
        for index, epreuve in enumerate(certification.epreuves):
            place = f"$.epreuves[{index}]"
            for rank, partie in enumerate(epreuve.parties):
                low, high = partie.duree.minutes_min, partie.duree.minutes_max
                if low is not None and high is not None and low >= high:
                    message = f"la durée va de {low} à {high} minutes"
                    yield Finding(
                        chemin, f"{place}.parties[{rank}].duree", CODE, message, "mettez la plus courte en premier"
                    )
            minutes = [partie.duree.minutes for partie in epreuve.parties]
            total = epreuve.duree.minutes if epreuve.duree else None
            known = [value for value in minutes if value is not None]
            if total is not None and len(known) == len(minutes) and sum(known) != total:
                detail = " + ".join(str(value) for value in known)
                message = f"les parties font {detail} = {sum(known)} minutes et l’épreuve en annonce {total}"
                yield Finding(
                    chemin, f"{place}.duree", CODE, message, "corrigez une partie, ou le total, d’après la source"
                )
