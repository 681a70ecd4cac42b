"""The few lines that stand beside index.html, for who opens the folder."""

from __future__ import annotations

from macros.rendering import environment
from referentials.load import load


def text() -> bytes:
    """Return the text, dated by the newest of the data; lines end as Windows' oldest editor wants them."""
    jour = max(found.identite.date_mise_a_jour for found in load().certifications)
    written = environment().get_template("lisez-moi.txt.j2").render(jour=jour)
    return ("\ufeff" + written.replace("\n", "\r\n")).encode()
