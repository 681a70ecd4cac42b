"""What the command line does with two files: merge two copies of a livret, pour an auto-positionnement into one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from forms import etat_certification, refus
from forms.fichier import parse
from forms.formulaire import Formulaire
from forms.livret import conflits, ecrits, fusion, phrases, versement
from forms.livret.derivation.commande import FichierLivret
from forms.livret.ecrits import Livret
from forms.livret.fichier import LIVRET
from forms.ouverture import Ouverture


def fusionner(ici: FichierLivret, autre: FichierLivret, choix: Mapping[str, str]) -> str:
    """Return the merged file.

    Raises Refus where the two are about two certifications, where a choice is for no conflict, and as long as a
    conflict is open: then it tells each one, and nothing is merged.
    """
    form = ici.questionnaire
    if form.certification != autre.questionnaire.certification:
        raise refus.other_certification(autre.questionnaire.certification, form.certification, LIVRET.page)
    ours, theirs = ici.ouverture.livret, autre.ouverture.livret
    known = [conflit.place for conflit in fusion.merge(ours, theirs).conflits]
    for place in choix.keys() - {*known}:
        raise refus.Refus(phrases.no_conflict(place, known))
    found = fusion.merge(ours, theirs, choix)
    if not found.livret:
        told = conflits.described(form, ours, theirs, found.conflits)
        raise refus.Refus(phrases.conflicts([*told]))
    return _text(found.livret, max(ici, autre, key=lambda fichier: fichier.jour), ici.ouverture.nom)


def verser(fichier: FichierLivret, source: Formulaire, opened: Ouverture) -> tuple[str, str]:
    """Return the livret's file with an auto-positionnement poured in, and the sentence that says what was filled.

    Raises Refus where the two are about two certifications.
    """
    form = fichier.questionnaire
    if source.certification != form.certification:
        raise refus.other_certification(source.certification, form.certification, LIVRET.page)
    done = versement.pour(fichier.ouverture.livret, form, source, opened)
    return _text(done.livret, fichier, fichier.ouverture.nom), done.avis


def choices(arguments: Sequence[str]) -> dict[str, str]:
    """Return place → "ici" or "autre" from arguments such as projet=ici.  Raises Refus."""
    found = {}
    for argument in arguments:
        place, _, side = argument.rpartition("=")
        if not place or side not in {fusion.ICI, fusion.AUTRE}:
            raise refus.Refus(
                f"« {argument} » n’est pas un choix : écrivez place=ici ou place=autre, comme projet=ici."
            )
        found[place] = side
    return found


def _text(livret: Livret, like: FichierLivret, nom: str) -> str:
    """Return a file that holds a livret; it is dated as the newest that it comes from, for no clock is read."""
    donnees: dict[str, Any] = {**parse(like.text, LIVRET), **ecrits.to_json(livret)}
    donnees = etat_certification.dated(donnees, like.questionnaire.etats)
    donnees["version_referentiel"] = like.questionnaire.version_referentiel
    if nom:
        donnees["nom"] = nom
    if not donnees["ecartees"]:
        del donnees["ecartees"]
    return json.dumps(donnees, ensure_ascii=False, indent=2) + "\n"
