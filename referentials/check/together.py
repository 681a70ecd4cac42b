"""One cause, one finding: what says the same thing of several places says it once, at the first, with their number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from referentials.check.finding import Finding


def together(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield one finding for all those that one remedy mends, at the first place in order."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.message, finding.remede), []).append(finding)
    for group in groups.values():
        first = min(group)
        yield first if len(group) == 1 else replace(first, message=f"{first.message} : {places(len(group))}")


def places(number: int) -> str:
    """Return at how many places something is cited."""
    return f"{number} endroits y renvoient" if number > 1 else "un endroit y renvoie"
