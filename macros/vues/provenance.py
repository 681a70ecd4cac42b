"""Whether the places that a part comes from are cited already, beside the whole that holds it."""

from __future__ import annotations

from macros.vues.renvois import Sourced


def is_covered(part: Sourced, whole: Sourced) -> bool:
    """Whether each place that a part comes from is already cited beside the whole, page included."""
    cited = {(endroit.document, endroit.section, endroit.page) for endroit in whole.source.endroits}
    return {(endroit.document, endroit.section, endroit.page) for endroit in part.source.endroits} <= cited
