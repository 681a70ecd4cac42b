"""The pack of a certification: its referential in the words of other systems, where it has one."""

from __future__ import annotations

from macros.api.edition import API
from referentials.model_certification import Certification

CASE, MOODLE = "case.json", "moodle.csv"


def places(certification: Certification) -> dict[str, str]:
    """Return where each file of its pack is, by the name that the lists give it."""
    if not certification.has_referentiel:
        return {}
    folder = f"{API}certifications/{certification.slug}/"
    return {"case": f"{folder}{CASE}", "moodle": f"{folder}{MOODLE}"}
