"""Fields written as JSON beside a kind of form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.questionnaire.modele import Champ, Option


def read_champ(modele: Mapping[str, Any], **changes: Any) -> Champ:
    """Return a field from its JSON, some of its keys changed."""
    options = tuple(Option(**option) for option in modele.get("options", ()))
    return Champ(**{**modele, "options": options, "anciens": tuple(modele.get("anciens", ())), **changes})
