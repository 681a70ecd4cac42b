"""The file of a livret: opened, refused, and the auto-positionnement poured into it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from forms.auto_positionnement import dit
from forms.auto_positionnement.derivation import derive as derive_form
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.ouverture import open_export
from forms.auto_positionnement.reponses import values
from forms.livret_de_reperage import versees
from forms.livret_de_reperage.commandes import ouvrir
from forms.livret_de_reperage.versement import MOTS, Versement, pour
from forms.plusieurs_mains.ecrits import Copie, Ecarte, Ecrit
from forms.questionnaire.modele import Champ
from forms.socle.phrases import NBSP
from forms.socle.refus import JsonSchemaValueException, Refus
from forms.validateurs import export_livret_de_reperage
from referentials.check.schemas import validator
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import LIVRETS, MATIN, SOIR, candidat, published, saved, tuteur
from tests.outils import PUBLISHED
from tests.outils_formulaires import export

FORM = derive_form(load().certification(PUBLISHED))


@given(LIVRETS)
def test_what_was_written_is_there_when_the_file_opens(livret: Copie) -> None:
    """Shown or kept aside: every writing of the file, with its author."""
    opened = ouvrir(saved(livret), published()).copie
    here = {(place, repr(code)) for place, ecrit in livret.ecrits.items() for code in parts(ecrit.valeur)}
    there = {(place, repr(code)) for place, ecrit in opened.ecrits.items() for code in parts(ecrit.valeur)}
    there |= {(one.place, repr(code)) for one in opened.ecartees for code in parts(one.ecrit.valeur)}
    assert here <= there
    assert {one for one in opened.ecartees if one.raison != "sans_place"} == {*livret.ecartees}


def parts(valeur: Any) -> tuple[Any, ...]:
    """Return the choices of an answer, or the answer itself."""
    return valeur if isinstance(valeur, tuple) else (valeur,)


def test_a_place_that_is_no_more_is_kept_aside_and_comes_back() -> None:
    """With its author; and it never takes the place of a newer answer."""
    old = Copie({"u9-c1-dit": candidat("acquis"), "u1-c1-dit": candidat("peut-être"), "projet": candidat("Oui")})
    opened = ouvrir(saved(old, version_referentiel="0.1.0"), published())
    assert opened.copie.ecrits == {"projet": candidat("Oui")}
    assert {one.place for one in opened.copie.ecartees} == {"u9-c1-dit", "u1-c1-dit"}
    assert [avis.split()[0] for avis in opened.avis] == ["Le", "Ces"]
    aside = (Ecarte("projet", candidat("Non"), "sans_place"), Ecarte("candidat-nom", candidat("Ana"), "sans_place"))
    back = ouvrir(saved(Copie({"projet": tuteur("Oui")}, aside)), published()).copie
    assert back.ecrits == {"projet": tuteur("Oui"), "candidat-nom": candidat("Ana")}
    assert back.ecartees == aside[:1]


def test_choices_all_of_which_are_offered_or_gone_leave_nothing_empty() -> None:
    """Gone, no answer without a choice is shown; offered, none is put aside: an empty one would be signed by somebody."""
    offered = next(champ for champ in published().racines() if isinstance(champ, Champ) and champ.code == "voies")
    codes = tuple(option.code for option in offered.options)
    gone = ouvrir(saved(Copie({"voies": candidat(("disparue",))})), published()).copie
    assert gone == Copie({}, (Ecarte("voies", candidat(("disparue",)), "sans_place"),))
    whole = Copie({"voies": candidat(codes)})
    assert ouvrir(saved(whole), published()).copie == whole


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "Ce fichier est vide."),
        (
            saved(Copie({}), format="repere/dossier-habilitation"),
            "Ce fichier n’est pas un fichier de livret de repérage",
        ),
        (saved(Copie({}), version=3), "Ce fichier vient d’une version plus récente"),
        (saved(Copie({}), valeurs={"projet": "x"}), "Ce fichier a été modifié ou abîmé."),
        (saved(Copie({}), valeurs={"projet": {"valeur": "x", "le": SOIR}}), "Ce fichier a été modifié ou abîmé."),
        (saved(Copie({}), certification="tp-couvreur"), "Ce fichier concerne une autre certification"),
    ],
)
def test_what_is_no_livret_is_refused(content: str, sentence: str) -> None:
    """One French sentence; an answer without its author is refused too."""
    with pytest.raises(Refus, match="^" + sentence.replace(".", r"\.")):
        ouvrir(content, published())


@given(LIVRETS)
def test_the_generated_validator_and_the_schema_agree(livret: Copie) -> None:
    """The browser accepts what jsonschema accepts, and refuses a writing without a name."""
    donnees = json.loads(saved(livret))
    export_livret_de_reperage.validate(donnees)
    assert validator("export-livret-de-reperage").is_valid(donnees)
    broken = donnees | {"valeurs": {"projet": {"valeur": "x", "par": {"role": "jury", "nom": ""}, "le": SOIR}}}
    assert not validator("export-livret-de-reperage").is_valid(broken)
    with pytest.raises(JsonSchemaValueException):
        export_livret_de_reperage.validate(broken)


def poured(livret: Copie, answers: dict[str, Any]) -> Versement:
    """Pour answers given as in a file."""
    return pour(livret, published(), FORM, open_export(export(FORM, answers), FORM))


def test_an_auto_positionnement_is_poured_in() -> None:
    """What the candidate says of each competence, notes as examples, dated as the file and signed by the candidate."""
    items = [item for item in FORM.all_items() if item.code.startswith("U1-C1-")]
    yes = next(valeur.code for valeur in FORM.echelle if valeur.effet == "positif")
    answers: dict[str, Any] = {item.code: {"valeur": yes} for item in items}
    answers[items[0].code]["note"] = "Tous les mardis."
    done = poured(Copie({"candidat-nom": candidat("Ana Ruiz")}), answers)
    assert done.verses == ("u1-c1-dit", "u1-c1-exemple")
    said = done.copie.ecrits["u1-c1-dit"]
    assert (said.valeur, said.role, said.nom, said.le) == (
        "acquis",
        "candidat",
        "Ana Ruiz",
        "2026-11-21T18:40:00+01:00",
    )
    assert done.copie.ecrits["u1-c1-exemple"].valeur == f"{items[0].enonce} Tous les mardis."


def test_the_first_pass_is_poured_where_it_stands_and_said() -> None:
    """Each competence answered whole: its word, with « au premier tour » in its example; a detail said since wins over it."""
    groups = [*FORM.competences()]
    quick = ["deja_fait", "en_partie", "jamais", "ne_sait_pas"]
    tour = {groupe.code: {"valeur": quick[rank % 4]} for rank, groupe in enumerate(groups)}
    opened = open_export(export(FORM, {}, premier_tour=tour), FORM)
    done = pour(Copie({}), published(), FORM, opened)
    words = [done.copie.ecrits[f"{groupe.code.lower()}-dit"].valeur for groupe in groups]
    assert words[:4] == ["acquis", "en_partie", "a_acquerir", "ne_sait_pas"]
    assert len(done.verses) == 2 * len(groups)
    said = {entree.code: entree.dit for entree in evaluate(FORM, {}, None, values(opened.premier_tour)).listes.every()}
    for groupe in groups:
        example = str(done.copie.ecrits[f"{groupe.code.lower()}-exemple"].valeur)
        assert "au premier tour" in example
        assert said[groupe.code].partition(",")[0] in example
    assert f"Pour {len(groups)} compétences, c’est la réponse du premier tour" in done.avis.replace(NBSP, " ")
    again = pour(done.copie, published(), FORM, opened)
    assert (again.copie, again.verses) == (done.copie, ())
    assert "premier tour" not in again.avis


def test_a_first_pass_that_a_statement_denies_is_not_poured() -> None:
    """« Déjà fait », then « non » to one statement: neither is the candidate's word on the whole, and it is said."""
    groupe = next(FORM.competences())
    tour = {groupe.code: {"valeur": "deja_fait"}}
    opened = open_export(export(FORM, {groupe.items[0].code: {"valeur": "non"}}, premier_tour=tour), FORM)
    done = pour(Copie({}), published(), FORM, opened)
    assert done.copie == Copie({})
    assert "Pour 1 compétence, des énoncés disent autre chose que le premier tour" in done.avis.replace(NBSP, " ")
    whole = {item.code: {"valeur": "non"} for item in groupe.items}
    done = pour(Copie({}), published(), FORM, open_export(export(FORM, whole, premier_tour=tour), FORM))
    assert [(done.copie.ecrits[place].valeur) for place in done.verses] == ["a_acquerir"]


def test_a_note_of_spaces_is_no_example() -> None:
    """Nothing is written in the candidate's name of what the candidate did not write."""
    item = next(item.code for item in FORM.all_items() if item.code.startswith("U1-C1-"))
    done = poured(Copie({}), {item: {"note": " \n "}})
    assert (done.copie, done.verses) == (Copie({}), ())


def test_pouring_never_overwrites() -> None:
    """What stands in the livret stays, the candidate's word is kept beside it once, and the person is told that it differs."""
    item = next(item.code for item in FORM.all_items() if item.code.startswith("U1-C1-"))
    before = Copie({"u1-c1-exemple": candidat("À moi", MATIN)})
    done = poured(before, {item: {"note": "Autre chose"}})
    # What stands beside rests on its statements too: the day that it comes from is written once.
    day = Ecrit("2026-11-21", "candidat", "", "2026-11-21T18:40:00+01:00")
    assert done.copie.ecrits == {**before.ecrits, versees.CHAMP: day}
    assert [(one.place, one.ecrit.role, one.raison) for one in done.copie.ecartees] == [
        ("u1-c1-exemple", "candidat", "proposee")
    ]
    assert str(done.copie.ecartees[0].ecrit.valeur).endswith(" Autre chose")
    assert poured(done.copie, {item: {"note": "Autre chose"}}).copie == done.copie
    assert done.laisses == ("u1-c1-exemple",)
    assert "diffère et reste" in done.avis


@pytest.mark.parametrize(
    ("known", "stands", "beside"),
    [
        (candidat("2026-11-20"), "2026-11-21", [("2026-11-20", "anterieure")]),
        (candidat("hier"), "2026-11-21", [("hier", "anterieure")]),
        (candidat(" "), "2026-11-21", []),
        (candidat("2026-11-22"), "2026-11-22", []),
        (tuteur("2026-11-20"), "2026-11-20", [("2026-11-21", "proposee")]),
    ],
    ids=["an earlier day", "no day", "a blank", "a later day", "of another hand"],
)
def test_the_day_of_what_was_poured_is_that_of_the_latest(
    known: Ecrit, stands: str, beside: list[tuple[str, str]]
) -> None:
    """The former day stays beside it, with why; the day that another hand wrote is not touched."""
    item = next(item.code for item in FORM.all_items() if item.code.startswith("U1-C1-"))
    done = poured(Copie({versees.CHAMP: known}), {item: {"note": "Le mardi."}}).copie
    assert done.ecrits[versees.CHAMP].valeur == stands
    assert [(one.ecrit.valeur, one.raison) for one in done.ecartees] == beside


def test_what_was_not_taken_is_told_as_it_is() -> None:
    """Several stay as they were written; nothing to read again where nothing was taken or left."""
    items = [next(i.code for i in FORM.all_items() if i.code.startswith(code)) for code in ("U1-C1-", "U1-C2-")]
    before = Copie({f"u1-c{n}-exemple": candidat("À moi") for n in (1, 2)})
    two, none = (poured(before, {item: {"note": "Autre"} for item in some}).avis for some in (items, []))
    assert "2\u00a0réponses du livret diffèrent et restent telles qu’on les a écrites\u00a0;" in two
    assert "Relisez-les avec le candidat." in two
    assert "Relisez" not in none


@pytest.mark.parametrize(
    ("effets", "said"),
    [
        (["positif", "positif"], "acquis"),
        (["negatif", "negatif"], "a_acquerir"),
        (["positif", "negatif", None], "en_partie"),
        (["positif", "non_observe"], "en_partie"),
        (["positif", None], None),
        (["sans_avis", "non_observe"], "ne_sait_pas"),
        ([], None),
    ],
)
def test_statements_make_one_word_for_a_competence(effets: list[str | None], said: str | None) -> None:
    """Nothing is said in the candidate's place of a competence that was not answered to the end."""
    assert MOTS.get(dit.in_a_word(effets) or "") == said
