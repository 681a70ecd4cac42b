"""What the page of the livret asks of Python beside what every page of several hands does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from forms.auto_positionnement import formulaire, ouverture
from forms.livret_de_reperage import etat, resultats, texte, versement
from forms.livret_de_reperage.controles import DuLivret
from forms.livret_de_reperage.mains import MAINS
from forms.plusieurs_mains import actions as communes
from forms.plusieurs_mains import ecrits
from forms.plusieurs_mains.actions import AuJour, Contenu, placed
from forms.questionnaire import echange
from forms.questionnaire.modele import Questionnaire
from forms.socle.feuille import to_csv
from forms.socle.genre import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class AVerser(Contenu):
    """The livret, the text of an auto-positionnement, and the JSON of the form of that one."""

    texte: str
    formulaire: Mapping[str, Any]


def lire(donnees: Any) -> Questionnaire:
    """Return the form that the page has as JSON (questionnaire.schema.json)."""
    return echange.from_json(donnees, DuLivret)


def _etat(form: Questionnaire, demande: AuJour) -> Any:
    return etat.to_json(etat.evaluate(form, placed(form, demande), demande.jour))


def _verser(form: Questionnaire, demande: AVerser) -> Any:
    """Pour the text of an auto-positionnement; `formulaire` is the JSON of its own form."""
    source = formulaire.from_json(demande.formulaire)
    opened = ouverture.open_export(demande.texte, source)
    done = versement.pour(placed(form, demande), form, source, opened)
    return {**ecrits.to_json(done.copie), **{k: v for k, v in asdict(done).items() if k != "copie"}}


def _texte(form: Questionnaire, demande: AuJour) -> Any:
    return {"texte": texte.texte(form, placed(form, demande), demande.jour)}


def _resultats(form: Questionnaire, demande: AuJour) -> Any:
    given = form, placed(form, demande), demande.jour
    return {"texte": resultats.texte(*given), "csv": to_csv(resultats.feuille(*given))}


ACTIONS: Mapping[str, Action] = {
    **communes.of(MAINS),
    "etat": Action(AuJour, _etat),
    "verser": Action(AVerser, _verser),
    "texte": Action(AuJour, _texte),
    "resultats": Action(AuJour, _resultats),
}
