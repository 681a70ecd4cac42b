"""What two sides must decide and cannot share (the browser holds forms/ alone) is held equal over one table of cases."""

from __future__ import annotations

import json
import re
from dataclasses import fields

import pytest

from forms.questionnaire import modele
from forms.socle import json_strict
from forms.socle.dates import in_words
from forms.socle.majuscules import capitalized, uncapitalized
from forms.socle.phrases import in_french
from forms.socle.refus import Refus
from referentials import model, read
from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run

LU = ['{"a": [1, 2.5, null, true, "é"]}', '{"a": {"a": 1}}', "[]", '"texte"', "-0.0", "9" * 40, "1e308"]
REFUSE = ['{"a": 1, "a": 2}', '{"b": {"a": 1, "a": 1}}', "NaN", "[-Infinity]", "1e999", "9" * 41, '{"a": 1,}', "[", ""]


@pytest.mark.parametrize("text", LU)
def test_both_readers_take_the_same(text: str) -> None:
    """A referential and a person's file are read by one notion of JSON."""
    assert read.parse(text) == json_strict.read(text) == json.loads(text)


@pytest.mark.parametrize("text", REFUSE)
def test_both_readers_refuse_the_same(text: str) -> None:
    """A key given twice, what is no number, a number beyond reason, bad syntax, nothing at all."""
    with pytest.raises(ValueError):  # noqa: PT011 — of many kinds
        read.parse(text)
    with pytest.raises(Refus):
        json_strict.read(text)


@pytest.mark.parametrize("name", ["Endroit", "Source"])
def test_a_place_of_a_document_is_the_same_on_both_sides(name: str) -> None:
    """What the referential calls a source, a form calls so too, key for key."""
    ours, theirs = ([(one.name, one.type, one.default) for one in fields(getattr(m, name))] for m in (model, modele))
    assert ours == theirs


def test_numbers_are_printed_alike_by_python_and_by_the_browser() -> None:
    """1 234,5 with the same spaces, whoever writes it."""
    numbers = [0, 1, 12, 999, 1000, 1234.5, 0.25, 1234567, 70000]
    script = 'console.log(JSON.stringify(values[0].map((one) => one.toLocaleString("fr-FR"))));'
    assert run(script, numbers) == [in_french(one) for one in numbers]


def test_days_are_printed_alike_by_python_and_by_the_browser() -> None:
    """« 1er mars 2026 » everywhere, and the other days without that ending."""
    days = ["2026-03-01", "2026-03-02", "2026-08-11", "2027-12-31", "2026-02-21"]
    moments = (ROOT / "forms" / "page" / "moments.mjs").as_uri()
    script = f"import {{ dayInWords }} from '{moments}'; console.log(JSON.stringify(values[0].map(dayInWords)));"
    assert run(script, days) == [in_words(one) for one in days]


def test_files_of_data_are_asked_for_by_the_same_code() -> None:
    """Bundled with a form or served with the theme: what follows the heads of both modules is the same, to the letter."""
    ours, theirs = (
        (ROOT / path).read_text("utf-8").partition("\n */\n")[2].lstrip("\n")
        for path in ("forms/page/script-files.mjs", "macros/theme/assets/javascripts/fichiers.mjs")
    )
    assert "export function asker" in ours
    assert ours == theirs


# By hand: one letter, then the rest; `capitalize` also lowers the rest, acronyms among it.
BY_HAND = re.compile(r"\[:?[01]\](?:\.| *\| *)(?:upper|lower)\b|\bcapitalize\b")


def test_a_capital_is_put_at_the_head_of_a_text_by_one_function() -> None:
    """In Python and in templates: no acronym loses its capitals, and an empty text is no error."""
    sources = [
        p for side in ("forms", "macros", "referentials") for e in ("py", "j2") for p in (ROOT / side).rglob(f"*.{e}")
    ]
    found = [str(p.relative_to(ROOT)) for p in sources if BY_HAND.search(p.read_text("utf-8"))]
    owners = ["forms/socle/majuscules.py", "referentials/capitals.py"]
    assert sorted(found) == owners
    # The browser holds forms/ alone: the same functions, to the letter.
    ours, theirs = ((ROOT / path).read_text("utf-8").partition("\n")[2] for path in owners)
    assert ours == theirs
    assert [capitalized(text) for text in ("", "en VAE", "évaluation")] == ["", "En VAE", "Évaluation"]
    assert [uncapitalized(text) for text in ("", "VAE", "Évaluation")] == ["", "VAE", "évaluation"]
