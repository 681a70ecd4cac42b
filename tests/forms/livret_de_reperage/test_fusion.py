"""Two copies put together: nothing lost, the same whichever comes first, conflicts one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from hypothesis import assume, example, given
from hypothesis import strategies as st

from forms.plusieurs_mains.ecrits import Copie, Ecarte, Ecrit, from_json, to_json
from forms.plusieurs_mains.fusion import Conflit, Divergence, merge
from tests.forms.livret_de_reperage.outils_livret import LIVRETS, MATIN, PLACES_KNOWN, SOIR, VOIX, candidat, tuteur


def content(livret: Copie | None) -> tuple[object, object]:
    """Return what a livret holds, whatever the order."""
    assert livret
    return sorted(livret.ecrits.items(), key=repr), sorted(map(repr, livret.ecartees))


def words(livret: Copie) -> Iterator[tuple[str, str]]:
    """Yield every answer that somebody wrote, with its place."""
    yield from ((place, repr(ecrit.valeur)) for place, ecrit in livret.ecrits.items())
    yield from ((one.place, repr(one.ecrit.valeur)) for one in livret.ecartees)


@given(LIVRETS)
def test_a_livret_survives_its_json(livret: Copie) -> None:
    """Who, when and what come back as they were written."""
    assert from_json(json.loads(json.dumps(to_json(livret)))) == livret


@given(LIVRETS)
def test_merging_with_itself_changes_nothing(livret: Copie) -> None:
    """The same file opened twice."""
    assert content(merge(livret, livret).copie) == content(livret)


@given(LIVRETS, LIVRETS)
def test_mine_and_yours_can_be_swapped(one: Copie, other: Copie) -> None:
    """The same conflicts seen from the other side; the same livret where there is none."""
    here, there = merge(one, other), merge(other, one)
    swapped = {Conflit(conflit.place, conflit.autre, conflit.ici) for conflit in there.conflits}
    assert {*here.conflits} == swapped
    if not here.conflits:
        assert content(here.copie) == content(there.copie)


@given(LIVRETS, LIVRETS, LIVRETS)
def test_three_copies_merge_in_any_order(a: Copie, b: Copie, c: Copie) -> None:
    """Where no two of them conflict: also where somebody went back to what they had written before writing otherwise."""
    plain = [Copie(livret.ecrits) for livret in (a, b, c)]
    assume(all(merge(x, y).copie for x in plain for y in plain))
    a, b, c = plain
    left, right = merge(a, b).copie, merge(b, c).copie
    assert left
    assert right
    assert content(merge(left, c).copie) == content(merge(a, right).copie)


def test_who_went_back_to_their_first_answer_ends_with_it() -> None:
    """X, then Y, then X again, by one person in three copies: whatever the order, the last word stays, Y is kept beside."""
    first, then, last = (
        Copie({"projet": candidat(valeur, f"2026-11-23T{hour}:00:00+01:00")})
        for valeur, hour in (("Vendre", "08"), ("Former", "12"), ("Vendre", "18"))
    )
    for a, b, c in permutations((first, then, last)):
        two = merge(a, b).copie
        assert two
        assert content(merge(two, c).copie) == content(
            Copie(last.ecrits, (Ecarte("projet", then.ecrits["projet"], "anterieure"),))
        )


CHOICES = st.fixed_dictionaries(dict.fromkeys(PLACES_KNOWN, st.sampled_from(["ici", "autre"])))


@given(LIVRETS, LIVRETS, CHOICES)
def test_once_settled_nothing_is_lost_nor_asked_again(one: Copie, other: Copie, choix: dict[str, str]) -> None:
    """Whatever is chosen at each place, the other answer is kept; merging again with a copy raises no old question."""
    livret = merge(one, other, choix).copie
    assert livret
    assert {*words(livret)} >= {*words(one), *words(other)}
    one, other = Copie(one.ecrits), Copie(other.ecrits)
    settled = merge(one, other, choix).copie
    assert settled
    assert content(merge(settled, one).copie) == content(settled)
    assert content(merge(other, settled).copie) == content(settled)


@given(LIVRETS, LIVRETS, CHOICES)
def test_a_merge_invents_nothing_and_is_whole(one: Copie, other: Copie, choix: dict[str, str]) -> None:
    """Each writing comes from one of the copies, author and hour with it; with a conflict left there is no livret."""
    open_ones = merge(one, other)
    assert (open_ones.copie is None) == bool(open_ones.conflits)
    livret = merge(one, other, choix).copie
    assert livret
    known = {*one.ecrits.items(), *other.ecrits.items()}
    known |= {(aside.place, aside.ecrit) for side in (one, other) for aside in side.ecartees}
    assert {*livret.ecrits.items()} | {(aside.place, aside.ecrit) for aside in livret.ecartees} <= known
    assert livret.ecrits.keys() == one.ecrits.keys() | other.ecrits.keys()
    if open_ones.conflits:
        partial = {place: side for place, side in choix.items() if place != open_ones.conflits[0].place}
        assert merge(one, other, partial).copie is None


@given(LIVRETS, LIVRETS, CHOICES)
def test_two_people_who_choose_the_same_end_with_the_same(one: Copie, other: Copie, choix: dict[str, str]) -> None:
    """Mine into yours or yours into mine, with the same decisions: one livret."""
    swapped = {place: "autre" if side == "ici" else "ici" for place, side in choix.items()}
    assert content(merge(one, other, choix).copie) == content(merge(other, one, swapped).copie)


def reasons(livret: Copie) -> set[tuple[str, Ecrit, str]]:
    """Return what is kept beside and why."""
    return {(one.place, one.ecrit, one.raison) for one in livret.ecartees}


# Ana wrote over Paul's answer; in her copy of the morning stands the same answer as his, hers.
MORNING, EVENING, PAULS = candidat("Y", MATIN), candidat("X", SOIR), tuteur("Y", MATIN)
OVER_PAUL = Copie({"voies": EVENING}, (Ecarte("voies", PAULS, "reecrit"),))


@given(LIVRETS, LIVRETS, CHOICES)
@example(Copie({"voies": MORNING}, (Ecarte("voies", PAULS, "choix"),)), Copie({"voies": EVENING}), {})
@example(OVER_PAUL, Copie({"voies": MORNING}), {})
@example(OVER_PAUL, Copie({"voies": PAULS}), {})
def test_merging_again_changes_no_reason(one: Copie, other: Copie, choix: dict[str, str]) -> None:
    """With either copy, also where both keep answers beside: each one stays beside, for the reason that was given."""
    settled = merge(one, other, choix, VOIX).copie
    assert settled
    for pair in ((settled, one), (other, settled)):
        again = merge(*pair, None, VOIX).copie
        # Where both sides once chose against the other, it is asked again.
        assert again is None or content(again) == content(settled)


def test_no_choice_is_told_that_nobody_made() -> None:
    """A former answer of the same person is one, even where another's same answer was written over; so is that one."""
    found = merge(OVER_PAUL, Copie({"voies": MORNING}))
    assert found.divergences == (Divergence("voies", "recente", "ici", EVENING, MORNING),)
    assert found.copie
    assert reasons(found.copie) == {("voies", PAULS, "reecrit"), ("voies", MORNING, "anterieure")}
    found = merge(Copie({"voies": PAULS}), OVER_PAUL)
    assert [one.nature for one in found.divergences] == ["reecrite"]
    assert content(found.copie) == content(OVER_PAUL)


def test_a_choice_keeps_the_other_answer_with_its_author() -> None:
    """Ana and Paul disagree on one competence; the interviewer keeps Paul's answer, Ana's stays in the file."""
    ana = Copie({"u1-c1-vu": candidat("en_partie"), "projet": candidat("Vendre mieux")})
    paul = Copie({"u1-c1-vu": tuteur("acquis"), "u1-c1-observation": tuteur("Vu lundi")})
    open_conflict = merge(ana, paul)
    assert open_conflict.copie is None
    assert open_conflict.conflits == (Conflit("u1-c1-vu", candidat("en_partie"), tuteur("acquis")),)
    livret = merge(ana, paul, {"u1-c1-vu": "autre"}).copie
    assert livret
    assert livret.ecrits["u1-c1-vu"] == tuteur("acquis")
    assert livret.ecrits.keys() == {"u1-c1-vu", "projet", "u1-c1-observation"}
    assert livret.ecartees == (Ecarte("u1-c1-vu", candidat("en_partie"), "choix"),)
    assert content(merge(livret, ana).copie) == content(livret)
    assert content(merge(paul, livret).copie) == content(livret)


def test_of_equal_answers_the_latest_writing_stays() -> None:
    """By instant, not by the text of the hour: 8:30 in Martinique is after 8:30 in Paris."""
    here = Copie({"modules/a/intitule": tuteur("Oui", "2026-11-23T08:30:00-04:00")})
    there = Copie({"modules/a/intitule": candidat("Oui", MATIN)})
    assert content(merge(here, there).copie) == content(merge(there, here).copie) == content(here)
    assert SOIR > MATIN


def test_of_equal_answers_that_of_the_voice_stays_then_a_signed_one() -> None:
    """The company, or somebody without a signature, wrote the same as the candidate, before or after."""
    ana, early, late = candidat("Vendre", "2026-11-23T12:00:00+01:00"), tuteur("Vendre", MATIN), tuteur("Vendre", SOIR)
    nobody = Ecrit("Vendre", "", "", SOIR)
    for other in (early, late, nobody, replace(nobody, le=MATIN)):
        for here, there in ((ana, other), (other, ana)):
            found = merge(Copie({"projet": here}), Copie({"projet": there}), None, VOIX).copie
            assert found == Copie({"projet": ana})
    place = "modules/a/intitule"
    assert merge(Copie({place: nobody}), Copie({place: ana})).copie == Copie({place: ana})


def test_a_day_that_no_calendar_has_never_stays() -> None:
    """30 February, mended by hand: of two equal answers the one kept is that whose day is known, on either side."""
    unknown = Copie({"projet": tuteur("Oui", "2026-02-30T08:30:00+01:00")})
    known = Copie({"projet": candidat("Oui", SOIR)})
    assert content(merge(unknown, known).copie) == content(merge(known, unknown).copie) == content(known)
