"""The auto-positionnement, as a kind of form."""

from __future__ import annotations

from forms.socle.genre import Genre

GENRE = Genre("auto_positionnement", 3, "d’auto-positionnement", forme="repere/formulaire")
