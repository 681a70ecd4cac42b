"""What the page makes of each thing typed: pure modules, run by Node on sequences of gestures of several hands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.plusieurs_mains import paroles, phrases
from forms.plusieurs_mains.ecrits import STRONGEST, from_json
from forms.plusieurs_mains.fusion import merge
from forms.questionnaire.echange import to_json
from tests.conftest import ROOT
from tests.forms.livret_de_reperage.outils_livret import VOIX, published
from tests.forms.test_modules_du_navigateur import run

WRITINGS = (ROOT / "forms" / "plusieurs_mains" / "web" / "writings.mjs").as_uri()
ROWS = (ROOT / "forms" / "plusieurs_mains" / "web" / "row-proposals.mjs").as_uri()
VOICES = (ROOT / "forms" / "plusieurs_mains" / "web" / "voices.mjs").as_uri()
# Each gesture in turn, and the contents after each of them.
PLAY = f"""import {{ refuse }} from '{ROWS}';
import {{ arrange, blank, overlay, propose, speaks, swap, write }} from '{WRITINGS}';
import {{ voices }} from '{VOICES}';
const [sequences, sections] = values;
const voixOf = voices(sections);
const played = sequences.map((gestures) => {{
  let [contenu, refused] = [blank(), []];
  return gestures.map(([kind, qui, place, raw], rank) => {{
    const moment = `2026-11-29T10:${{String(rank).padStart(2, '0')}}:00+01:00`;
    contenu = {{ ...contenu, qui }};
    if (kind === 'ecrire') contenu = write(contenu, place, raw ?? undefined, moment, voixOf(place));
    else if (kind === 'oter') {{
      const [liste] = place.split('/');
      ({{ contenu, refused }} = refuse(arrange(contenu, liste, [], voixOf).contenu, liste, raw ? [raw] : [], refused));
    }}
    else if (kind === 'proposer') contenu = propose(contenu, place, raw ?? 'x', moment);
    else if (kind === 'avant') contenu = overlay(contenu, {{ [place]: {{ valeur: raw ?? 'x', par: {{ role: '', nom: '' }}, le: moment }} }}, voixOf);
    else if (kind === 'mots') contenu = swap(contenu, contenu.ecartees.find((one) => one.place === place && one.valeur === raw), moment, voixOf(place));
    else if (contenu.ecartees.length > 0) {{
      const found = contenu.ecartees[rank % contenu.ecartees.length];
      contenu = swap(contenu, found, moment, voixOf(found.place));
    }}
    return contenu;
  }});
}});
console.log(JSON.stringify(played));"""
ANA = {"role": "candidat", "nom": "Ana"}
PAUL = {"role": "entreprise", "nom": "Paul"}
ZOE = {"role": "organisme", "nom": "Zoé"}
NOBODY = {"role": "", "nom": ""}
HANDS = [ANA, PAUL, ZOE, NOBODY]
GESTURES = st.lists(
    st.tuples(
        st.sampled_from(["ecrire", "ecrire", "ecrire", "oter", "avant", "proposer", "remettre", "remettre"]),
        st.sampled_from(HANDS),
        st.sampled_from(["projet", "u1-c1-vu", "candidat-nom", "modules/a/intitule", "experiences/a/poste"]),
        st.sampled_from(["un", "deux", "trois", None]),
    ),
    max_size=12,
)


def play(*sequences: list[Any]) -> list[list[dict[str, Any]]]:
    """Return the contents after each gesture of each sequence."""
    return list(run(PLAY, [*sequences], to_json(published())["sections"]))


def words(contenu: dict[str, Any]) -> set[tuple[str, str, str]]:
    """Return every answer of a content with its place and the name under it."""
    stands = [(place, one) for place, one in contenu["valeurs"].items()]
    kept = [(one["place"], one) for one in contenu["ecartees"]]
    return {(place, one["valeur"], one["par"]["nom"]) for place, one in (*stands, *kept)}


def gone(before: dict[str, Any], after: dict[str, Any], gesture: tuple[Any, ...]) -> Iterator[tuple[str, str, str]]:
    """Yield what a gesture lost of the words of others: those of another name, or unsigned ones in somebody's place."""
    kind, qui, place, _ = gesture
    hand = "" if kind == "avant" else qui["nom"]
    for one in words(before) - words(after):
        where, _, nom = one
        voix = paroles.at(VOIX, where)
        unsigned = nom == "" and hand != "" and voix and qui["role"] not in paroles.VOICES[voix]
        if nom not in {"", hand} or unsigned:
            yield one
    assert place


@settings(max_examples=15)
@given(st.lists(GESTURES, min_size=12, max_size=20))
def test_no_gesture_loses_the_words_of_another(sequences: list[list[Any]]) -> None:
    """Typed over, erased, a row removed, typed before the script ran, put back: they stand, or are kept beside."""
    for gestures, states in zip(sequences, play(*sequences), strict=True):
        before = {"valeurs": {}, "ecartees": []}
        for gesture, after in zip(gestures, states, strict=True):
            assert [*gone(before, after, gesture)] == [], gesture
            assert {one["raison"] for one in after["ecartees"]} <= {*STRONGEST}
            before = after


@settings(max_examples=10)
@given(st.lists(GESTURES, min_size=12, max_size=20))
def test_a_word_of_a_voice_changed_in_the_page_is_asked_about_at_the_merge(sequences: list[list[Any]]) -> None:
    """The candidate's copy and one that went through other hands: where the word differs, a conflict, or it was taken back."""
    begun = [("ecrire", ANA, place, "zéro") for place in ("projet", "experiences/a/poste")]
    begun.append(("ecrire", PAUL, "u1-c1-vu", "zéro"))
    for states in play(*[[*begun, *gestures] for gestures in sequences]):
        mine, theirs = from_json(states[2]), from_json(states[-1])
        conflicts = {one.place for one in merge(mine, theirs, None, VOIX).conflits}
        for place in ("projet", "experiences/a/poste", "u1-c1-vu"):
            here, there = mine.ecrits[place], theirs.ecrits.get(place)
            if there and there.answer != here.answer and not paroles.speaks(paroles.at(VOIX, place) or "", there):
                assert place in conflicts


def test_the_examples_reach_what_they_are_about() -> None:
    """Some sequence keeps words beside for another hand, and some for unsigned words in somebody's place."""
    state = play(
        [("ecrire", ANA, "projet", "un"), ("ecrire", PAUL, "projet", "deux"), ("ecrire", PAUL, "projet", None)]
    )[0]
    assert [(one["valeur"], one["raison"]) for one in state[1]["ecartees"]] == [("un", "reecrit")]
    assert (state[2]["valeurs"], len(state[2]["ecartees"])) == ({}, 1)
    [state] = play([("ecrire", NOBODY, "projet", "un"), ("ecrire", PAUL, "projet", "deux")])
    assert [one["par"] for one in state[1]["ecartees"]] == [NOBODY]
    # So are unsigned words of a row, which the candidate may have written, where another hand removes it.
    [state] = play([("ecrire", NOBODY, "experiences/a/poste", "un"), ("oter", PAUL, "experiences/a/poste", None)])
    assert [(one["place"], one["par"]) for one in state[1]["ecartees"]] == [("experiences/a/poste", NOBODY)]
    # One's own words that nobody had signed are no other hand's.
    [state] = play([("ecrire", NOBODY, "projet", "un"), ("ecrire", ANA, "projet", "deux")])
    assert state[1]["ecartees"] == []


def test_words_put_back_are_not_undone_by_an_older_copy() -> None:
    """What gave its place back is kept for that reason; where it still stands in another copy, the merge asks."""
    over = [("ecrire", ANA, "candidat-nom", "un"), ("ecrire", PAUL, "candidat-nom", "deux")]
    [state] = play([*over, ("remettre", ZOE, "", "")])
    before, after = from_json(state[1]), from_json(state[2])
    assert state[2]["valeurs"]["candidat-nom"]["par"] == ANA
    assert [(one["valeur"], phrases.REASONS[one["raison"]]) for one in state[2]["ecartees"]] == [
        ("deux", "Une autre réponse a pris sa place.")
    ]
    for pair in ((before, after), (after, before)):
        assert [one.place for one in merge(*pair, None, VOIX).conflits] == ["candidat-nom"]


def test_words_proposed_beside_change_nothing_until_the_voice_takes_them() -> None:
    """Paul proposes, mends his proposal: Ana's words stand.  She takes it: her word, her former one and his are kept."""
    begun = [
        ("ecrire", ANA, "projet", "un"),
        ("proposer", PAUL, "projet", "deux"),
        ("proposer", PAUL, "projet", "trois"),
    ]
    [mine, _, proposed, taken] = play([*begun, ("remettre", ANA, "", "")])[0]
    assert proposed["valeurs"] == mine["valeurs"]
    assert [(one["valeur"], one["par"], one["raison"]) for one in proposed["ecartees"]] == [("trois", PAUL, "proposee")]
    assert taken["valeurs"]["projet"] == {"valeur": "trois", "par": ANA, "le": "2026-11-29T10:03:00+01:00"}
    kept = [(one["valeur"], one["par"], one["raison"]) for one in taken["ecartees"]]
    assert kept == [("trois", PAUL, "proposee"), ("un", ANA, "anterieure")]
    # It is her last word: her copy of before, and Paul's, ask nothing.
    for before in (mine, proposed):
        found = merge(from_json(before), from_json(taken), None, VOIX)
        assert found.copie
        assert found.copie.ecrits["projet"] == from_json(taken).ecrits["projet"]
    # Put there by another hand than hers, it is a change like any other: asked about.
    *_, put = play([*begun, ("remettre", PAUL, "", "")])[0]
    assert [(one["valeur"], one["raison"]) for one in put["ecartees"]] == [("un", "fusion")]
    assert [one.place for one in merge(from_json(mine), from_json(put), None, VOIX).conflits] == ["projet"]
    # What stands already is no proposal; those of a role without a name may be two people's.
    nameless = {"role": "entreprise", "nom": ""}
    two = [
        ("proposer", nameless, "projet", "un"),
        ("proposer", nameless, "projet", "deux"),
        ("proposer", nameless, "projet", "trois"),
    ]
    assert len(play([begun[0], *two])[0][-1]["ecartees"]) == 2


def test_ones_own_words_put_back_are_of_now_and_leave_no_copy_of_a_proposal() -> None:
    """Taken, then put back, as often as one likes: the last decision stands at a merge, the proposal is there once."""
    begun = [("ecrire", ANA, "projet", "un"), ("proposer", PAUL, "projet", "deux")]
    proposal = ("deux", PAUL, "proposee")
    # What is kept beside, in turn: [Paul's proposal, Ana's former words], then, put back, the proposal alone.
    for ana in (ANA, {"role": "candidat", "nom": ""}):
        hands = [(kind, ana if qui == ANA else qui, place, raw) for kind, qui, place, raw in begun]
        [states] = play([*hands, *[("mots", ana, "projet", raw) for raw in ("deux", "un") * 3]])
        *_, taken, back = states
        assert [(one["valeur"], one["par"], one["raison"]) for one in back["ecartees"]] == [proposal]
        assert len(taken["ecartees"]) == 2
        assert back["valeurs"]["projet"]["valeur"] == "un"
    [states] = play([*begun, ("mots", ANA, "projet", "deux"), ("mots", ANA, "projet", "un")])
    copy, back = states[2:]
    assert back["valeurs"]["projet"] == {"valeur": "un", "par": ANA, "le": "2026-11-29T10:03:00+01:00"}
    for pair in ((copy, back), (back, copy)):
        found = merge(*(from_json(one) for one in pair), None, VOIX)
        assert found.copie
        assert found.copie.ecrits["projet"].valeur == "un"
    # Typed again instead of put back, they are one former answer the next time.
    [states] = play(
        [
            *begun,
            *[("mots", ANA, "projet", "deux"), ("ecrire", ANA, "projet", "un")] * 2,
            ("mots", ANA, "projet", "deux"),
        ]
    )
    assert [(one["valeur"], one["raison"]) for one in states[-1]["ecartees"]] == [
        ("deux", "proposee"),
        ("un", "anterieure"),
    ]
    # Who puts another's words back in the place of their own has not answered otherwise.
    [states] = play([begun[0], ("ecrire", PAUL, "projet", "deux"), ("mots", PAUL, "projet", "un")])
    assert [(one["valeur"], one["raison"]) for one in states[-1]["ecartees"]] == [("deux", "fusion")]
    # Another hand that puts Ana's words back signs nothing for her, and loses nothing of what she had taken.
    [states] = play([*begun, ("mots", ANA, "projet", "deux"), ("mots", ZOE, "projet", "un")])
    assert states[-1]["valeurs"]["projet"] == states[0]["valeurs"]["projet"]
    assert [(one["valeur"], one["par"], one["raison"]) for one in states[-1]["ecartees"]] == [
        proposal,
        ("deux", ANA, "fusion"),
    ]


def test_a_proposal_beside_an_empty_place_of_a_row_keeps_the_row() -> None:
    """Opened again, it is under its field, to be taken; removed with its row it stays beside, and comes back with it."""
    poste = "experiences/a/poste"
    begun = [("ecrire", ANA, "modules/b/intitule", "un"), ("proposer", PAUL, poste, "deux")]
    states = play(
        [*begun, ("oter", ANA, poste, None), ("oter", ANA, poste, "a")], [*begun, ("oter", PAUL, poste, None)]
    )
    _, proposed, gone, back = states[0]
    script = f"import {{ everyRow }} from '{WRITINGS}'; console.log(JSON.stringify(values.map((one) => [...everyRow(one)])));"
    modules, experiences = ["modules", ["b"]], ["experiences", ["a"]]
    assert run(script, proposed, gone, back) == [[modules, experiences], [modules], [modules, experiences]]
    assert [(one["valeur"], one["par"], one["raison"]) for one in gone["ecartees"]] == [("deux", PAUL, "reecrit")]
    assert back == proposed | {"qui": ANA}
    # One's own proposal goes with the row that one removes, as one's own answers do.
    assert states[1][-1]["ecartees"] == []


def test_what_one_begins_to_propose_is_kept_for_them_alone_and_in_no_file() -> None:
    """By place and by who writes: another hand at the same place begins anew, another place takes nothing away."""
    begun = (ROOT / "forms" / "plusieurs_mains" / "web" / "begun.mjs").as_uri()
    script = f"""import {{ begin, begunAt }} from '{begun}';
      import {{ blank, exported, propose }} from '{WRITINGS}';
      const [paul, zoe] = values;
      const at = (contenu, qui, place) => begunAt({{ ...contenu, qui }}, place) ?? null;
      const one = begin(begin({{ ...blank(), qui: paul }}, 'projet', 'un', paul), 'candidat-nom', 'deux', paul);
      const two = begin({{ ...one, qui: zoe }}, 'projet', 'trois', zoe);
      const three = {{ ...propose(begin(two, 'projet', undefined, zoe), 'projet', 'trois', 'm'), qui: paul }};
      const four = begin(begin(three, 'projet', undefined, paul), 'candidat-nom', undefined, paul);
      console.log(JSON.stringify([
        [at(one, paul, 'projet'), at(one, paul, 'candidat-nom'), at(one, zoe, 'projet')],
        [at(two, paul, 'projet'), at(two, zoe, 'projet'), exported(two)],
        [at(three, paul, 'projet'), at(three, zoe, 'projet'), at(begin(three, 'projet', 'trois', zoe), zoe, 'projet')],
        [at(four, paul, 'projet'), 'entamees' in four, 'entamees' in begin(four, 'projet', 'trois', zoe)],
      ]));"""
    assert run(script, PAUL, ZOE) == [
        ["un", "deux", None],
        ["un", "trois", {"valeurs": {}}],
        # Proposed, it is what one mends the next time.
        ["un", "trois", "trois"],
        [None, False, False],
    ]


def test_ones_own_words_typed_again_are_of_now() -> None:
    """Else a merge would take what they had written in between for later, and put it back."""
    [state] = play(
        [
            ("ecrire", ANA, "projet", "un"),
            ("ecrire", PAUL, "projet", "deux"),
            ("ecrire", ANA, "projet", "un"),
            ("ecrire", ZOE, "projet", "deux"),
        ]
    )
    assert state[2]["valeurs"]["projet"] == {"valeur": "un", "par": ANA, "le": "2026-11-29T10:02:00+01:00"}
    # Typed again by a third person, it is again what Paul wrote.
    assert state[3]["valeurs"]["projet"]["par"] == PAUL


def test_the_two_lists_of_voices_are_one() -> None:
    """The page and Python agree on which roles speak with which voice."""
    script = f"import {{ speaks }} from '{WRITINGS}'; console.log(JSON.stringify(values[0].map(([v, role]) => speaks(v, {{ role }}))))"
    pairs = [(voix, role) for voix in paroles.VOICES for role in ("candidat", "entreprise", "organisme", "")]
    assert run(script, pairs) == [role in paroles.VOICES[voix] for voix, role in pairs]


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        ((), (0, 2)),
        (("u1-c1-vu-organisme",), (1, 2)),
        (("u1-c1-vu",), (1, 2)),
        (("u1-c1-vu", "u1-c1-vu-entreprise", "a"), (2, 2)),
    ],
)
def test_one_answer_of_two_voices_is_enough(answered: tuple[str, ...], expected: tuple[int, int]) -> None:
    """The company or the organisation, or the place that both had before: the question is answered once."""
    module = (ROOT / "forms" / "plusieurs_mains" / "web" / "progress.mjs").as_uri()
    sections = [
        {
            "code": "s",
            "elements": [
                {"code": "a", "nature": "texte"},
                {"code": "u1-c1-vu-entreprise", "nature": "choix", "question": "u1-c1-vu"},
                {"code": "u1-c1-vu-organisme", "nature": "choix", "question": "u1-c1-vu"},
                {"code": "u1-c1-vu", "nature": "choix", "facultatif": True},
            ],
        }
    ]
    script = f"import {{ progress }} from '{module}'; console.log(JSON.stringify(progress(...values)[0]))"
    found = run(script, sections, {place: {} for place in answered}, [], [])
    assert (found["fait"], found["total"]) == expected


def test_what_is_begun_in_a_row_keeps_it_goes_with_it_and_comes_back_with_it() -> None:
    """Removed for good, it is no more in the draft, as what was begun at a place that the form has no more."""
    begun = (ROOT / "forms" / "plusieurs_mains" / "web" / "begun.mjs").as_uri()
    script = f"""import {{ begin, begunWithin, leave }} from '{begun}';
      import {{ blank, everyRow }} from '{WRITINGS}';
      const [paul] = values;
      const one = begin(blank(), 'experiences/a/poste', 'un', paul);
      const gone = leave(one, 'experiences', [], []);
      const elsewhere = leave(one, 'modules', [], []);
      const back = leave(gone.contenu, 'experiences', ['a'], gone.left);
      const within = begunWithin(begin(one, 'ancien', 'deux', paul), (place) => (place === 'ancien' ? undefined : 'candidat'));
      console.log(JSON.stringify([[...everyRow(one)], gone.contenu, elsewhere.contenu, back, within, one]));"""
    rows, gone, elsewhere, back, within, one = run(script, PAUL)
    assert rows == [["experiences", ["a"]]]
    assert "entamees" not in gone
    assert back == {"contenu": one, "left": []}
    assert elsewhere == within == one
