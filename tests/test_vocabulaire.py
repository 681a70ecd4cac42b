"""One word for each code of the closed lists of the data: no list of the schemas that people read goes without."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from forms.socle import vocabulaire as des_formulaires
from macros import vocabulaire
from macros.rendering import environment

SCHEMAS = Path(__file__).parents[1] / "schemas"
REGLES = "regles.schema.json"
PIECES = "cahier-des-charges.schema.json"
EVALUATIONS = "evaluations.schema.json"
# Table → the schema and the place of its list.
LISTES: dict[str, tuple[str, str]] = {
    "VOIES": ("certification.schema.json", "properties/voies_acces/items/properties/voie"),
    "VOIES_COURTES": ("certification.schema.json", "properties/voies_acces/items/properties/voie"),
    "PAR_VOIE": ("certification.schema.json", "properties/voies_acces/items/properties/voie"),
    "UNITES_DE_TEMPS": (REGLES, "$defs/unite_temps"),
    "REPERTOIRES": ("certification.schema.json", "properties/repertoire"),
    "ETATS_D_ORGANISME": ("certification.schema.json", "properties/certificateurs/items/properties/etat"),
    "HABILITATIONS": ("partenaires.schema.json", "properties/partenaires/items/properties/habilitation"),
    "ETATS_D_HABILITATION": ("partenaires.schema.json", "properties/partenaires/items/properties/etat"),
    "ETATS_DE_RELECTURE": ("certification.schema.json", "properties/etat_relecture"),
    "TYPES_D_ENREGISTREMENT": (
        "certification.schema.json",
        "properties/enregistrements/items/properties/type_enregistrement",
    ),
    "NOMENCLATURES_DE_NIVEAU": ("certification.schema.json", "properties/niveaux/items/properties/nomenclature"),
    "ACTEURS": ("commun.schema.json", "$defs/acteur"),
    "ABSENCES": ("commun.schema.json", "$defs/absence"),
    "MOMENTS": (REGLES, "$defs/regle/properties/moment"),
    "MOMENTS_COURTS": (REGLES, "$defs/regle/properties/moment"),
    "FORCES_COURTES": (REGLES, "$defs/regle/properties/force"),
    "FORCES": (REGLES, "$defs/regle/properties/force"),
    "COMPARAISONS": (REGLES, "$defs/comparaison"),
    "UNITES_DE_PIECE": (EVALUATIONS, "properties/epreuves/items/properties/pieces/items/properties/unite"),
    "EPREUVES": (EVALUATIONS, "properties/epreuves/items/properties/nature"),
    "RESSOURCES": (EVALUATIONS, "properties/ressources/items/properties/nature"),
    "SAVOIRS": ("composante.schema.json", "$defs/savoir/properties/nature"),
    "DISCORDANCE": ("discordances.schema.json", "items/properties/nature"),
    "DISCORDANCES": ("discordances.schema.json", "items/properties/nature"),
    "EFFETS": ("echelle.schema.json", "properties/valeurs/items/properties/effet"),
    "GLOSSAIRES": ("glossaire.schema.json", "items/properties/glossaire"),
    "DEMANDES": (PIECES, "properties/pieces/items/properties/force"),
    "DEMANDEURS": (PIECES, "properties/pieces/items/properties/demandeurs/items"),
    "JE_SUIS": (PIECES, "properties/pieces/items/properties/demandeurs/items"),
    "OFFRES": (PIECES, "properties/pieces/items/properties/offres/items"),
    "FAMILLES_DE_PIECES": (PIECES, "properties/pieces/items/properties/famille"),
    "ELEMENTS_DE_DOSSIER": (
        PIECES,
        "$defs/element",
    ),
}


def enum(schema: str, place: str) -> set[str]:
    """Return the codes of a closed list of a schema."""

    def step(node: Any, key: str) -> Any:
        return node[int(key)] if isinstance(node, list) else node[key]

    return {*reduce(step, place.split("/"), json.loads((SCHEMAS / schema).read_text("utf-8")))["enum"]}


def table(name: str) -> Mapping[str, Any]:
    """Return a table of the vocabulary."""
    found: Mapping[str, Any] = getattr(vocabulaire, name, None) or getattr(des_formulaires, name)
    return found


@pytest.mark.parametrize("name", LISTES)
def test_each_code_has_its_word(name: str) -> None:
    """No code of the list is without a word, and no word is for a code that the data cannot hold."""
    assert table(name).keys() == enum(*LISTES[name])


def test_components_have_their_word() -> None:
    """Each nature of a component, and the competence, which is counted beside them."""
    assert table("COMPOSANTES").keys() == enum("composante.schema.json", "$defs/composante/properties/nature") | {
        "competence"
    }


def test_each_table_is_held_to_a_list() -> None:
    """A table that nothing compares with the schemas would drift; rows of forms are held where forms are derived.

    What leads to a form is no table.
    """
    tables = {name for one in (vocabulaire, des_formulaires) for name in vars(one) if name.isupper()}
    assert tables - {"COMPOSANTES", "ELEMENTS", "LIGNES", "OU_J_EN_SUIS", "PARTIE"} == LISTES.keys()


def test_templates_take_the_words_there() -> None:
    """The templates read these very tables."""
    assert environment().globals["vocabulaire"] is vocabulaire
