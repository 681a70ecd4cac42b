"""The sentences of what the rules still ask for, in French.  They estimate; they never promise."""

from __future__ import annotations

from collections.abc import Sequence

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


def not_all_positive(nature: str, intitule: str, compte: Compte, routes: Sequence[str] = ()) -> str:
    """Return what a required group still has open, where the source sets no threshold for it."""
    others = compte.total - compte.positifs
    verb = "n’est pas encore positif" if others == 1 else "ne sont pas encore positifs"
    number = counted(others, "énoncé", "énoncés")
    return typeset(f"{named(nature, intitule)} : {number} sur {compte.total} {verb}{only(routes, ' ; exigé ')}.")
