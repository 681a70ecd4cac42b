"""The form follows from the data: what is asked, in which groups, under which thresholds."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire, Groupe, GroupesRequis, Seuil, Valeur
from forms.auto_positionnement.reponses import Reponse
from referentials.check.schemas import validator
from referentials.load import load
from referentials.model import Composante
from tests.outils import CAS, FOLDER, MINIMALE, PUBLISHED, SLUG, edit, tree
from tests.outils_formulaires import formulaires, published, small

ROOT = Path(__file__).parents[2]


def walk(groupes: tuple[Groupe, ...]) -> Iterator[Groupe]:
    """Yield every group, at any depth."""
    for groupe in groupes:
        yield groupe
        yield from walk(groupe.groupes)


def derived(root: Path) -> Formulaire:
    """Return the form of the minimal certification in a tree."""
    return derive(load(root).certification(SLUG))


def test_the_published_form_has_the_shape_of_its_document() -> None:
    """48 statements, in 2 domains, 5 units and 16 competences."""
    form = published()
    assert len(list(form.all_items())) == 48
    assert Counter(groupe.nature for groupe in walk(form.groupes)) == {"domaine": 2, "unite": 5, "competence": 16}


def test_the_published_thresholds_are_those_of_the_rules() -> None:
    """80 % in each domain, each from its rule; both domains are required."""
    form = published()
    assert form.seuils == (Seuil("R-SEUIL-D1", "D1", 80), Seuil("R-SEUIL-D2", "D2", 80))
    assert form.groupes_requis == GroupesRequis("R-DEUX-DOMAINES", ("D1", "D2"))


def test_both_ways_of_counting_agree() -> None:
    """Every criterion of the data is asked once, and nothing else is."""
    certification = load().certification(PUBLISHED)
    criteria = [critere.code for competence in certification.all_competences() for critere in competence.criteres]
    assert [item.code for item in published().all_items()] == criteria
    assert len(set(criteria)) == len(criteria)


def test_the_candidate_reads_words_for_the_candidate() -> None:
    """Statements and scale are in the first person; who proposed the statement, and its proofs, come along."""
    form = small()
    first = next(form.all_items())
    assert first.enonce == "Je salue et je fais préciser ce qui est apporté."
    assert (first.origine, first.preuves) == ("document", ("Le cahier des apports de la semaine",))
    assert form.echelle[0] == Valeur("fait", "Je le fais", "positif")
    assert [item.origine for item in form.all_items()].count("repere") == 1


def test_a_threshold_is_read_from_the_rule(tmp_path: Path) -> None:
    """Changing the number in regles.json, and nothing else, changes the result of the same answers."""
    answers = {"D2-C1-E1": Reponse("fait"), "D2-C1-E2": Reponse("pas_fait")}
    assert evaluate(derived(MINIMALE), answers).groupes[1].etat == "non_atteint"
    edit(tree(MINIMALE, tmp_path) / FOLDER / "regles.json", lambda regles: regles[2]["parametres"].update(valeur=50))
    assert evaluate(derived(tmp_path), answers).groupes[1].etat == "atteint"


def test_required_groups_are_read_from_the_rule(tmp_path: Path) -> None:
    """With one domain required instead of two, that one decides alone."""
    answers = {"D2-C1-E1": Reponse("fait"), "D2-C1-E2": Reponse("fait")}
    assert evaluate(derived(MINIMALE), answers).etat == "en_cours"
    edit(
        tree(MINIMALE, tmp_path) / FOLDER / "regles.json",
        lambda regles: regles[0]["parametres"].update(composantes=["D2"]),
    )
    assert evaluate(derived(tmp_path), answers).etat == "atteint"


def numbers(source: str) -> list[float]:
    """Return the numbers written in a module, signs left out."""
    return [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
    ]


# What these modules count belongs to calendars, to the format of a workbook, of a sheet of paper or of a file, and to a
# limit of reading, never to a certification.
CALENDARS_AND_FORMATS = {
    "forms/__main__.py": {5_000_000},
    "forms/auto_positionnement/conseiller.py": {90, 260, 4600},
    "forms/auto_positionnement/resultat.py": {4},
    "forms/socle/classeur.py": {0.5, 0.8, 0.9, 9, 103, 109},
    "forms/socle/feuille.py": {31, 32_767},
    "forms/socle/mise_en_page.py": {4, 10, 60, 150, 180, 255},
    "forms/droit/phrases.py": {6},
    "forms/livret_de_reperage/concordances.py": {6},
    "forms/questionnaire/dates.py": {4, 7, 12, 50, 1900, 2000},
    "forms/questionnaire/derivation/feries.py": {2020, 2040},
    "forms/questionnaire/natures.py": {15, 53, 1900, 2200},
    "forms/questionnaire/ouvres.py": {4, 5},
}


@pytest.mark.parametrize(
    "path",
    sorted(
        path
        for path in (ROOT / "forms").rglob("*.py")
        # Neither what the build writes, nor what only shows a form or tries it.
        if path.parent.name != "validateurs"
        and {"exemples", "page"}.isdisjoint(path.relative_to(ROOT).with_suffix("").parts)
    ),
    ids=lambda path: path.name,
)
def test_no_threshold_is_written_in_the_engine(path: Path) -> None:
    """The only numbers of forms/ are small counts, the 100 of a percentage, a limit of reading, calendars and formats."""
    known = {0, 1, 2, 3, 40, 100} | CALENDARS_AND_FORMATS.get(path.relative_to(ROOT).as_posix(), set())
    assert set(numbers(path.read_text("utf-8"))) <= known


def test_a_threshold_written_in_code_would_be_seen() -> None:
    """The search finds what it is for."""
    assert numbers("SEUIL = 80\nif part >= 0.8: pass") == [80, 0.8]


@given(st.data())
def test_a_competence_without_criteria_is_asked_itself(data: st.DataObject) -> None:
    """Whichever lose theirs: each is asked once, by its own words and code, in its place; the others are asked as before.

    Without any threshold nothing is concluded, and each competence is in one list.
    """
    one = load().certification(PUBLISHED)
    every = [competence.code for competence in one.all_competences()]
    bare = data.draw(st.sets(st.sampled_from(every), min_size=1))

    def without(composante: Composante) -> Composante:
        competences = tuple(replace(c, criteres=()) if c.code in bare else c for c in composante.competences)
        return replace(composante, competences=competences, composantes=tuple(map(without, composante.composantes)))

    changed = replace(one, composantes=tuple(map(without, one.composantes)), regles=())
    wanted = [
        code
        for c in one.all_competences()
        for code in ([c.code] if c.code in bare else [critere.code for critere in c.criteres])
    ]
    form = derive(changed)
    assert [item.code for item in form.all_items()] == wanted
    assert {item.code: item.enonce for item in form.all_items() if item.code in bare} == {
        c.code: c.enonce_candidat for c in one.all_competences() if c.code in bare
    }
    # To ask first what is then asked would be asking it twice.
    assert form.premier_tour == ()
    assert forms_data.from_json(forms_data.to_json(form)) == form
    values = st.sampled_from([valeur.code for valeur in form.echelle])
    answers = data.draw(st.dictionaries(st.sampled_from(wanted), st.builds(Reponse, values)))
    result = evaluate(form, answers)
    assert (result.etat, result.concluant, result.compte.repondus) == ("sans_seuil", None, len(answers))
    listed = [entree.code for entree in (*result.listes.every(), *result.listes.sans_reponse)]
    assert sorted(listed) == sorted(every)


def test_loose_competences_come_first(tmp_path: Path) -> None:
    """A certification without components still has its form."""
    form = derived(tree(CAS / "conformes" / "competences-sans-composante", tmp_path))
    assert [groupe.nature for groupe in form.groupes] == ["competence"]
    assert (form.seuils, form.groupes_requis) == ((), None)


@pytest.mark.parametrize("form", [small, published], ids=["minimale", "publiée"])
def test_a_derived_form_follows_its_schema(form: Callable[[], Formulaire]) -> None:
    """What the page hands to the browser is what formulaire.schema.json describes."""
    validator("formulaire").validate(forms_data.to_json(form()))


@given(form=formulaires())
def test_any_form_survives_json(form: Formulaire) -> None:
    """Written then read, a form of any shape is the same, and its JSON follows the schema."""
    donnees: dict[str, Any] = forms_data.to_json(form)
    validator("formulaire").validate(donnees)
    assert forms_data.from_json(donnees) == form


def test_items_keep_codes_that_can_be_keys_of_a_file() -> None:
    """The code of each statement is one that an exported file may hold."""
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)*", item.code) for item in published().all_items())
