"""Livrets for the tests: that of the published certification, writings of several hands, files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from forms.livret_de_reperage.derivation import derive
from forms.plusieurs_mains.ecrits import Copie, Ecarte, Ecrit, to_json
from forms.questionnaire.modele import Questionnaire
from referentials.load import load
from tests.outils import PUBLISHED

EXEMPLES = Path(__file__).parent / "exemples"
MATIN, SOIR = "2026-11-23T08:30:00+01:00", "2026-11-23T18:30:00+01:00"
TEXT = st.text(st.characters(codec="utf-8"), max_size=6)


@cache
def form_of(slug: str) -> Questionnaire:
    """Return the form of the livret of a certification."""
    questionnaire = derive(load().certification(slug))
    assert questionnaire
    return questionnaire


def published() -> Questionnaire:
    """Return the form of the livret whose rules speak of a repérage."""
    return form_of(PUBLISHED)


def candidat(valeur: Any, le: str = MATIN) -> Ecrit:
    """Return a writing of the candidate."""
    return Ecrit(valeur, "candidat", "Ana Ruiz", le)


def tuteur(valeur: Any, le: str = SOIR) -> Ecrit:
    """Return a writing of the company."""
    return Ecrit(valeur, "entreprise", "Paul Le Goff", le)


def saved(livret: Copie, **changes: Any) -> str:
    """Return the text of a file."""
    donnees = {
        "format": "repere/livret-de-reperage",
        "version": 2,
        "certification": PUBLISHED,
        "version_referentiel": published().version_referentiel,
        "exporte_le": SOIR,
        "outil": {"nom": "Repère", "version": "0.1.0"},
        "nom": "Livret d’Ana",
        **to_json(livret),
    }
    return json.dumps(donnees | changes, ensure_ascii=False)


def example(name: str) -> Any:
    """Return a worked example, every answer a text."""
    return yaml.load((EXEMPLES / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 — texts only, no objects


DOMAIN_1 = tuple(f"u{unit}" for unit in ("1-c1", "1-c2", "2-c1", "2-c2", "2-c3", "2-c4"))


def spelled_out(answers: Mapping[str, str]) -> dict[str, str]:
    """Return the answers of an example: « U1 et U2: vu acquis » stands for its six, an empty one takes an answer away."""
    verb, _, word = answers.get("U1 et U2", "").partition(" ")
    all_six = {f"{code}-{verb}": word for code in DOMAIN_1} if verb else {}
    own = {place: value for place, value in answers.items() if place != "U1 et U2"}
    return {place: value for place, value in (all_six | own).items() if value}


def written(answers: Mapping[str, Any]) -> Copie:
    """Return a livret of one hand."""
    return Copie({place: tuteur(tuple(v) if isinstance(v, list) else v) for place, v in answers.items()})


PLACES_KNOWN = ("projet", "u1-c1-dit", "u1-c1-vu", "modules/a/intitule", "experiences/a/poste", "voies")
PLACES = st.sampled_from(PLACES_KNOWN)
REASONS = ("choix", "reecrit", "anterieure", "proposee", "fusion")
VOIX = {"projet": "candidat", "u1-c1-dit": "candidat", "u1-c1-vu": "interlocuteur", "experiences/poste": "candidat"}
VALEURS = TEXT | st.booleans() | st.integers(-9, 9) | st.lists(TEXT, max_size=2).map(tuple)
ECRITS = st.builds(
    Ecrit,
    VALEURS,
    st.sampled_from(["candidat", "entreprise", "organisme", ""]),
    # Often the same hand on both sides.
    st.sampled_from(["Ana", "Paul"]) | TEXT,
    st.sampled_from([MATIN, SOIR, "2026-11-23T08:30:00-04:00", "2026-02-30T08:30:00+01:00"]),
)
LIVRETS = st.builds(
    Copie,
    st.dictionaries(PLACES, ECRITS, max_size=4),
    st.lists(
        st.builds(Ecarte, PLACES, ECRITS, st.sampled_from(REASONS)),
        max_size=2,
        unique_by=lambda one: (one.place, one.ecrit),
    ).map(tuple),
)
