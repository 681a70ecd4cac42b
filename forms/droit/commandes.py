"""`python -m forms aujourd-hui`: what holds for a certification, somebody, on a day; the only command that takes no file."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from datetime import date
from typing import get_args

from forms.droit import choix, phrases
from forms.droit.vocabulaire import SITUATIONS, SUJETS
from forms.socle import dates, phrases_etat, refus
from forms.socle.phrases import typeset
from referentials.etat import on
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_law import Situation

NAME = "aujourd-hui"
NOTHING = "Aucune règle décrite ici ne vaut ce jour-là."


def add(command: argparse.ArgumentParser, jour: Callable[[str], date]) -> None:
    """Give the command its options; `jour` reads a day."""
    said = ", ".join(f"{code} ({words})" for code, words in SITUATIONS.items())
    command.add_argument("--certification", metavar="SLUG", help="sans cela, toutes")
    command.add_argument("--situation", choices=get_args(Situation), help=f"{said} ; sans cela, toutes")
    command.add_argument("--jour", type=jour, metavar="AAAA-MM-JJ", help="sans cela, aujourd’hui")


def write(collection: Collection, options: argparse.Namespace) -> str:
    """Return what holds as text.  Raises Refus where no certification has that name."""
    jour = (options.jour or date.today()).isoformat()  # noqa: DTZ011 — the reader's day
    certification = _certification(collection, options.certification) if options.certification else None
    told = [*_head(certification, options.situation, jour)]
    chapters = choix.of_day(collection.droit, certification, options.situation, jour)
    seen: set[str] = set()
    for chapitre in chapters:
        told += ["", SUJETS[chapitre.sujet]]
        for regle in chapitre.regles:
            whole = phrases.text(regle, collection.documents, jour)
            told.append(f"- {regle.intitule} : voir plus haut." if regle.code in seen else f"- {whole}")
            seen.add(regle.code)
    return "\n".join(map(typeset, told if chapters else [*told, "", NOTHING])) + "\n"


def _head(certification: Certification | None, situation: Situation | None, jour: str) -> Iterator[str]:
    yield f"Ce qui vaut le {dates.in_words(jour)}"
    if certification:
        yield f"{certification.intitule} : {phrases_etat.text(on(certification.etats, jour))}"
    if situation:
        yield f"Situation : {SITUATIONS[situation]}"


def _certification(collection: Collection, slug: str) -> Certification:
    try:
        return collection.certification(slug)
    except KeyError as error:
        known = "".join(f"\n  {one.slug} : {one.intitule}" for one in collection.certifications)
        raise refus.Refus(
            f"Aucune certification ne s’appelle « {slug} ». Celles que l’on connaît ici :{known}"
        ) from error
