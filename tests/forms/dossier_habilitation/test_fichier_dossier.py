"""The file of a dossier: opened, refused, asked of the bridge and of the command line, in the same words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms import __main__ as command
from forms import bridge
from forms.dossier_habilitation.conformite import evaluate
from forms.dossier_habilitation.etat import to_text
from forms.dossier_habilitation.genre import GENRE as DOSSIER
from forms.questionnaire.echange import to_json
from forms.questionnaire.ouverture import open_file
from forms.socle.refus import JsonSchemaValueException, Refus
from forms.validateurs import export_dossier_habilitation
from referentials.check.schemas import validator
from tests.forms.dossier_habilitation.outils_dossier import JOUR, conforming
from tests.forms.questionnaire.outils_questionnaire import published
from tests.forms.questionnaire.test_valeurs import JSON

FORM = json.dumps(to_json(published()), ensure_ascii=False)
SAVED: dict[str, Any] = {
    "format": "repere/dossier-habilitation",
    "version": 1,
    "certification": published().certification,
    "version_referentiel": published().version_referentiel,
    "exporte_le": "2026-11-23T08:30:00+01:00",
    "outil": {"nom": "Repère", "version": "0.1.0"},
    "nom": "Demande de 2027",
    "valeurs": conforming(),
}


def text(**changes: Any) -> str:
    """Return the text that a page writes."""
    return json.dumps(SAVED | changes, ensure_ascii=False)


def ask(action: str, **corps: Any) -> Any:
    """Ask the bridge as the worker does, and read its answer."""
    return json.loads(bridge.handle(FORM, json.dumps({"action": action, "corps": corps})))


def test_a_file_opens_as_it_was_saved() -> None:
    """Every value as it was typed, the name of the draft, and nothing to remark."""
    answer = ask("ouvrir", texte=text())
    assert answer["ok"] is True
    opened = answer["resultat"]
    assert (opened["valeurs"], opened["valeurs_ecartees"]) == (conforming(), {})
    assert (opened["nom"], opened["avis"]) == ("Demande de 2027", [])


def test_an_older_file_opens_with_what_differs() -> None:
    """What has no place any more is set aside and told; what was aside and has a place comes back to it."""
    valeurs = {"denomination": "Val", "ancienne": "x", "demandeur": "particulier"}
    opened = ask(
        "ouvrir",
        texte=text(version_referentiel="0.9.0", valeurs=valeurs, valeurs_ecartees={"adresse": "ici", "ancienne": "y"}),
    )["resultat"]
    assert opened["valeurs"] == {"denomination": "Val", "adresse": "ici"}
    assert opened["valeurs_ecartees"] == {"demandeur": "particulier", "ancienne": ["x", "y"]}
    assert [avis.split()[0] for avis in opened["avis"]] == ["Le", "Ces"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "Ce fichier est vide."),
        ("{", "Ce fichier ne peut pas être lu"),
        ("[]", "Ce fichier n’est pas un fichier de dossier d’habilitation Repère : il ne porte pas la mention"),
        (text(format="repere/auto-positionnement"), "Ce fichier n’est pas un fichier de dossier d’habilitation Repère"),
        (text(version=2), "Ce fichier vient d’une version plus récente de Repère"),
        (
            text(valeurs={"adresse": {"rue": "Lilas"}}),
            "Ce fichier a été modifié ou abîmé. À l’endroit « valeurs › adresse »",
        ),
        (text(valeurs={"modules": [{"intitule": "x"}]}), "Ce fichier a été modifié ou abîmé."),
        (text(certification="tp-couvreur"), "Ce fichier concerne une autre certification"),
    ],
)
def test_what_is_no_file_of_this_page_is_refused(content: str, sentence: str) -> None:
    """One French sentence: what, where, what to do; the answers of the page stay."""
    answer = ask("ouvrir", texte=content)
    assert answer["ok"] is False
    assert answer["message"].startswith(sentence)


@given(
    valeurs=st.dictionaries(st.sampled_from(["a", "b-c", "A", "a\n", "modules"]), JSON, max_size=2)
    | st.fixed_dictionaries(
        {"modules": st.lists(st.dictionaries(st.sampled_from(["id", "b", "id\n"]), JSON), max_size=2)}
    )
)
def test_the_generated_validator_and_the_schema_agree(valeurs: dict[str, Any]) -> None:
    """The browser, which has no jsonschema, accepts and refuses the same files."""
    saved = SAVED | {"valeurs": valeurs}
    try:
        export_dossier_habilitation.validate(saved)
        accepted = True
    except JsonSchemaValueException:
        accepted = False
    assert accepted == validator("export-dossier-habilitation").is_valid(saved)


@given(
    valeurs=st.dictionaries(st.sampled_from(["titre", "modules", "p-kbis-date", "offres"]), st.text() | st.floats(0, 1))
)
def test_a_file_survives_being_opened(valeurs: dict[str, Any]) -> None:
    """Together, the values shown and those set aside are all that the file held."""
    opened = open_file(text(valeurs=valeurs), published(), DOSSIER)
    held = {code: value for code, value in valeurs.items() if not isinstance(value, str) or value.strip()}
    assert {**opened.valeurs, **opened.valeurs_ecartees} == held


def test_each_action_answers() -> None:
    """State, matrices, bordereau, tables and text, for nothing answered and for all."""
    for valeurs in ({}, conforming()):
        for action in ("etat", "matrice", "bordereau", "csv", "texte"):
            assert ask(action, valeurs=valeurs, jour="2026-11-23")["ok"] is True
    names = [feuille["nom"] for feuille in ask("csv", valeurs={}, jour="2026-11-23")["resultat"]["feuilles"]]
    assert names[0] == "Conformité"


def saved(folder: Path, **changes: Any) -> str:
    """Write a file as a browser would, and return its path."""
    path = folder / "dossier.json"
    path.write_text(text(**changes), "utf-8")
    return str(path)


def test_the_page_and_the_command_give_the_same_state(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """To the byte: what the bridge answers on the day of the file is what the command prints."""
    assert command.main(["evaluer", saved(tmp_path)]) == 0
    shown = ask("etat", valeurs=conforming(), jour="2026-11-23")["resultat"]
    assert capsysbinary.readouterr().out.decode() == json.dumps(shown, ensure_ascii=False, indent=2) + "\n"
    assert command.main(["evaluer", saved(tmp_path), "--jour", "2027-02-01"]) == 0
    later = evaluate(published(), conforming(), JOUR.replace(year=2027, month=2, day=1))
    assert capsysbinary.readouterr().out.decode() == to_text(later) + "\n"


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("verifier", "Fichier valable\N{NO-BREAK SPACE}: 101\N{NO-BREAK SPACE}réponses"),
        ("texte", "Demande d’habilitation"),
        ("csv", "\ufeffSection;Exigence"),
        ("migrer", '{\n  "format": "repere/dossier-habilitation"'),
    ],
)
def test_every_command_takes_a_dossier(
    name: str, beginning: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The commands of a saved file are the same for every kind of form; a cell of a row is one answer, as on the page."""
    assert command.main([name, saved(tmp_path)]) == 0
    assert capsysbinary.readouterr().out.decode().startswith(beginning)


@pytest.mark.parametrize(
    ("name", "changes", "sentence"),
    [
        ("evaluer", {"certification": "tp-conseiller-commercial"}, "n’a pas de cahier des charges"),
        ("evaluer", {"certification": "tp-couvreur"}, "n’est pas dans ces données"),
        ("evaluer", {"exporte_le": "2026-02-30T08:30:00+01:00"}, "ce jour ou cette heure n’existe pas"),
        ("verifier", {"valeurs": {"a": {}}}, "Ce fichier a été modifié ou abîmé."),
    ],
)
def test_the_command_refuses_with_a_sentence(
    name: str, changes: dict[str, Any], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, nothing on standard output, no traceback."""
    assert command.main([name, saved(tmp_path, **changes)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err


def test_two_dossiers_are_not_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The comparison is that of two auto-positionnements: the refusal says which kind of file this is."""
    path = saved(tmp_path)
    assert command.main(["comparer", path, path]) == 1
    assert "vous donnez deux fichiers de dossier d’habilitation" in capsys.readouterr().err


def test_a_refusal_is_a_refus() -> None:
    """The engine raises what the bridge turns into an answer."""
    with pytest.raises(Refus):
        open_file("", published(), DOSSIER)
