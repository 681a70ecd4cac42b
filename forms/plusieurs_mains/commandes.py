"""What the command line does with two files that several hands wrote: it merges two copies of one."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from forms.plusieurs_mains import accords, conflits, ecrits, fusion, paroles, phrases
from forms.plusieurs_mains.ecrits import Copie
from forms.plusieurs_mains.fichier import Ouverture
from forms.plusieurs_mains.mains import Mains
from forms.questionnaire.modele import Questionnaire
from forms.socle import etat_certification, refus
from forms.socle.commandes import Deux, Fichier
from forms.socle.fichier import parse

FichierDeMains = Fichier[Questionnaire, Ouverture]


def fusionner(
    mains: Mains, ici: FichierDeMains, autre: FichierDeMains, choix: Mapping[str, str]
) -> tuple[str, list[str]]:
    """Return the merged file, and sentences on what differed without being a conflict and on the agreements.

    A choice is for a place, or for all the conflicts of a section (`section:` before its code); a place wins over it.

    Raises Refus where the two are about two certifications, where a choice is for no conflict, and as long as a
    conflict is open: then it tells each one, and nothing is merged.
    """
    form = ici.formulaire
    if form.certification != autre.formulaire.certification:
        raise refus.other_certification(called(autre.formulaire), called(form), mains.genre)
    ours, theirs = ici.ouverture.copie, autre.ouverture.copie
    voix, parts = paroles.voices(form), conflits.sections(form)
    known = [conflit.place for conflit in fusion.merge(ours, theirs, None, voix).conflits]
    inside = {place: f"{phrases.SECTION}{part.code}" for place in known if (part := parts.get(place.partition("/")[0]))}
    for place in choix.keys() - {*known, *inside.values()}:
        raise refus.Refus(phrases.no_conflict(place, known))
    every = {place: choix[section] for place, section in inside.items() if section in choix}
    found = fusion.merge(ours, theirs, {**every, **choix}, voix)
    if not found.copie:
        told = conflits.described(form, ours, theirs, found.conflits)
        raise refus.Refus(phrases.conflicts([*told]))
    remarks = [
        *phrases.divergences([*conflits.differences(form, ours, theirs, found.divergences)]),
        *phrases.agreements([one.etat for one in accords.read(mains, form, found.copie.ecrits)]),
    ]
    return written(mains, found.copie, max(ici, autre, key=_moment), ici.ouverture.nom), remarks


def _moment(fichier: FichierDeMains) -> datetime:
    """Return when a file was saved: of two of one day, one is the newest all the same."""
    return datetime.fromisoformat(fichier.ouverture.exporte_le)


def called(form: Questionnaire) -> refus.Designation:
    """Return how a refusal calls the certification of a form."""
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


def written(mains: Mains, copie: Copie, like: FichierDeMains, nom: str) -> str:
    """Return a file that holds a copy; it is dated as the newest that it comes from, for no clock is read."""
    donnees: dict[str, Any] = {**parse(like.text, mains.genre), **ecrits.to_json(copie)}
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


def fusion_of(mains: Mains) -> Deux:
    """Return the command that merges two copies of a file of a kind; it has the same name in each."""

    def merged(ici: FichierDeMains, autre: FichierDeMains, options: Namespace) -> tuple[str, list[str]]:
        return fusionner(mains, ici, autre, choices(options.choisir))

    return Deux(
        nom="fusionner",
        aide="met ensemble deux copies d’un fichier que plusieurs mains ont écrit : … > fichier.json",
        metavar="COPIE.json",
        prend=(mains.genre, mains.genre),
        options=_choosing,
        ecrire=merged,
    )
