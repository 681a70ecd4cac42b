"""The form of the dossier follows from the cahier des charges: a piece added to the data is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from forms.dossier_habilitation.derivation import derive, elements
from forms.dossier_habilitation.natures import EffectifMinimal
from forms.questionnaire.echange import to_json
from forms.questionnaire.modele import Champ, Condition, Liste, Questionnaire
from forms.socle.vocabulaire import UNITES_DE_TEMPS
from referentials.check.schemas import registry, validator
from referentials.load import load
from tests.forms.questionnaire.outils_questionnaire import published
from tests.outils import CAS, FOLDER, SLUG, edit, tree

ALL = CAS / "conformes" / "tout-ce-que-les-schemas-admettent"
CAHIER = f"{FOLDER}/cahier-des-charges.json"


def derived(folder: Path, change: Callable[[Any], object] = lambda _: None) -> Questionnaire:
    """Return the form of a small tree with every kind of control, its cahier des charges changed."""
    root = tree(ALL, folder)
    edit(root / CAHIER, change)
    questionnaire = derive(load(root).certification(SLUG))
    assert questionnaire
    return questionnaire


def fields(questionnaire: Questionnaire) -> Iterator[tuple[str, Champ]]:
    """Yield each field with its place: its code, or <list>/<field>."""
    for element in questionnaire.racines():
        if isinstance(element, Liste):
            yield from ((f"{element.code}/{champ.code}", champ) for champ in element.champs)
        else:
            yield element.code, element


def test_only_a_certification_with_a_cahier_des_charges_has_a_dossier() -> None:
    """No cahier des charges, no form."""
    having = {c.slug for c in load().certifications if derive(c) is not None}
    assert having == {c.slug for c in load().certifications if c.cahier_des_charges}
    assert 0 < len(having) < len(load().certifications)


def test_every_piece_is_asked_for_once_with_its_words_and_its_clause() -> None:
    """One bloc a piece, in the section of its family, with the statement, the rules and the source of the data."""
    cahier = load().certification(published().certification).cahier_des_charges
    assert cahier
    blocs = {bloc.code: (section.code, bloc) for section, bloc in published().blocs() if bloc.source}
    assert {piece.code for piece in cahier.pieces} == blocs.keys()
    for piece in cahier.pieces:
        section, bloc = blocs[piece.code]
        assert (section, bloc.intitule, bloc.aide, bloc.regles) == (
            piece.famille,
            piece.intitule,
            piece.enonce,
            piece.regles,
        )
        assert bloc.source
        assert [asdict(place) for place in bloc.source.autres_endroits] == [
            asdict(place) for place in piece.source.autres_endroits
        ]
        assert (bloc.source.section, bloc.source.page) == (piece.source.section, piece.source.page)


def test_every_control_looks_at_fields_that_are_asked_for() -> None:
    """No control is bound to a field or a list that the form does not have: it could never be satisfied."""
    known = {place for place, _ in fields(published())} | {e.code for e in published().racines()}
    for _, bloc in published().blocs():
        for controle in bloc.controles:
            prefix = f"{controle.dans}/" if controle.dans else ""
            assert controle.vus or isinstance(controle, EffectifMinimal)
            assert {f"{prefix}{code}" for code in controle.vus} <= known, bloc.code


def test_every_field_has_its_own_place() -> None:
    """Two fields under one code would share one answer."""
    places = [place for place, _ in fields(published())]
    assert len(set(places)) == len(places)


def test_a_module_is_asked_what_the_pieces_say_of_it() -> None:
    """Objectives, content, methods, hours from and to, modality, the one domain that it belongs to, and its competences."""
    modules = published().liste("modules")
    codes = [champ.code for champ in modules.champs]
    assert codes == [
        "intitule",
        "objectifs",
        "contenu",
        "methodes",
        "heures_min",
        "heures_max",
        "modalites",
        "composante",
        "competences",
    ]
    *_, domaine, competences = modules.champs
    assert [option.code for option in competences.options] == [
        *("U1-C1", "U1-C2", "U2-C1", "U2-C2", "U2-C3", "U2-C4", "U3-C1", "U3-C2"),
        *("U3-C3", "U3-C4", "U4-C1", "U4-C2", "U5-C1", "U5-C2", "U5-C3", "U5-C4"),
    ]
    assert (domaine.nature, [option.code for option in domaine.options]) == ("choix", ["D1", "D2"])


@pytest.mark.parametrize("unite", UNITES_DE_TEMPS)
def test_an_experience_may_be_in_any_unit_of_time(unite: str, tmp_path: Path) -> None:
    """Whatever the schema takes, the question says it: working days and minutes too."""

    def change(cahier: Any) -> None:
        experience = {"nature": "experience_minimale", "objet": "pratique", "valeur": 3, "unite": unite}
        cahier["pieces"][0]["controles"] = [*cahier["pieces"][0]["controles"], experience]

    said = {champ.unite for _, champ in fields(derived(tmp_path, change))}
    assert UNITES_DE_TEMPS[unite].pluriel in said


def test_a_piece_is_asked_only_of_those_whom_it_concerns() -> None:
    """The applicant, the offer, and what other answers say decide; being asked of all is no condition."""
    si = {bloc.code: bloc.si for _, bloc in published().blocs()}
    assert si["P-KBIS"] == ()
    assert si["P-DECLARATION"] == (Condition("demandeur", ("organisme_formation",)),)
    assert si["P-PLATEFORME"] == (Condition("modules/modalites", ("distance",)),)
    assert si["P-VAE-DOSSIER"] == (Condition("offres", ("vae",)),)


def test_who_may_not_be_concerned_is_asked_first() -> None:
    """Subcontracting is asked about by a question; the rest of the bloc waits for « oui »."""
    bloc = next(bloc for _, bloc in published().blocs() if bloc.code == "P-SOUS-TRAITANCE")
    question, *rest = bloc.elements
    assert (question.code, question.nature, question.si) == ("p-sous-traitance-concerne", "oui_non", ())
    assert {element.si for element in rest} == {(Condition(question.code, ("oui",)),)}


def test_a_piece_added_to_the_data_is_asked_for(tmp_path: Path) -> None:
    """With no line of code: a document, its date, a text, a promise, each with its own field."""

    def add(cahier: Any) -> None:
        piece = {**cahier["pieces"][1], "code": "P9", "intitule": "Plan des locaux"}
        natures = [{"nature": "fourniture"}, {"nature": "en_cours_de_validite"}]
        worded = [{"nature": n, "rubrique": n, "objet": "plan à jour"} for n in ("justification", "engagement")]
        cahier["pieces"].append({**piece, "controles": [*natures, *piece["controles"], *worded]})

    bloc = next(bloc for _, bloc in derived(tmp_path, add).blocs() if bloc.code == "P9")
    assert [(element.code, element.nature) for element in bloc.elements] == [
        ("p9-document", "texte"),
        ("p9-fin", "date"),
        ("p9-date", "date"),
        ("p9-justification", "texte_long"),
        ("p9-engagement", "oui_non"),
    ]
    assert [controle.nature for controle in bloc.controles][:3] == [
        "fourniture",
        "en_cours_de_validite",
        "date_recente",
    ]


def test_a_control_without_a_list_puts_its_question_to_the_piece(tmp_path: Path) -> None:
    """« At least three evaluators » with no list of them asks how many; « both domains » asks which."""
    bloc = next(bloc for _, bloc in derived(tmp_path).blocs() if bloc.code == "P1")
    assert [(element.code, element.nature) for element in bloc.elements] == [
        ("p1-nombre", "nombre"),
        ("p1-composantes", "choix_multiple"),
    ]


def test_the_family_labels_are_those_of_the_schema() -> None:
    """A piece of any family that the data may have finds its section, in the order of the schema."""
    piece = registry().contents("cahier-des-charges.schema.json")["properties"]["pieces"]["items"]["properties"]
    assert list(elements.donnees()["familles"]) == piece["famille"]["enum"]
    assert elements.donnees()["cas"].keys() == {*piece["cas"]["enum"]}


def test_the_questions_cover_what_the_schema_lets_the_data_say() -> None:
    """Each kind of element, each rubrique and each nature of control of the schema has its fields."""
    piece = registry().contents("cahier-des-charges.schema.json")["properties"]["pieces"]["items"]["properties"]
    shapes = {
        shape["properties"]["nature"]["const"]: shape["properties"] for shape in piece["controles"]["items"]["oneOf"]
    }
    without = {"rubrique_par_element", "personnes_distinctes"}
    assert set(shapes) - without <= elements.donnees()["champs"].keys()
    by_element = shapes["rubrique_par_element"]
    kinds = registry().contents("cahier-des-charges.schema.json")["$defs"]["element"]["enum"]
    assert set(kinds) == elements.donnees()["elements"].keys()
    rubriques = {code for element in elements.donnees()["elements"] for code in elements.every(element)}
    assert set(by_element["rubriques"]["items"]["enum"]) == rubriques


@pytest.mark.parametrize(("name", "schema"), [("elements", "dossier-elements"), ("qualiopi", "dossier-qualiopi")])
def test_the_questions_follow_their_schema(name: str, schema: str) -> None:
    """The files beside the code are data too."""
    donnees = json.loads((elements.HERE / f"{name}.json").read_text("utf-8"))
    assert [fault.message for fault in validator(schema).iter_errors(donnees)] == []


def test_the_indicators_are_there_once_with_their_version_and_point_to_pieces_that_exist() -> None:
    """33 since 1 November 2026, 32 before; a piece renamed in the data must not vanish from the matrix in silence."""
    donnees = json.loads((elements.HERE / "qualiopi.json").read_text("utf-8"))
    version = donnees["version"]
    assert (version["depuis"], version["nombre"], version["nombre_avant"]) == ("2026-11-01", 33, 32)
    assert [ligne["numero"] for ligne in donnees["indicateurs"]] == list(range(1, version["nombre"] + 1))
    said = f"{donnees['intitule']} {donnees['avertissement']}"
    assert said.count("vérifier dans le guide officiel") == 1
    assert all(
        words in said for words in ("Les 33 indicateurs", "1er novembre 2026", version["texte"], "avant cette date, 32")
    )
    named = {code for ligne in donnees["indicateurs"] for code in ligne.get("pieces", ())}
    assert named <= {bloc.code for _, bloc in published().blocs()}
    assert "à vérifier" in published().grilles[0].avertissement


def test_the_small_form_follows_the_published_schema(tmp_path: Path) -> None:
    """Whatever the data may say, what is derived from it is a form."""
    assert [fault.message for fault in validator("questionnaire").iter_errors(to_json(derived(tmp_path)))] == []
