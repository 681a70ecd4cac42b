"""What every page that several hands write asks of Python: a frozen type in, JSON out, one function an action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import Any

from forms.plusieurs_mains import accords, conflits, ecrits, fichier, fusion, paroles, phrases
from forms.plusieurs_mains.ecrits import Copie
from forms.plusieurs_mains.mains import Mains
from forms.questionnaire.modele import Questionnaire
from forms.socle.genre import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Contenu:
    """The copy on screen, as `ecrits` writes it: what is at its places, and what was put aside."""

    valeurs: Mapping[str, Any]
    ecartees: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuJour(Contenu):
    """The copy, read as on a day."""

    jour: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Fichier:
    """The text of a file to open."""

    texte: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AFusionner(Contenu):
    """The copy, the text of another, and what was chosen at the places where they differ."""

    texte: str
    choix: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AAccorder(Contenu):
    """The copy, and a row of its agreements."""

    ligne: str


def placed(form: Questionnaire, demande: Contenu) -> Copie:
    """Return the copy that a page asks about, placed in its form."""
    return fichier.place(ecrits.of(demande.valeurs, demande.ecartees), form)


def _ouvrir(mains: Mains, form: Questionnaire, demande: Fichier) -> Any:
    opened = fichier.open_file(demande.texte, form, mains)
    return {
        "nom": opened.nom,
        **ecrits.to_json(opened.copie),
        "exporte_le": opened.exporte_le,
        "version_referentiel": opened.version_referentiel,
        "avis": list(opened.avis),
    }


def _fusionner(mains: Mains, form: Questionnaire, demande: AFusionner) -> Any:
    """Merge the copy of the page with the text of another file; `copie` is null while a conflict is open."""
    ici, autre = placed(form, demande), fichier.open_file(demande.texte, form, mains)
    found = fusion.merge(ici, autre.copie, demande.choix, paroles.voices(form))
    told = conflits.described(form, ici, autre.copie, found.conflits)
    avis = (
        phrases.agreements([one.etat for one in accords.read(mains, form, found.copie.ecrits)]) if found.copie else ()
    )
    return {
        "copie": ecrits.to_json(found.copie) if found.copie else None,
        "conflits": [asdict(one) for one in told],
        "divergences": [asdict(one) for one in conflits.differences(form, ici, autre.copie, found.divergences)],
        "avis": list(dict.fromkeys((*autre.avis, *avis))),
        "ajoutees": len(autre.copie.ecrits.keys() - ici.ecrits.keys()),
    }


def _ecartees(form: Questionnaire, demande: Contenu) -> Any:
    return [asdict(one) for one in conflits.put_aside(form, placed(form, demande))]


def _accorder(mains: Mains, form: Questionnaire, demande: AAccorder) -> Any:
    """Return the digest of what a row of the agreements agrees to, as the copy stands in the request."""
    return {"empreinte": accords.now(mains, form, placed(form, demande).ecrits, demande.ligne)}


def of(mains: Mains) -> Mapping[str, Action]:
    """Return what every page of a kind that several hands write asks, by name."""
    return {
        "ouvrir": Action(Fichier, partial(_ouvrir, mains)),
        "fusionner": Action(AFusionner, partial(_fusionner, mains)),
        "ecartees": Action(Contenu, _ecartees),
        "accorder": Action(AAccorder, partial(_accorder, mains)),
    }
