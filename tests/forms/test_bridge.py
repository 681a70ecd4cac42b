"""The one door of the page: text in, text out; a refusal is an answer, a bug stays a bug."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from forms import __main__ as command
from forms import bridge
from forms.auto_positionnement import actions
from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.reponses import Reponses, from_json, to_json
from forms.auto_positionnement.resultat import to_text
from forms.socle import registre
from forms.socle.fichier import parse
from forms.socle.genre import Genre
from forms.socle.phrases import NBSP
from forms.socle.refus import Ailleurs
from referentials.load import load
from tests.outils import ATTENDUS
from tests.outils_formulaires import as_python_reads, export, published, reponses_a, small

FORM = json.dumps(forms_data.to_json(small()), ensure_ascii=False)
ANSWERS = {"U1-C1-E1": {"valeur": "fait", "note": "« Tous les mardis »"}, "U2-C1-E1": {"note": "😀"}}


def ask(action: str, corps: Any, form: str = FORM) -> Any:
    """Ask the bridge as the worker does, and read its answer."""
    return json.loads(bridge.handle(form, json.dumps({"action": action, "corps": corps})))


def test_evaluer_gives_the_result() -> None:
    """The answer carries the same JSON as the engine's own result."""
    answer = ask("evaluer", {"reponses": ANSWERS})
    assert answer == {"ok": True, "resultat": json.loads(to_text(evaluate(small(), from_json(ANSWERS))))}


def test_ouvrir_gives_answers_and_remarks() -> None:
    """Both sets of answers, the day of the file, and what differs, in the page's own shape."""
    text = export(small(), ANSWERS | {"Z9": {"valeur": "fait"}}, version_referentiel="1.0.0")
    answer = ask("ouvrir", {"texte": text})
    assert answer["ok"] is True
    resultat = answer["resultat"]
    assert resultat.keys() == {
        *("nom", "reponses", "reponses_ecartees", "premier_tour", "premier_tour_ecarte"),
        *("exporte_le", "version_referentiel", "avis", "changements"),
    }
    assert resultat["reponses"] == ANSWERS
    assert resultat["reponses_ecartees"] == {"Z9": {"valeur": "fait"}}
    assert resultat["exporte_le"] == "2026-11-21T18:40:00+01:00"
    assert [remark.split()[0] for remark in resultat["avis"]] == ["Le", "1"]


@pytest.mark.parametrize("genre", registre.genres(), ids=lambda genre: genre.code)
def test_the_examples_of_a_kind_ask_every_action_of_it(genre: Genre) -> None:
    """What is watched while the bundle is made is all that the page can ask, and the bridge answers it."""
    certification = next(one for one in load().certifications if genre.offered(one))
    now, later = (genre.exemples(certification, on_demand=late) for late in (False, True))
    assert {one["action"] for one in (*now, *later)} == genre.actions.keys()
    form = json.dumps(as_python_reads(genre, certification), ensure_ascii=False)
    answered = {one["action"] for one in now if ask(one["action"], one["corps"], form)["ok"]}
    assert answered == {one["action"] for one in now}


@given(reponses=reponses_a(small()))
def test_what_the_bridge_opens_it_can_score(reponses: Reponses) -> None:
    """Text out is text in: the opened answers go back through the door, and the result is the engine's."""
    opened = ask("ouvrir", {"texte": export(small(), to_json(reponses))})["resultat"]["reponses"]
    assert ask("evaluer", {"reponses": opened})["resultat"] == json.loads(to_text(evaluate(small(), reponses)))


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("vide", ""),
        ("null", "null"),
        ("format-plus-recent", export(small(), ANSWERS, version=4)),
        ("autre-certification", export(small(), ANSWERS, certification="tp-valoriste")),
        ("crochets-100000", "[" * 100_000),
    ],
)
def test_a_refusal_is_an_answer(case: str, text: str) -> None:
    """The answer says that it is none, and the message is the very sentence of the refusal."""
    expected = (ATTENDUS / "refus" / f"{case}.txt").read_text("utf-8").rstrip("\n")
    assert ask("ouvrir", {"texte": text}) == {"ok": False, "message": expected}


@pytest.mark.parametrize(
    ("form", "request_text", "error"),
    [
        (FORM, '{"action": "inconnue", "corps": {}}', bridge.DemandeIncomprise),
        (FORM, '{"action": "evaluer", "corps": {}}', bridge.DemandeIncomprise),
        (FORM, '{"action": "ouvrir", "corps": {}}', bridge.DemandeIncomprise),
        (FORM, '{"action": "ouvrir", "corps": {"texte": 3}}', bridge.DemandeIncomprise),
        (FORM, '{"action": "xlsx", "corps": {"reponses": {}, "jour": "2026-02-30"}}', bridge.DemandeIncomprise),
        (FORM, '{"corps": {}}', bridge.DemandeIncomprise),
        (FORM, "pas du JSON", ValueError),
        ("{}", '{"action": "evaluer", "corps": {"reponses": {}}}', bridge.DemandeIncomprise),
    ],
    ids=[
        "action inconnue",
        "sans réponses",
        "sans texte",
        "texte qui n’en est pas un",
        "jour impossible",
        "sans action",
        "requête illisible",
        "formulaire vide",
    ],
)
def test_a_bug_stays_a_bug(form: str, request_text: str, error: type[Exception]) -> None:
    """A request that the page should never send raises: it is not dressed up as a sentence for the person."""
    with pytest.raises(error):
        bridge.handle(form, request_text)


def test_a_request_that_is_none_is_refused_with_its_place() -> None:
    """Read once at the door, it is refused there: which action, and where, not a KeyError somewhere inside."""
    side = {"libelle": "Mars", "reponses": {}}
    with pytest.raises(bridge.DemandeIncomprise) as refused:
        ask("comparer", {"avant": side, "apres": {"libelle": "Juin", "reponses": []}})
    assert str(refused.value).startswith("La demande « comparer » n’est pas comprise à l’endroit « apres.reponses ».")


@pytest.mark.parametrize("genre", registre.genres(), ids=lambda genre: genre.code)
def test_a_form_of_another_version_is_refused_with_its_place(genre: Genre) -> None:
    """The page may be older than its Python, or newer: a key that its form lacks, or a control that is new."""
    certification = next(one for one in load().certifications if genre.offered(one))
    form = json.dumps(as_python_reads(genre, certification))
    lacking = {key: value for key, value in json.loads(form).items() if key != "certification"}
    newer = form.replace('"controles": [{', '"controles": [{"inconnu": 1, ', 1)
    for other in {json.dumps(lacking), newer} - {form}:
        with pytest.raises(bridge.DemandeIncomprise, match=bridge.RECHARGER) as refused:
            ask(next(iter(genre.actions)), {}, other)
        assert ("à l’endroit" in str(refused.value)) == (other == newer)


def test_a_failure_of_the_engine_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only Refus becomes a message: any other exception goes up to the worker, which says that we are at fault."""

    def broken(form: object, corps: Mapping[str, Any]) -> Any:
        raise ZeroDivisionError(form, corps)

    monkeypatch.setattr(actions, "ACTIONS", {"evaluer": broken})
    with pytest.raises(ZeroDivisionError):
        # Another text of the form: the door knows it with the actions that it had.
        ask("evaluer", {"reponses": {}}, f"{FORM} ")


def test_a_message_keeps_its_accents() -> None:
    """The answer is text for people: nothing is escaped beyond what JSON requires."""
    assert "’" in bridge.handle(FORM, json.dumps({"action": "ouvrir", "corps": {"texte": ""}}))


def test_forms_are_told_apart() -> None:
    """The form is read once for each text: another form gets its own result."""
    other = json.dumps(forms_data.to_json(published()))
    assert ask("evaluer", {"reponses": {}})["resultat"]["compte"]["total"] == 5
    assert ask("evaluer", {"reponses": {}}, other)["resultat"]["compte"]["total"] == 48
    assert ask("evaluer", {"reponses": {}})["resultat"]["compte"]["total"] == 5


def test_the_page_and_the_command_give_the_same_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file that the page saved, scored by the command, gives what the page showed, to the byte."""
    items = [item.code for item in published().all_items()]
    answers = {code: {"valeur": "oui", "note": "été"} for code in items[::2]} | {items[1]: {"valeur": "ne_sait_pas"}}
    path = tmp_path / "export.json"
    path.write_text(export(published(), answers), "utf-8")
    form = json.dumps(forms_data.to_json(published()))
    opened = ask("ouvrir", {"texte": path.read_text("utf-8")}, form)["resultat"]["reponses"]
    shown = ask("evaluer", {"reponses": opened, "jour": "2026-11-21"}, form)["resultat"]
    assert command.main(["evaluer", str(path)]) == 0
    assert json.dumps(shown, ensure_ascii=False, indent=2) + "\n" == capsys.readouterr().out


@pytest.mark.parametrize(("ours", "theirs"), [*permutations(registre.genres(), 2)], ids=lambda genre: genre.code)
def test_a_file_of_another_kind_is_told_by_title(ours: Genre, theirs: Genre) -> None:
    """Every pair of kinds: the sentence has the title of the certification that the file names, and its page is known."""
    text = json.dumps({"format": theirs.format, "version": 1, "certification": "charge-de-clientele"})
    with pytest.raises(Ailleurs) as refused:
        parse(text, ours)
    named = refused.value.named({"charge-de-clientele": "Chargé de clientèle"})
    assert "« Chargé de clientèle »" in str(named).replace(NBSP, " ")
    assert (named.fichier.certification, named.genre) == ("charge-de-clientele", theirs)
    assert "charge-de-clientele" not in str(refused.value)


def test_a_file_of_another_kind_leads_to_its_page() -> None:
    """Through the door: the link where the page knows the title, none where it does not."""
    text = json.dumps({"format": "repere/livret-de-reperage", "version": 2, "certification": "charge-de-clientele"})
    request = {"action": "ouvrir", "corps": {"texte": text}}
    titres = {"charge-de-clientele": "Chargé de clientèle"}
    answer = json.loads(bridge.handle(FORM, json.dumps({**request, "titres": titres})))
    assert answer["ailleurs"] == {
        "certification": "charge-de-clientele",
        "page": "livret-de-reperage",
        "titre": "Chargé de clientèle",
    }
    assert "ailleurs" not in json.loads(bridge.handle(FORM, json.dumps(request)))
