"""How the work grows with fiches that people import for themselves: the import, check, pages, open data, the site.

`.venv/bin/python bench/croissance_importees.py [--site] [5 50 500]`: how many fiches, in a collection beside ours; each is
the whole fiche of our tests under a number of its own.  As bench/croissance.py: processor time, of one run, and what one
more fiche adds against what it added at first.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import os
import re
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import construction  # noqa: E402 — the path is set just above
import croissance  # noqa: E402

from referentials import roots  # noqa: E402
from referentials.__main__ import main as command  # noqa: E402

SIZES = (5, 50, 500)
MODEL = ROOT / "tests" / "cas" / "fiches" / "complete.xml"
# No number of ours, of the model, nor of what it names.
FIRST = 91000


def export(target: Path, size: int) -> Path:
    """Write an export of so many fiches: that of the tests, each under its own number and title."""
    text = MODEL.read_text("utf-8")
    head, fiche, tail = re.split(r"(<FICHE>.*?</FICHE>)", text, maxsplit=1, flags=re.DOTALL)
    tail = re.sub(r"<FICHE>.*</FICHE>", "", tail, flags=re.DOTALL)
    own = re.search(r"<NUMERO_FICHE>(RNCP\d+)<", fiche)
    if own is None:
        sys.exit(f"{MODEL} n’a pas de fiche du RNCP.")
    one = re.sub(r"(<INTITULE>[^<]*)", r"\1 {rang}", fiche, count=1).replace(own[1], "RNCP{numero}")
    every = "\n".join(one.replace("{rang}", str(rang)).replace("{numero}", str(FIRST + rang)) for rang in range(size))
    target.write_text(head + every + tail, "utf-8")
    return target


def collection(folder: Path, size: int) -> Path:
    """Import so many fiches into a collection of one's own.  Exits where a fiche is refused."""
    asked = [str(export(folder / "export-2026-08-16.xml", size)), "--vers", str(folder / "collection")]
    # What it says of each fiche is not what is measured.
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
        refused = command(["importer", *asked])
    if refused:
        sys.exit("L’import a refusé une fiche.")
    return folder / "collection"


def main() -> None:
    """Measure the sizes asked for, and show them."""
    site = "--site" in sys.argv
    sizes = tuple(int(size) for size in sys.argv[1:] if size != "--site") or SIZES
    # The first run compiles schemas and templates: it is not counted.
    croissance.measures(croissance.PUBLISHED)
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            spent, own = croissance.timed(lambda folder=folder, size=size: collection(folder, size))  # type: ignore[misc]
            os.environ[roots.VARIABLE] = str(own)
            found.append({"import (s)": spent, **croissance.measures(croissance.PUBLISHED, own)})
            if site:
                found[-1] |= construction.measures(construction.copied(croissance.PUBLISHED, folder / "depot"))
            del os.environ[roots.VARIABLE]
    croissance.show("fiches importées", sizes, found)


if __name__ == "__main__":
    main()
