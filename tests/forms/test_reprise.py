"""Coming back: where one is in a form, as its page and the home page say it; modules of pages, run by Node."""

from __future__ import annotations

import json
from typing import Any

from forms.auto_positionnement import formulaire
from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run
from tests.outils_formulaires import published, small

WEB = ROOT / "forms" / "auto_positionnement" / "web"
THEME = ROOT / "macros" / "theme" / "assets" / "javascripts"
FORM = formulaire.to_json(published())
FIRST, SECOND, THIRD = ({"U1-C1": "jamais"}, {"U1-C2": "deja_fait"}, {"U2-C1": "en_partie"})


def contents(reponses: dict[str, str], premier_tour: dict[str, str] | None = None, **more: Any) -> dict[str, Any]:
    """Return what a draft holds."""
    found: dict[str, Any] = {"reponses": {code: {"valeur": valeur} for code, valeur in reponses.items()}, **more}
    if premier_tour is not None:
        found["premier_tour"] = {code: {"valeur": valeur} for code, valeur in premier_tour.items()}
    return found | {"reponses_ecartees": {}}


def first_open(contenu: dict[str, Any], form: dict[str, Any] = FORM) -> tuple[int, int] | None:
    """Return the number of the first question without an answer, and out of how many."""
    module = (WEB / "resuming.mjs").as_uri()
    script = f"import {{ firstOpen }} from '{module}'; console.log(JSON.stringify(firstOpen(...values)));"
    found = run(script, form, contenu)
    return (found["question"], found["sur"]) if found else None


def test_one_comes_back_to_the_first_question_without_an_answer() -> None:
    """Of the pass in which one was: a gap comes before what follows it; where all is answered there is none."""
    questions = [groupe.code for groupe in published().competences()]
    items = [item.code for item in published().all_items()]
    assert first_open(contents({}, {})) == (1, len(questions))
    assert first_open(contents({}, FIRST | SECOND | THIRD)) == (4, len(questions))
    assert first_open(contents({items[0]: "oui"}, FIRST | THIRD)) == (2, len(questions))
    assert first_open(contents({}, dict.fromkeys(questions, "jamais"))) is None
    assert first_open(contents(dict.fromkeys(items[:20], "oui"), {})) == (21, len(items))
    assert first_open(contents(dict.fromkeys(items[:20], "oui"), FIRST, vue="tous")) == (21, len(items))
    assert first_open(contents(dict.fromkeys(items, "oui"), {}, vue="premier")) == (1, len(questions))


def test_a_draft_of_before_the_first_pass_comes_back_to_its_statement() -> None:
    """It holds the answers to statements alone: the page shows them all, and leads to the first without an answer."""
    items = [item.code for item in published().all_items()]
    assert first_open(contents(dict.fromkeys(items[:3], "oui"))) == (4, len(items))
    short = formulaire.to_json(small())
    assert first_open(contents({}), short) == (1, len([*small().all_items()]))


def draft(kind: str, day: str, reprise: Any = "absent") -> dict[str, Any]:
    """Return a draft of a form, as the database keeps it."""
    found = {"formulaire": kind, "modifie_le": day}
    return found if reprise == "absent" else found | {"reprise": reprise}


def test_the_home_page_says_what_was_begun_once_a_form() -> None:
    """The last changed of each form, three at most, of one kind where one is asked for; a draft that holds nothing is none."""
    script = f"""import {{ toResume }} from '{(THEME / "reprise.mjs").as_uri()}';
      console.log(JSON.stringify(toResume(...values).map(({{ modifie_le }}) => modifie_le)));"""
    drafts = [
        draft("auto-positionnement/a", "9", {"titre": "A", "question": 3}),
        draft("auto-positionnement/a", "8", {"titre": "A", "question": 9}),
        draft("auto-positionnement/b", "7", None),
        draft("livret-de-reperage/a", "6", {"titre": "Livret"}),
        draft("../ailleurs", "5", {"titre": "B"}),
        draft("auto-positionnement/c", "4"),
        draft("auto-positionnement/d", "3", {"titre": "D"}),
    ]
    assert run(script, drafts) == ["9", "6", "4"]
    assert run(script, drafts, "auto-positionnement") == ["9", "4", "3"]


def test_a_file_holds_the_first_pass_with_its_words_and_not_the_choice_of_the_screen() -> None:
    """Each answer has the question that it answers; what was set aside goes back as it was; an empty pass is not written."""
    script = f"""import {{ exportedAnswers }} from '{(WEB / "statements.mjs").as_uri()}';
      console.log(JSON.stringify(exportedAnswers(...values)));"""
    aside = {"ZZ-C1": {"valeur": "jamais", "enonce": "Je range."}}
    found = run(script, FORM, contents({}, FIRST, vue="tous", premier_tour_ecarte=aside, voie_souhaitee="vae"))
    question = next(published().competences()).enonce_candidat
    assert found["premier_tour"] == {"U1-C1": {"valeur": "jamais", "enonce": question}}
    assert (found["premier_tour_ecarte"], found["voie_souhaitee"]) == (aside, "vae")
    assert "vue" not in found
    assert {*run(script, FORM, contents({}, {}))} == {"echelle", "reponses"}
    assert json.dumps(found, ensure_ascii=False)
