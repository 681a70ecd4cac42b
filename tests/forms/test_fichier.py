"""The file is the save: what a page writes opens again whole, and what no longer fits is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.auto_positionnement.changements import Changements
from forms.auto_positionnement.ouverture import Ouverture, open_export
from forms.auto_positionnement.reponses import Reponse, Reponses, to_json
from forms.socle.phrases import NBSP
from referentials.load import load
from tests.outils_exemples import form_of
from tests.outils_formulaires import TEXT, export, reponses_a, small, written

KNOWN = {"U1-C1-E1": {"valeur": "fait", "note": "Tous les mardis"}}
GONE = {"U7-C1-E1": {"valeur": "fait", "note": "Un énoncé retiré"}}


def opened(reponses: Any, **changes: Any) -> Ouverture:
    """Open an export of the small form."""
    return open_export(export(small(), reponses, **changes), small())


def told(ouverture: Ouverture) -> list[str]:
    """Return the sentences of an opened file, with plain spaces."""
    return [avis.replace(NBSP, " ") for avis in ouverture.avis]


@given(reponses=reponses_a(small()))
def test_what_a_page_writes_opens_the_same(reponses: Reponses) -> None:
    """Values and notes come back to the character, and nothing is set aside nor remarked upon."""
    ouverture = open_export(written(small(), reponses), small())
    version = small().version_referentiel
    assert ouverture == Ouverture(
        nom="",
        reponses=reponses,
        ecartees={},
        premier_tour={},
        premier_tour_ecarte={},
        voie_souhaitee=None,
        exporte_le="2026-11-21T18:40:00+01:00",
        version_referentiel=version,
        changements=Changements((), (), (), ()),
        avis=(),
    )


@pytest.mark.parametrize(
    "slug", [certification.slug for certification in load().certifications if certification.has_statements]
)
@settings(max_examples=40)
@given(data=st.data())
def test_every_scale_goes_to_a_file_and_comes_back(slug: str, data: st.DataObject) -> None:
    """Every certification, any note and any name: format 2 with all that it may hold, and format 1, give the same."""
    form = form_of(slug)
    reponses: Reponses = data.draw(reponses_a(form))
    nom = data.draw(TEXT)
    words = {item.code: item.enonce for item in form.all_items()}
    whole = {code: {**entry, "enonce": words[code]} for code, entry in to_json(reponses).items()}
    echelle = [{"code": v.code, "libelle": v.libelle, "effet": v.effet} for v in form.echelle]
    newest = open_export(export(form, whole, nom=nom, echelle=echelle), form)
    first = open_export(written(form, reponses, version=1), form)
    assert (newest.nom, newest.reponses, newest.ecartees, newest.avis) == (nom, reponses, {}, ())
    assert first == replace(newest, nom="")
    assert newest.changements == Changements((), (), (), ())


CODES = st.from_regex(r"[A-Z][A-Z0-9]{0,3}(-[A-Z0-9]{1,3}){0,2}", fullmatch=True)
VALUES = st.none() | st.from_regex(r"[a-z0-9][a-z0-9_]{0,6}", fullmatch=True) | st.sampled_from(["fait", "pas_fait"])
ANY = st.dictionaries(
    CODES | st.sampled_from([item.code for item in small().all_items()]),
    st.builds(Reponse, VALUES, TEXT).filter(lambda r: r != Reponse()),
)


@given(reponses=ANY, ecartees=ANY)
def test_nothing_that_was_written_is_lost(reponses: Reponses, ecartees: Reponses) -> None:
    """Every answer of the file is in one of the two sets, unchanged; a second one under a code has a code of its own."""
    ouverture = open_export(written(small(), reponses, reponses_ecartees=to_json(ecartees)), small())
    for code, reponse in reponses.items():
        assert reponse in (ouverture.reponses.get(code), ouverture.ecartees.get(code))
    held = {**ouverture.reponses, **ouverture.ecartees}
    for code, reponse in ecartees.items():
        mine = [answer for name, answer in held.items() if name == code or name.startswith(f"{code}-BIS")]
        assert reponse in (*mine, ouverture.reponses.get(code))
    both = {code for code, reponse in ecartees.items() if reponses.get(code, reponse) != reponse}
    assert len(held) <= len({*reponses, *ecartees}) + len(both)
    assert {*reponses, *ecartees} <= held.keys()


@given(reponses=ANY, ecartees=ANY)
def test_writing_again_what_was_opened_changes_nothing(reponses: Reponses, ecartees: Reponses) -> None:
    """A file opened then saved without a touch opens to the same answers: it can travel for years."""
    first = open_export(written(small(), reponses, reponses_ecartees=to_json(ecartees)), small())
    again = open_export(written(small(), first.reponses, reponses_ecartees=to_json(first.ecartees)), small())
    assert (again.reponses, again.ecartees, again.avis) == (first.reponses, first.ecartees, first.avis)


def test_an_unknown_item_is_set_aside_and_told() -> None:
    """The answer is kept as it was, and a sentence counts it: its code says nothing to who reads."""
    ouverture = opened(KNOWN | GONE)
    assert ouverture.reponses == {"U1-C1-E1": Reponse("fait", "Tous les mardis")}
    assert ouverture.ecartees == {"U7-C1-E1": Reponse("fait", "Un énoncé retiré")}
    (avis,) = told(ouverture)
    assert avis == (
        "1 réponse ne correspond plus à un énoncé : elle est gardée à part et sera réécrite dans votre prochain fichier."
    )


def test_an_unknown_value_is_set_aside_and_never_guessed() -> None:
    """A value that the scale does not have is not taken for its nearest."""
    ouverture = opened({"U1-C1-E1": {"valeur": "plutot"}})
    assert (ouverture.reponses, ouverture.ecartees) == ({}, {"U1-C1-E1": Reponse("plutot")})


def test_a_note_alone_stays_with_its_item() -> None:
    """A remark without a value is an entry of the form like another."""
    assert opened({"U1-C1-E1": {"note": "À revoir"}}).reponses == {"U1-C1-E1": Reponse(None, "À revoir")}


def test_an_answer_set_aside_comes_back_with_its_item() -> None:
    """An item that had left and is there again finds its answer."""
    ouverture = opened({}, reponses_ecartees=KNOWN)
    assert ouverture.reponses == {"U1-C1-E1": Reponse("fait", "Tous les mardis")}
    assert (ouverture.ecartees, ouverture.avis) == ({}, ())


def test_a_newer_answer_wins_over_the_one_set_aside() -> None:
    """The one on screen when the file was saved stays; the older one is kept, apart."""
    ouverture = opened({"U1-C1-E1": {"valeur": "pas_fait"}}, reponses_ecartees=KNOWN)
    assert ouverture.reponses == {"U1-C1-E1": Reponse("pas_fait")}
    assert ouverture.ecartees == {"U1-C1-E1": Reponse("fait", "Tous les mardis")}


def test_another_version_of_the_data_is_told() -> None:
    """Both versions are named; the answers open all the same."""
    ouverture = opened(KNOWN, version_referentiel="1.0.0")
    assert ouverture.reponses
    assert told(ouverture) == [
        f"Le fichier date de la version 1.0.0 du référentiel ; cette page suit la version {small().version_referentiel}.",
    ]


def test_a_byte_order_mark_is_accepted() -> None:
    """Some editors add one when they save: it is no part of the content."""
    assert open_export("\ufeff" + export(small(), KNOWN), small()).reponses


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    """Half a character cannot be written in UTF-8: it is replaced once, and the file can be saved again."""
    text = export(small(), KNOWN).replace("Tous les mardis", "Tous \\ud83d les mardis, \\ud83d\\ude00")
    ouverture = open_export(text, small())
    assert ouverture.reponses["U1-C1-E1"].note == "Tous \ufffd les mardis, 😀"
    again = written(small(), ouverture.reponses).encode("utf-8").decode("utf-8")
    assert open_export(again, small()).reponses == ouverture.reponses


@pytest.mark.parametrize(
    "note", ["<script>alert(1)</script>", "</textarea><b>", "__proto__", "a\r\nb\tc\u2028d", "{{ 7 * 7 }}", "' OR 1=1"]
)
def test_whatever_is_typed_stays_text(note: str) -> None:
    """What looks like code is a remark like another, kept to the character."""
    assert opened({"U1-C1-E1": {"note": note}}).reponses["U1-C1-E1"].note == note


def test_whole_numbers_may_be_written_with_a_point() -> None:
    """3.0 is 3 in JSON: an editor that rewrites numbers does not spoil a file."""
    text = export(small(), KNOWN).replace('"version": 3,', '"version": 3.0,')
    assert "3.0," in text
    assert open_export(text, small()).reponses


def test_an_empty_form_is_a_file_too() -> None:
    """Nothing answered yet: the file opens to nothing, without a remark."""
    ouverture = opened({})
    assert (ouverture.reponses, ouverture.ecartees, ouverture.avis) == ({}, {}, ())
