"""What the page of the livret asks of Python: a frozen type in, JSON out, one function an action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from forms.auto_positionnement import formulaire, ouverture
from forms.livret_de_reperage import etat, phrases, texte, versement
from forms.livret_de_reperage.controles import DuLivret
from forms.plusieurs_mains import accords, conflits, ecrits, fichier, fusion, paroles
from forms.plusieurs_mains.ecrits import Livret
from forms.questionnaire import echange
from forms.questionnaire.modele import Questionnaire
from forms.socle.genre import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Contenu:
    """The livret on screen, as `ecrits` writes it: what is at its places, and what was put aside."""

    valeurs: Mapping[str, Any]
    ecartees: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuJour(Contenu):
    """The livret, read as on a day."""

    jour: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Fichier:
    """The text of a file to open."""

    texte: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AFusionner(Contenu):
    """The livret, the text of another, and what was chosen at the places where they differ."""

    texte: str
    choix: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AVerser(Contenu):
    """The livret, the text of an auto-positionnement, and the JSON of the form of that one."""

    texte: str
    formulaire: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class AAccorder(Contenu):
    """The livret, and a row of its agreements."""

    ligne: str


def lire(donnees: Any) -> Questionnaire:
    """Return the form that the page has as JSON (questionnaire.schema.json)."""
    return echange.from_json(donnees, DuLivret)


def _livret(form: Questionnaire, demande: Contenu) -> Livret:
    return fichier.place(ecrits.of(demande.valeurs, demande.ecartees), form)


def _etat(form: Questionnaire, demande: AuJour) -> Any:
    return etat.to_json(etat.evaluate(form, _livret(form, demande), demande.jour))


def _ouvrir(form: Questionnaire, demande: Fichier) -> Any:
    opened = fichier.open_file(demande.texte, form)
    return {
        "nom": opened.nom,
        **ecrits.to_json(opened.livret),
        "exporte_le": opened.exporte_le,
        "version_referentiel": opened.version_referentiel,
        "avis": list(opened.avis),
    }


def _fusionner(form: Questionnaire, demande: AFusionner) -> Any:
    """Merge the livret of the page with the text of another file; `livret` is null while a conflict is open."""
    ici, autre = _livret(form, demande), fichier.open_file(demande.texte, form)
    found = fusion.merge(ici, autre.livret, demande.choix, paroles.voices(form))
    told = conflits.described(form, ici, autre.livret, found.conflits)
    avis = phrases.agreements([one.etat for one in accords.read(form, found.livret.ecrits)]) if found.livret else ()
    return {
        "livret": ecrits.to_json(found.livret) if found.livret else None,
        "conflits": [asdict(one) for one in told],
        "divergences": [asdict(one) for one in conflits.differences(form, ici, autre.livret, found.divergences)],
        "avis": list(dict.fromkeys((*autre.avis, *avis))),
        "ajoutees": len(autre.livret.ecrits.keys() - ici.ecrits.keys()),
    }


def _verser(form: Questionnaire, demande: AVerser) -> Any:
    """Pour the text of an auto-positionnement; `formulaire` is the JSON of its own form."""
    source = formulaire.from_json(demande.formulaire)
    opened = ouverture.open_export(demande.texte, source)
    done = versement.pour(_livret(form, demande), form, source, opened)
    return {**ecrits.to_json(done.livret), **{k: v for k, v in asdict(done).items() if k != "livret"}}


def _ecartees(form: Questionnaire, demande: Contenu) -> Any:
    return [asdict(one) for one in conflits.put_aside(form, _livret(form, demande))]


def _accorder(form: Questionnaire, demande: AAccorder) -> Any:
    """Return the digest of what a row of the agreements agrees to, as the livret stands in the request."""
    return {"empreinte": accords.now(form, _livret(form, demande).ecrits, demande.ligne)}


def _texte(form: Questionnaire, demande: AuJour) -> Any:
    return {"texte": texte.texte(form, _livret(form, demande), demande.jour)}


ACTIONS: Mapping[str, Action] = {
    "etat": Action(AuJour, _etat),
    "ouvrir": Action(Fichier, _ouvrir),
    "fusionner": Action(AFusionner, _fusionner),
    "verser": Action(AVerser, _verser),
    "ecartees": Action(Contenu, _ecartees),
    "accorder": Action(AAccorder, _accorder),
    "texte": Action(AuJour, _texte),
}
