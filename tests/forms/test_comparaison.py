"""Two sets of answers side by side: which way each went, only where that is sure, and nothing counted twice."""

from __future__ import annotations

import json
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.__main__ import main
from forms.auto_positionnement.comparaison import Comparaison, Cote, compare, to_json
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.formulaire import to_json as form_json
from forms.auto_positionnement.reponses import Reponse, Reponses
from forms.auto_positionnement.reponses import to_json as answers_json
from forms.bridge import handle
from forms.socle.phrases import NBSP
from referentials.check.schemas import validator
from referentials.load import load
from tests.outils_formulaires import export, formulaires, published, reponses_a, small


def ecart(form: Formulaire, avant: str | None, apres: str | None) -> str:
    """Return which way the answer to the first item went."""
    code = next(form.all_items()).code
    sides = (Cote(name, {code: Reponse(valeur)} if valeur else {}) for name, valeur in (("A", avant), ("B", apres)))
    return compare(form, *sides).items[0].ecart


YES_NO = [
    ("oui", "oui", "identique"),
    (None, None, "identique"),
    ("non", "oui", "progres"),
    ("oui", "non", "recul"),
    ("oui", "non_observe", "recul"),
    ("ne_sait_pas", "oui", "progres"),
    # « Je n’ai pas eu l’occasion » is neither above nor below « non » or « je ne sais pas encore ».
    ("non", "non_observe", "autre"),
    ("non_observe", "ne_sait_pas", "autre"),
    (None, "non", "nouveau"),
    ("oui", None, "retire"),
    ("inconnu", "oui", "nouveau"),
]
LEVELS = [
    ("niveau_1", "niveau_2", "progres"),
    ("niveau_3", "niveau_4", "progres"),
    ("niveau_4", "niveau_3", "recul"),
    ("niveau_2", "niveau_1", "recul"),
    ("niveau_2", "niveau_3", "progres"),
    # 0 is « non évaluable »: it has points and no level.
    ("niveau_0", "niveau_1", "autre"),
    ("niveau_2", "niveau_0", "autre"),
    ("niveau_0", "niveau_3", "progres"),
    ("ne_sait_pas", "niveau_1", "autre"),
]
MASTERY = [
    ("non_maitrise", "maitrise", "progres"),
    # The REAC gives « partiel » no number: that it is above « non maîtrisé » is not written anywhere in the data.
    ("non_maitrise", "partiel", "autre"),
    ("maitrise", "partiel", "recul"),
]


@pytest.mark.parametrize(
    ("slug", "avant", "apres", "expected"),
    [
        *(("cqp-vendeur-conseil-a-distance", *case) for case in YES_NO),
        *(("charge-de-clientele", *case) for case in LEVELS),
        *(("tp-conseiller-commercial", *case) for case in MASTERY),
    ],
)
def test_which_way_an_answer_went(slug: str, avant: str | None, apres: str | None, expected: str) -> None:
    """Positive against not positive, or two levels with points; anything else that differs is « autre »."""
    assert ecart(derive(load().certification(slug)), avant, apres) == expected


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Formulaire, Reponses, Reponses]:
    """Draw a form and two sets of answers to it."""
    form = draw(formulaires())
    return form, draw(reponses_a(form)), draw(reponses_a(form))


def compared(pair: tuple[Formulaire, Reponses, Reponses]) -> Comparaison:
    """Compare the two sets of answers."""
    form, avant, apres = pair
    return compare(form, Cote("A", avant), Cote("B", apres))


@given(pair=pairs())
def test_each_item_is_counted_once(pair: tuple[Formulaire, Reponses, Reponses]) -> None:
    """The five counts make the total, and agree with a naive reading of both sides."""
    form, avant, apres = pair
    found = compared(pair)
    assert sum(astuple(found.compte)) == len(found.items) == len(list(form.all_items()))
    both = [
        (avant.get(item.code, Reponse()).valeur, apres.get(item.code, Reponse()).valeur) for item in form.all_items()
    ]
    assert found.compte.sans_reponse == both.count((None, None))
    assert found.compte.identiques == sum(a == b is not None for a, b in both)
    assert found.compte.seulement_avant == sum(a is not None and b is None for a, b in both)
    assert [item.code for item in found.items] == [item.code for item in form.all_items()]


@given(pair=pairs())
def test_groups_count_as_each_result_does(pair: tuple[Formulaire, Reponses, Reponses]) -> None:
    """What a comparison says of a bloc is what the result of each side says of it."""
    form, avant, apres = pair
    found = compared(pair)
    for side, reponses in (("avant", avant), ("apres", apres)):
        counts = [groupe.compte for groupe in evaluate(form, reponses).groupes]
        assert [getattr(groupe, side) for groupe in found.groupes] == counts


OPPOSITE = {"progres": "recul", "recul": "progres", "nouveau": "retire", "retire": "nouveau"}


@given(pair=pairs())
def test_turned_round_a_comparison_says_the_opposite(pair: tuple[Formulaire, Reponses, Reponses]) -> None:
    """Neither side is the right one: what went up on one side went down on the other."""
    form, avant, apres = pair
    there, back = compared(pair), compared((form, apres, avant))
    assert [OPPOSITE.get(item.ecart, item.ecart) for item in there.items] == [item.ecart for item in back.items]


@given(pair=pairs())
def test_a_comparison_follows_its_schema(pair: tuple[Formulaire, Reponses, Reponses]) -> None:
    """What the page receives and the command prints is what comparaison.schema.json describes."""
    form, avant, apres = pair
    request = {
        "action": "comparer",
        "corps": {
            "avant": {"libelle": "A", "reponses": answers_json(avant)},
            "apres": {"libelle": "B", "reponses": answers_json(apres)},
        },
    }
    answer: dict[str, Any] = json.loads(handle(json.dumps(form_json(form)), json.dumps(request)))
    validator("comparaison").validate(answer["resultat"])
    assert answer["resultat"] == json.loads(json.dumps(to_json(compared(pair))))


def test_both_notes_are_there() -> None:
    """A remark of each side, whatever the answers."""
    first = next(small().all_items()).code
    found = compare(small(), Cote("A", {first: Reponse(None, "x")}), Cote("B", {first: Reponse("fait", "y")}))
    assert (found.items[0].note_avant, found.items[0].note_apres, found.items[0].ecart) == ("x", "y", "nouveau")


def test_two_first_passes_are_compared_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two files of a first pass: competence by competence, in its words; no statement is counted or drawn.  Text, JSON, page."""
    form = published()
    words = {valeur.code: valeur.libelle for valeur in form.premier_tour}
    codes = [groupe.code for groupe in form.competences()]
    tours = [{code: {"valeur": "deja_fait"} for code in codes[:-1]}, {code: {"valeur": "deja_fait"} for code in codes}]
    tours[1][codes[0]] = {"valeur": "jamais"}
    paths = [tmp_path / name for name in ("mars.json", "juin.json")]
    for path, tour in zip(paths, tours, strict=True):
        path.write_text(export(form, {}, premier_tour=tour), "utf-8")
    assert main(["comparer", *map(str, paths)]) == 0
    said = capsys.readouterr().out.replace(NBSP, " ")
    assert "Au premier tour : 14 compétences avec la même réponse et 1 compétence avec une autre réponse." in said
    assert "Répondues au premier tour d’un seul côté : 1 compétence dans le second." in said
    assert f"« {words['deja_fait']} » → « {words['jamais']} »" in said
    assert "positif" not in said
    assert main(["comparer", *map(str, paths), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    validator("comparaison").validate(found)
    assert [one["ecart"] for one in found["premier_tour"]] == ["autre", *["identique"] * 14, "nouveau"]
    assert found["compte"]["identiques"] == found["compte"]["differents"] == 0
    assert "premier tour" not in compare(form, Cote("A", {}), Cote("B", {})).phrase


@given(pair=pairs())
def test_a_group_without_an_answer_on_one_side_has_no_figure(pair: tuple[Formulaire, Reponses, Reponses]) -> None:
    """Nothing against something is neither a fall nor « 0 on both sides »: only what both sides answered has a figure."""
    waiting = [*compared(pair).groupes]
    while waiting:
        groupe = waiting.pop()
        both = groupe.avant.repondus > 0 and groupe.apres.repondus > 0
        assert both or not any(sign.isdigit() for sign in groupe.phrase)
        assert both == ("positif" in groupe.phrase)
        waiting += groupe.groupes


def test_the_sides_keep_their_names() -> None:
    """Names are those given; an empty one becomes « premier fichier » or « second fichier »."""
    found = compare(published(), Cote("Mars", {}), Cote("  ", {}))
    assert (found.avant, found.apres) == ("Mars", "second fichier")
