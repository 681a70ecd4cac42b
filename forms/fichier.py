"""The file is the save: opening one, with its refusals, and what is kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forms import refus, reponses
from forms.formulaire import Formulaire
from forms.lecture import read
from forms.reponses import Reponse
from forms.validateurs.export_auto_positionnement import validate

FORMAT = "repere/auto-positionnement"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Ouverture:
    """An opened file: answers to this form, answers set aside, and sentences on what differs."""

    reponses: Mapping[str, Reponse]
    ecartees: Mapping[str, Reponse]
    exporte_le: str
    version_referentiel: str
    avis: tuple[str, ...]


def parse(text: str) -> dict[str, Any]:
    """Return the content of a valid export, whatever its certification.

    Raises Refus: not JSON, not ours, newer than us, or not following its schema.
    """
    donnees = read(text)
    found = donnees.get("format") if isinstance(donnees, dict) else None
    if not isinstance(donnees, dict) or found != FORMAT:
        raise refus.not_ours(found if isinstance(found, str) else None)
    version = donnees.get("version")
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise refus.too_new(version, VERSION)
    try:
        validate(donnees)
    except refus.JsonSchemaValueException as fault:
        raise refus.not_conforming(fault) from fault
    return donnees


def open_export(text: str, formulaire: Formulaire) -> Ouverture:
    """Open the text of an export for this form.

    Raises Refus as `parse` does, and where the file is about another certification.
    """
    donnees = parse(text)
    if donnees["certification"] != formulaire.certification:
        raise refus.other_certification(donnees["certification"], formulaire.certification)
    kept, aside = reponses.split(formulaire, reponses.from_json(donnees["reponses"]))
    # An item that left and came back: its answer finds its place again, unless a newer one stands there.
    back, still_aside = reponses.split(formulaire, reponses.from_json(donnees.get("reponses_ecartees", {})))
    both = {code: reponse for code, reponse in back.items() if code in kept}
    return Ouverture(
        reponses={**back, **kept},
        ecartees={**still_aside, **both, **aside},
        exporte_le=donnees["exporte_le"],
        version_referentiel=donnees["version_referentiel"],
        avis=_avis(donnees["version_referentiel"], formulaire.version_referentiel, sorted({*still_aside, *aside})),
    )


def _avis(theirs: str, ours: str, aside: list[str]) -> tuple[str, ...]:
    sentences = []
    if theirs != ours:
        sentences.append(f"Le fichier date de la version {theirs} du référentiel ; cette page suit la version {ours}.")
    if aside:
        sentences.append(
            f"Ces réponses ne correspondent plus à un énoncé et sont gardées à part : {', '.join(aside)}. "
            "Elles seront réécrites dans votre prochain fichier."
        )
    return tuple(sentences)
