"""A dossier that changes once it was sent: what differs is found, told under its clause, with the days of the accreditation."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.__main__ import main
from forms.dossier_habilitation.actions import ACTIONS, lire
from forms.dossier_habilitation.changements import between, cote
from forms.dossier_habilitation.modification import Envoye, lettre
from forms.dossier_habilitation.page import PAGE
from forms.dossier_habilitation.texte_modification import texte
from forms.questionnaire.echange import papers
from forms.socle.phrases import NBSP
from forms.socle.refus import Refus
from referentials.check.schemas import validator
from referentials.load import load
from tests.forms.dossier_habilitation.outils_dossier import JOUR, changed, conforming
from tests.forms.questionnaire.outils_questionnaire import published
from tests.navigateur.dossier_page import export
from tests.outils import PUBLISHED

SAVED = "2026-02-01T10:00:00+01:00"
NOTIFIED = "2026-03-01"


def letter(changes: dict[str, Any], before: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the letter of the conforming dossier once it is changed."""
    sent = conforming() if before is None else before
    return lettre(published(), Envoye(sent, SAVED), changed(sent, changes), JOUR)


def told(found: dict[str, Any]) -> dict[str, list[tuple[str, str, str]]]:
    """Return what is told under each requirement: the question, before, now."""
    return {
        one["code"]: [
            (ligne["libelle"], ligne["avant"], ligne["apres"])
            for element in one["elements"]
            for ligne in element["lignes"]
        ]
        for one in found["modifications"]
    }


def rules(found: dict[str, Any], code: str) -> list[str]:
    """Return the rules that are cited beside the changes of a requirement."""
    (one,) = [one for one in found["modifications"] if one["code"] == code]
    return [regle["code"] for regle in one["regles"]]


def test_nothing_that_changed_is_said_so() -> None:
    """The same answers give no change and no rule; the letter says that they are the same."""
    found = letter({})
    assert (found["modifications"], found["toujours"]) == ([], [])
    assert found["depuis"] == "Les réponses des deux fichiers sont les mêmes."


def test_an_answer_is_told_before_and_now_with_the_rules_that_ask_for_it() -> None:
    """Under the requirement that it answers, in words; the rules of 5.8.4 and 3.2, each with its clause."""
    found = letter({"modules/m1/heures_max": "40"})
    assert told(found) == {"P-DUREES": [("Durée, au plus", f"49{NBSP}heures", f"40{NBSP}heures")]}
    assert rules(found, "P-DUREES") == ["R-MODIFICATION", "R-FORMATION-DECLAREE"]
    assert [one["code"] for one in found["toujours"][0]["regles"]] == ["R-DOSSIER-REFERENCE"]


def test_a_person_who_came_is_told_whole_and_one_who_went_once() -> None:
    """A new trainer comes with the answers and the rule on who replaces; of an evaluator who left, nothing more is said."""
    new = {"id": "f9", "nom": "Neuf", "prenom": "Ana", "cv": "n.pdf", "modules": ["m1"]}
    found = letter({"formateurs": [*conforming()["formateurs"], new], "evaluateurs/e2": None})
    by_code = {one["code"]: one["elements"] for one in found["modifications"]}
    (came,), (went,) = by_code["P-FORMATEURS"], by_code["P-EVALUATEURS"]
    assert (came["mouvement"], [one["apres"] for one in came["lignes"]][:3]) == ("ajoute", ["Neuf", "Ana", "n.pdf"])
    assert came["titre"].replace(NBSP, " ") == "formateur « Ana Neuf » (ajout)"
    assert (went["mouvement"], went["lignes"]) == ("retire", [])
    assert went["titre"].replace(NBSP, " ") == "évaluateur « Luc Nguyen » (retrait)"
    assert "R-FORMATEUR-REMPLACE" in rules(found, "P-FORMATEURS")


@pytest.mark.parametrize(
    ("change", "code", "regle"),
    [
        ({"p-qualiopi-formation-fin": "2030-01-01"}, "P-QUALIOPI-FORMATION", "R-QUALIOPI-PERTE"),
        ({"sites/s1/accessibilite": "Autre preuve"}, "P-ACCESSIBILITE", "R-HANDICAP-INFORMATION"),
    ],
)
def test_each_kind_of_change_has_its_own_rule(change: dict[str, Any], code: str, regle: str) -> None:
    """The Qualiopi certificate and the access of the premises have their own clauses."""
    assert regle in rules(letter(change), code)


def test_a_row_that_was_typed_again_is_the_same_row() -> None:
    """Known by its name where its number changed; who points to it has not changed, nor who points to a renamed row."""
    answers = conforming()
    again = json.loads(json.dumps(answers).replace('"m1"', '"m77"'))
    assert lettre(published(), Envoye(answers, SAVED), again, JOUR)["modifications"] == []
    renamed = letter({"modules/m1/intitule": "Préparer"})
    assert [len(lines) for lines in told(renamed).values()] == [1]


def test_rows_of_one_name_are_taken_in_order_and_told_apart() -> None:
    """Two modules of one name, typed again under other numbers: none came or went; each change is in its own row."""
    module = conforming()["modules"][0]
    before = {**conforming(), "modules": [{**module, "id": "a"}, {**module, "id": "b"}]}
    again = {**before, "modules": [{**module, "id": "c"}, {**module, "id": "d"}]}
    assert lettre(published(), Envoye(before, SAVED), again, JOUR)["modifications"] == []
    both = letter({"modules/a/heures_max": "40", "modules/b/heures_max": "41"}, before)
    (one,) = [one for one in both["modifications"] if one["code"] == "P-DUREES"]
    assert [element["place"] for element in one["elements"]] == ["modules/a", "modules/b"]


def test_what_is_not_asked_for_any_more_is_gone() -> None:
    """One route less: its answers are told as gone, though the file still has them."""
    found = told(letter({"offres": ["formation"]}))
    assert "DEMANDE" in found
    gone = [line for code, lines in found.items() if "VAE" in code for line in lines]
    assert gone
    assert {apres for _, _, apres in gone} == {""}


def test_days_of_the_sending_are_no_change() -> None:
    """When it leaves, or when the answer came, is nothing that the branche is to be told."""
    assert letter({"date_envoi": "2027-01-04", "date_notification": NOTIFIED})["modifications"] == []


def test_five_years_from_the_notification_and_the_reminder_six_months_before() -> None:
    """§ 6.1, counted by the rules, with what may shorten it and how it was read; nothing where the day is not known."""
    found = letter({"date_notification": NOTIFIED})
    days = {one["code"]: one["jour"] for one in found["habilitation"]["jours"]}
    assert days == {"notification": NOTIFIED, "fin": "2031-03-01", "rappel": "2030-09-01"}
    assert [one["code"] for one in found["habilitation"]["regles"]] == [
        "R-HABILITATION-5ANS",
        "R-RENOUVELLEMENT-RAPPEL",
    ]
    assert [one["code"] for one in found["reserves"]] == ["R-RETRAIT-DUREE", "R-SUSPENSION"]
    assert len(found["lectures"]) == 2
    for unknown in ("", "2026-02-30", "bientôt"):
        habilitation = letter({"date_notification": unknown})["habilitation"]
        assert habilitation["jours"] == []
        assert "n’est pas rempli" in habilitation["phrases"][0]


@pytest.mark.parametrize(
    ("notification", "envoi", "said"),
    [
        ("2027-05-01", "2026-11-01", ["n’est pas encore venu"]),
        ("2026-03-01", "2026-11-01", ["vient avant celui de l’envoi"]),
        ("2019-03-01", "2019-01-01", ["date passée"]),
        ("2026-11-20", "2026-11-01", []),
    ],
)
def test_a_day_that_cannot_be_or_is_past_is_said(notification: str, envoi: str, said: list[str]) -> None:
    """In the future, before the sending, or counted to a day that is past; never refused."""
    sent = changed(conforming(), {"date_envoi": envoi})
    # When the change itself is to leave says nothing of the first sending.
    told = letter({"date_notification": notification, "date_envoi": "2027-06-01"}, sent)["habilitation"]["phrases"]
    doubts = ("n’est pas encore venu", "vient avant", "date passée")
    found = [one for one in told if any(doubt in one for doubt in doubts)]
    assert len(found) == len(said)
    assert all(words in one for words, one in zip(said, found, strict=True))


def test_the_day_that_the_file_gives_is_said_for_what_it_is() -> None:
    """To be sent on a day, where it says so; else saved on one."""
    assert "à envoyer le 1er décembre 2026" in letter({"denomination": "Val"})["depuis"].replace(NBSP, " ")
    without = changed(conforming(), {"date_envoi": ""})
    assert "enregistré le 1er février 2026" in letter({"denomination": "Val"}, without)["depuis"].replace(NBSP, " ")


@pytest.mark.parametrize(
    "changes", [{}, {"denomination": "<b>x</b>", "evaluateurs/e2": None, "date_notification": NOTIFIED}]
)
def test_the_letter_follows_its_schema_and_is_what_the_page_gets(changes: dict[str, Any]) -> None:
    """The page has the form, and asks for what the letter is made of: the same changes, the same text."""
    found = letter(changes)
    assert [fault.message for fault in validator("modification-dossier").iter_errors(found)] == []
    asked = {
        "valeurs": changed(conforming(), changes),
        "jour": JOUR.isoformat(),
        "envoye": {"valeurs": conforming(), "exporte_le": SAVED, "avis": []},
        **papers(published()),
    }
    form = lire(json.loads(json.dumps(PAGE.donnees(published()))))
    assert ACTIONS["modification"](form, asked) == found
    text = texte(published(), Envoye(conforming(), SAVED), changed(conforming(), changes), JOUR)
    assert ACTIONS["modification_en_texte"](form, asked) == {"texte": text}
    assert all(one["intitule"] in text for one in found["modifications"])


def test_a_form_whose_data_say_nothing_of_a_change_has_no_letter() -> None:
    """Nothing is made up: the sentence says why."""
    with pytest.raises(Refus, match="il n’y a pas de lettre à écrire"):
        lettre(replace(published(), suite=None), Envoye({}, SAVED), {}, JOUR)


def test_every_piece_of_the_offer_and_of_the_evaluations_has_a_rule() -> None:
    """§ 5.8.4: a change of what they say is to be told."""
    cahier = load().certification(PUBLISHED).cahier_des_charges
    assert cahier is not None
    assert cahier.suite_habilitation is not None
    named = {code for one in cahier.suite_habilitation.modifications for code in one.pieces}
    offer = {one.code for one in cahier.pieces if one.famille in {"offre_formation", "offre_vae", "evaluateurs"}}
    assert offer <= named


def test_the_command_line_writes_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two files in, the letter out, as text or as JSON; a file that is newer than the other is said."""
    sent, now = tmp_path / "envoye.json", tmp_path / "actuel.json"
    sent.write_text(export(conforming()), "utf-8")
    now.write_text(export(changed(conforming(), {"modules/m1/heures_max": "40"})), "utf-8")
    command = ["modification", str(sent), str(now), "--jour", JOUR.isoformat()]
    assert main([*command, "--format", "json"]) == 0
    assert told(json.loads(capsys.readouterr().out)) == told(letter({"modules/m1/heures_max": "40"}))
    assert main(command) == 0
    assert "Durée, au plus" in capsys.readouterr().out
    # Given the wrong way round.
    sent.write_text(export(conforming(), exporte_le="2027-01-01T10:00:00+01:00"), "utf-8")
    assert main(command) == 0
    assert "vérifiez l’ordre des deux" in capsys.readouterr().err


@given(st.data())
def test_whatever_was_typed_a_file_is_the_same_as_itself_and_each_change_is_found(data: st.DataObject) -> None:
    """Answers of any shape: no change with oneself; one answer changed is one change, at its place."""
    texts = st.text(max_size=8)
    answers = changed(
        conforming(), {"denomination": data.draw(texts), "adresse": data.draw(st.one_of(texts, st.lists(texts)))}
    )
    same = cote(published(), answers)
    assert [*between(published(), same, same)] == []
    other = changed(answers, {"modules/m1/intitule": f"x{data.draw(texts)}"})
    places = {one.place for one in between(published(), same, cote(published(), other))}
    assert places == {"modules/m1/intitule"}


def test_the_end_of_a_month_is_kept() -> None:
    """29 February and five years is the last of February, and six months before it the same day of August."""
    days = {o["code"]: o["jour"] for o in letter({"date_notification": "2028-02-29"})["habilitation"]["jours"]}
    assert days["fin"] == "2033-02-28"
    assert date.fromisoformat(days["rappel"]) == date(2032, 8, 28)
