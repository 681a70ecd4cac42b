"""What a page calls the files that it hands over: no letter of a name vanishes, and no system refuses it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run

EXPORTING = (ROOT / "forms" / "page" / "exporting.mjs").as_uri()
LIVRET = "livret-de-reperage-cqp-vendeur-conseil-a-distance-2018"
# What Windows forbids in a name; a name of ours cannot be one of its devices, since it begins with « repere ».
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]|[. ]$')


def file_names(sujet: str, every: list[list[str]], extension: str = ".json") -> list[Any]:
    """Return the names of files told apart by each of these lists of names, saved on one day."""
    return list(
        run(
            f"""import {{ fileName }} from '{EXPORTING}';
            const [sujet, every, extension] = values;
            const day = new Date(2026, 10, 23, 12);
            console.log(JSON.stringify(every.map((noms) => fileName(sujet, noms, day, extension))));""",
            sujet,
            every,
            extension,
        )
    )


@pytest.mark.parametrize(
    ("nom", "expected"),
    [
        ("Lætitia Lecœur", "laetitia-lecoeur"),
        ("Œuvres du Val", "oeuvres-du-val"),
        ("Æsir & Cie", "aesir-cie"),
        ("Straße", "strasse"),
        ("STRASSE ẞ", "strasse-ss"),
        ("Łukasz Đặng, Søren", "lukasz-dang-soren"),
        ("Élodie Lebœuf", "elodie-leboeuf"),
        ("E\u0301lodie", "elodie"),
        ("ﬁche № 2", "fiche-no-2"),
        ("Мария Йорданова", "мария-йорданова"),
        ("王小明", "王小明"),
        ("محمد علي", "محمد-علي"),
        ("김민수", "김민수"),
        ("गीता", "गीता"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("CON", "con"),
        ("..", ""),
        ("\u202etxt.exe\u200b", "txt-exe"),
        ("Brouillon 🙂 3", "brouillon-3"),
    ],
)
def test_a_name_keeps_its_letters(nom: str, expected: str) -> None:
    """Latin letters lose their accents or come apart; those of other scripts stay; what is no letter parts words."""
    (found,) = file_names("essai", [[nom]])
    assert found == "-".join(filter(None, ("repere-essai", expected, "2026-11-23"))) + ".json"


def test_three_hands_of_one_livret_have_three_files() -> None:
    """Each under the name of the candidate and of who writes, however long the name of the draft."""
    found = file_names(
        LIVRET, [["x" * 300, "Lætitia Lecœur", role] for role in ("candidat", "entreprise", "organisme", "")]
    )
    assert len({*found}) == 4
    assert all("laetitia-lecoeur" in name for name in found)
    assert [name.partition("laetitia-lecoeur")[2].removesuffix("-2026-11-23.json") for name in found] == [
        *("-candidat", "-entreprise", "-organisme", ""),
    ]


@settings(max_examples=5)
@given(every=st.lists(st.lists(st.text(max_size=300), min_size=1, max_size=3), min_size=30, max_size=60))
def test_any_name_makes_a_name_that_every_system_takes(every: list[list[str]]) -> None:
    """Short enough in bytes, nothing forbidden, nothing cut in two, the day and the extension whole."""
    for name in file_names(LIVRET, [[text.encode("utf-8", "ignore").decode() for text in noms] for noms in every]):
        assert len(name.encode("utf-8")) <= 255
        assert name.endswith("-2026-11-23.json")
        assert not FORBIDDEN.search(name)
