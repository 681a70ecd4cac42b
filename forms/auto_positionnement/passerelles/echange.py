"""What the page and Python say to each other about answers that move: JSON in, JSON out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from forms.auto_positionnement import ouverture, reponses
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.passerelles import apercu, liens, transport
from forms.socle.cles import as_dict


@dataclass(frozen=True, slots=True)
class Ailleurs:
    """What leads away from a form, and the certifications that there are, as JSON."""

    origine: Mapping[str, Any]
    collection: tuple[Any, ...]


def transpose(
    form: Formulaire, texte: str, origine: Any, ecrites: Mapping[str, Any], premier_tour: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the answers on screen with what a file of another certification brings, and what it asks.  Raises Refus."""
    found = liens.origine_from_json(origine)
    opened = ouverture.open_export(texte, found.formulaire)
    done = transport.carry(found, opened, form, reponses.from_json(ecrites), reponses.from_json(premier_tour))
    return {
        "certification": done.certification,
        "intitule": done.intitule,
        "nom": opened.nom,
        "reponses": reponses.to_json(done.reponses),
        "premier_tour": reponses.to_json(done.premier_tour),
        "verses": [as_dict(one) for one in done.verses],
        "propositions": [{**as_dict(one), "raisons": list(one.raisons)} for one in done.propositions],
        "nouvelles": [as_dict(one) for one in done.nouvelles],
        "avis": " ".join([done.avis, *opened.avis]),
        # What the page goes on saying once it is no more as the file left it.
        "reste": " ".join(filter(None, [done.reste, *opened.avis])),
    }


def look(
    form: Formulaire, ailleurs: Ailleurs, ecrites: Mapping[str, Any], premier_tour: Mapping[str, Any], jour: str
) -> dict[str, Any]:
    """Return where the answers on screen lead, on a day."""
    voisines = liens.voisines_from_json([*ailleurs.collection])
    # The form of the page is the one that was answered, should the file of links be of another day.
    found = replace(liens.origine_from_json(ailleurs.origine), formulaire=form)
    said, first = reponses.from_json(ecrites), reponses.from_json(premier_tour)
    return apercu.to_json(apercu.look(found, voisines, said, first, jour))
