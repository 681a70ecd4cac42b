"""« Données »: the open data explained to whoever reuses them; schemas and addresses come from what is published."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from macros.api import editor
from macros.api.changelog import lines, published, title, waiting
from macros.api.data import index
from macros.api.dataset import dataset
from macros.api.edition import LICENCE, Edition
from macros.api.endpoints import ADRESSES
from macros.names import distinct_titles
from macros.pages import discordances
from macros.pages.commun import Contexte
from macros.rendering import json_for_html
from macros.rendering import render as render_template
from macros.vues.etats import today
from referentials.check.schemas import SCHEMAS, SUFFIX, registry
from referentials.load import Collection

# Which kind of reader a schema is for: what the API serves, what referentials/ holds, what forms exchange.
FAMILIES = {
    "api": (
        *("api-index", "api-certification", "api-partenaires", "api-changements", "api-collection"),
        *("api-liste", "api-index-listes"),
        "api-orientation",
    ),
    "formulaires": (
        "annexe-engagements",
        "modification-dossier",
        "dossier-convention",
        "projet-convention",
        *("comparaison", "dossier-elements", "dossier-qualiopi", "etat-dossier", "etat-livret", "formulaire"),
        *("livret-elements", "matrice-dossier", "positionnement-suites", "questionnaire", "resultat"),
    ),
}


OFFICIAL = Path(__file__).parents[1] / "api" / "official_names.json"


@cache
def official_names() -> list[dict[str, str]]:
    """Return each element of France compétences with where its value is here, in a certification and in the index."""
    found: list[dict[str, str]] = json.loads(OFFICIAL.read_text("utf-8"))
    return found


def families() -> list[tuple[str, list[tuple[str, dict[str, Any]]]]]:
    """Return the published schemas by family: (family, [(name, schema)]); what no family names is data."""
    every = sorted(path.name.removesuffix(SUFFIX) for path in SCHEMAS.glob(f"*{SUFFIX}"))

    def family_of(name: str) -> str:
        named = next((family for family, names in FAMILIES.items() if name in names), None)
        return named or ("formulaires" if name.startswith("export-") else "donnees")

    return [
        (family, [(name, dict(registry().contents(f"{name}{SUFFIX}"))) for name in every if family_of(name) == family])
        for family in ("api", "donnees", "formulaires")
    ]


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    return render_template(
        "donnees.md.j2",
        collection.documents,
        adresses=ADRESSES,
        cles_d_editeur=sorted(editor.ADDED - {"examples"}),
        attente=waiting(collection),
        changement=title,
        lignes=lines,
        publications=published(collection),
        index=index(collection, Edition(today(), contexte.site)),
        titres=distinct_titles(collection),
        familles=families(),
        json_ld=json_for_html(dataset(collection, contexte.site or contexte.racine)),
        officiels=official_names(),
        licence=LICENCE,
        discordances=len(discordances.entries(collection)),
        racine=contexte.racine,
        site=contexte.site,
    )
