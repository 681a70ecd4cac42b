"""The comparison of two builders: what it takes for the same page, what it accepts, what it refuses."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from macros.moteurs.comparaison import compare, differing
from macros.moteurs.ecarts import ECARTS

PAGE = """<html><head><meta name="generator" content="{nom}"><link rel="stylesheet" href="{feuille}"></head>
<body><label class="md-overlay"{voile}></label><div class="md-dialog"{dialogue}></div>{saut}
<h1 id="t">Titre</h1> <p class="a" data-b="1">Un <a href="{lien}">mot</a></p></body></html>"""
OURS = PAGE.format(
    nom="mkdocs", feuille="../assets/stylesheets/main.57a0d79d.min.css", voile="", dialogue="", saut="", lien=".."
)
THEIRS = PAGE.format(
    nom="zensical",
    feuille="../assets/stylesheets/classic/main.94dd801d.min.css",
    voile=' aria-hidden="true"',
    dialogue=' role="status" aria-atomic="true"',
    saut='<a href="#t" class="md-skip">Aller</a>',
    lien="./..",
)


def test_two_writings_of_a_page_are_the_same_page() -> None:
    """The listed differences, an address written otherwise and the order of attributes say nothing else."""
    seen: Counter[str] = Counter()
    other = THEIRS.replace('class="a" data-b="1"', 'data-b="1"\n  class="a"')
    assert differing(OURS, other, "/page/", seen) == ""
    assert seen.keys() == {ecart.nom for ecart in ECARTS}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('id="t"', 'id="u"'),
        (' data-b="1"', ""),
        ("mot", "autre"),
        ('href="./.."', 'href="../../.."'),
        ("<h1 id", "<h2 id"),
        ("</body>", "<p></p></body>"),
    ],
)
def test_any_other_difference_is_named(before: str, after: str) -> None:
    """An id, an attribute, a word, an address, an element: each is told with its page."""
    assert differing(OURS, THEIRS.replace(before, after), "/page/deux/", Counter()).startswith("/page/deux/ : ")


def test_files_are_compared_too_and_the_list_is_kept_true(tmp_path: Path) -> None:
    """A file that only one has, one that differs, a listed difference that is gone: three faults."""
    for name, style in (("mkdocs", "a{}"), ("zensical", "b{}")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(OURS.replace(' class="md-dialog"', ""), "utf-8")
        (tmp_path / name / "a.css").write_text(style, "utf-8")
    (tmp_path / "mkdocs" / "seul.json").write_text("{}", "utf-8")
    found = compare(tmp_path / "mkdocs", tmp_path / "zensical")
    assert found.pages == 1
    assert [faute.split(" : ")[0] for faute in found.fautes[:2]] == ["seul.json", "a.css"]
    assert [faute.split("« ")[1].split(" »")[0] for faute in found.fautes[2:]] == ["dialogue", "saut"]


def test_nothing_to_compare_is_a_fault(tmp_path: Path) -> None:
    """Two empty folders are not two sites that agree."""
    assert "Aucune page" in compare(tmp_path, tmp_path).fautes[-1]
