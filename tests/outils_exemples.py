"""The worked examples of tests/forms/exemples, as answers to a form: read by every place that scores them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.formulaire import Formulaire, Groupe
from forms.auto_positionnement.reponses import Reponse
from referentials.load import load
from tests.outils import PUBLISHED

EXEMPLES = Path(__file__).parent / "forms" / "exemples"
ARRONDIS = "arrondi-du-seuil"
NOTE_ONLY = "note_seule"
EVERYTHING = "TOUT"


def examples(name: str) -> list[dict[str, Any]]:
    """Return the examples of one file."""
    found: list[dict[str, Any]] = yaml.safe_load((EXEMPLES / f"{name}.yaml").read_text("utf-8"))
    return found


@cache
def form_of(slug: str) -> Formulaire:
    """Return the published form of a certification."""
    return derive(load().certification(slug))


def situations() -> list[tuple[str, dict[str, Any]]]:
    """Return every (certification, example).  A file is named after its certification, or is about the CQP of today."""
    slugs = {certification.slug for certification in load().certifications}
    names = sorted(path.stem for path in EXEMPLES.glob("*.yaml") if path.stem != ARRONDIS)
    return [(name if name in slugs else PUBLISHED, example) for name in names for example in examples(name)]


def answers(form: Formulaire, counts: dict[str, dict[str, int]]) -> dict[str, Reponse]:
    """Give, in each group, so many items this value, so many that one; what is left stays without an answer."""
    groups = {groupe.code: [item.code for item in groupe.all_items()] for groupe in every_group(form.groupes)}
    groups[EVERYTHING] = [item.code for item in form.all_items()]
    given = {}
    for code, wanted in counts.items():
        values = [valeur for valeur, count in wanted.items() for _ in range(count)]
        assert len(values) <= len(groups[code]), "the example gives more answers than there are items"
        for item, valeur in zip(groups[code], values, strict=False):
            given[item] = Reponse(None, "Une remarque") if valeur == NOTE_ONLY else Reponse(valeur)
    return given


def every_group(groupes: tuple[Groupe, ...]) -> Iterator[Groupe]:
    """Yield every group, at any depth, in reading order."""
    for groupe in groupes:
        yield groupe
        yield from every_group(groupe.groupes)
