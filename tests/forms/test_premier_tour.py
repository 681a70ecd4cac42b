"""The first pass: one question a competence, beside the statements and never among them."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.__main__ import main
from forms.auto_positionnement import formulaire as forms_data
from forms.auto_positionnement import ouverture
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import Evaluateur, evaluate
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.genre import GENRE
from forms.auto_positionnement.ouverture import open_export
from forms.auto_positionnement.page.duree import minutes
from forms.auto_positionnement.reponses import Reponse
from forms.auto_positionnement.resultat import ComptePremierTour, to_json
from forms.socle.fichier import parse
from forms.socle.phrases import NBSP
from referentials.check.schemas import validator
from referentials.load import load
from referentials.model_certification import Certification
from tests.outils_formulaires import export, published, small

# A competence without a criterion is asked by itself: there is no first pass.
CERTIFICATIONS = [one for one in load().certifications if any(each.criteres for each in one.all_competences())]
OLD = "OLD-C1"


@cache
def form() -> Formulaire:
    """Return the published form, a competence of which once had another code."""
    return replace(published(), remplacements={OLD: next(published().competences()).code})


@cache
def short() -> Formulaire:
    """Return the form of the minimal tree, with a first pass: few statements, thresholds and required parts."""
    return replace(small(), premier_tour=published().premier_tour)


def test_a_first_pass_alone_gives_no_verdict() -> None:
    """All answered « déjà fait » and no detail: a first picture, what to answer to know, and nothing that is lacking."""
    ready = short()
    said = {groupe.code: "deja_fait" for groupe in ready.competences()}
    found = evaluate(ready, {}, None, said)
    phrase = found.phrase.replace(NBSP, " ")
    assert (found.etat, found.concluant, found.manques) == ("en_cours", False, ())
    assert phrase.startswith(f"Sur {len(said)} compétences : {len(said)} que vous dites savoir faire.")
    assert phrase.endswith("répondez aux énoncés détaillés : 0 sur 5 a une réponse.")
    assert not any(groupe.concluant for groupe in found.groupes)
    assert validator("resultat").is_valid(to_json(found))
    # Some of the details are no verdict either.
    some = evaluate(ready, {"U1-C1-E1": Reponse("fait")}, None, said)
    assert (some.concluant, some.manques) == (False, ())
    # No answer that is missing could reach the threshold any more: now it is one.
    doubtful = {item.code: Reponse("hesite") for item in ready.all_items()}
    assert evaluate(ready, doubtful, None, said).concluant is True
    assert evaluate(ready, doubtful, None, said).manques


def values(formulaire: Formulaire) -> st.SearchStrategy[dict[str, str]]:
    """Draw answers of a first pass, some of them to nothing that is asked, or that are none of its values."""
    codes = [*(groupe.code for groupe in formulaire.competences()), "ZZ"]
    return st.dictionaries(
        st.sampled_from(codes), st.sampled_from([*(valeur.code for valeur in formulaire.premier_tour), "oui"])
    )


@st.composite
def paths(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, str], list[dict[str, str]]]:
    """Draw answers to every statement, in some order, and the first passes by which one may have come to them."""
    codes = [item.code for item in short().all_items()]
    full = {code: draw(st.sampled_from([valeur.code for valeur in short().echelle])) for code in codes}
    order = draw(st.permutations(codes))
    return full, {code: full[code] for code in order}, draw(st.lists(values(short()), min_size=1, max_size=4))


@given(path=paths())
def test_the_detail_answered_in_full_gives_the_same_result_whatever_the_path(
    path: tuple[dict[str, str], dict[str, str], list[dict[str, str]]],
) -> None:
    """Whichever questions of the first pass one went through, in whatever order: every figure, state and word is the same."""
    full, order, tours = path
    alone = evaluate(short(), {code: Reponse(valeur) for code, valeur in full.items()})
    evaluateur, answered = Evaluateur(short()), dict[str, str]()
    for tour in tours:
        for code in [*order][: len(answered) + len(order) // len(tours)]:
            answered[code] = order[code]
        evaluateur.evaluate(answered, None, tour)
    found = evaluateur.evaluate(order, None, tours[-1])
    assert replace(found, premier_tour=None) == alone


@given(tour=values(short()))
def test_a_first_pass_is_never_an_indicator_and_reaches_no_threshold(tour: dict[str, str]) -> None:
    """With nothing else answered, nothing is counted, nothing is positive and every threshold lacks all that it needs."""
    found = evaluate(short(), {}, premier_tour=tour)
    nothing = evaluate(short(), {})
    assert (found.compte, found.groupes, found.etat) == (nothing.compte, nothing.groupes, nothing.etat)
    assert (found.a_repondre, found.manques) == (nothing.a_repondre, nothing.manques)
    assert all(entree.precision == "premier_tour" for entree in found.listes.sais_faire)
    assert (found.compte.repondus, found.compte.positifs) == (0, 0)
    codes = {groupe.code for groupe in short().competences()}
    known = [code for code, valeur in tour.items() if code in codes and valeur != "oui"]
    assert found.premier_tour == (ComptePremierTour(len(codes), len(known)) if known else None)
    validator("resultat").validate(to_json(found))


@pytest.mark.parametrize("certification", CERTIFICATIONS, ids=lambda one: one.slug)
def test_every_published_form_has_a_first_pass(certification: Certification) -> None:
    """One question for each competence that has statements, in the first person; each has a name short enough for a chart."""
    found = derive(certification)
    assert [valeur.code for valeur in found.premier_tour] == ["deja_fait", "en_partie", "jamais", "ne_sait_pas"]
    assert [valeur.code for valeur in found.premier_tour if valeur.ouvre_le_detail] == ["en_partie", "ne_sait_pas"]
    competences = [*found.competences()]
    assert [item for groupe in competences for item in groupe.items] == [*found.all_items()]
    assert all(groupe.enonce_candidat and len(groupe.nom) <= 34 for groupe in competences)
    assert len({groupe.nom for groupe in competences}) == len(competences)
    assert forms_data.from_json(json.loads(json.dumps(forms_data.to_json(found)))) == found
    validator("formulaire").validate(forms_data.to_json(found))


def test_a_form_whose_competences_have_no_question_has_no_first_pass() -> None:
    """Its page is the whole form, as before: nothing is asked in words that nobody wrote."""
    assert small().premier_tour == ()
    found = evaluate(small(), {}, premier_tour={"U1-C1": "deja_fait"})
    assert found.premier_tour is None
    assert open_export(export(small(), {}, premier_tour={"U1-C1": {"valeur": "jamais"}}), small()).premier_tour == {}


def opened(**changes: Any) -> ouverture.Ouverture:
    """Open a file of the newest format that holds no answer to a statement."""
    return open_export(export(form(), {}, **changes), form())


def test_a_first_pass_comes_back_as_it_was_saved() -> None:
    """Each answer is under its competence, or that which took its place; the wording of today goes with it."""
    first, second, *_ = (groupe.code for groupe in form().competences())
    found = opened(premier_tour={second: {"valeur": "jamais", "enonce": "Dit autrement."}}, voie_souhaitee="vae")
    assert (found.premier_tour, found.premier_tour_ecarte) == ({second: Reponse("jamais")}, {})
    assert (found.voie_souhaitee, found.avis) == ("vae", ())
    assert opened(premier_tour={OLD: {"valeur": "en_partie"}}).premier_tour == {first: Reponse("en_partie")}


def test_what_a_first_pass_no_longer_asks_is_kept_aside_and_written_again() -> None:
    """A competence that is gone, an answer that is no more: kept with its wording, told once, and back if they come back."""
    code = next(form().competences()).code
    gone = {"ZZ-C1": {"valeur": "jamais", "enonce": "Je range."}, code: {"valeur": "parfois"}}
    found = opened(premier_tour=gone)
    assert found.premier_tour == {}
    assert found.premier_tour_ecarte == {"ZZ-C1": Reponse("jamais", enonce="Je range."), code: Reponse("parfois")}
    said = [avis.replace(NBSP, " ") for avis in found.avis]
    assert len(said) == 1
    assert said[0].startswith(
        "2 réponses du premier tour ne correspondent plus à une question : elles sont gardées à part"
    )
    donnees = ouverture.to_json(found)
    again = opened(premier_tour=donnees["premier_tour"], premier_tour_ecarte=donnees["premier_tour_ecarte"])
    assert again.premier_tour_ecarte == found.premier_tour_ecarte
    back = {"ZZ-C1": {"valeur": "jamais"}, code: {"valeur": "deja_fait"}}
    assert opened(premier_tour_ecarte=back).premier_tour == {code: Reponse("deja_fait")}


def test_a_file_of_format_2_opens_without_a_first_pass() -> None:
    """Nothing of a first pass is made up from detailed answers; what the file holds stays whole."""
    item = next(published().all_items()).code
    text = export(published(), {item: {"valeur": "oui"}}, version=2)
    assert parse(text, GENRE)["version"] == GENRE.version
    found = open_export(text, published())
    assert (found.premier_tour, found.premier_tour_ecarte) == ({}, {})
    assert found.reponses == {item: Reponse("oui")}


def test_the_command_line_says_how_far_a_first_pass_is(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """The same file gives on the command line what the page shows: how many competences were answered, and no count of it."""
    code = next(published().competences()).code
    path = tmp_path / "premier.json"
    path.write_text(export(published(), {}, premier_tour={code: {"valeur": "deja_fait"}}), "utf-8")
    assert main(["evaluer", str(path)]) == 0
    found = json.loads(capsys.readouterr().out)
    total = len([*published().competences()])
    assert found["premier_tour"] == {"total": total, "repondus": 1}
    assert (found["compte"]["repondus"], found["compte"]["positifs"]) == (0, 0)


def test_the_time_announced_follows_the_number_of_questions() -> None:
    """A quarter of a minute a question, and never « 0 minute »."""
    assert [minutes(questions) for questions in (1, 6, 16, 36, 48)] == [1, 2, 4, 9, 12]
