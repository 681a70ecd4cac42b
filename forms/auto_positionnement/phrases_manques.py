"""The sentences of what the rules still ask for, in French.  They estimate; they never promise."""

from __future__ import annotations

from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.resultat import SeuilApplique
from forms.socle.phrases import counted, named, typeset
from forms.socle.voies import only


def under_threshold(nature: str, intitule: str, compte: Compte, seuil: SeuilApplique) -> str:
    """Return what a group still lacks to reach its threshold."""
    missing = counted(seuil.manquants, "énoncé positif", "énoncés positifs")
    return typeset(
        f"{named(nature, intitule)} : il manque {missing} ; "
        f"il en faut {seuil.requis} sur {compte.total} ({seuil.pourcentage} %{only(seuil.voies)})."
    )
