"""The sentences of what does not go together in a livret, in French.  Values come in, words go out."""

from __future__ import annotations

from datetime import date

from forms.questionnaire.dates import in_words, with_weekday
from forms.questionnaire.durees import duration
from forms.questionnaire.modele import Source
from forms.questionnaire.phrases_echeances import clause
from forms.socle.majuscules import capitalized
from forms.socle.phrases import in_french, plural, typeset


def not_lasted(lasted: float, required: float, unite: str, source: Source | None) -> str:
    """Return that something said done has not lasted long enough."""
    told = f"La réponse dit « C’est fait » avec {duration(lasted, unite)} ; la règle en demande au moins {in_french(required)}"
    return typeset(f"{told}{clause(source)}.")


def lasted_already(lasted: float, required: float, unite: str) -> str:
    """Return that something said not done has lasted long enough."""
    told = f"La réponse dit « Pas encore » avec {duration(lasted, unite)}, et la règle en demande {in_french(required)}"
    return typeset(f"{told} : vérifiez l’une ou l’autre.")


def not_over(debut: date, over: date | None, source: Source | None) -> str:
    """Return that something said done is not over yet, counted from its first day; without a day, beyond any calendar."""
    when = f"n’est atteinte que le {in_words(over)}" if over else "n’est pas atteinte"
    told = f"La réponse dit « C’est fait », et la durée commencée le {in_words(debut)} {when}"
    return typeset(f"{told}{clause(source)}.")


def longer_than_since(lasted: float, unite: str, debut: date) -> str:
    """Return that something has lasted for longer than there are days since its first one."""
    return typeset(
        f"{duration(lasted, unite)} {plural(lasted, 'ne tient', 'ne tiennent')} pas depuis le {in_words(debut)} : vérifiez la durée ou le premier jour."
    )


def too_short_before(
    lasted: tuple[float, date], required: tuple[float, str], suite: tuple[str, date], source: Source | None
) -> str:
    """Return that what is left of a duration does not hold before what comes only after it, on its day."""
    (span, told_on), (valeur, unite), (acte, day) = lasted, required, suite
    told = f"{duration(span, unite)} au {in_words(told_on)}, et {acte} le {in_words(day)}"
    return typeset(f"{told} : la règle en demande au moins {in_french(valeur)} avant{clause(source)}.")


def not_worked(day: date, *, ferie: bool) -> str:
    """Return that the evaluations fall on a Sunday or a public holiday."""
    holiday = ", jour férié" if ferie else ""
    return typeset(f"Les évaluations sont prévues le {with_weekday(day)}{holiday} : vérifiez ce jour.")


def interview_after(entretien: date, day: date) -> str:
    """Return that the interview comes after the evaluations that it prepares."""
    told = f"L’entretien, le {in_words(entretien)}, vient après les évaluations, le {in_words(day)}"
    return typeset(f"{told} : vérifiez l’un des deux jours.")


def agreed_to_come(nom: str, day: date) -> str:
    """Return that an agreement is dated in the future."""
    return typeset(
        f"{capitalized(nom)} : le {in_words(day)} n’est pas encore venu, on ne peut pas l’avoir donné ce jour-là."
    )


def agreed_before(nom: str, day: date, entretien: date) -> str:
    """Return that an agreement comes before the interview that it follows."""
    told = f"{capitalized(nom)} : donné le {in_words(day)}, avant l’entretien du {in_words(entretien)}"
    return typeset(f"{told}. Vérifiez l’un des deux jours.")
