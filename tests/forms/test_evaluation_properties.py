"""What holds of any form and any answers: counts add up, nothing goes down, files follow their schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from forms.auto_positionnement import reponses
from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.evaluation import Evaluateur, evaluate
from forms.auto_positionnement.formulaire import Formulaire, Groupe
from forms.auto_positionnement.reponses import Reponse, Reponses
from forms.auto_positionnement.resultat import Resultat, ResultatGroupe, to_json, to_line, to_text
from forms.socle.memoire import Memoire
from referentials.check.schemas import validator
from tests.outils_formulaires import TEXT, formulaires, reponses_a, small

HEIGHT = {"non_atteint": 0, "en_cours": 1, "atteint": 2}


@st.composite
def situations(draw: st.DrawFn) -> tuple[Formulaire, Reponses]:
    """Draw a form and answers to it."""
    form = draw(formulaires())
    return form, draw(reponses_a(form))


def groups(resultat: Resultat) -> Iterator[ResultatGroupe]:
    """Yield every group of a result, at any depth."""

    def below(groupe: ResultatGroupe) -> Iterator[ResultatGroupe]:
        yield groupe
        for inner in groupe.groupes:
            yield from below(inner)

    for groupe in resultat.groupes:
        yield from below(groupe)


def below(groupes: tuple[Groupe, ...]) -> Iterator[Groupe]:
    """Yield groups of a form and those in them, at any depth."""
    for groupe in groupes:
        yield groupe
        yield from below(groupe.groupes)


def adds_up(compte: Compte) -> bool:
    """Say whether a count is whole: each item is in one place, and one only."""
    parts = compte.positifs + compte.negatifs + compte.non_observes + compte.sans_avis
    return (compte.repondus, compte.total) == (parts, compte.repondus + compte.restants)


@given(situation=situations())
def test_counts_add_up(situation: tuple[Formulaire, Reponses]) -> None:
    """In each group: the four answers make the answered ones, with the others they make the total."""
    form, given_answers = situation
    result = evaluate(form, given_answers)
    assert adds_up(result.compte)
    assert all(adds_up(groupe.compte) for groupe in groups(result))
    assert result.compte.total == sum(groupe.compte.total for groupe in result.groupes)
    assert result.compte.positifs == sum(groupe.compte.positifs for groupe in result.groupes)
    assert result.compte.restants == len(result.a_repondre)


@given(situation=situations())
def test_counts_are_those_of_a_naive_reading(situation: tuple[Formulaire, Reponses]) -> None:
    """Two ways of counting agree: the engine's, and one that reads the answers one by one."""
    form, given_answers = situation
    values = [given_answers.get(item.code, Reponse()).valeur for item in form.all_items()]
    compte = evaluate(form, given_answers).compte
    assert (compte.positifs, compte.negatifs) == (values.count("oui"), values.count("non"))
    assert (compte.non_observes, compte.sans_avis) == (values.count("non_observe"), values.count("ne_sait_pas"))
    assert compte.restants == values.count(None)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Formulaire, list[Reponses]]:
    """Draw a form, and answers to it one after the other."""
    form = draw(formulaires())
    return form, draw(st.lists(reponses_a(form), min_size=2, max_size=6))


@given(history=histories())
def test_what_was_asked_before_changes_nothing(history: tuple[Formulaire, list[Reponses]]) -> None:
    """Remembering what has not changed gives the result of a new evaluation, and its text is JSON's, to the byte."""
    form, every = history
    evaluateur, lignes = Evaluateur(form), Memoire[str]()
    for answers in every:
        found = evaluateur.evaluate({code: reponse.valeur for code, reponse in answers.items()})
        assert found == evaluate(form, answers)
        assert to_line(found, lignes) == json.dumps(to_json(found), ensure_ascii=False)


def test_only_what_changed_is_scored_again() -> None:
    """The groups of another answer are the very same values as before; those of this answer are not."""
    form = small()
    codes = [item.code for item in form.all_items()]
    evaluateur = Evaluateur(form)
    before = {groupe.code: groupe for groupe in groups(evaluateur.evaluate(dict.fromkeys(codes, "fait")))}
    after = {
        groupe.code: groupe for groupe in groups(evaluateur.evaluate({**dict.fromkeys(codes, "fait"), codes[0]: None}))
    }
    again = {code for code, groupe in after.items() if groupe is not before[code]}
    touched = {groupe.code for groupe in below(form.groupes) if codes[0] in {item.code for item in groupe.all_items()}}
    assert again == touched
    assert again < after.keys()


@given(situation=situations(), data=st.data())
def test_one_more_yes_never_lowers_anything(situation: tuple[Formulaire, Reponses], data: st.DataObject) -> None:
    """Whatever the answer was, turning it into « oui » lowers no state and no count of positives."""
    form, given_answers = situation
    codes = [item.code for item in form.all_items()]
    if not codes:
        return
    better = {**given_answers, data.draw(st.sampled_from(codes)): Reponse("oui")}
    before, after = evaluate(form, given_answers), evaluate(form, better)
    assert HEIGHT.get(before.etat, 0) <= HEIGHT.get(after.etat, 0)
    for old, new in zip(groups(before), groups(after), strict=True):
        assert HEIGHT.get(old.etat, 0) <= HEIGHT.get(new.etat, 0)
        assert old.compte.positifs <= new.compte.positifs


@given(situation=situations(), data=st.data())
def test_a_note_alone_changes_nothing(situation: tuple[Formulaire, Reponses], data: st.DataObject) -> None:
    """Remarks are for the person: no count and no state depends on them."""
    form, given_answers = situation
    noted = {code: Reponse(r.valeur, data.draw(TEXT)) for code, r in given_answers.items()}
    assert evaluate(form, noted) == evaluate(form, given_answers)


@given(situation=situations())
def test_a_state_says_what_can_still_happen(situation: tuple[Formulaire, Reponses]) -> None:
    """« en_cours » when yes everywhere open would reach the threshold, « non_atteint » when it would not."""
    form, given_answers = situation
    fixed = {code for code, r in given_answers.items() if r.valeur in {"oui", "non"}}
    hopeful = {item.code: Reponse("oui") for item in form.all_items() if item.code not in fixed}
    best = evaluate(form, {**given_answers, **hopeful})
    for now, then in zip(groups(evaluate(form, given_answers)), groups(best), strict=True):
        if now.etat == "en_cours":
            assert then.etat == "atteint"
        else:
            assert then.etat == now.etat


@given(situation=situations())
def test_each_threshold_missed_is_told_once_the_details_say_so(situation: tuple[Formulaire, Reponses]) -> None:
    """One sentence for each threshold that no missing answer can reach any more; nothing of the others."""
    form, given_answers = situation
    result = evaluate(form, given_answers)
    given_values = {code: reponse for code, reponse in given_answers.items() if reponse.valeur}
    filled = {item.code: Reponse("oui") for item in form.all_items()} | given_values
    best = groups(evaluate(form, filled))
    missed = [groupe for groupe in best if groupe.seuil and groupe.seuil.manquants]
    assert sum("il en faut" in phrase for phrase in result.manques) == len(missed)
    assert len(result.manques) == len(missed)


@given(situation=situations())
def test_a_verdict_is_one_that_no_missing_answer_can_change(situation: tuple[Formulaire, Reponses]) -> None:
    """Whatever is answered to what is left, a state that is told as conclusive stays as it is, in each part and in all."""
    form, given_answers = situation
    given_values = {code: reponse for code, reponse in given_answers.items() if reponse.valeur}
    now = evaluate(form, given_answers)
    for value in ("oui", "non"):
        then = evaluate(form, {item.code: Reponse(value) for item in form.all_items()} | given_values)
        for before, after in zip((now, *groups(now)), (then, *groups(then)), strict=True):
            assert (before.concluant is None) == (before.etat == "sans_seuil")
            if before.concluant and (before.etat != "en_cours" or value == "oui"):
                assert after.etat == before.etat
            if not before.concluant:
                assert before.etat in {"en_cours", "sans_seuil"}


@given(situation=situations())
def test_the_order_of_answers_changes_nothing(situation: tuple[Formulaire, Reponses]) -> None:
    """The same answers, given in any order, give the same text of the result."""
    form, given_answers = situation
    assert to_text(evaluate(form, dict(reversed(given_answers.items())))) == to_text(evaluate(form, given_answers))


@given(situation=situations())
def test_each_value_is_counted(situation: tuple[Formulaire, Reponses]) -> None:
    """In each group, every value of the scale has its number, in its order, and they make the answered items."""
    form, given_answers = situation
    result = evaluate(form, given_answers)
    for compte in (result.compte, *(groupe.compte for groupe in groups(result))):
        assert list(compte.repartition) == [valeur.code for valeur in form.echelle]
        assert sum(compte.repartition.values()) == compte.repondus
        assert compte.repartition["oui"] == compte.positifs


@given(situation=situations())
def test_a_result_follows_its_schema(situation: tuple[Formulaire, Reponses]) -> None:
    """What the command line prints is what resultat.schema.json describes, and its text is that JSON."""
    result = evaluate(*situation)
    validator("resultat").validate(to_json(result))
    assert json.loads(to_text(result)) == to_json(result)


@given(situation=situations())
def test_answers_survive_json(situation: tuple[Formulaire, Reponses]) -> None:
    """Any note, in any script, comes back as it was written; nothing but empty answers is left out."""
    _, given_answers = situation
    donnees = json.loads(json.dumps(reponses.to_json(given_answers), ensure_ascii=False))
    assert reponses.from_json(donnees) == given_answers


def test_an_empty_answer_is_not_written() -> None:
    """Neither value nor note: there is nothing to keep."""
    assert reponses.to_json({"E1": Reponse(), "E2": Reponse("oui")}) == {"E2": {"valeur": "oui"}}
