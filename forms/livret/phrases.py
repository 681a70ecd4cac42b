"""The sentences of a livret, in French.  Values come in, words go out; nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from forms.phrases import counted, typeset
from forms.questionnaire.dates import in_words
from forms.questionnaire.natures import in_french

NATURE = typeset(
    "Ce livret n’est ni un examen ni une évaluation : c’est une conversation, dont le but est un parcours à la mesure "
    "de la personne."
)
REGLE = typeset(
    "Règle proposée par Repère ; les documents de la certification n’en fixent pas pour cet entretien. Ce que voit "
    "l’interlocuteur l’emporte. À défaut, le candidat qui dit avoir à apprendre est entendu ; dire « je sais le "
    "faire » ne suffit pas seul. Une compétence au moins à acquérir, même en partie : formation. Toutes vues comme "
    "acquises : évaluation directe. Sinon, la conversation continue. L’interlocuteur décide."
)
ORIENTATIONS = {
    "formation": "formation",
    "evaluation_directe": "évaluation directe",
    "a_completer": "à compléter",
}


def quoted(names: Sequence[str]) -> str:
    """Return names between French quotes, one after the other."""
    return ", ".join(f"« {name} »" for name in names)


def proposal(proposee: str, a_former: Sequence[str], ouvertes: Sequence[str], total: int) -> str:
    """Return why a proposal is made."""
    if proposee == "formation":
        opened = f" Reste à voir : {quoted(ouvertes)}." if ouvertes else ""
        return typeset(f"Formation proposée : à acquérir, au moins en partie, {quoted(a_former)}.{opened}")
    if proposee == "evaluation_directe":
        seen = (
            "l’interlocuteur voit l’acquis dans la seule compétence"
            if total == 1
            else (f"l’interlocuteur voit l’acquis dans les {total} compétences")
        )
        return typeset(f"Évaluation directe proposée : {seen}.")
    return typeset(f"Pas encore de proposition : l’interlocuteur n’a pas dit ce qu’il voit de {quoted(ouvertes)}.")


def decided(proposee: str, decision: str | None, raison: str) -> str:
    """Return what a decision is to the proposal, and what it lacks; an empty text without a decision."""
    if decision is None:
        return ""
    chosen = ORIENTATIONS[decision]
    if decision == proposee:
        return typeset(f"L’interlocuteur confirme : {chosen}.")
    if raison.strip():
        return typeset(f"L’interlocuteur décide autrement : {chosen}.")
    return typeset(f"L’interlocuteur décide autrement : {chosen}. Il reste à écrire pourquoi.")


def hours(low: float, high: float) -> str:
    """Return a number of hours, from–to."""
    if low == high:
        return typeset(f"{in_french(low)} {'heure' if low < 2 else 'heures'}")  # noqa: PLR2004 — French plural
    return typeset(f"de {in_french(low)} à {in_french(high)} heures")


UNITS = {
    "jour_ouvre": ("jour ouvré", "jours ouvrés"),
    "jour": ("jour", "jours"),
    "semaine": ("semaine", "semaines"),
    "mois": ("mois", "mois"),
    "an": ("an", "ans"),
}
BOUNDS = {
    ("au_moins", "avant"): "au plus tard le {}",
    ("au_plus", "avant"): "pas avant le {}",
    ("exactement", "avant"): "le {}",
    ("au_moins", "apres"): "pas avant le {}",
    ("au_plus", "apres"): "au plus tard le {}",
    ("exactement", "apres"): "le {}",
}


def deadline(intitule: str, controle: Mapping[str, Any], found: date, start: date) -> str:
    """Return the sentence of a deadline: the day, and what it is counted from."""
    when = BOUNDS[controle["comparaison"], controle["sens"]].format(in_words(found))
    span = counted(controle["valeur"], *UNITS[controle["unite"]])
    side = {"avant": "avant", "apres": "après"}[controle["sens"]]
    return typeset(f"{intitule} : {when} ({span} {side} le {in_words(start)}, {controle['evenement']}).")


def unknown(intitule: str, controle: Mapping[str, Any]) -> str:
    """Return the sentence of a deadline whose day is not known yet."""
    span = counted(controle["valeur"], *UNITS[controle["unite"]])
    bound = {"au_moins": "au moins ", "au_plus": "au plus ", "exactement": ""}[controle["comparaison"]]
    side = {"avant": "avant", "apres": "après"}[controle["sens"]]
    return typeset(f"{intitule} : {bound}{span} {side} un jour à écrire ({controle['evenement']}).")


def beyond(intitule: str) -> str:
    """Return the sentence of a deadline in years whose calendar is not known."""
    return typeset(f"{intitule} : Repère ne connaît pas les jours fériés de cette année-là, comptez-les vous-même.")


def over(intitule: str, controle: Mapping[str, Any], found: date, start: date) -> str:
    """Return the sentence of a duration: the day when it is reached."""
    span = counted(controle["valeur"], *UNITS[controle["unite"]])
    return typeset(f"{intitule} : {span} depuis le {in_words(start)}, atteints le {in_words(found)}.")


PASSED = "Ce jour est passé."
TOO_LATE = "Les évaluations sont prévues avant ce jour."
