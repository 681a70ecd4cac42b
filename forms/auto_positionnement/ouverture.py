"""Opening a file with the form of today: what is kept of it, what differs, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forms.auto_positionnement import phrases_ouverture, reponses
from forms.auto_positionnement.changements import Changements, changes
from forms.auto_positionnement.formulaire import Formulaire, Valeur
from forms.auto_positionnement.genre import GENRE
from forms.auto_positionnement.placement import place, place_first_pass
from forms.auto_positionnement.reponses import Reponse
from forms.socle import refus
from forms.socle.cles import as_dict
from forms.socle.ecriture import same
from forms.socle.fichier import parse


@dataclass(frozen=True, slots=True)
class Ouverture:
    """An opened file: its name, answers to this form, answers set aside with their wording, and what differs.

    `premier_tour`: one answer a competence, on a scale of its own; `voie_souhaitee` as the file says it.
    """

    nom: str
    reponses: Mapping[str, Reponse]
    ecartees: Mapping[str, Reponse]
    premier_tour: Mapping[str, Reponse]
    premier_tour_ecarte: Mapping[str, Reponse]
    voie_souhaitee: str | None
    exporte_le: str
    version_referentiel: str
    changements: Changements
    avis: tuple[str, ...]


def open_export(text: str, formulaire: Formulaire) -> Ouverture:
    """Open the text of an export for this form.

    Raises Refus as `parse` does, and where the file is about another certification.
    """
    donnees = parse(text, GENRE)
    if donnees["certification"] != formulaire.certification:
        ici = refus.Designation(formulaire.certification, formulaire.intitule)
        raise refus.other_certification(refus.Designation(donnees["certification"]), ici, GENRE)
    version = donnees["version_referentiel"]
    placement = place(
        formulaire,
        reponses.from_json(donnees["reponses"]),
        reponses.from_json(donnees.get("reponses_ecartees", {})),
    )
    tour = place_first_pass(
        formulaire,
        reponses.from_json(donnees.get("premier_tour", {})),
        reponses.from_json(donnees.get("premier_tour_ecarte", {})),
    )
    changements = changes(formulaire, version, placement)
    return Ouverture(
        nom=donnees.get("nom", ""),
        # The wording of today goes with the answers of today: whoever writes the next file takes it from the form.
        reponses={code: Reponse(r.valeur, r.note) for code, r in placement.retenues.items()},
        ecartees=placement.ecartees,
        premier_tour={code: Reponse(r.valeur) for code, r in tour.retenues.items()},
        premier_tour_ecarte=tour.ecartees,
        voie_souhaitee=donnees.get("voie_souhaitee"),
        exporte_le=donnees["exporte_le"],
        version_referentiel=version,
        changements=changements,
        avis=(
            *phrases_ouverture.avis(
                version,
                formulaire.version_referentiel,
                changements,
                _renamed(formulaire, donnees.get("echelle", []), {r.valeur for r in placement.retenues.values()}),
            ),
            *phrases_ouverture.first_pass_aside(len(tour.sans_place)),
        ),
    )


def _renamed(
    formulaire: Formulaire, echelle: list[dict[str, str]], used: set[str | None]
) -> list[tuple[dict[str, str], Valeur]]:
    """Return the values in use whose words or effect are not those under which they were chosen."""
    before = {valeur["code"]: valeur for valeur in echelle}
    return [
        (before[valeur.code], valeur)
        for valeur in formulaire.echelle
        if valeur.code in used
        and valeur.code in before
        and not same((before[valeur.code]["libelle"], before[valeur.code]["effet"]), (valeur.libelle, valeur.effet))
    ]


def to_json(ouverture: Ouverture) -> dict[str, Any]:
    """Return the JSON of an opened file, as the page receives it."""
    return {
        "nom": ouverture.nom,
        "reponses": reponses.to_json(ouverture.reponses),
        "reponses_ecartees": reponses.to_json(ouverture.ecartees),
        "premier_tour": reponses.to_json(ouverture.premier_tour),
        "premier_tour_ecarte": reponses.to_json(ouverture.premier_tour_ecarte),
        **({"voie_souhaitee": ouverture.voie_souhaitee} if ouverture.voie_souhaitee else {}),
        "exporte_le": ouverture.exporte_le,
        "version_referentiel": ouverture.version_referentiel,
        "avis": list(ouverture.avis),
        "changements": {
            key: [as_dict(entry) for entry in entries] for key, entries in as_dict(ouverture.changements).items()
        },
    }
