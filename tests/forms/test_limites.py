"""Limits of reading: what is at each of them passes, what is one beyond it is refused with a sentence."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from forms import __main__ as command
from forms.questionnaire import natures
from forms.questionnaire.modele import Champ
from forms.questionnaire.natures import NotUnderstood
from forms.socle.json_strict import read
from forms.socle.refus import Refus
from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run
from tests.outils_formulaires import export, published

JOUR = Champ("jour", "date", "Jour")
BIGGEST = 5_000_000
DEEPEST, LONGEST = 100, 40
# What JavaScript holds without rounding: Number.MAX_SAFE_INTEGER.
WHOLE = 9_007_199_254_740_991


@pytest.mark.parametrize("day", ["1900-01-01", "01/01/1900", "2200-12-31", "31/12/2200"])
def test_the_first_and_last_years_are_days(day: str) -> None:
    """A day of 1900 and one of 2200 are read, however they are written."""
    assert natures.read(JOUR, day) in {date(1900, 1, 1), date(2200, 12, 31)}


@pytest.mark.parametrize("day", ["1899-12-31", "31/12/1899", "2201-01-01", "01/01/2201"])
def test_a_year_beyond_them_is_asked_again(day: str) -> None:
    """The sentence says the year, which is what is mistyped."""
    with pytest.raises(NotUnderstood, match=r"^L’année (1899|2201)\sest sûrement une erreur"):
        natures.read(JOUR, day)


def test_a_number_is_read_to_the_fifteen_characters_that_a_float_holds() -> None:
    """Each digit typed is in the number; with one more, some would not be."""
    assert natures.number("123456789012345") == 123456789012345
    assert natures.number("1234567890123,4") == 1234567890123.4
    assert natures.number("123 456 789 012 345") == 123456789012345
    assert natures.number("1234567890123456") is None
    assert natures.number("-123456789012345") is None


@pytest.mark.parametrize("sign", [1, -1])
def test_a_whole_number_stays_one_as_long_as_javascript_holds_it(sign: int) -> None:
    """At the last one it is a number, one beyond it is the text of its digits; in rows and lists too."""
    assert natures.exact({"a": [sign * WHOLE]}) == {"a": [sign * WHOLE]}
    assert natures.exact({"a": [sign * (WHOLE + 1)]}) == {"a": [str(sign * (WHOLE + 1))]}
    assert run("console.log(JSON.stringify(Number.MAX_SAFE_INTEGER))") == WHOLE


@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ('{"a":', "}")])
def test_a_text_is_read_a_hundred_levels_deep(opened: str, closed: str) -> None:
    """One level more is refused, before Python's own limit."""
    deep = opened * DEEPEST + "1" + closed * DEEPEST
    assert json.dumps(read(deep)).count(opened[0]) == DEEPEST
    with pytest.raises(Refus, match="imbriqué sans fin"):
        read(opened + deep + closed)


def test_a_number_is_read_up_to_forty_digits() -> None:
    """One more is refused, and its first forty are shown."""
    assert read("7" * LONGEST) == int("7" * LONGEST)
    with pytest.raises(Refus, match=f"« {'7' * LONGEST}… »"):
        read("7" * (LONGEST + 1))


def test_the_command_reads_a_file_of_five_megabytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To the byte; with one more it is refused unread."""
    path = tmp_path / "fichier.json"
    path.write_bytes(export(published(), {}).encode().ljust(BIGGEST))
    assert command.main(["verifier", str(path)]) == 0
    path.write_bytes(export(published(), {}).encode().ljust(BIGGEST + 1))
    capsys.readouterr()
    assert command.main(["verifier", str(path)]) == 1
    assert capsys.readouterr().err.startswith("Ce fichier est trop gros pour être un fichier Repère")


def test_the_page_reads_a_file_of_the_same_size() -> None:
    """The page and the command have one limit; the page tells it by the size, before reading."""
    script = f"""
      import {{ readText }} from "{(ROOT / "forms" / "page" / "reading.mjs").as_uri()}";
      const sized = (size) => readText(new File(["x".repeat(size)], "f.json")).then((t) => t.length, (e) => e.motif);
      console.log(JSON.stringify([await sized(values[0]), await sized(values[0] + 1)]));"""
    assert run(script, BIGGEST) == [BIGGEST, "fichier_trop_gros"]
