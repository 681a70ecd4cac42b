"""What the lines of a copy are made from, in a text and in a table: its answers as asked, and how to say them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from forms.plusieurs_mains import anciens, conflits, ecrits, phrases, places
from forms.plusieurs_mains.conflits import EcarteDit
from forms.plusieurs_mains.ecrits import Copie, Ecarte, Ecrit, Ecrits
from forms.questionnaire import cases, conditions, en_mots, valeurs
from forms.questionnaire.en_mots import Noms
from forms.questionnaire.modele import Champ, Questionnaire
from forms.socle.feuille import Case
from forms.socle.phrases import typeset


@dataclass(frozen=True, slots=True)
class Contenu:
    """Writings, those kept beside by place, the places of both, names of rows, what agreements are worth by row.

    `perdus`: those kept beside that no question asked is about.
    """

    ecrits: Ecrits
    ecartes: Mapping[str, list[Ecarte]]
    places: Mapping[str, places.Rows]
    noms: Noms
    accords: Mapping[str, str]
    perdus: tuple[EcarteDit, ...]
    attente: frozenset[str]

    def words(self, champ: Champ, ecrit: Ecrit) -> str:
        """Return an answer in words."""
        return en_mots.answer(champ, ecrit.raw, self.noms)

    def case(self, champ: Champ, ecrit: Ecrit) -> Case:
        """Return an answer as the cell of a table."""
        return cases.case(champ, ecrit.raw, self.noms)

    def reason(self, one: Ecarte) -> str:
        """Return why a writing is kept beside."""
        return typeset(phrases.REASONS[conflits.reason(one, self.attente)])


def read(questionnaire: Questionnaire, copie: Copie, accords: Mapping[str, str]) -> tuple[Questionnaire, Contenu]:
    """Return the form as asked, and what its lines are made from; `accords` says what each agreement is worth, by row."""
    donnees = ecrits.raw(copie.ecrits)
    asked = conditions.asked(questionnaire, donnees)
    noms = en_mots.names(valeurs.read(asked, donnees))
    shown = {element.code for element in asked.racines()}
    today = {code: champ.code for code, champ in anciens.today(questionnaire).items()}
    return asked, Contenu(
        ecrits=copie.ecrits,
        ecartes=places.beside(copie, today),
        places=places.by_element(copie, today),
        noms=noms,
        accords=accords,
        perdus=tuple(
            one
            for one in conflits.put_aside(questionnaire, copie)
            if not one.question or today.get(one.place, one.place).partition("/")[0] not in shown
        ),
        attente=anciens.awaiting(asked, copie),
    )
