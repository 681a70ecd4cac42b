"""Doubts: what is answered and may not be what was meant is to be verified, and nothing more."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.dossier_habilitation import doutes
from forms.dossier_habilitation.conformite import evaluate
from forms.dossier_habilitation.doutes.commun import folded
from forms.questionnaire import conditions, valeurs
from tests.forms.dossier_habilitation.outils_dossier import JOUR, changed, conforming, example
from tests.forms.questionnaire.outils_questionnaire import published

ECARTS = [ecart for ecart in example("ecarts") if ecart["etat"] == "a_verifier"]
WORDS = st.lists(st.sampled_from(["Zoé", "Martin", "Le", "Gall", "d’Arc"]), min_size=1, max_size=4, unique=True)


def found(answers: dict[str, Any]) -> dict[str, list[str]]:
    """Return the places of the doubts about answers to the published form, by requirement."""
    asked = conditions.asked(published(), answers)
    doubts = doutes.by_requirement(asked, valeurs.read(asked, answers))
    assert {one.etat for some in doubts.values() for one in some} <= {"a_verifier"}
    return {code: [one.place for one in some] for code, some in doubts.items()}


def test_a_dossier_that_conforms_raises_no_doubt() -> None:
    """Nothing is doubted of what an organisation would write; one Qualiopi certificate serves training and VAE."""
    assert found(conforming()) == {}


def test_every_kind_of_doubt_has_an_example(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, the examples would not give what they give: none is idle."""
    faulty = [changed(conforming(), ecart["changer"]) for ecart in ECARTS]
    expected = [found(answers) for answers in faulty]
    for one in doutes.DOUBTS:
        kept = tuple(other for other in doutes.DOUBTS if other is not one)
        with monkeypatch.context() as patch:
            patch.setattr("forms.dossier_habilitation.doutes.DOUBTS", kept)
            assert [found(answers) for answers in faulty] != expected, one


@given(words=WORDS, data=st.data())
def test_a_person_is_the_same_whatever_the_order_and_the_accents(words: list[str], data: st.DataObject) -> None:
    """A name whose words change places, case and accents is doubted; once a word differs, it is not."""
    shuffled = data.draw(st.permutations(words))
    plain = [word.replace("é", "e").upper() for word in shuffled]
    people = [
        {"id": "a", "prenom": words[0], "nom": " ".join(words[1:])},
        {"id": "b", "prenom": " ".join(plain[:-1]), "nom": plain[-1]},
    ]
    assert found({**conforming(), "formateurs": people}).get("P-FORMATEURS") == ["formateurs/b/nom"]
    people[1]["nom"] += " Dupont"
    assert found({**conforming(), "formateurs": people}).get("P-FORMATEURS") is None


def test_one_document_may_serve_one_person_twice() -> None:
    """A trainer who evaluates gives one CV; of two people, it is to be verified."""
    trainer = {"id": "e1", "nom": "DIAZ", "prenom": "Ana", "cv": "10-cv-diaz.pdf"}
    answers = conforming()
    answers["evaluateurs"] = [trainer, *answers["evaluateurs"][1:]]
    assert found(answers) == {}
    answers["evaluateurs"][0]["prenom"] = "Éva"
    assert found(answers) == {"P-EVALUATEURS": ["evaluateurs/e1/cv"]}


def test_a_doubt_is_not_added_to_what_is_refused_at_the_same_place() -> None:
    """The very same name twice among those who are counted: said once, and to be verified, for two may bear it."""
    answers = changed(conforming(), {"evaluateurs/e3/nom": "MARTIN", "evaluateurs/e3/prenom": "Zoé"})
    (exigence,) = [one for one in evaluate(published(), answers, JOUR).exigences if one.code == "P-EVALUATEURS"]
    assert [one.etat for one in exigence.constats if one.place == "evaluateurs/e3/nom"] == ["a_verifier"]


@pytest.mark.parametrize(
    "text",
    [
        *("Sessions à venir en mars", "Nous saurons définir", "Toutes à domicile", "X-Log", "Tome XXX"),
        *("Le candidat reçoit un livret à compléter.", "Un carnet, à remplir chaque soir", "À remplir par le tuteur"),
        *("Rien à signaler", "Dates à définir avec l’entreprise", "Recrutement en cours"),
    ],
)
def test_ordinary_words_raise_no_doubt(text: str) -> None:
    """Words that only look like those of a draft are an answer: an exercise is to be filled in, by somebody else."""
    assert found({**conforming(), "p-locaux-outils": text}) == {}


@pytest.mark.parametrize(
    "text",
    ["Équipements : à compléter", "Deux salles (à remplir)", "Salle A.\nÀ rédiger…", "Reste à compléter", "TODO Sami"],
)
def test_what_a_draft_leaves_is_doubted_where_it_stands(text: str) -> None:
    """After a stop, between brackets, or first of all."""
    assert found({**conforming(), "p-locaux-outils": text}) == {"P-LOCAUX": ["p-locaux-outils"]}


@pytest.mark.parametrize("name", ["Ok", "Non", "Test", "X", "Todo", "XXX"])
def test_any_word_may_be_a_name(name: str) -> None:
    """Of a person, of a company, of a module."""
    changes = {"denomination": name, "formateurs/f1/nom": name, "modules/m1/intitule": name}
    assert found(changed(conforming(), changes)) == {}


def test_one_name_for_a_whole_column_is_no_doubt() -> None:
    """All the CV in one document, or each called alike; two rows of three that say the same are to be verified."""
    answers = conforming()
    for row in answers["evaluateurs"]:
        row["cv"] = "cv-evaluateurs.pdf"
    assert found(answers) == {}
    for row in [*answers["evaluateurs"], *answers["formateurs"], *answers["accompagnateurs"]]:
        row["cv"] = "cv.pdf"
    assert found(answers) == {}
    assert found(changed(answers, {"evaluateurs/e1/cv": "autre.pdf"})) != {}
    alone = changed(conforming(), {"accompagnateurs/a1/cv": "10-cv-diaz.pdf"})
    assert found(alone) == {"P-VAE-ACCOMPAGNATEURS": ["accompagnateurs/a1/cv"]}


def test_two_sites_of_one_name_are_told_by_their_address() -> None:
    """Two sites in one town are two sites; with one address, or none, they are to be verified."""
    answers = conforming()
    answers["sites"].append({**answers["sites"][0], "id": "s2", "adresse": "9 quai Nord, 37000 Tours"})
    assert found(answers) == {}
    for adresse in ("3, rue des ESSAIS, 37000 Tours", ""):
        assert found(changed(answers, {"sites/s2/adresse": adresse})) == {"P-ACCESSIBILITE": ["sites/s2/nom"]}


def test_what_has_one_name_is_told_by_its_order() -> None:
    """« Module 1, partie 2 » is not « Module 2, partie 1 »."""
    names = {"modules/m1/intitule": "Module 1, partie 2", "modules/m2/intitule": "Module 2, partie 1"}
    assert found(changed(conforming(), names)) == {}


def test_rows_that_are_not_named_yet_are_nobody() -> None:
    """A trainer and an evaluator of whom only a part is written are not the same person."""
    answers = conforming()
    answers["formateurs"].append({"id": "f2", "cv": "20-cv.pdf"})
    answers["evaluateurs"] = [{"id": "e1", "appartenance": "interne"}]
    (exigence,) = [one for one in evaluate(published(), answers, JOUR).exigences if one.code == "P-EVALUATEURS"]
    assert [one.phrase for one in exigence.constats if "figurent aussi" in one.phrase] == []


@given(st.text())
def test_any_text_has_its_words(text: str) -> None:
    """Whatever is typed is compared without failing, and twice the same way."""
    assert folded(" ".join(folded(text))) == folded(text)
