"""The open data as schema.org says it (Dataset): what search engines for data read on the page « Données »."""

from __future__ import annotations

from typing import Any

from macros.api.edition import API, LICENCE_URL
from macros.api.endpoints import ADRESSES
from macros.api.jsonld import download
from referentials.load import Collection

# Those that hold the whole of it, each in its way.
WHOLE = ("index.json", "collection.json", "certifications.csv", "competences.csv")


def dataset(collection: Collection, base: str) -> dict[str, Any]:
    """Return the JSON-LD of the whole of the data; `base` as for `credential`."""
    here = f"{base}donnees/"
    day = max((one.identite.date_mise_a_jour for one in collection.certifications), default=None)
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{here}#donnees",
        "url": here,
        "name": "Repère, référentiels de certifications professionnelles",
        "description": (
            "Certifications du RNCP et du répertoire spécifique : identité, dates, compétences, épreuves et règles, chaque "
            "fait avec le document et la page d’où il vient."
        ),
        "inLanguage": "fr",
        "license": LICENCE_URL,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "Repère"},
        "keywords": ["certification professionnelle", "RNCP", "répertoire spécifique", "compétences", "référentiel"],
        "distribution": [
            download(f"{base}{one.place}", one.type)
            | {"name": one.place.rpartition("/")[2], "description": one.contenu}
            for one in ADRESSES
            if one.place.removeprefix(API) in WHOLE
        ],
    } | ({"dateModified": day} if day else {})
