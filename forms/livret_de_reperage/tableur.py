"""The livret as a table for a spreadsheet: its answers, and whose the statements are that it rests on."""

from __future__ import annotations

from forms.livret_de_reperage import phrases, versees
from forms.livret_de_reperage.mains import MAINS
from forms.plusieurs_mains import tableur
from forms.plusieurs_mains.ecrits import Copie
from forms.questionnaire.modele import Questionnaire
from forms.socle.feuille import Feuille


def feuille(questionnaire: Questionnaire, livret: Copie, jour: str) -> Feuille:
    """Return the answers with who wrote them; the last column says the state of the certification on a day, AAAA-MM-JJ."""
    said = versees.mention(questionnaire, livret)
    mentions = {versees.BLOC: (phrases.STATEMENTS, said)} if said else {}
    return tableur.feuille(MAINS, questionnaire, livret, jour, mentions)
