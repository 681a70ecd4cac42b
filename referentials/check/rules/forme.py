"""REF012: a file is written in its canonical form: keys in the schema's order, two spaces, a final line break."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from referentials.canonical import text_of
from referentials.check.finding import Finding
from referentials.read import Fichier

CODE = "REF012"


def check(fichier: Fichier) -> Iterator[Finding]:
    """Yield one finding for a file that `fix` would write otherwise, at the first line that differs."""
    canonical = text_of(fichier.donnees, fichier.schema or "")
    if fichier.texte == canonical:
        return
    lines = zip_longest(fichier.texte.split("\n"), canonical.split("\n"))
    number, left, right = next((n, left, right) for n, (left, right) in enumerate(lines, 1) if left != right)
    message = f"le fichier n’est pas sous sa forme commune : {_difference(left, right)}"
    yield Finding(fichier.chemin, f"ligne {number}", CODE, message, "lancez « python -m referentials fix »")


def _difference(left: str | None, right: str | None) -> str:
    if left is None:
        return "il manque le saut de ligne final"
    if not right:
        return "il devrait finir à la ligne d’avant"
    if left.strip() == right.strip():
        return f"cette ligne devrait commencer par {len(right) - len(right.lstrip())} espaces, et n’en avoir aucun à la fin"
    return f"on y attend « {right.strip()} »"
