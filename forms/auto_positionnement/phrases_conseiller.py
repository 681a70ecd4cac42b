"""The sentences of the adviser's sheet, in French."""

from __future__ import annotations

from collections.abc import Sequence

from forms.socle.phrases import counted, typeset

TITRE = "Fiche pour le conseiller"
LECTURES = typeset(
    "Le document officiel laisse des doutes : la page dit ce que Repère en retient, sous « Sources et limites »."
)
SANS_VOIE = "pas encore choisie"
CUT = typeset("Pour tenir sur une page, des textes sont coupés (…) ou comptés : le fichier de la personne a tout.")


def page_of(certification: str) -> str:
    """Return where the page of a certification stands, in whatever site."""
    return typeset(f"certifications/{certification}/auto-positionnement/, sur le site de Repère")


def examples(notes: Sequence[str]) -> str:
    """Return what a person wrote beside the statements of a competence, told from what they answered."""
    return typeset(f"Exemple : {' ; '.join(notes)}") if notes else ""


def others(number: int) -> str:
    """Return how many competences of a list are not named, or nothing where all are."""
    return typeset(f"et {counted(number, 'autre', 'autres')}, dans le fichier") if number else ""


def others_missing(number: int) -> tuple[str, ...]:
    """Return how many lacks are not told, or nothing where all are."""
    return (typeset(f"{counted(number, 'autre point', 'autres points')} dans le fichier."),) if number else ()
