"""What every control looks at, and the answers that it judges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.etat import Constat, Etat
from forms.questionnaire.modele import Bloc, Champ, Questionnaire
from forms.questionnaire.natures import Simple
from forms.questionnaire.valeurs import Ligne, Valeurs


@dataclass(frozen=True, slots=True)
class Contexte:
    """The questionnaire as asked, the answers to it, the requirement at hand, today and the day of sending."""

    questionnaire: Questionnaire
    valeurs: Valeurs
    bloc: Bloc
    jour: date
    envoi: date

    def rows(self, liste: str) -> tuple[Ligne, ...]:
        """Return the rows of a list."""
        return self.valeurs.listes.get(liste, ())

    def champ(self, code: str, liste: str | None = None) -> Champ:
        """Return a field of the form, or of one of its lists.  Raises KeyError."""
        if liste is not None:
            return next(champ for champ in self.questionnaire.liste(liste).champs if champ.code == code)
        element = self.questionnaire.racine(code)
        if isinstance(element, Champ):
            return element
        raise KeyError(code)


@dataclass(frozen=True, slots=True)
class Reponse:
    """An answer that a control judges: its field, the row that it stands in (none: the piece itself), its value."""

    champ: Champ
    nom: str
    place: str
    valeur: Simple | None

    def constat(self, etat: Etat, text: str) -> Constat:
        """Return what is wrong with this answer."""
        return Constat(etat, phrases.of(self.nom, text), self.place)


def reponses(codes: Sequence[str], liste: str | None, contexte: Contexte) -> Iterator[Reponse]:
    """Yield the answers to these fields, row by row where they are those of a list."""
    if liste is None:
        for code in codes:
            yield Reponse(contexte.champ(code), "", code, contexte.valeurs.champs.get(code))
        return
    for ligne in contexte.rows(liste):
        for code in codes:
            yield Reponse(contexte.champ(code, liste), ligne.nom, f"{ligne.place}{code}", ligne.valeurs.get(code))


def answered(codes: Sequence[str], liste: str | None, contexte: Contexte) -> Iterator[Reponse | Constat]:
    """Yield each answer, or the finding that it is missing; what could not be understood is said elsewhere."""
    illisibles = contexte.valeurs.illisibles()
    for reponse in reponses(codes, liste, contexte):
        if reponse.place in illisibles:
            continue
        if reponse.valeur is None:
            yield reponse.constat("manque", phrases.missing(reponse.champ.libelle))
        else:
            yield reponse


def filled(codes: Sequence[str], liste: str | None, contexte: Contexte) -> Iterator[Constat]:
    """Yield a finding for each of these fields that has no answer."""
    return (one for one in answered(codes, liste, contexte) if isinstance(one, Constat))
