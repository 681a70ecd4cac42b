"""The form of the livret follows from the referential: competences, domaines, rules and deadlines."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from forms.livret_de_reperage.controles import DuLivret
from forms.livret_de_reperage.derivation import derive, elements, offered
from forms.livret_de_reperage.derivation.prerequis import is_condition
from forms.questionnaire.echange import from_json, to_json
from forms.questionnaire.modele import Bloc, Champ, Condition, Questionnaire
from forms.socle.vocabulaire import UNITES_DE_TEMPS
from referentials.check.schemas import registry, validator
from referentials.load import load
from referentials.model_certification import Certification
from referentials.model_listes import UniteTemps
from referentials.model_parametres import DureeExigee
from tests.outils import PUBLISHED

CERTIFICATIONS = load().certifications
WITH = [certification for certification in CERTIFICATIONS if offered(certification)]


def form(certification: Certification) -> Questionnaire:
    """Return the form of a certification that has one."""
    questionnaire = derive(certification)
    assert questionnaire
    return questionnaire


def blocs(questionnaire: Questionnaire) -> dict[str, Bloc]:
    """Return the blocs of a form by their codes."""
    return {bloc.code: bloc for _, bloc in questionnaire.blocs()}


def published() -> dict[str, Bloc]:
    """Return the blocs of the certification whose rules speak of a repérage."""
    return blocs(form(next(c for c in WITH if c.slug == PUBLISHED)))


def test_what_has_nothing_to_propose_has_no_livret() -> None:
    """Blocs, domaines or CCP with statements that somebody read make a livret; a certification without has none."""
    without = {c.slug for c in CERTIFICATIONS if derive(c) is None}
    assert without == {
        c.slug for c in CERTIFICATIONS if not c.composantes or not c.has_statements or c.identite.importee
    }
    assert any(c.composantes and c.has_statements for c in CERTIFICATIONS if c.slug in without)
    assert WITH


@pytest.mark.parametrize("certification", WITH, ids=lambda c: c.slug)
def test_a_form_follows_its_schema_and_survives_its_json(certification: Certification) -> None:
    """What the page receives is what the engine computes with."""
    questionnaire = form(certification)
    written = to_json(questionnaire)
    assert [fault.message for fault in validator("questionnaire").iter_errors(written)] == []
    assert from_json(json.loads(json.dumps(written)), DuLivret) == questionnaire


@pytest.mark.parametrize("certification", WITH, ids=lambda c: c.slug)
def test_every_competence_and_every_domain_is_asked_about_once(certification: Certification) -> None:
    """What the candidate says, what each of two interviewers sees, what livrets of before hold; one decision a part."""
    questionnaire = form(certification)
    codes = [element.code for element in questionnaire.racines()]
    assert len(set(codes)) == len(codes)
    for root in certification.composantes:
        assert f"{root.code.lower()}-decision" in codes
        for competence in root.all_competences():
            prefix = f"{competence.code.lower()}-"
            inner = {
                element.code.removeprefix(prefix): element.voix
                for element in blocs(questionnaire)[competence.code].elements
            }
            assert inner == {
                "dit": "candidat",
                "exemple": "candidat",
                "vu-entreprise": "entreprise",
                "observation-entreprise": "entreprise",
                "vu-organisme": "organisme",
                "observation-organisme": "organisme",
                "vu": "interlocuteur",
                "observation": "interlocuteur",
            }


@pytest.mark.parametrize("certification", WITH, ids=lambda c: c.slug)
def test_each_part_that_could_look_like_an_exam_says_that_it_is_none(certification: Certification) -> None:
    """Neither exam nor evaluation: said where one begins, answers, decides and agrees."""
    for section in form(certification).sections:
        if section.code.startswith(("participants", "competences", "transversales", "propositions", "accords")):
            assert "ni examen" in section.aide or "ni un examen" in section.aide


def test_the_rules_to_meet_are_asked_on_their_route_with_their_source() -> None:
    """Six months of practice and the tutor, for who trains; nothing of it in VAE."""
    found = published()
    pratique = found["R-PRATIQUE-6MOIS"]
    assert pratique.si == (Condition("voies", ("formation", "candidature_individuelle")),)
    assert pratique.regles == ("R-PRATIQUE-6MOIS",)
    assert pratique.source
    assert (pratique.source.section, pratique.source.page) == ("3.3", 8)
    assert [e.code for e in pratique.elements] == [
        f"r-pratique-6mois-{code}" for code in ("etat", "duree", "debut", "precision")
    ]
    assert found.keys() >= {"R-TUTEUR", "R-TUTEUR-EXPERIENCE", "R-TUTEUR-SALARIE", "R-TUTEUR-CHOIX"}
    assert found["R-VAE-EXPERIENCE"].si == (Condition("voies", ("vae",)),)


def test_a_certification_without_such_rules_asks_nothing_of_the_kind() -> None:
    """Only the route is asked where the source prints no condition."""
    questionnaire = form(next(c for c in WITH if c.slug == "charge-de-clientele"))
    section = next(section for section in questionnaire.sections if section.code == "prerequis")
    assert [element.code for element in section.elements] == ["VOIES"]


def test_no_threshold_of_the_evaluations_is_carried() -> None:
    """The 80 % is for the evaluations only: the livret cannot compute with it."""
    assert all(controle.nature != "seuil" for bloc in published().values() for controle in bloc.controles)


def test_the_words_cover_what_the_data_may_say() -> None:
    """Every route of the schemas has its label."""
    properties = registry().contents("certification.schema.json")["properties"]
    assert {*properties["voies_acces"]["items"]["properties"]["voie"]["enum"]} == elements.donnees()["voies"].keys()


@pytest.mark.parametrize("unite", UNITES_DE_TEMPS)
def test_a_duration_may_be_in_any_unit_of_time(unite: UniteTemps) -> None:
    """Whatever the schema takes, the question says it: working days too."""
    certification = next(c for c in WITH if c.slug == PUBLISHED)
    regles = [regle for regle in certification.regles if isinstance(regle.parametres, DureeExigee)]
    one = next(regle for regle in regles if is_condition(regle))
    assert isinstance(one.parametres, DureeExigee)
    changed = replace(one, parametres=replace(one.parametres, unite=unite))
    found = blocs(form(replace(certification, regles=(changed,))))[one.code]
    asked = next(champ for champ in found.elements if champ.code.endswith("-duree"))
    assert isinstance(asked, Champ)
    assert asked.unite == UNITES_DE_TEMPS[unite].pluriel


def test_territories_have_their_own_holidays() -> None:
    """Good Friday in Alsace-Moselle, the abolition of slavery overseas; the common days are not repeated."""
    questionnaire = form(WITH[0])
    assert "2027-03-26" in questionnaire.feries_locaux["alsace_moselle"]
    assert "2026-06-10" in questionnaire.feries_locaux["guyane"]
    assert "metropole" not in questionnaire.feries_locaux


def test_the_questions_follow_their_schema() -> None:
    """The file beside the code is data too; a question without words is refused."""
    donnees = json.loads((elements.HERE / "elements.json").read_text("utf-8"))
    assert [fault.message for fault in validator("livret-elements").iter_errors(donnees)] == []
    donnees["competence"][0]["libelle"] = ""
    assert not validator("livret-elements").is_valid(donnees)
