"""A source of the data, as a form of fields carries it."""

from __future__ import annotations

from forms.questionnaire.modele import Endroit, Source
from referentials.model import Source as SourceReferentiel


def source(cited: SourceReferentiel) -> Source:
    """Return a source of the data as the form carries it."""
    others = tuple(Endroit(other.document, other.section, other.page) for other in cited.autres_endroits)
    return Source(cited.document, cited.section, cited.page, others)
