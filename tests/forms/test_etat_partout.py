"""No output of a dead certification is silent: files, results, texts and tables say its state on the day that is asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forms import __main__ as command
from forms import bridge
from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.genre import GENRE as AUTO_POSITIONNEMENT
from forms.dossier_habilitation import actions as dossier_actions
from forms.dossier_habilitation.genre import GENRE as DOSSIER
from forms.livret_de_reperage import actions as livret_actions
from forms.livret_de_reperage.derivation import derive as derive_livret
from forms.questionnaire import echange
from forms.socle import commandes, etat_certification, registre
from forms.socle.feuille import to_csv
from forms.socle.fichier import parse
from forms.socle.genre import Genre
from forms.socle.phrases import NBSP
from referentials.check.schemas import validator
from referentials.etat import on
from referentials.load import load
from tests.forms.dossier_habilitation.outils_dossier import conforming
from tests.forms.outils_sorties import Run, answered, livret_of
from tests.outils import PUBLISHED

DEAD = [one.slug for one in load().certifications if on(one.etats, "2026-11-29").close]
WITH_LIVRET = [slug for slug in DEAD if derive_livret(load().certification(slug))]
IN_FORCE = "2018-06-01"


def state_of(slug: str, jour: str) -> Mapping[str, str]:
    """Return what every output must say of a certification on a day."""
    member = etat_certification.member(derive(load().certification(slug)).etats, jour)
    found: Mapping[str, str] = member["etat_certification"]
    return found


def says(output: str, slug: str, jour: str) -> bool:
    """Tell whether an output says the state: as its member in JSON, in full in a text, in a word in a table."""
    state = {key: value.replace(NBSP, " ") for key, value in state_of(slug, jour).items()}
    if output.startswith("{"):
        return bool(json.loads(output).get("etat_certification") == state)
    return state["phrase"] in output or f"{state['libelle']} (au " in output


def test_there_are_dead_certifications_to_try() -> None:
    """The test would say nothing of data where all is in force."""
    assert len(DEAD) >= 3
    assert WITH_LIVRET
    assert PUBLISHED not in DEAD


@pytest.mark.parametrize("slug", DEAD)
def test_every_output_of_an_auto_positionnement_says_the_state(slug: str, run: Run) -> None:
    """Each command, by default on the day of the file; « comparer » in both its formats."""
    for name in (*commandes.TEXTES, *command.TABLES):
        assert says(run(name, answered(slug)), slug, "2026-11-29"), name
    for form in ("texte", "json"):
        options = ("--format", form)
        assert says(run("comparer", answered(slug), answered(slug), options=options), slug, "2026-11-29"), form


@pytest.mark.parametrize("slug", WITH_LIVRET)
def test_every_output_of_a_livret_says_the_state(slug: str, run: Run) -> None:
    """Each command, and the two that write a livret from two files."""
    for name in (*commandes.TEXTES, *command.TABLES):
        assert says(run(name, livret_of(slug)), slug, "2026-11-29"), name
    assert says(run("fusionner", livret_of(slug), livret_of(slug)), slug, "2026-11-29")
    assert says(run("verser", livret_of(slug), answered(slug)), slug, "2026-11-29")


@pytest.mark.parametrize("genre", registre.genres(), ids=lambda genre: genre.code)
def test_every_command_of_every_kind_says_the_state(genre: Genre) -> None:
    """On an example of its files, of a certification that has them, were it dead.  Of its tables, the one that « csv » gives."""
    slug = DEAD[0]
    living = next(one for one in load().certifications if genre.offered(one))
    dead = replace(living, etats=load().certification(slug).etats)
    asked = next(one for one in genre.exemples(living) if one["action"] == "ouvrir")
    opened = commandes.open_file(genre, Path(), asked["corps"]["texte"], dead)
    jour = opened.jour.isoformat()
    for name, (_, write) in commandes.TEXTES.items():
        assert says(write(opened, opened.jour).replace(NBSP, " "), slug, jour), name
    assert says(to_csv(genre.commandes.feuilles(opened, opened.jour)[0]).replace(NBSP, " "), slug, jour)


def test_the_page_of_a_dossier_says_the_state() -> None:
    """None of the dead has a dossier: the one that we have, were it dead.  The bordereau alone is a letter, and says nothing."""
    slug = DEAD[0]
    form = DOSSIER.derive(replace(load().certification(PUBLISHED), etats=load().certification(slug).etats))
    for name in ("etat", "matrice"):
        found = dossier_actions.ACTIONS[name](form, {"valeurs": conforming(), "jour": "2026-11-29"})
        assert found["etat_certification"] == state_of(slug, "2026-11-29")


def test_a_command_takes_no_day_that_it_would_not_heed(capsys: pytest.CaptureFixture[str]) -> None:
    """The file that « migrer » writes says the state on its own day: it is offered no other."""
    for name in commandes.TEXTES.keys() - {"migrer"}:
        assert command.main([name, "absent.json", "--jour", IN_FORCE]) == 1, "only the file is refused"
    assert "--jour" not in capsys.readouterr().err
    with pytest.raises(SystemExit):
        command.main(["migrer", "absent.json", "--jour", IN_FORCE])
    assert "--jour" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["evaluer", "texte", "csv", "verifier"])
def test_the_day_that_is_asked_wins_over_that_of_the_file(name: str, run: Run) -> None:
    """`--jour`, for every kind of file: what was in force then is said to be."""
    slug = "cqp-vendeur-conseil-a-distance-2018"
    assert state_of(slug, IN_FORCE)["etat"] == "en_vigueur"
    assert says(run(name, answered(slug), options=("--jour", IN_FORCE)), slug, IN_FORCE)
    if name != "csv":
        assert says(run(name, livret_of(slug), options=("--jour", IN_FORCE)), slug, IN_FORCE)


@pytest.mark.parametrize("slug", DEAD)
def test_the_page_says_what_the_command_says(slug: str) -> None:
    """Every action that gives something to look at, on the day of the reader."""
    form = derive(load().certification(slug))
    text = json.dumps(forms_data.to_json(form), ensure_ascii=False)
    validator("formulaire").validate(json.loads(text))

    def ask(action: str, **corps: Any) -> Any:
        return json.loads(bridge.handle(text, json.dumps({"action": action, "corps": corps})))["resultat"]

    side = {"libelle": "Moi", "reponses": {}}
    jour = "2026-11-29"
    for found in (ask("evaluer", reponses={}, jour=jour), ask("comparer", avant=side, apres=side, jour=jour)):
        assert found["etat_certification"] == state_of(slug, jour)
    assert state_of(slug, jour)["phrase"] in ask("texte", reponses={}, nom="", jour=jour)["texte"]
    assert state_of(slug, jour)["libelle"] in ask("csv", reponses={}, jour=jour)["texte"]


@pytest.mark.parametrize("slug", WITH_LIVRET)
def test_the_state_of_a_livret_says_it_too(slug: str) -> None:
    """Through the JSON that the page gives to Python, which its schema describes."""
    form = derive_livret(load().certification(slug))
    assert form
    donnees = json.loads(json.dumps(echange.to_json(form)))
    validator("questionnaire").validate(donnees)
    found = livret_actions.ACTIONS["etat"](
        livret_actions.lire(donnees), {"valeurs": {}, "ecartees": [], "jour": "2026-11-29"}
    )
    validator("etat-livret").validate(json.loads(json.dumps(found)))
    assert found["etat_certification"] == state_of(slug, "2026-11-29")


def test_a_file_that_says_a_state_opens_and_is_told_that_of_today(run: Run) -> None:
    """The state of a file is that of its day; whoever opens it later is told the one of the day when they look."""
    slug = "cqp-vendeur-conseil-a-distance-2018"
    old = json.loads(answered(slug)) | {"exporte_le": f"{IN_FORCE}T10:00:00+02:00"}
    old["etat_certification"] = dict(state_of(slug, IN_FORCE))
    parse(json.dumps(old), AUTO_POSITIONNEMENT)
    assert says(run("migrer", json.dumps(old)), slug, IN_FORCE)
    later = run("evaluer", json.dumps(old), options=("--jour", "2026-11-29"))
    assert json.loads(later)["etat_certification"]["etat"] == "expiree"


def test_a_form_without_states_says_nothing() -> None:
    """A form of another tool, or of an older page, is read as before."""
    form = replace(derive(load().certification(PUBLISHED)), etats=())
    assert "etats" not in forms_data.to_json(form)
    assert forms_data.from_json(forms_data.to_json(form)) == form
    assert etat_certification.member(form.etats, date(2026, 11, 29).isoformat()) == {}
