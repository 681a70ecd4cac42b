"""What a form asked once and asks now of each row: files and drafts of before keep their answers, in the browser too."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.dossier_habilitation.genre import GENRE
from forms.questionnaire import ouverture, tri
from forms.questionnaire.anciens import LIGNE, placed
from forms.questionnaire.echange import to_json
from forms.questionnaire.modele import Bloc, Liste, Questionnaire
from tests.forms.questionnaire.outils_questionnaire import published
from tests.forms.test_modules_du_navigateur import WEB, run
from tests.navigateur.dossier_page import export

OLD = {"p-accessibilite-document": "06-registre.pdf", "p-sous-traitance-raisons": "Un module d’anglais."}
NEW = {
    "sites": [{"id": LIGNE, "accessibilite": "06-registre.pdf"}],
    "sous_traitants": [{"id": LIGNE, "raisons": "Un module d’anglais."}],
}


def test_the_answers_of_before_are_those_of_a_first_row() -> None:
    """A file of 1.0.0 opens with its one proof of accessibility in a site, and its reasons with a subcontractor."""
    found = ouverture.open_file(export(OLD), published(), GENRE)
    assert (found.valeurs, found.valeurs_ecartees) == (NEW, {})


@pytest.mark.parametrize("rows", [[{"id": "s1", "nom": "Tours"}], "illisible"])
def test_where_there_are_rows_already_the_old_answer_is_kept_beside(rows: Any) -> None:
    """Which row it belongs to is not guessed, and what is not rows is not written over."""
    kept, aside = tri.split(published(), {**OLD, "sites": rows})
    assert aside["p-accessibilite-document"] == OLD["p-accessibilite-document"]
    assert kept.get("sites", rows) == rows


@given(st.dictionaries(st.sampled_from([*OLD, *NEW, "denomination", "x"]), st.text(max_size=5) | st.just([])))
def test_nothing_is_lost_nor_placed_twice(donnees: dict[str, Any]) -> None:
    """Every text that was there is there once, whatever is beside it; doing it again changes nothing."""
    found = placed(published(), donnees)
    assert placed(published(), found) == found
    before = sorted(text for text in donnees.values() if isinstance(text, str) and text.strip())
    inner = json.dumps(found, ensure_ascii=False)
    assert all(json.dumps(text, ensure_ascii=False) in inner for text in before)


def test_a_draft_in_the_browser_gets_what_a_file_gets() -> None:
    """The same table through both: lists empty, absent, filled or no rows; blank answers; two old questions of one field."""
    form = published()
    sites = form.liste("sites")
    champs = tuple(replace(one, anciens=("p1", "p2")) if one.code == "accessibilite" else one for one in sites.champs)
    twice = _with(form, replace(sites, champs=(*champs[:-2], replace(champs[-2], anciens=("p3",)), champs[-1])))
    cases: list[dict[str, Any]] = [
        {"p1": one, "p2": other, "p3": third, **({} if rows is None else {"sites": rows})}
        for one, other, third in product(("a", "", " ", [], None), ("b", ""), ("c", None))
        for rows in (None, [], [{"id": "s", "nom": "Tours"}], "illisible", "")
    ]
    script = f"""import {{ formerRows, placedRows }} from '{(WEB / "former-rows.mjs").as_uri()}';
      const former = formerRows(values[0]);
      console.log(JSON.stringify(values[1].map((one) => placedRows(one, former))));"""
    sections = to_json(twice)["sections"]
    assert run(script, sections, cases) == [placed(twice, one) for one in cases]


def _with(form: Questionnaire, liste: Liste) -> Questionnaire:
    """Return a form whose list of that code is this one."""

    def kept(element: Any) -> Any:
        if isinstance(element, Bloc):
            return replace(element, elements=tuple(kept(one) for one in element.elements))
        return liste if element.code == liste.code else element

    sections = (replace(one, elements=tuple(kept(element) for element in one.elements)) for one in form.sections)
    return replace(form, sections=tuple(sections))
