"""What the command line does with the answers that move: carry a file to another certification, see where it leads."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from datetime import date
from typing import Any

from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.genre import GENRE
from forms.auto_positionnement.ouverture import Ouverture
from forms.auto_positionnement.passerelles import apercu, texte, transport
from forms.auto_positionnement.passerelles.derivation import links
from forms.auto_positionnement.reponses import Reponse, Reponses, to_json
from forms.socle import etat_certification, refus
from forms.socle.commandes import Fichier, Seul
from forms.socle.fichier import parse
from forms.socle.phrases import typeset
from referentials.load import load

FichierAuto = Fichier[Formulaire, Ouverture]
EVERY = "tout"


def transposer(fichier: FichierAuto, vers: str, reprendre: list[str]) -> tuple[str, list[str]]:
    """Return the file of another certification, and what was carried, is asked and stays empty.

    `reprendre`: the codes of the proposals to take, or « tout ».  Raises Refus.
    """
    collection = load()
    known = links(collection)
    if vers == fichier.formulaire.certification:
        raise refus.Refus("Ce fichier est déjà celui de cette certification : il s’ouvre tel quel.")
    if vers not in known.titres:
        names = ", ".join(f"{slug} ({titre})" for slug, titre in known.titres.items())
        raise refus.Refus(
            f"Aucune certification de ces données ne s’appelle « {vers} ». Écrivez l’une de celles-ci : {names}."
        )
    origine, cible = known.origine(fichier.formulaire.certification), known.origine(vers).formulaire
    try:
        done = transport.carry(origine, fichier.ouverture, cible, {}, {})
    except refus.AutreCertification as refusal:
        raise refusal.named(known.titres) from refusal
    codes = {one.code for one in done.propositions if one.valeur}
    unknown = [code for code in reprendre if code != EVERY and code not in codes]
    if unknown:
        said = f"« {unknown[0]} » n’est pas une réponse proposée. "
        raise refus.Refus(said + (f"Elles sont : {', '.join(sorted(codes))}." if codes else "Il n’y en a aucune."))
    taken = transport.taken(done, codes if EVERY in reprendre else {*reprendre})
    return _text(fichier, cible, taken.reponses, taken.premier_tour), [
        typeset(f"Depuis « {taken.intitule} » : {taken.avis}"),
        *texte.asked(taken),
    ]


def _text(fichier: FichierAuto, cible: Formulaire, reponses: Reponses, tour: Reponses) -> str:
    """Return the file of the other certification, dated as the one that it comes from: no clock is read."""
    before = parse(fichier.text, GENRE)
    enonces = {item.code: item.enonce for item in cible.all_items()}
    questions = {groupe.code: groupe.enonce_candidat for groupe in cible.competences()}
    donnees: dict[str, Any] = {
        "format": GENRE.format,
        "version": GENRE.version,
        "certification": cible.certification,
        "version_referentiel": cible.version_referentiel,
        "exporte_le": before["exporte_le"],
        "outil": before["outil"],
        **({"nom": before["nom"]} if "nom" in before else {}),
        "echelle": [{"code": v.code, "libelle": v.libelle, "effet": v.effet} for v in cible.echelle],
        "reponses": to_json(_worded(reponses, enonces)),
        **({"premier_tour": to_json(_worded(tour, questions))} if tour else {}),
    }
    return json.dumps(etat_certification.dated(donnees, cible.etats), ensure_ascii=False, indent=2) + "\n"


def _worded(reponses: Reponses, enonces: dict[str, str]) -> Reponses:
    return {code: Reponse(one.valeur, one.note, enonces.get(code, "")) for code, one in reponses.items()}


def passerelles(fichier: FichierAuto, jour: date, *, en_json: bool) -> str:
    """Return where the answers of a file lead, on a day."""
    collection = load()
    known = links(collection)
    # As the page does: what has no form has nothing that answers could lead to.
    voisines = [
        known.voisine(certification) for certification in collection.certifications if certification.has_statements
    ]
    opened = fichier.ouverture
    origine = known.origine(fichier.formulaire.certification)
    found = apercu.look(origine, voisines, opened.reponses, opened.premier_tour, jour.isoformat())
    if en_json:
        return json.dumps(apercu.to_json(found), ensure_ascii=False, indent=2) + "\n"
    return texte.write(found)


def _vers(parser: ArgumentParser) -> None:
    parser.add_argument("--vers", required=True, metavar="CERTIFICATION", help="la certification, par son adresse")
    aide = "une réponse proposée à reprendre, par son code ; « tout » pour toutes"
    parser.add_argument("--reprendre", action="append", default=[], metavar="CODE", help=aide)


def _format(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("texte", "json"), default="texte")


def _carried(fichier: FichierAuto, _: date, options: Namespace) -> tuple[str, list[str]]:
    return transposer(fichier, options.vers, options.reprendre)


def _seen(fichier: FichierAuto, jour: date, options: Namespace) -> tuple[str, list[str]]:
    return passerelles(fichier, jour, en_json=options.format == "json"), []


TRANSPOSER = Seul(
    nom="transposer",
    aide="porte un auto-positionnement vers une autre certification : … --vers CERTIFICATION > fichier.json",
    prend=GENRE,
    options=_vers,
    ecrire=_carried,
)
PASSERELLES = Seul(
    nom="passerelles",
    aide="dit où mènent les réponses d’un auto-positionnement, vers toutes les autres certifications",
    prend=GENRE,
    options=_format,
    ecrire=_seen,
    a_un_jour=True,
)
