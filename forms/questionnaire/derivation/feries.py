"""The public holidays that a form carries: from a library when it is derived, as days in its JSON afterwards."""

from __future__ import annotations

from jours_feries_france import JoursFeries

# What a form can count over.  Outside, nothing is known to be a working day, and nothing is counted.
FIRST, LAST = 2020, 2040
ZONES: tuple[str, ...] = tuple(JoursFeries.ZONES)


def feries(zone: str) -> tuple[str, ...]:
    """Return the public holidays of a zone, AAAA-MM-JJ, in order.  Raises ValueError for a zone that has no calendar."""
    years = range(FIRST, LAST + 1)
    return tuple(sorted({day.isoformat() for year in years for day in JoursFeries.for_year(year, zone).values()}))
