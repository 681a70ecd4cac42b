"""What the page of the auto-positionnement asks of Python: a frozen type in, JSON out, one function an action."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from forms.auto_positionnement import (
    comparaison,
    conseiller,
    formulaire,
    ouverture,
    reponses,
    resultat,
    tableur,
    texte,
    texte_conseiller,
)
from forms.auto_positionnement.comparaison import Cote
from forms.auto_positionnement.evaluation import Evaluateur
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.passerelles import echange
from forms.auto_positionnement.requete import Requete
from forms.socle import mise_en_page
from forms.socle.feuille import too_long
from forms.socle.genre import Action, Encode
from forms.socle.memoire import Memoire


@dataclass(frozen=True, slots=True)
class Demande:
    """The answers on screen, read as on a day where one is said; the route that the person wishes.

    `premier_tour`: competence → answer of a first pass.
    """

    reponses: Mapping[str, Any]
    jour: str | None = None
    premier_tour: Mapping[str, str] = field(default_factory=dict)
    voie_souhaitee: str = ""


@dataclass(frozen=True, slots=True)
class Datee:
    """The answers on screen, read as on a day; the route that the person wishes."""

    reponses: Mapping[str, Any]
    jour: date
    premier_tour: Mapping[str, str] = field(default_factory=dict)
    voie_souhaitee: str = ""


@dataclass(frozen=True, slots=True)
class Nommee:
    """The answers of a draft that has a name, read as on a day; the route that the person wishes, the address of the page."""

    reponses: Mapping[str, Any]
    nom: str
    jour: str
    premier_tour: Mapping[str, str] = field(default_factory=dict)
    voie_souhaitee: str = ""
    adresse: str = ""


@dataclass(frozen=True, slots=True)
class Fichier:
    """The text of a file to open."""

    texte: str


@dataclass(frozen=True, slots=True)
class Etape:
    """Some answers, under the name that tells them from others."""

    libelle: str
    reponses: Mapping[str, Any]
    premier_tour: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AComparer:
    """Answers of two moments, read as on a day where one is said."""

    avant: Etape
    apres: Etape
    jour: str | None = None


@dataclass(frozen=True, slots=True)
class ATransposer:
    """The answers on screen, the text of a file of another certification, and the links that lead away from that one."""

    texte: str
    origine: Mapping[str, Any]
    reponses: Mapping[str, Any]
    premier_tour: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AVoir:
    """The answers on screen, the links that lead away from this form, and the certifications that there are, on a day."""

    reponses: Mapping[str, Any]
    origine: Mapping[str, Any]
    collection: tuple[Any, ...]
    jour: str
    premier_tour: Mapping[str, Any] = field(default_factory=dict)


class AutoPositionnement:
    """A form of statements, and what scoring it remembers from one request to the next."""

    def __init__(self, form: Formulaire) -> None:
        """Remember nothing yet."""
        self.form = form
        self.evaluateur = Evaluateur(form)
        self.lignes = Memoire[str]()


def _evaluer(page: AutoPositionnement, demande: Demande) -> Any:
    # Notes are neither looked at nor built: while one answers, this is asked at each answer.
    valeurs = {code: reponse.get("valeur") for code, reponse in demande.reponses.items()}
    found = page.evaluateur.evaluate(valeurs, demande.jour, demande.premier_tour)
    return Encode(resultat.to_line(replace(found, voie_souhaitee=demande.voie_souhaitee), page.lignes))


def _ouvrir(page: AutoPositionnement, demande: Fichier) -> Any:
    return ouverture.to_json(ouverture.open_export(demande.texte, page.form))


def _comparer(page: AutoPositionnement, demande: AComparer) -> Any:
    avant, apres = (
        Cote(etape.libelle, reponses.from_json(etape.reponses), reponses.from_json(etape.premier_tour))
        for etape in (demande.avant, demande.apres)
    )
    return comparaison.to_json(comparaison.compare(page.form, avant, apres, demande.jour))


def _texte(page: AutoPositionnement, demande: Nommee) -> Any:
    return {"texte": texte.write(page.form, _requete(demande))}


def _conseiller(page: AutoPositionnement, demande: Nommee) -> Any:
    fiche = conseiller.fill(page.form, _requete(demande))
    return {"fiche": conseiller.to_json(fiche), "texte": texte_conseiller.write(fiche, demande.adresse)}


def _requete(demande: Nommee) -> Requete:
    written = reponses.from_json(demande.reponses)
    return Requete(written, demande.nom, demande.jour, demande.premier_tour, demande.voie_souhaitee)


def _tables(demande: Datee) -> Requete:
    written = reponses.from_json(demande.reponses)
    return Requete(written, "", demande.jour.isoformat(), demande.premier_tour, demande.voie_souhaitee)


def _csv(page: AutoPositionnement, demande: Datee) -> Any:
    return {"texte": tableur.write(page.form, _tables(demande))}


def _xlsx(page: AutoPositionnement, demande: Datee) -> Any:
    # Its library reaches the browser only once somebody asks for a workbook.
    classeur = importlib.import_module("forms.socle.classeur")
    feuilles = tableur.feuilles(page.form, _tables(demande))
    papier = mise_en_page.papier(page.form.intitule, page.form.etats, demande.jour)
    return {"base64": classeur.to_base64(feuilles, papier), "avis": too_long(feuilles)}


def _transposer(page: AutoPositionnement, demande: ATransposer) -> Any:
    return echange.transpose(page.form, demande.texte, demande.origine, demande.reponses, demande.premier_tour)


def _passerelles(page: AutoPositionnement, demande: AVoir) -> Any:
    ailleurs = echange.Ailleurs(demande.origine, demande.collection)
    return echange.look(page.form, ailleurs, demande.reponses, demande.premier_tour, demande.jour)


def lire(donnees: Any) -> AutoPositionnement:
    """Return the form that the page has as JSON (formulaire.schema.json)."""
    return AutoPositionnement(formulaire.from_json(donnees))


ACTIONS: Mapping[str, Action] = {
    "evaluer": Action(Demande, _evaluer),
    "ouvrir": Action(Fichier, _ouvrir),
    "comparer": Action(AComparer, _comparer),
    "texte": Action(Nommee, _texte),
    "conseiller": Action(Nommee, _conseiller),
    "csv": Action(Datee, _csv),
    "xlsx": Action(Datee, _xlsx),
    "transposer": Action(ATransposer, _transposer),
    "passerelles": Action(AVoir, _passerelles),
}
