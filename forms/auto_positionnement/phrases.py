"""The sentences of a result, in French.  Numbers come in, words go out; nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence

from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.resultat import SeuilApplique
from forms.socle import voies
from forms.socle.phrases import counted, typeset
from forms.socle.vocabulaire import COMPOSANTES, PARTIE
from forms.socle.voies import only

AVERTISSEMENT = (
    "Ce résultat est votre propre estimation : ce n’est ni un examen, ni une promesse de réussite. "
    "Seuls les évaluateurs et le jury décident."
)
# A person who judges oneself cannot say that an official threshold is reached: what says it begins so.
ESTIMATION = "d’après votre estimation"
ENDS = {"atteint": "chaque seuil est atteint", "non_atteint": "un seuil au moins n’est pas atteint"}


def positives(compte: Compte) -> str:
    """Return how many items are positive, out of how many."""
    return f"{counted(compte.positifs, 'énoncé positif', 'énoncés positifs')} sur {compte.total}"


def without_threshold(compte: Compte) -> str:
    """Return the sentence of a group that no rule sets a threshold for."""
    return typeset(f"{positives(compte)}.")


def required_without_threshold(compte: Compte, nature: str, required: int, routes: Sequence[str] = ()) -> str:
    """Return the sentence of a certification that asks for all its parts and whose source prints no threshold."""
    several = COMPOSANTES.get(nature, PARTIE).pluriel
    rule = f"il faut valider les {required} {several} ; le document ne fixe pas de seuil."
    rule = f"{voies.by(routes)}, {rule}" if routes else rule
    return typeset(f"{positives(compte)}. {rule[0].upper()}{rule[1:]}")


def with_threshold(etat: str, compte: Compte, seuil: SeuilApplique) -> str:
    """Return the sentence of a group under a threshold: where it stands, what is missing."""
    need = f"{seuil.requis} ({seuil.pourcentage} %{only(seuil.voies)})"
    if etat == "atteint":
        return typeset(f"{positives(compte)} : {ESTIMATION}, le seuil de {need} est atteint.")
    estimated = f"{ESTIMATION[0].upper()}{ESTIMATION[1:]}, il en manque {seuil.manquants}"
    missing = f"{positives(compte)} ; il en faut {need}. {estimated}"
    if etat == "non_atteint":
        return typeset(f"{missing} : vos réponses négatives montrent par où commencer.")
    ouverts = compte.total - compte.positifs - compte.negatifs
    return typeset(f"{missing}, et {counted(ouverts, 'énoncé reste à trancher', 'énoncés restent à trancher')}.")


def overall(etat: str, nature: str, reached: int, required: int, routes: Sequence[str] = ()) -> str:
    """Return the sentence of the certification: how many required groups reach their threshold."""
    several = COMPOSANTES.get(nature, PARTIE).pluriel
    held = f" (exigés {voies.by(routes)} seulement)" if routes else ""
    share = f"{ESTIMATION[0].upper()}{ESTIMATION[1:]}, {several} au seuil : {reached} sur {required}{held}"
    return typeset(f"{share} ; {ENDS.get(etat, 'il reste des énoncés à trancher')}.")
