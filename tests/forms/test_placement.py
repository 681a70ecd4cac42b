"""A file written against an older referential: each answer finds its place, or is kept aside, and it is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.formulaire import Formulaire, Valeur
from forms.auto_positionnement.ouverture import Ouverture, open_export
from forms.auto_positionnement.placement import place
from forms.auto_positionnement.reponses import Reponse, Reponses, to_json
from forms.socle.phrases import NBSP
from referentials.load import load
from tests.outils import FOLDER, MINIMALE, SLUG, tree
from tests.outils_formulaires import TEXT, export, small

# The form of a later year: two codes replaced by one of today, one item that came with version 2.1.0.
FORM = replace(
    small(),
    version_referentiel="2.1.0",
    remplacements={"X1": "U1-C1-E1", "X2": "U1-C1-E1", "X3": "D2-C1-E1"},
    nouveautes={"2.0.0": ("U2-C1-E1",), "2.1.0": ("U1-C1-E2", "D2-C1-E1")},
)
OLD_CODES = st.sampled_from(["X1", "X2", "X3", "Z9", *(item.code for item in small().all_items())])
ANSWER = st.builds(
    Reponse, st.none() | st.sampled_from(["fait", "pas_fait", "plus_dans_l_echelle"]), TEXT, TEXT
).filter(lambda r: r.valeur is not None or r.note)
ANSWERS = st.dictionaries(OLD_CODES, ANSWER)


def opened(reponses: Any, form: Formulaire = FORM, **changes: Any) -> Ouverture:
    """Open a file for a form of a later year."""
    return open_export(export(form, reponses, **{"version_referentiel": "1.0.0", **changes}), form)


def told(ouverture: Ouverture) -> list[str]:
    """Return the sentences, with plain spaces."""
    return [avis.replace(NBSP, " ") for avis in ouverture.avis]


def test_an_answer_follows_its_item_to_its_new_code() -> None:
    """Value and note pass to the code that means the same; both codes and both wordings are told."""
    ouverture = opened({"X1": {"valeur": "fait", "note": "Lundi", "enonce": "Je dis bonjour."}})
    assert ouverture.reponses == {"U1-C1-E1": Reponse("fait", "Lundi")}
    assert ouverture.ecartees == {}
    (remplace,) = ouverture.changements.remplaces
    assert (remplace.avant, remplace.apres) == ("X1", "U1-C1-E1")
    (reformule,) = ouverture.changements.reformules
    assert (reformule.code, reformule.avant) == ("U1-C1-E1", "Je dis bonjour.")
    assert "1 réponse a suivi son énoncé, qui a changé de code." in told(ouverture)


def test_an_answer_to_a_replaced_code_yields_to_that_of_its_new_code() -> None:
    """Both are in the file: the one of today stays, the other is kept aside with its wording."""
    ouverture = opened(
        {"X1": {"valeur": "fait", "enonce": "Je dis bonjour."}, "U1-C1-E1": {"valeur": "pas_fait"}},
    )
    assert ouverture.reponses == {"U1-C1-E1": Reponse("pas_fait")}
    assert ouverture.ecartees == {"X1": Reponse("fait", "", "Je dis bonjour.")}
    assert [(ecarte.code, ecarte.enonce) for ecarte in ouverture.changements.ecartes] == [("X1", "Je dis bonjour.")]
    assert ouverture.changements.remplaces == ()


def test_two_codes_replaced_by_one_give_it_one_answer() -> None:
    """The first of the two in the data wins, whatever the order of the file; the other is kept aside."""
    for reponses in (
        {"X1": {"valeur": "fait"}, "X2": {"valeur": "pas_fait"}},
        {"X2": {"valeur": "pas_fait"}, "X1": {"valeur": "fait"}},
    ):
        ouverture = opened(reponses)
        assert ouverture.reponses == {"U1-C1-E1": Reponse("fait")}
        assert ouverture.ecartees == {"X2": Reponse("pas_fait")}


def test_an_answer_set_aside_years_ago_passes_to_the_new_code() -> None:
    """A code that was withdrawn, then said to be replaced: its answer comes back from aside."""
    assert opened({}, reponses_ecartees={"X3": {"valeur": "fait"}}).reponses == {"D2-C1-E1": Reponse("fait")}


def test_a_value_that_the_scale_lost_does_not_follow() -> None:
    """It is kept under its own code: nothing is guessed."""
    ouverture = opened({"X1": {"valeur": "plutot"}})
    assert (ouverture.reponses, ouverture.ecartees) == ({}, {"X1": Reponse("plutot")})


@pytest.mark.parametrize(
    ("version", "added"),
    [
        ("1.0.0", ["U1-C1-E2", "U2-C1-E1"]),
        ("1.99.0", ["U1-C1-E2", "U2-C1-E1"]),
        ("2.0.0", ["U1-C1-E2"]),
        ("2.0.10", ["U1-C1-E2"]),
        ("2.1.0", []),
        ("2.10.0", []),
        ("10.0.0", []),
        ("0" * 9000 + "2.1.0", []),
        ("9" * 9000 + ".0.0", []),
    ],
    ids=lambda value: str(value)[:12],
)
def test_items_that_the_file_could_not_have_are_listed(version: str, added: list[str]) -> None:
    """By version, read as numbers; the item that took the place of an old one is not new."""
    ouverture = opened({}, version_referentiel=version)
    assert [enonce.code for enonce in ouverture.changements.ajoutes] == added


def test_a_reworded_item_is_told_with_both_wordings() -> None:
    """Only where the words differ: the same words are no news."""
    first = next(small().all_items())
    same = opened({first.code: {"valeur": "fait", "enonce": first.enonce}})
    assert same.changements.reformules == ()
    ouverture = opened({first.code: {"valeur": "fait", "enonce": "Je salue."}})
    (reformule,) = ouverture.changements.reformules
    assert (reformule.avant, reformule.apres) == ("Je salue.", first.enonce)
    assert "1 énoncé a été reformulé depuis : relisez votre réponse." in told(ouverture)


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (
            {"libelle": "Oui", "effet": "positif"},
            "La réponse « Oui » s’écrit maintenant « Je le fais » : relisez vos réponses.",
        ),
        (
            {"libelle": "Je le fais", "effet": "sans_avis"},
            "La réponse « Je le fais » ne compte plus de la même façon : relisez vos réponses.",
        ),
        (
            {"libelle": "Oui", "effet": "negatif"},
            "La réponse « Oui » s’écrit maintenant « Je le fais » et ne compte plus de la même façon : relisez vos réponses.",
        ),
    ],
    ids=["mots", "effet", "mots et effet"],
)
def test_a_value_that_changed_its_meaning_is_told(before: dict[str, str], sentence: str) -> None:
    """The file says under which words a value was chosen; a value that nobody chose is not mentioned."""
    echelle = [{"code": "fait", **before}, {"code": "pas_fait", "libelle": "Non", "effet": "negatif"}]
    assert sentence in told(opened({"U1-C1-E1": {"valeur": "fait"}}, echelle=echelle))
    assert len(told(opened({"U1-C1-E1": {"valeur": "fait"}}, echelle=echelle))) == 3
    as_shown = [{"code": v.code, "libelle": v.libelle, "effet": v.effet} for v in FORM.echelle]
    assert len(told(opened({"U1-C1-E1": {"valeur": "fait"}}, echelle=as_shown))) == 2


def test_the_name_of_the_draft_comes_back() -> None:
    """Any text; none where the file has none."""
    assert opened({}, nom="Été — 😀\n").nom == "Été — 😀\n"
    assert opened({}).nom == ""


@given(recentes=ANSWERS, anciennes=ANSWERS)
def test_every_answer_is_somewhere(recentes: Reponses, anciennes: Reponses) -> None:
    """Each answer is kept, moved or set aside, unchanged: an older one too, where a newer has its code."""
    placement = place(FORM, recentes, anciennes)
    for code, reponse in recentes.items():
        moved = placement.deplacees.get(code, "")
        places = (placement.retenues.get(code), placement.retenues.get(moved), placement.ecartees.get(code))
        assert reponse in places, code
    for code, reponse in anciennes.items():
        moved = placement.deplacees.get(code, "")
        aside = [r for key, r in placement.ecartees.items() if key == code or key.startswith(f"{code}-BIS")]
        assert reponse in (placement.retenues.get(code), placement.retenues.get(moved), *aside), code


def test_two_answers_to_one_code_set_aside_are_both_kept() -> None:
    """By hand, one code in both places, and neither fits: the older takes a code that nothing has, and is told."""
    older = {"Z9": {"valeur": "fait", "enonce": "Je trie."}, "Z9-BIS": {"note": "encore avant"}}
    ouverture = opened({"Z9": {"valeur": "pas_fait"}}, reponses_ecartees=older)
    assert ouverture.ecartees == {
        "Z9": Reponse("pas_fait"),
        "Z9-BIS": Reponse(None, "encore avant"),
        "Z9-BIS2": Reponse("fait", "", "Je trie."),
    }
    assert [ecarte.code for ecarte in ouverture.changements.ecartes] == ["Z9", "Z9-BIS", "Z9-BIS2"]
    again = opened({}, reponses_ecartees=to_json(ouverture.ecartees))
    assert again.ecartees == ouverture.ecartees


def test_the_same_answer_twice_is_kept_once() -> None:
    """In both places, to the letter: there is nothing to lose."""
    ouverture = opened({"Z9": {"valeur": "fait"}}, reponses_ecartees={"Z9": {"valeur": "fait"}})
    assert ouverture.ecartees == {"Z9": Reponse("fait")}


@given(recentes=ANSWERS, anciennes=ANSWERS)
def test_the_order_of_a_file_changes_nothing(recentes: Reponses, anciennes: Reponses) -> None:
    """The same answers in any order give the same placement, written in the same order."""
    reversed_file = place(FORM, dict(reversed(recentes.items())), dict(reversed(anciennes.items())))
    placement = place(FORM, recentes, anciennes)
    assert placement == reversed_file
    assert list(placement.retenues) == list(reversed_file.retenues)
    assert list(placement.ecartees) == list(reversed_file.ecartees)


@given(recentes=ANSWERS, anciennes=ANSWERS)
def test_what_was_opened_opens_the_same_once_written(recentes: Reponses, anciennes: Reponses) -> None:
    """A file migrated once does not move again, and its answers kept aside keep their wording."""
    first = opened(to_json(recentes), reponses_ecartees=to_json(anciennes))
    again = opened(
        to_json(first.reponses), reponses_ecartees=to_json(first.ecartees), version_referentiel=FORM.version_referentiel
    )
    assert (again.reponses, again.ecartees) == (first.reponses, first.ecartees)
    assert again.changements.remplaces == ()


@given(recentes=ANSWERS, anciennes=ANSWERS)
def test_a_file_of_format_1_opens_as_one_of_format_2(recentes: Reponses, anciennes: Reponses) -> None:
    """Format 1 held values and notes: they open alike from both formats."""

    def bare(reponses: Reponses) -> dict[str, dict[str, str]]:
        return to_json({code: Reponse(r.valeur, r.note) for code, r in reponses.items()})

    first = opened(bare(recentes), reponses_ecartees=bare(anciennes), version=1)
    second = opened(bare(recentes), reponses_ecartees=bare(anciennes), version=2)
    assert first == second


def test_format_1_did_not_know_wordings() -> None:
    """What only format 2 has, in a file that says to be of format 1, is refused: it was edited by hand."""
    with pytest.raises(ValueError, match="« enonce » n’a rien à y faire"):
        opened({"U1-C1-E1": {"valeur": "fait", "enonce": "Je salue."}}, version=1)
    assert opened({"U1-C1-E1": {"valeur": "fait"}}, version=1.0).reponses


def test_replacements_come_from_the_data(tmp_path: Path) -> None:
    """A code withdrawn twice over leads to the one of today, what became a competence to its question; others nowhere."""
    retired = [
        {"code": "V1", "version": "1.1.0", "raison": "Refondu.", "remplace_par": "V2"},
        {"code": "V2", "version": "1.2.0", "raison": "Refondu.", "remplace_par": "U1-C1-E2"},
        {"code": "V3", "version": "1.2.0", "raison": "Retiré."},
        {"code": "V4", "version": "1.2.0", "raison": "Devenu une compétence.", "remplace_par": "U1-C1"},
        {"code": "V5", "version": "1.2.0", "raison": "En rond.", "remplace_par": "V6"},
        {"code": "V6", "version": "1.2.0", "raison": "En rond.", "remplace_par": "V5"},
    ]
    published = [{"version": "1.0.0", "codes": ["U1-C1"]}, {"version": "1.1.0", "codes": ["U1-C1-E1", "EP1"]}]
    codes = tree(MINIMALE, tmp_path) / FOLDER / "codes.json"
    codes.write_text(json.dumps({"publies": published, "retires": retired}), "utf-8")
    form = derive(load(tmp_path).certification(SLUG))
    assert form.remplacements == {"V1": "U1-C1-E2", "V2": "U1-C1-E2", "V4": "U1-C1"}
    # A competence is no item: an answer to a statement does not pass to it.
    assert place(form, {"V4": Reponse("fait")}, {}).retenues == {}
    assert form.nouveautes == {"1.1.0": ("U1-C1-E1",)}
    assert forms_data.from_json(json.loads(json.dumps(forms_data.to_json(form)))) == form
    assert (small().remplacements, small().nouveautes) == ({}, {})


def test_points_come_from_the_scale() -> None:
    """Level 4 is above level 3 because the data say so; a scale without points has none."""
    points = {v.code: v.points for v in derive(load().certification("charge-de-clientele")).echelle}
    assert points == {f"niveau_{number}": number for number in range(5)} | {"ne_sait_pas": None}
    assert {v.points for v in small().echelle} == {None}
    assert Valeur("oui", "Oui", "positif").points is None
