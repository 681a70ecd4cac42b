"""The sentences of a result, in French.  Numbers come in, words go out; nothing is decided here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.resultat import SeuilApplique
from forms.socle import voies

AVERTISSEMENT = (
    "Ce résultat est votre propre estimation : ce n’est ni un examen, ni une promesse de réussite. "
    "Seuls les évaluateurs et le jury décident."
)
# A person who judges oneself cannot say that an official threshold is reached: what says it begins so.
ESTIMATION = "d’après votre estimation"
NBSP = "\u00a0"
# Singular and plural of what a form is divided into.
NATURES = {
    "domaine": ("domaine", "domaines"),
    "unite": ("unité", "unités"),
    "bloc": ("bloc", "blocs"),
    "ccp": ("CCP", "CCP"),
    "activite_type": ("activité type", "activités types"),
    "competence": ("compétence", "compétences"),
}
OTHER = ("partie", "parties")
ENDS = {"atteint": "chaque seuil est atteint", "non_atteint": "un seuil au moins n’est pas atteint"}


def typeset(text: str) -> str:
    """Return French text with no-break spaces where a line must not break.

    Inside « », before : ; ! ? and %, and between a number and what it counts.
    """
    return re.sub(r"(?<=«) | (?=[»:;!?%])|(?<=[0-9]) (?=[^\W\d])", NBSP, text)


def plural(number: float, singular: str, several: str) -> str:
    """Return what agrees with a number: in French, all that is below two is singular."""
    return singular if number < 2 else several  # noqa: PLR2004 — as said above


def counted(number: int, singular: str, several: str) -> str:
    """Return a number and its noun, bound by a no-break space."""
    return f"{number}{NBSP}{plural(number, singular, several)}"


def named(nature: str, intitule: str) -> str:
    """Return a group by its nature and its title."""
    singular, _ = NATURES.get(nature, OTHER)
    return f"{singular[0].upper()}{singular[1:]} « {intitule} »"


def positives(compte: Compte) -> str:
    """Return how many items are positive, out of how many."""
    return f"{counted(compte.positifs, 'énoncé positif', 'énoncés positifs')} sur {compte.total}"


def only(routes: Sequence[str], before: str = ", ") -> str:
    """Return by which routes alone a rule holds, to follow its figure; empty where it holds for all of them."""
    return f"{before}{voies.by(routes)} seulement" if routes else ""


def without_threshold(compte: Compte) -> str:
    """Return the sentence of a group that no rule sets a threshold for."""
    return typeset(f"{positives(compte)}.")


def required_without_threshold(compte: Compte, nature: str, required: int, routes: Sequence[str] = ()) -> str:
    """Return the sentence of a certification that asks for all its parts and whose source prints no threshold."""
    _, several = NATURES.get(nature, OTHER)
    rule = f"il faut valider les {required} {several} ; le document ne fixe pas de seuil."
    rule = f"{voies.by(routes)}, {rule}" if routes else rule
    return typeset(f"{positives(compte)}. {rule[0].upper()}{rule[1:]}")


def with_threshold(etat: str, compte: Compte, seuil: SeuilApplique) -> str:
    """Return the sentence of a group under a threshold: where it stands, what is missing."""
    need = f"{seuil.requis} ({seuil.pourcentage} %{only(seuil.voies)})"
    if etat == "atteint":
        return typeset(f"{positives(compte)} : {ESTIMATION}, le seuil de {need} est atteint.")
    missing = f"{positives(compte)} ; il en faut {need}. Il en manque {seuil.manquants}"
    if etat == "non_atteint":
        return typeset(f"{missing} : vos réponses négatives montrent par où commencer.")
    ouverts = compte.total - compte.positifs - compte.negatifs
    return typeset(f"{missing}, et {counted(ouverts, 'énoncé reste à trancher', 'énoncés restent à trancher')}.")


def overall(etat: str, nature: str, reached: int, required: int, routes: Sequence[str] = ()) -> str:
    """Return the sentence of the certification: how many required groups reach their threshold."""
    _, several = NATURES.get(nature, OTHER)
    held = f" (exigés {voies.by(routes)} seulement)" if routes else ""
    share = f"{ESTIMATION[0].upper()}{ESTIMATION[1:]}, {several} au seuil : {reached} sur {required}{held}"
    return typeset(f"{share} ; {ENDS.get(etat, 'il reste des énoncés à trancher')}.")
