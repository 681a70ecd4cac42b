"""State of a certification: from its dates to the state of any day, in Python and in the reader's browser alike."""

from __future__ import annotations

import json
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from macros.etats import Periode, periods, shift, state
from referentials.load import load
from tests.outils_pages import read, source

MODULE = Path(__file__).parents[2] / "macros" / "theme" / "assets" / "javascripts" / "etat.mjs"
TEXT = {"intitule": "Arrêté"}
FIRST = TEXT | {"date_effet": "2012-12-09", "date_fin_enregistrement": "2017-12-09"}
SECOND = TEXT | {"date_effet": "2017-12-09", "date_fin_enregistrement": "2024-01-04"}
SAID = [{"intitule": "Autre", "origine": "document"}]
INFERRED = [{"intitule": "Autre", "origine": "repere"}]

# Data → day → state and reason.
CASES: list[tuple[dict[str, Any], str, str, str]] = [
    ({}, "2026-01-01", "indetermine", "sans-date"),
    ({"enregistrements": [TEXT | {"date_texte": "2010-05-18"}]}, "2026-01-01", "indetermine", "sans-date"),
    ({"enregistrements": [TEXT | {"date_effet": "2023-07-31"}]}, "2023-07-31", "indetermine", "sans-echeance"),
    ({"enregistrements": [TEXT | {"date_effet": "2023-07-31"}]}, "2023-07-30", "indetermine", "a-venir"),
    ({"enregistrements": [FIRST]}, "2012-12-08", "indetermine", "a-venir"),
    ({"enregistrements": [FIRST]}, "2012-12-09", "en-vigueur", ""),
    ({"enregistrements": [FIRST]}, "2017-12-09", "en-vigueur", ""),
    ({"enregistrements": [FIRST]}, "2017-12-10", "expiree", ""),
    ({"enregistrements": [SECOND, FIRST]}, "2024-01-04", "en-vigueur", ""),
    ({"enregistrements": [FIRST, SECOND]}, "2024-01-05", "expiree", ""),
    ({"enregistrements": [FIRST], "successeurs": SAID}, "2017-12-09", "en-vigueur", ""),
    ({"enregistrements": [FIRST], "successeurs": SAID}, "2017-12-10", "remplacee", ""),
    ({"enregistrements": [FIRST], "successeurs": INFERRED}, "2017-12-10", "expiree", ""),
    ({"successeurs": SAID}, "2026-01-01", "remplacee", ""),
    ({"successeurs": INFERRED}, "2026-01-01", "indetermine", "sans-date"),
    ({"enregistrements": [FIRST, TEXT | {"date_effet": "2018-01-01"}]}, "2020-01-01", "indetermine", "suite"),
    ({"enregistrements": [FIRST, TEXT | {"date_texte": "2018-01-01"}]}, "2020-01-01", "expiree", ""),
]


@pytest.mark.parametrize(("identite", "jour", "etat", "motif"), CASES)
def test_the_state_of_a_day(identite: dict[str, Any], jour: str, etat: str, motif: str) -> None:
    """The last day of a registration is still in force; the next is not; what no document decides is not decided."""
    found = state(identite, jour)
    assert (found.etat, found.motif) == (etat, motif)


@pytest.mark.parametrize("identite", [identite for identite, *_ in CASES])
def test_periods_cover_every_day_once(identite: dict[str, Any]) -> None:
    """They follow each other without a gap nor an overlap, from always to always."""
    found = periods(identite)
    assert (found[0].du, found[-1].au) == (None, None)
    for before, after in pairwise(found):
        assert before.au is not None
        assert after.du == shift(before.au, 1)


def test_the_published_certifications_whose_dates_have_passed() -> None:
    """The fiche of 2018 has expired since its last registration, whatever the day of the build."""
    identite = load().certification("cqp-vendeur-conseil-a-distance-2018").identite
    last = max(texte.get("date_fin_enregistrement", "") for texte in identite["enregistrements"])
    assert state(identite, last).etat == "en-vigueur"
    assert state(identite, shift(last, 1)).echeance == last


def node(script: str) -> Any:
    """Run a script that imports the browser's module, and return the JSON that it prints."""
    command = [shutil.which("node") or "node", "--input-type=module", "-e", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_the_browser_decides_as_python_does() -> None:
    """The same bounds and the same day give the same answer in both languages."""
    days = ("2012-12-08", "2012-12-09", "2017-12-09", "2017-12-10")
    table = [
        (day, p.du, p.au) for day in days for p in (Periode("x", du=du, au=au) for du in (None, *days) for au in days)
    ]
    rows = json.dumps(table)
    script = f"import {{ holds }} from {json.dumps(MODULE.as_uri())};"
    script += f"console.log(JSON.stringify({rows}.map(([d, a, b]) => holds(d, a ?? undefined, b ?? undefined))))"
    assert node(script) == [Periode("x", du=du, au=au).holds(day) for day, du, au in table]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Europe/Paris", "Pacific/Pago_Pago"])
def test_the_day_is_the_one_of_the_reader(zone: str) -> None:
    """Just before and just after midnight, wherever one is, the day is that of the reader's calendar."""
    script = f"process.env.TZ = {json.dumps(zone)};"
    script += f"const {{ localDay }} = await import({json.dumps(MODULE.as_uri())});"
    script += "console.log(JSON.stringify([localDay(new Date(2024, 0, 4, 23, 59)), localDay(new Date(2024, 0, 5))]))"
    assert node(script) == ["2024-01-04", "2024-01-05"]


@pytest.mark.parametrize("kind", ["fiche", "referentiel", "evaluations", "reglement", "auto_positionnement"])
def test_every_page_of_a_certification_carries_every_period(kind: str) -> None:
    """The head shows one banner, holds the others hidden, and each has the bounds of its period."""
    collection = load()
    for certification in collection.certifications:
        head = [
            element
            for element in read(source(kind, collection, certification.slug)).all("p")
            if "data-ton" in element.attributes
        ]
        wanted = [(p.etat, p.du, p.au) for p in periods(certification.identite)]
        bounds = ("data-ton", "data-du", "data-au")
        assert [tuple(element.attributes.get(name) for name in bounds) for element in head] == wanted
        assert sum("hidden" not in element.attributes for element in head) == 1


def test_a_replaced_certification_links_to_the_one_that_follows() -> None:
    """« Remplacée par », with the link; what Repère infers is told as such."""
    collection = load()
    reading = read(source("reglement", collection, "cqp-relation-commerciale-a-distance"))
    (shown,) = [e for e in reading.all("p") if "data-ton" in e.attributes and "hidden" not in e.attributes]
    assert "Remplacée par" in shown.text
    assert reading.all("a", href="../../../certifications/cqp-vendeur-conseil-a-distance-2018/")
    (shown,) = [
        e
        for e in read(source("fiche", collection, "cqp-vendeur-conseil-a-distance-2018")).all("p")
        if "data-ton" in e.attributes and "hidden" not in e.attributes
    ]
    assert "Repère place à sa suite" in shown.text
    assert "Remplacée par" not in shown.text


def test_the_attributes_of_a_period_are_apart() -> None:
    """No attribute touches the one before: a parser that mends faults would hide it."""
    text = source("fiche", load(), "cqp-vendeur-conseil-a-distance-2018") + source("liste_certifications", load(), "")
    assert "data-periode" in text
    assert '"data-periode' not in text
