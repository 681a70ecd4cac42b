"""The sentences of the draft of a convention, in French.  Values come in, words go out; nothing is decided here."""

from __future__ import annotations

from forms.questionnaire.modele import Convention, Loi
from forms.socle.dates import in_words
from forms.socle.phrases import typeset

TITRE = typeset("Projet de convention d’habilitation")
PROJET = typeset("Projet proposé par Repère, à négocier : ce n’est pas un modèle de la branche.")
A_CONVENIR = typeset("à convenir")
CERTIFICATEUR, ORGANISME = typeset("Pour la branche"), typeset("Pour l’organisme")
ETABLIT, ENVOI = "Qui établit la convention", "À qui va le dossier"
NOM, ADRESSE = "Nom", "Adresse"
REPRESENTANT = "Qui signe, et à quel titre"
CERTIFICATION, COMPOSANTES = "Intitulé exact", "Ses parties"
A_SIGNER = (f"{CERTIFICATEUR}, date et signature", f"{ORGANISME}, date et signature")


def law(convention: Convention) -> str:
    """Return which text the headings come from, since when, until which day it is known, and how sure that is."""
    return typeset(
        f"Les rubriques sont celles d’un texte de loi : {convention.loi.texte}. Il est en vigueur depuis le "
        f"{in_words(convention.depuis)} et vaut pour les habilitations délivrées depuis le "
        f"{in_words(convention.s_applique_depuis)}, sauf règle particulière. {known(convention.loi)} : "
        "vérifiez qu’il n’a pas changé depuis."
    )


def known(loi: Loi) -> str:
    """Return until which day a text is known, and how sure that is."""
    return f"Texte connu au {in_words(loi.vu_le)}, confiance {loi.confiance}"


def cited(loi: Loi) -> str:
    """Return a text with what is known of it."""
    return typeset(f"{loi.texte}. {known(loi)}.")


def none_for(intitule: str) -> str:
    """Return why there is no convention to draft."""
    return typeset(f"Les données de « {intitule} » ne prévoient pas de convention d’habilitation.")
