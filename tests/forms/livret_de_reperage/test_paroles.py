"""Each person's words stay theirs: another hand in their place is told, kept, and a conflict at a merge."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from forms import __main__ as command
from forms.livret_de_reperage.commandes import ouvrir
from forms.livret_de_reperage.etat import evaluate
from forms.livret_de_reperage.tableur import feuille
from forms.livret_de_reperage.texte import texte
from forms.plusieurs_mains import conflits, paroles, phrases
from forms.plusieurs_mains.ecrits import ANTERIEURE, CHOIX, FUSION, PROPOSEE, REECRIT, Copie, Ecarte, Ecrit
from forms.plusieurs_mains.fusion import Conflit, Divergence, merge
from forms.questionnaire.dates import read as day
from tests.forms.livret_de_reperage.outils_livret import LIVRETS, SOIR, VOIX, candidat, published, saved, tuteur
from tests.forms.livret_de_reperage.test_fusion import CHOICES, content, words

ANA, PAUL = candidat("Vendre"), tuteur("Vendre mieux")
ZOE = Ecrit("en_partie", "organisme", "Zoé", SOIR)
OVERWRITTEN = Copie({"projet": PAUL}, (Ecarte("projet", ANA, REECRIT),))
NIGHT = "2026-11-23T23:00:00+01:00"


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@given(LIVRETS, LIVRETS, CHOICES)
def test_a_change_by_another_hand_is_a_conflict_or_is_kept(one: Copie, other: Copie, choix: dict[str, str]) -> None:
    """Whatever the copies: each word of a voice that does not stand after the merge is a conflict, or is kept beside."""
    found = merge(one, other, None, VOIX)
    conflicts = {conflit.place for conflit in found.conflits}
    settled = merge(one, other, choix, VOIX).copie
    assert settled
    kept = {(aside.place, aside.ecrit.answer) for aside in settled.ecartees}
    for copy in (one, other):
        for place, ecrit in copy.ecrits.items():
            stands = settled.ecrits[place]
            if stands.answer != ecrit.answer:
                assert (place, ecrit.answer) in kept
                # Without a choice of this merge, only the same hand's later words, or what was settled for good, win.
                if place not in conflicts and stands.hand != ecrit.hand:
                    loser = next(c for c in (one, other) if c.ecrits.get(place) == stands or c is other)
                    assert any(
                        paroles.settles(paroles.at(VOIX, place), aside, loser.ecrits[place]) for aside in loser.ecartees
                    )


@given(LIVRETS, LIVRETS, CHOICES)
def test_with_voices_nothing_is_lost_and_sides_can_be_swapped(one: Copie, other: Copie, choix: dict[str, str]) -> None:
    """The same as of any merge: nothing lost, the same from the other side, the same file twice changes nothing."""
    here, there = merge(one, other, None, VOIX), merge(other, one, None, VOIX)
    assert {*here.conflits} == {Conflit(c.place, c.autre, c.ici) for c in there.conflits}
    assert {d.place for d in here.divergences} == {d.place for d in there.divergences}
    swapped = {place: "autre" if side == "ici" else "ici" for place, side in choix.items()}
    settled = merge(one, other, choix, VOIX).copie
    assert settled
    assert content(settled) == content(merge(other, one, swapped, VOIX).copie)
    assert {*words(settled)} >= {*words(one), *words(other)}
    assert content(merge(one, one, None, VOIX).copie) == content(one)
    fresh = [Copie(one.ecrits), Copie(other.ecrits)]
    again = merge(*fresh, choix, VOIX).copie
    assert again
    assert all(content(merge(again, copy, None, VOIX).copie) == content(again) for copy in fresh)


def test_a_role_without_a_name_is_nobody_in_particular() -> None:
    """Two candidates of one session, neither of whom wrote their name: a later answer is a conflict, not their last word."""
    one, other = (Copie({"projet": replace(ANA, nom=" ", valeur=v, le=le)}) for v, le in (("A", ANA.le), ("B", NIGHT)))
    assert [conflit.place for conflit in merge(one, other, None, VOIX).conflits] == ["projet"]


def test_an_unsigned_writing_is_not_told_as_another_hand() -> None:
    """It may be of the candidate: the conflict says whose word it is only where a signature is of somebody else."""
    form = published()

    def parole(theirs: Ecrit) -> str:
        here, there = Copie({"projet": ANA}), Copie({"projet": theirs})
        [told] = conflits.described(form, here, there, merge(here, there, None, VOIX).conflits)
        return plain(told.parole)

    assert parole(replace(PAUL, role="", nom="")) == ""
    assert parole(PAUL) == "C’est la parole du candidat, et une autre main a écrit à sa place."


@pytest.mark.parametrize("raison", [REECRIT, FUSION])
def test_words_typed_over_are_a_conflict_at_the_merge(raison: str) -> None:
    """The interviewer wrote over the candidate's project: merging with the candidate's copy asks.  It asked nothing."""
    theirs = Copie({"projet": PAUL}, (Ecarte("projet", ANA, raison),))
    found = merge(Copie({"projet": ANA}), theirs, None, VOIX)
    assert found.conflits == (Conflit("projet", ANA, PAUL),)
    # Once chosen, it is not asked again, from either side.
    settled = merge(Copie({"projet": ANA}), theirs, {"projet": "autre"}, VOIX).copie
    assert settled
    assert settled.ecartees == (Ecarte("projet", ANA, CHOIX),)
    assert merge(Copie({"projet": ANA}), settled, None, VOIX).copie
    # A place that is nobody's word is as before: who corrects it is followed.
    assert merge(Copie({"projet": ANA}), theirs, None, {}).copie


def test_the_candidate_takes_their_words_back_without_being_asked() -> None:
    """What was written in their place is kept beside; their own copy of before does not bring the question back."""
    mine = Copie({"projet": replace(ANA, valeur="Vendre à l’export", le=NIGHT)}, (Ecarte("projet", PAUL, REECRIT),))
    found = merge(mine, OVERWRITTEN, None, VOIX)
    assert (found.conflits, found.copie and found.copie.ecrits["projet"]) == ((), mine.ecrits["projet"])
    assert [one.nature for one in found.divergences] == ["reecrite"]


@pytest.mark.parametrize(("raison", "nature"), [(REECRIT, "reecrite"), (FUSION, "reecrite"), (CHOIX, "tranchee")])
def test_what_was_only_written_over_is_not_said_to_have_been_chosen(raison: str, nature: str) -> None:
    """A place that is nobody's word: the newer one stays, and why is said as it was; it is kept for that same reason."""
    before, after = Copie({"voies": ANA}), Copie({"voies": PAUL}, (Ecarte("voies", ANA, raison),))
    for found, side in ((merge(before, after, None, VOIX), "autre"), (merge(after, before, None, VOIX), "ici")):
        assert found.divergences == (Divergence("voies", nature, side, PAUL, ANA),)
        assert found.copie == after
    # Both a choice and a hand set it aside: the choice is what says most.
    both = replace(after, ecartees=(*after.ecartees, Ecarte("voies", replace(ANA, le=NIGHT), CHOIX)))
    assert [one.nature for one in merge(before, both, None, VOIX).divergences] == ["tranchee"]
    assert plain(phrases.DIVERGENCES["reecrite"]).startswith("L’autre avait déjà été remplacée ou effacée")


def test_what_the_same_person_wrote_later_is_no_conflict() -> None:
    """It stays, what it took the place of is kept beside, and the difference is told; a moment that is none asks."""
    later = replace(ANA, valeur="Vendre à l’export", le=NIGHT)
    found = merge(Copie({"projet": ANA, "voies": PAUL}), Copie({"projet": later}), None, VOIX)
    assert found.copie == Copie({"projet": later, "voies": PAUL}, (Ecarte("projet", ANA, ANTERIEURE),))
    assert found.divergences == (
        Divergence("projet", "recente", "autre", later, ANA),
        Divergence("voies", "ajoutee", "ici", PAUL, None),
    )
    for other in (
        replace(later, le="2026-02-30T08:30:00+01:00"),
        replace(later, le=ANA.le),
        replace(later, role="", nom=""),
        replace(later, nom="Ana"),
    ):
        assert merge(Copie({"projet": ANA}), Copie({"projet": other}), None, VOIX).conflits


def test_two_interviewers_each_keep_their_voice() -> None:
    """What the company and the organisation see stand side by side; neither is a conflict of the other."""
    here = Copie({"u1-c1-vu-entreprise": tuteur("acquis")})
    there = Copie({"u1-c1-vu-organisme": ZOE})
    found = merge(here, there, None, paroles.voices(published()))
    assert found.copie == Copie({**here.ecrits, **there.ecrits})
    # One who writes in the other's place is told, as for the candidate.
    crossed = merge(here, Copie({"u1-c1-vu-entreprise": ZOE}), None, paroles.voices(published()))
    assert [conflit.place for conflit in crossed.conflits] == ["u1-c1-vu-entreprise"]


def test_words_in_a_row_are_of_a_voice_too() -> None:
    """The candidate's experiences: another hand there is told by the row's name, kept, asked about; so is a row removed."""
    form = published()
    row = {"experiences/a/poste": candidat("Vendeuse"), "experiences/a/entreprise": candidat("Le Bazar")}
    over = Ecarte("experiences/a/poste", row["experiences/a/poste"], REECRIT)
    theirs = Copie({**row, "experiences/a/poste": tuteur("Caissière")}, (over,))
    found = merge(Copie(row), theirs, None, paroles.voices(form))
    assert [conflit.place for conflit in found.conflits] == ["experiences/a/poste"]
    [told] = conflits.described(form, Copie(row), theirs, found.conflits)
    assert plain(told.parole) == "C’est la parole du candidat, et une autre main a écrit à sa place."
    [said] = map(plain, ouvrir(saved(theirs), form).avis)
    assert said.startswith("Expérience « Caissière Le Bazar », poste ou activité : Paul Le Goff, l’entreprise")
    on = day("2026-11-23")
    assert on
    assert "À côté : Vendeuse" in plain(texte(form, theirs, on))
    assert [one.place for one in evaluate(form, theirs, on).paroles] == ["experiences/a/poste"]
    # Nobody's word, in a row: who corrects it is followed, as before.
    module = Copie({"modules/a/intitule": tuteur("B")}, (Ecarte("modules/a/intitule", candidat("A"), REECRIT),))
    assert merge(Copie({"modules/a/intitule": candidat("A")}, ()), module, None, paroles.voices(form)).copie
    gone = Copie({}, tuple(Ecarte(place, ecrit, REECRIT) for place, ecrit in row.items()))
    assert next(plain(one.phrase) for one in conflits.changed(form, gone)).startswith(
        "Expériences, poste ou activité : "
    )


def test_a_reopened_file_tells_who_changed_what() -> None:
    """In a sentence with both hands and the former words, in the text beside the answer, in the state."""
    opened = ouvrir(saved(OVERWRITTEN), published())
    [told] = map(plain, opened.avis)
    assert told.startswith("Projet, ce que le candidat veut faire")
    assert (
        "Paul Le Goff, l’entreprise, 23 novembre 2026, a écrit à la place de ce qu’avait écrit Ana Ruiz, le candidat"
        in told
    )
    assert told.endswith("Les mots d’avant sont gardés : « Vendre ».")
    on = day("2026-11-23")
    assert on
    printed = plain(texte(published(), OVERWRITTEN, on))
    assert (
        "À côté : Vendre\n      (Ana Ruiz, le candidat, 23 novembre 2026) Une autre main l’a remplacée ou effacée."
        in printed
    )
    # A file of format 1 does not say whether somebody wrote over it or a merge chose.
    (old,) = conflits.changed(published(), Copie({"projet": PAUL}, (Ecarte("projet", ANA, FUSION),)))
    assert "une autre réponse (Paul Le Goff" in old.phrase
    assert "a écrit à la place" not in plain(old.phrase)
    erased = Copie({}, (Ecarte("projet", ANA, REECRIT),))
    assert "a été effacé" in plain(ouvrir(saved(erased), published()).avis[0])
    assert "À côté : Vendre" in plain(texte(published(), erased, on))


def test_what_is_proposed_beside_is_told_and_changes_nothing() -> None:
    """Said when the file opens, with its hand in the text and the table; no changed word, no conflict, nothing lost."""
    form, on = published(), day("2026-11-23")
    assert on
    livret = Copie({"projet": ANA}, (Ecarte("projet", PAUL, PROPOSEE), Ecarte("projet-contraintes", PAUL, PROPOSEE)))
    opened = ouvrir(saved(livret), form)
    assert opened.copie == livret
    assert [plain(one) for one in opened.avis] == [
        "2 autres réponses sont proposées à côté, sans rien changer : à lire sous la question, à prendre ou à laisser."
    ]
    text = plain(texte(form, livret, on))
    assert text.count("À côté : Vendre mieux\n      (Paul Le Goff, l’entreprise, 23 novembre 2026) Écrite à côté") == 2
    assert sum("Écrite à côté" in line[5] for line in feuille(form, livret, "2026-11-23").lignes) == 2
    assert evaluate(form, livret, on).paroles == ()
    mine = Copie({"projet": ANA})
    assert merge(mine, livret, None, paroles.voices(form)).copie == livret
    # Taken since: there is nothing more to take.
    assert ouvrir(saved(Copie({"projet": replace(ANA, valeur=PAUL.valeur)}, livret.ecartees[:1])), form).avis == ()


def test_many_changes_are_told_in_a_few_sentences() -> None:
    """Three in full, then how many more: the status line of a page is no list."""
    places = [f"u{unit}-dit" for unit in ("1-c1", "1-c2", "2-c1", "2-c2", "2-c3")]
    written = {place: tuteur("acquis") for place in places}
    aside = tuple(Ecarte(place, candidat("a_acquerir"), REECRIT) for place in places)
    avis = ouvrir(saved(Copie(written, aside)), published()).avis
    assert len(avis) == 4
    assert "2 autres paroles ont été changées" in plain(avis[-1])


def files(folder: Path, *copies: Copie) -> list[str]:
    """Write copies and return their paths."""
    paths = [folder / f"{rank}.json" for rank, _ in enumerate(copies)]
    for path, livret in zip(paths, copies, strict=True):
        path.write_text(saved(livret), "utf-8")
    return [str(path) for path in paths]


def test_the_command_line_asks_and_says_whose_word_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, and the sentence that says that another hand wrote in the candidate's place."""
    assert command.main(["fusionner", *files(tmp_path, Copie({"projet": ANA}), OVERWRITTEN)]) == 1
    told = plain(capsys.readouterr().err)
    assert "C’est la parole du candidat, et une autre main a écrit à sa place." in told
    assert "--choisir projet=ici" in told


def test_a_whole_section_is_taken_from_one_side(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """`section:` before its code; a place that one chose wins over it; both kept; an unknown section is refused."""
    places = ("u1-c1-vu", "u1-c2-vu", "u2-c1-vu")
    ours = Copie({place: candidat("acquis") for place in places} | {"candidat-nom": candidat("Ana")})
    theirs = Copie({place: tuteur("en_partie") for place in places})
    paths = files(tmp_path, ours, theirs)
    assert command.main(["fusionner", *paths]) == 1
    told = plain(capsysbinary.readouterr().err.decode())
    assert "--choisir section:competences-u1=ici|autre" in told
    chosen = ["section:competences-u1=autre", "u1-c2-vu=ici", "section:competences-u2=ici"]
    assert command.main(["fusionner", *paths, *[arg for one in chosen for arg in ("--choisir", one)]]) == 0
    captured = capsysbinary.readouterr()
    valeurs = json.loads(captured.out)["valeurs"]
    assert [valeurs[place]["valeur"] for place in places] == ["en_partie", "acquis", "acquis"]
    assert "1 réponse n’était que d’un côté." in plain(captured.err.decode())
    assert command.main(["fusionner", *paths, "--choisir", "section:projet=ici"]) == 1
