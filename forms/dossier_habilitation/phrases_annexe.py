"""The sentences of the annex of commitments, in French.  Values come in, words go out; nothing is decided here."""

from __future__ import annotations

from forms.socle.phrases import typeset

TITRE = typeset("Annexe d’engagements")
PROPOSITION = typeset(
    "Annexe proposée par Repère. Le cahier des charges n’en prévoit pas : la branche peut en demander une autre."
)
PROMESSE = typeset(
    "L’organisme s’engage auprès de la branche à ce qui suit. Un manquement peut mettre fin à son habilitation : "
    "chaque ligne dit où c’est écrit."
)
RESTE = typeset("Les autres règles du cahier des charges s’appliquent aussi.")
SANS_NOM = typeset("Nom de l’organisme : à compléter")
A_SIGNER = ("Fait à", "Le", "Nom et fonction", "Signature")


def line(rang: int, enonce: str, clause: str, retrait: str) -> str:
    """Return a commitment on one line of a text."""
    return typeset(f"{rang}. {enonce} ({clause} ; retrait : {retrait})")


def to_fill(libelle: str) -> str:
    """Return a line that somebody completes by hand."""
    return typeset(f"{libelle} : ") + "………………………………………………………"


def none_for(intitule: str) -> str:
    """Return why there is no annex to write."""
    return typeset(
        f"Les données de « {intitule} » ne disent pas quels manquements peuvent mettre fin à l’habilitation : "
        "il n’y a pas d’annexe à écrire."
    )
