"""The file of a dossier d'habilitation (export-dossier-habilitation.schema.json)."""

from __future__ import annotations

from typing import Any

from forms.socle import refus
from forms.socle.fichier import Genre
from forms.validateurs.export_dossier_habilitation import validate


def _newest(donnees: dict[str, Any]) -> dict[str, Any]:
    # There has been one format so far.
    return donnees


DOSSIER = Genre("repere/dossier-habilitation", 1, refus.DOSSIER, _newest, validate)
