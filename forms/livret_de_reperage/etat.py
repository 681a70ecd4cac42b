"""Where a livret stands: proposals, plan, deadlines, what could not be understood."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from forms.livret_de_reperage import concordances, parcours, phrases, proposition, versees
from forms.livret_de_reperage.mains import MAINS, agreed
from forms.livret_de_reperage.parcours import Parcours
from forms.livret_de_reperage.proposition import Proposition
from forms.plusieurs_mains import accords, anciens, conflits, ecrits
from forms.plusieurs_mains.accords import Accord
from forms.plusieurs_mains.alertes import Alerte
from forms.plusieurs_mains.conflits import Parole
from forms.plusieurs_mains.ecrits import Copie
from forms.questionnaire import conditions, echeances, valeurs
from forms.questionnaire.echange import compact
from forms.questionnaire.echeances import Echeance
from forms.questionnaire.modele import Questionnaire
from forms.questionnaire.valeurs import Probleme
from forms.socle import etat_certification, lectures
from forms.socle.etat_certification import EtatDuJour, day_json

FORMAT = "repere/etat-livret"
VERSION = 2


@dataclass(frozen=True, slots=True)
class EtatLivret:
    """The whole state, on a day; `caches` names the parts of the form that these answers do not ask for.

    `paroles` are the words of a voice that another hand changed; `mention`, whose the statements are of an
    auto-positionnement that was poured.
    """

    certification: str
    version_referentiel: str
    jour: date
    propositions: tuple[Proposition, ...]
    parcours: Parcours
    echeances: tuple[Echeance, ...]
    alertes: tuple[Alerte, ...]
    problemes: tuple[Probleme, ...]
    caches: tuple[str, ...]
    etat_certification: EtatDuJour | None = None
    accords: tuple[Accord, ...] = ()
    paroles: tuple[Parole, ...] = ()
    mention: str = ""


def evaluate(questionnaire: Questionnaire, livret: Copie, jour: date) -> EtatLivret:
    """Return where a livret stands, as on `jour`.  Pure: no clock is read.  Give a livret placed in the form."""
    donnees = ecrits.raw(livret.ecrits)
    asked = conditions.asked(questionnaire, donnees)
    found = valeurs.read(asked, donnees)
    proposed = tuple(proposition.propositions(asked, found))
    path = parcours.plan(asked, found, proposed)
    return EtatLivret(
        certification=questionnaire.certification,
        version_referentiel=questionnaire.version_referentiel,
        jour=jour,
        propositions=proposed,
        parcours=path,
        echeances=tuple(echeances.echeances(asked, found, jour)),
        alertes=(*anciens.alertes(asked, livret), *concordances.alertes(asked, found, livret.ecrits, jour)),
        problemes=found.problemes,
        caches=conditions.hidden(questionnaire, asked),
        etat_certification=etat_certification.on(questionnaire.etats, jour.isoformat()),
        accords=tuple(accords.accords(MAINS.nom, livret.ecrits, found, agreed(path))),
        paroles=tuple(conflits.changed(questionnaire, livret)),
        mention=versees.mention(questionnaire, livret),
    )


def to_json(etat: EtatLivret) -> dict[str, Any]:
    """Return the JSON of a state; it says itself what it is not, and by which rule it proposes."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "certification": etat.certification,
        "version_referentiel": etat.version_referentiel,
        **({"etat_certification": day_json(etat.etat_certification)} if etat.etat_certification else {}),
        "jour": etat.jour.isoformat(),
        "avertissement": phrases.NATURE,
        "regle": phrases.REGLE,
        "propositions": [_proposition(one) for one in etat.propositions],
        "parcours": _whole(asdict(etat.parcours)),
        "echeances": [_echeance(one) for one in etat.echeances],
        "alertes": [_alerte(one) for one in etat.alertes],
        "problemes": [asdict(probleme) for probleme in etat.problemes],
        "caches": list(etat.caches),
        "accords": [asdict(one) for one in etat.accords],
        "paroles": [asdict(one) for one in etat.paroles],
        **({"mention": etat.mention} if etat.mention else {}),
    }


def _whole(value: Any) -> Any:
    """Return a value whose whole numbers are written without decimals, as JavaScript writes them."""
    if isinstance(value, dict):
        return {key: _whole(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(inner) for inner in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _proposition(one: Proposition) -> Mapping[str, Any]:
    return {**asdict(one), "retenue": one.retenue}


def _echeance(one: Echeance) -> Mapping[str, Any]:
    source = {"source": compact(asdict(one.source))} if one.source else {}
    jour = {"jour": one.jour.isoformat()} if one.jour else {}
    last = {"dernier_jour_ouvre": one.dernier_jour_ouvre.isoformat()} if one.dernier_jour_ouvre else {}
    niveau = {"niveau": one.niveau} if one.niveau else {}
    said = {"phrase": one.phrase, "alerte": one.alerte, **niveau}
    return {"regle": one.regle, **jour, **last, **said, **source, **lectures.to_json(one.lectures)}


def _alerte(one: Alerte) -> Mapping[str, Any]:
    found: Mapping[str, Any] = compact(asdict(one))
    return found


def to_text(etat: EtatLivret) -> str:
    """Return the canonical text of a state: the command line prints it, the page shows it, to the byte."""
    return json.dumps(to_json(etat), ensure_ascii=False, indent=2)
