"""What the command line does with two files: merge two copies of a livret, pour an auto-positionnement into one."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.genre import GENRE as AUTO_POSITIONNEMENT
from forms.auto_positionnement.ouverture import Ouverture
from forms.livret_de_reperage import phrases, versement
from forms.livret_de_reperage.genre import GENRE
from forms.plusieurs_mains import accords, conflits, ecrits, fusion, paroles
from forms.plusieurs_mains.ecrits import Livret
from forms.plusieurs_mains.fichier import Ouverture as OuvertureLivret
from forms.questionnaire.modele import Questionnaire
from forms.socle import etat_certification, refus
from forms.socle.commandes import Deux, Fichier
from forms.socle.fichier import parse

FichierLivret = Fichier[Questionnaire, OuvertureLivret]


def fusionner(ici: FichierLivret, autre: FichierLivret, choix: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return the merged file, and sentences on what differed without being a conflict and on the agreements.

    A choice is for a place, or for all the conflicts of a section (`section:` before its code); a place wins over it.

    Raises Refus where the two are about two certifications, where a choice is for no conflict, and as long as a
    conflict is open: then it tells each one, and nothing is merged.
    """
    form = ici.formulaire
    if form.certification != autre.formulaire.certification:
        raise refus.other_certification(_called(autre.formulaire), _called(form), GENRE)
    ours, theirs = ici.ouverture.livret, autre.ouverture.livret
    voix, parts = paroles.voices(form), conflits.sections(form)
    known = [conflit.place for conflit in fusion.merge(ours, theirs, None, voix).conflits]
    inside = {place: f"{phrases.SECTION}{part.code}" for place in known if (part := parts.get(place.partition("/")[0]))}
    for place in choix.keys() - {*known, *inside.values()}:
        raise refus.Refus(phrases.no_conflict(place, known))
    every = {place: choix[section] for place, section in inside.items() if section in choix}
    found = fusion.merge(ours, theirs, {**every, **choix}, voix)
    if not found.livret:
        told = conflits.described(form, ours, theirs, found.conflits)
        raise refus.Refus(phrases.conflicts([*told]))
    remarks = [
        *phrases.divergences([*conflits.differences(form, ours, theirs, found.divergences)]),
        *phrases.agreements([one.etat for one in accords.read(form, found.livret.ecrits)]),
    ]
    return _text(found.livret, max(ici, autre, key=_moment), ici.ouverture.nom), remarks


def _moment(fichier: FichierLivret) -> datetime:
    """Return when a file was saved: of two of one day, one is the newest all the same."""
    return datetime.fromisoformat(fichier.ouverture.exporte_le)


def verser(fichier: FichierLivret, source: Formulaire, opened: Ouverture) -> tuple[str, str]:
    """Return the livret's file with an auto-positionnement poured in, and the sentence that says what was filled.

    Raises Refus where the two are about two certifications.
    """
    form = fichier.formulaire
    if source.certification != form.certification:
        raise refus.other_certification(_called(source), _called(form), AUTO_POSITIONNEMENT)
    done = versement.pour(fichier.ouverture.livret, form, source, opened)
    told = phrases.agreements([one.etat for one in accords.read(form, done.livret.ecrits)])
    return _text(done.livret, fichier, fichier.ouverture.nom), " ".join((done.avis, *told))


def _called(form: Questionnaire | Formulaire) -> refus.Designation:
    return refus.Designation(form.certification, form.intitule)


def choices(arguments: Sequence[str]) -> dict[str, str]:
    """Return place → "ici" or "autre" from arguments such as projet=ici.  Raises Refus."""
    found = {}
    for argument in arguments:
        place, _, side = argument.rpartition("=")
        if not place or side not in {fusion.ICI, fusion.AUTRE}:
            raise refus.Refus(
                f"« {argument} » n’est pas un choix : écrivez place=ici ou place=autre, comme projet=ici, "
                f"ou {phrases.SECTION}partie=autre pour toute une partie."
            )
        found[place] = side
    return found


def _text(livret: Livret, like: FichierLivret, nom: str) -> str:
    """Return a file that holds a livret; it is dated as the newest that it comes from, for no clock is read."""
    donnees: dict[str, Any] = {**parse(like.text, GENRE), **ecrits.to_json(livret)}
    donnees = etat_certification.dated(donnees, like.formulaire.etats)
    donnees["version_referentiel"] = like.formulaire.version_referentiel
    if nom:
        donnees["nom"] = nom
    if not donnees["ecartees"]:
        del donnees["ecartees"]
    return json.dumps(donnees, ensure_ascii=False, indent=2) + "\n"


def _choosing(parser: ArgumentParser) -> None:
    aide = "là où les deux copies diffèrent : garder la réponse de la première (ici) ou de la seconde (autre) ; section:PARTIE=… pour toute une partie"
    parser.add_argument("--choisir", action="append", default=[], metavar="PLACE=ici|autre", help=aide)


def _merged(ici: FichierLivret, autre: FichierLivret, options: Namespace) -> tuple[str, list[str]]:
    return fusionner(ici, autre, choices(options.choisir))


def _poured(fichier: FichierLivret, source: Fichier[Formulaire, Ouverture], _: Namespace) -> tuple[str, list[str]]:
    written, avis = verser(fichier, source.formulaire, source.ouverture)
    return written, [avis]


FUSIONNER = Deux(
    nom="fusionner",
    aide="met ensemble deux copies d’un livret de repérage : … > livret.json",
    metavar="LIVRET.json",
    prend=(GENRE, GENRE),
    options=_choosing,
    ecrire=_merged,
)
VERSER = Deux(
    nom="verser",
    aide="reprend un auto-positionnement dans un livret de repérage : … > livret.json",
    metavar=("LIVRET.json", "AUTO-POSITIONNEMENT.json"),
    prend=(GENRE, AUTO_POSITIONNEMENT),
    options=lambda _: None,
    ecrire=_poured,
)
