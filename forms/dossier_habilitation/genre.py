"""The dossier d’habilitation, as a kind of form."""

from __future__ import annotations

from forms.socle.genre import Genre

GENRE = Genre("dossier_habilitation", 1, "de dossier d’habilitation")
