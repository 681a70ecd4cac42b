"""The sentences of what a result comes down to, in French.  They estimate; they never promise."""

from __future__ import annotations

from collections.abc import Sequence

from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.formulaire import Valeur
from forms.auto_positionnement.phrases import positives
from forms.auto_positionnement.resultat import SeuilApplique
from forms.socle.phrases import counted, listed, named, typeset
from forms.socle.voies import only

NO_RULE = typeset(
    "Le document ne fixe ni seuil ni parties à valider : ce résultat ne peut pas dire ce qui manque pour réussir."
)


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


def strength(compte: Compte, echelle: Sequence[Valeur]) -> str:
    """Return why a competence is a strength, and what is left to look at again."""
    others = _others(compte, echelle, "")
    left = f" À revoir : {others}." if others else ""
    return typeset(f"{positives(compte)}.{left}")


def to_work_on(compte: Compte, echelle: Sequence[Valeur]) -> str:
    """Return why a competence comes first, in the words that the person chose."""
    return typeset(f"Vous avez répondu {_others(compte, echelle, f' sur {compte.total}')}.")


def _others(compte: Compte, echelle: Sequence[Valeur], total: str) -> str:
    """Return the answers that are not positive, in the order of the scale and in its words."""
    said = [
        (valeur.libelle, compte.repartition[valeur.code])
        for valeur in echelle
        if valeur.effet != "positif" and compte.repartition[valeur.code]
    ]
    first = [f"« {libelle} » à {counted(number, 'énoncé', 'énoncés')}{total}" for libelle, number in said[:1]]
    parts = [*first, *(f"« {libelle} » à {number}" for libelle, number in said[1:])]
    return listed(parts)
