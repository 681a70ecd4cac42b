"""The sentences of the days that the rules set, in French.  Values come in, words go out; nothing is decided here."""

from __future__ import annotations

import re
from datetime import date

from forms.questionnaire.dates import in_words, with_weekday
from forms.questionnaire.durees import duration
from forms.questionnaire.jours_comptes import DelaiCompte, DureeComptee
from forms.questionnaire.modele import Source
from forms.socle.majuscules import capitalized
from forms.socle.phrases import typeset

BOUNDS = {
    ("au_moins", "avant"): "au plus tard le {}",
    ("au_plus", "avant"): "pas avant le {}",
    ("exactement", "avant"): "le {}",
    ("au_moins", "apres"): "pas avant le {}",
    ("au_plus", "apres"): "au plus tard le {}",
    ("exactement", "apres"): "le {}",
}


def deadline(intitule: str, controle: DelaiCompte, found: date, start: date, worked: date | None = None) -> str:
    """Return the sentence of a deadline: the day, what it is counted from, the last working day where it is none."""
    when = BOUNDS[controle.comparaison, controle.sens].format(in_words(found))
    span = duration(controle.valeur, controle.unite)
    side = {"avant": "avant", "apres": "après"}[controle.sens]
    last = f" C’est un jour non ouvré : le dernier jour ouvré d’avant est le {with_weekday(worked)}." if worked else ""
    return typeset(f"{intitule} : {when} ({span} {side} le {in_words(start)}, {controle.evenement}).{last}")


def unknown(intitule: str, controle: DelaiCompte) -> str:
    """Return the sentence of a deadline whose day is not known yet."""
    span = duration(controle.valeur, controle.unite)
    bound = {"au_moins": "au moins ", "au_plus": "au plus ", "exactement": ""}[controle.comparaison]
    side = {"avant": "avant", "apres": "après"}[controle.sens]
    return typeset(f"{intitule} : {bound}{span} {side} un jour à écrire ({controle.evenement}).")


def beyond(intitule: str) -> str:
    """Return the sentence of a deadline in years whose calendar is not known."""
    return typeset(f"{intitule} : Repère ne connaît pas les jours fériés de cette année-là, comptez-les vous-même.")


def over(intitule: str, controle: DureeComptee, found: date, start: date) -> str:
    """Return the sentence of a duration: the day when it is reached."""
    span = duration(controle.valeur, controle.unite)
    return typeset(f"{intitule} : {span} depuis le {in_words(start)}, atteints le {in_words(found)}.")


PASSED = "Ce jour est passé."


def clause(source: Source | None) -> str:
    """Return where a rule is printed, as it follows a sentence: its section, where it has a number, and its page."""
    if source is None:
        return ""
    section = re.match(r"[0-9][0-9.]*", source.section)
    parts = (f"§ {section[0]}" if section else "", f"p. {source.page}" if source.page else "")
    told = ", ".join(part for part in parts if part)
    return f" ({told})" if told else ""


def too_late(acte: str, done: date, source: Source | None) -> str:
    """Return that what a delay asks for comes after its last day."""
    return typeset(f"Trop tard : {acte}, le {in_words(done)}{clause(source)}.")


def too_early(acte: str, done: date, source: Source | None) -> str:
    """Return that what a delay asks for comes before its first day."""
    return typeset(f"Trop tôt : {acte}, le {in_words(done)}{clause(source)}.")


def before_over(acte: str, done: date, source: Source | None) -> str:
    """Return that what comes only after a duration comes before its end."""
    return typeset(f"{capitalized(acte)}, le {in_words(done)} : avant la fin de cette durée{clause(source)}.")


def due_before_over(acte: str, limit: date, source: Source | None) -> str:
    """Return that what comes only after a duration is due before its end."""
    return typeset(
        f"{capitalized(acte)}, au plus tard le {in_words(limit)}{clause(source)} : avant la fin de cette durée."
    )
