"""An agreement is bound to what it was given to: shown as older once that changed, and as unbound where nothing says."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from forms import __main__ as command
from forms.livret_de_reperage.commandes import ouvrir
from forms.livret_de_reperage.mains import MAINS
from forms.livret_de_reperage.texte import texte
from forms.plusieurs_mains import accords, fichier
from forms.plusieurs_mains.ecrits import Copie, Ecrit, from_json, to_json
from forms.questionnaire.dates import read as day
from tests.forms.livret_de_reperage.outils_livret import LIVRETS, SOIR, candidat, published, saved, tuteur
from tests.forms.livret_de_reperage.test_parcours import ask
from tests.forms.livret_de_reperage.test_paroles import files, plain
from tests.forms.livret_de_reperage.test_released_livrets import EXPORTS, FORMS

YES = True
ROW = {"accords/a/nom": candidat("Ana Ruiz"), "accords/a/role": candidat("candidat")}
LIVRET = Copie({"projet": candidat("Vendre à l’étranger"), "voies": candidat(("formation", "vae")), **ROW})


def bound(livret: Copie, row: str = "a") -> Copie:
    """Return a livret in which a row of the agreements is given to what it says."""
    found = accords.now(MAINS, published(), livret.ecrits, row)
    assert found
    return replace(livret, ecrits={**livret.ecrits, f"accords/{row}/empreinte": candidat(found)})


def states(livret: Copie) -> list[str]:
    """Return what each agreement is worth."""
    return [one.etat for one in accords.read(MAINS, published(), livret.ecrits)]


def changed(livret: Copie, **answers: Any) -> Copie:
    """Return a livret with other answers."""
    written = {place.replace("__", "/").replace("_", "-"): tuteur(value) for place, value in answers.items()}
    return replace(livret, ecrits={**livret.ecrits, **written})


def test_an_agreement_is_of_an_older_version_once_anything_it_signed_changed() -> None:
    """An answer, a decision, a module, its own name: each makes it older; put back as it was, it holds again."""
    given_to = bound(LIVRET)
    assert states(given_to) == ["conforme"]
    for answers in (
        {"projet": "Vendre ici"},
        {"d1_decision": "formation"},
        {"modules__m__intitule": "Appels"},
        {"accords__a__nom": "Ana R."},
        {"accords__a__remarque": "Sauf le mercredi"},
    ):
        later = changed(given_to, **answers)
        assert states(later) == ["anterieur"], answers
    assert states(changed(changed(given_to, projet="Vendre ici"), projet="Vendre à l’étranger")) == ["conforme"]
    # Somebody else who agrees changes nothing of what the first agreed to.
    both = bound(changed(given_to, accords__b__nom="Paul"), "b")
    assert states(both) == ["conforme", "conforme"]


def test_an_agreement_without_a_digest_says_so() -> None:
    """One older than the digest, or given while Python was not there: it is neither valid nor outdated."""
    assert states(LIVRET) == ["sans_empreinte"]
    assert states(replace(LIVRET, ecrits={**LIVRET.ecrits, "accords/a/empreinte": candidat("bonjour")})) == [
        "sans_empreinte"
    ]


def test_a_copied_row_does_not_carry_the_agreement_of_another() -> None:
    """The digest is of its own row: under another identifier, even with the same name, it is not valid."""
    given_to = bound(LIVRET)
    copied = {
        place.replace("/a/", "/b/"): one for place, one in given_to.ecrits.items() if place.startswith("accords/")
    }
    assert states(replace(given_to, ecrits={**given_to.ecrits, **copied})) == ["conforme", "anterieur"]


@given(LIVRETS, st.randoms(use_true_random=False))
def test_the_digest_does_not_depend_on_how_the_file_is_written(livret: Copie, random: Any) -> None:
    """Reopened, in any order, decomposed, signed by others at other times: what was agreed to is the same."""
    livret = fichier.place(Copie({**livret.ecrits, **ROW}), published())
    expected = accords.now(MAINS, published(), livret.ecrits, "a")
    reopened = ouvrir(saved(bound(livret)), published()).copie
    assert states(reopened) == ["conforme"]
    entries = [*livret.ecrits.items()]
    random.shuffle(entries)
    assert accords.now(MAINS, published(), dict(entries), "a") == expected
    other = {place: replace(decomposed(one), role="organisme", nom="Zoé", le=SOIR) for place, one in entries}
    assert accords.now(MAINS, published(), other, "a") == expected


def decomposed(ecrit: Ecrit) -> Ecrit:
    """Return the same words, their accents apart, as some systems write them."""
    text = isinstance(ecrit.valeur, str)
    return replace(ecrit, valeur=unicodedata.normalize("NFD", str(ecrit.valeur))) if text else ecrit


@given(LIVRETS, LIVRETS)
def test_two_livrets_that_say_otherwise_have_two_digests(one: Copie, other: Copie) -> None:
    """Any answer that differs is seen: a digest of half the page would sign anything."""
    here, there = (fichier.place(Copie({**livret.ecrits, **ROW}), published()).ecrits for livret in (one, other))
    assume(
        {p: repr(accords.canonical(e.valeur)) for p, e in here.items()}
        != {p: repr(accords.canonical(e.valeur)) for p, e in there.items()}
    )
    assert accords.now(MAINS, published(), here, "a") != accords.now(MAINS, published(), there, "a")


def test_numbers_and_ticks_are_the_same_however_json_writes_them() -> None:
    """14 and 14.0, two ticks in another order; yes is not 1."""

    def digest(value: Any) -> str | None:
        return accords.now(MAINS, published(), {**ROW, "voies": candidat(value)}, "a")

    assert digest(14) == digest(14.0)
    assert digest(("formation", "vae")) == digest(("vae", "formation"))
    assert len({digest(YES), digest(1), digest("1"), digest(("1",))}) == 4


def test_the_digest_of_a_released_file_still_holds() -> None:
    """A change of the canonical form, or of the plan that follows from the same answers, must be meant."""
    seen = []
    for path in sorted(EXPORTS.glob("2/*.json")):
        text = path.read_text("utf-8")
        form = FORMS[json.loads(text)["certification"]]
        livret = ouvrir(text, form).copie
        seen.append(sorted(one.etat for one in accords.read(MAINS, form, livret.ecrits)))
    expected = ["anterieur", "conforme", "sans_empreinte", "sans_empreinte"]
    assert seen == [expected if found else [] for found in seen]
    assert expected in seen


def test_it_is_told_on_opening_in_the_text_and_in_the_state() -> None:
    """The page, a message and the JSON say the same; one that holds is said to hold, with who bound it and when."""
    later = changed(bound(LIVRET), projet="Autre")
    avis = plain(" ".join(ouvrir(saved(later), published()).avis))
    assert "1 accord a été donné pour une version antérieure." in avis
    assert "1 accord est sans empreinte." in plain(" ".join(ouvrir(saved(LIVRET), published()).avis))
    assert ouvrir(saved(bound(LIVRET)), published()).avis == ()
    on = day("2026-11-23")
    assert on
    assert "Donné pour une version antérieure" in texte(published(), later, on)
    state = ask("etat", **to_json(bound(LIVRET)), jour="2026-11-23")["resultat"]
    assert state["accords"] == [
        {
            "ligne": "a",
            "nom": "accord «\u00a0Ana Ruiz\u00a0»",
            "etat": "conforme",
            "phrase": "Donné à ce qui est écrit (Ana Ruiz, le candidat, 23 novembre 2026).",
        }
    ]


def test_the_page_asks_for_the_digest_of_what_it_shows() -> None:
    """Of one row, for the writings of the request; nothing for a row in which nothing is written."""
    assert ask("accorder", **to_json(LIVRET), ligne="a")["resultat"] == {
        "empreinte": accords.now(MAINS, published(), LIVRET.ecrits, "a")
    }
    assert ask("accorder", **to_json(LIVRET), ligne="z")["resultat"] == {"empreinte": None}


@pytest.mark.parametrize("agreed", [True, False])
def test_a_merge_and_a_poured_file_say_which_agreements_no_longer_hold(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], *, agreed: bool
) -> None:
    """On standard error, and in the file that results: the agreement stays, and is one of an older version."""
    mine = bound(LIVRET)
    theirs = mine if agreed else Copie({"u1-c1-vu-entreprise": tuteur("acquis")})
    assert command.main(["fusionner", *files(tmp_path, mine, theirs)]) == 0
    captured = capsysbinary.readouterr()
    assert states(from_json(json.loads(captured.out))) == ["conforme" if agreed else "anterieur"]
    assert ("pour une version antérieure" in captured.err.decode()) != agreed
    answer = ask("fusionner", **to_json(mine), texte=saved(theirs))["resultat"]
    assert any("version antérieure" in one for one in answer["avis"]) != agreed
