"""What the command line does on the file of an auto-positionnement."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import date

from forms.auto_positionnement import (
    comparaison,
    conseiller,
    phrases_conseiller,
    phrases_ouverture,
    reponses,
    resultat,
    tableur,
    texte,
    texte_comparaison,
    texte_conseiller,
)
from forms.auto_positionnement.comparaison import Cote
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.genre import GENRE
from forms.auto_positionnement.ouverture import Ouverture, open_export
from forms.auto_positionnement.passerelles.commandes import PASSERELLES, TRANSPOSER
from forms.auto_positionnement.requete import Requete
from forms.socle import dates, refus
from forms.socle.commandes import Commandes, Deux, Fichier, Seul
from forms.socle.feuille import Feuille
from forms.socle.json_strict import read

FichierAuto = Fichier[Formulaire, Ouverture]


def evaluer(fichier: FichierAuto, jour: date) -> str:
    """Return the result, exactly what the page shows on that day."""
    ouverture = fichier.ouverture
    tour = reponses.values(ouverture.premier_tour)
    found = evaluate(fichier.formulaire, ouverture.reponses, jour.isoformat(), tour)
    return resultat.to_text(replace(found, voie_souhaitee=_voie(fichier)))


def en_texte(fichier: FichierAuto, jour: date) -> str:
    """Return the result as text, on that day."""
    return texte.write(fichier.formulaire, _requete(fichier, jour))


def fiche(fichier: FichierAuto, jour: date, adresse: str = "") -> str:
    """Return the adviser's sheet as text, on that day; without the address of the page, where it stands in any site."""
    where = adresse or phrases_conseiller.page_of(fichier.formulaire.certification)
    return texte_conseiller.write(conseiller.fill(fichier.formulaire, _requete(fichier, jour)), where)


def _requete(fichier: FichierAuto, jour: date) -> Requete:
    ouverture = fichier.ouverture
    return Requete(ouverture.reponses, ouverture.nom, jour.isoformat(), _first_pass(fichier), _voie(fichier))


def feuilles(fichier: FichierAuto, jour: date) -> tuple[Feuille, ...]:
    """Return the answers as a table, on that day, then what a workbook adds to it."""
    return tableur.feuilles(fichier.formulaire, _requete(fichier, jour))


def _first_pass(fichier: FichierAuto) -> dict[str, str]:
    return reponses.values(fichier.ouverture.premier_tour)


def _voie(fichier: FichierAuto) -> str:
    return fichier.ouverture.voie_souhaitee or ""


def _migre(fichier: FichierAuto) -> list[str]:
    changes = phrases_ouverture.details(fichier.ouverture.changements)
    found = int(read(fichier.text)["version"])
    return [phrases_ouverture.migrated(found, GENRE.version), *fichier.ouverture.avis, *changes]


def comparer(avant: FichierAuto, apres: FichierAuto, jour: date | None = None, *, en_json: bool) -> str:
    """Return the comparison of two files, on a day or on that of the later one.  Raises Refus: not about one certification."""
    form, other = avant.formulaire, apres.formulaire
    if form.certification != other.certification:
        raise refus.not_comparable(form.intitule, other.intitule)
    before, after = (
        Cote(_libelle(fichier), fichier.ouverture.reponses, fichier.ouverture.premier_tour)
        for fichier in (avant, apres)
    )
    found = comparaison.compare(form, before, after, (jour or max(avant.jour, apres.jour)).isoformat())
    if en_json:
        return json.dumps(comparaison.to_json(found), ensure_ascii=False, indent=2) + "\n"
    return texte_comparaison.write(form, found)


def _libelle(fichier: FichierAuto) -> str:
    """Return what to call a file beside another one: its name, or that of its path, and its day."""
    return f"{fichier.ouverture.nom.strip() or fichier.path.name}, {dates.in_words(fichier.jour.isoformat())}"


def _format(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("texte", "json"), default="texte")


def _compared(avant: FichierAuto, apres: FichierAuto, options: Namespace) -> tuple[str, list[str]]:
    return comparer(avant, apres, options.jour, en_json=options.format == "json"), []


COMPARER = Deux(
    nom="comparer",
    aide="met deux fichiers côte à côte",
    metavar="FICHIER.json",
    prend=(GENRE, GENRE),
    options=_format,
    ecrire=_compared,
    a_un_jour=True,
)


def _sheet(parser: ArgumentParser) -> None:
    # A text, and nothing else: for people.
    parser.set_defaults(format="texte")
    parser.add_argument("--adresse", default="", help="adresse de la page du formulaire, écrite sur la fiche")


CONSEILLER = Seul(
    nom="conseiller",
    aide="écrit la fiche pour le conseiller : une page, en mots",
    prend=GENRE,
    options=_sheet,
    ecrire=lambda fichier, jour, options: (fiche(fichier, jour, options.adresse), []),
    a_un_jour=True,
)
COMMANDES = Commandes(
    ouvrir=open_export,
    nombre=lambda ouverture: len(ouverture.reponses) + len(ouverture.premier_tour),
    evaluer=evaluer,
    texte=en_texte,
    feuilles=feuilles,
    migre=_migre,
    deux=(COMPARER,),
    seuls=(CONSEILLER, TRANSPOSER, PASSERELLES),
)
