"""The livret de repérage, as a kind of form."""

from __future__ import annotations

from forms.socle.genre import Genre

GENRE = Genre("livret_de_reperage", 2, "de livret de repérage")
