"""How the work grows with the certifications: check, reading, pages, open data, for copies of the smallest one.

`.venv/bin/python bench/croissance.py [--site] [5 50 150 500]`: how many certifications; `--site`: what MkDocs makes of them
too, minutes long, on a repository where `make site` was run.  Processor time, of one run; what counts is the last column,
what one certification adds against what it added at first: 1 where the work is linear.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import construction  # noqa: E402 — the path is set just above

from macros import pages, sides  # noqa: E402
from macros.api import data as open_data  # noqa: E402
from macros.api.edition import Edition  # noqa: E402
from macros.comparaison.paires import pairs  # noqa: E402
from macros.pages.commun import Contexte, FormAssets, Script  # noqa: E402
from macros.pages.rubriques import rubriques  # noqa: E402
from macros.vues.etats import today  # noqa: E402
from referentials import roots  # noqa: E402
from referentials.check.run import run  # noqa: E402
from referentials.load import Collection, build  # noqa: E402
from referentials.read import ROOT as PUBLISHED  # noqa: E402

SIZES = (5, 50, 150)
CONTEXTE = Contexte("../../../", lambda _: FormAssets(Script("essai.js", "sha384-essai"), "w.js"))
Made = TypeVar("Made")


def smallest() -> Path:
    """Return the folder of the certification whose files weigh least."""
    # One that was read again: it has everything, its discrepancies too.
    read = {path.stem for path in (PUBLISHED / "discordances").iterdir()}
    folders = [path for path in (PUBLISHED / "certifications").iterdir() if path.name in read]
    return min(folders, key=lambda folder: sum(path.stat().st_size for path in folder.rglob("*.json")))


def tree(target: Path, size: int) -> Path:
    """Make a tree of `size` certifications: the published data, and copies of one, each with a number of its own."""
    shutil.copytree(PUBLISHED, target, ignore=shutil.ignore_patterns("*.py", "check", "__pycache__"))
    source = smallest()
    count = sum(path.is_dir() for path in (PUBLISHED / "certifications").iterdir())
    own = re.sub(r"\D", "", json.loads((source / "certification.json").read_text("utf-8"))["numero_fiche"]["valeur"])
    for number in range(size - count):
        name = f"{source.name}-{number}"
        copy = Path(shutil.copytree(source, target / "certifications" / name))
        told = target / "discordances" / f"{name}.json"
        shutil.copyfile(PUBLISHED / "discordances" / f"{source.name}.json", told)
        codes = "|".join(one["code"] for one in json.loads(told.read_text("utf-8")))
        for path in (told, *copy.rglob("*.json")):
            # Its name and its number; the codes of its discrepancies, which no other may have.
            text = path.read_text("utf-8").replace(f'"{source.name}"', f'"{name}"')
            text = re.sub(f'"({codes})"', rf'"\g<1>-N{number}"', text)
            text = re.sub(rf'("numero_fiche": {{\s*"valeur": "RNCP){own}', rf"\g<1>{90000 + number}", text, count=1)
            path.write_text(text, "utf-8")
    return target


def rendered(collection: Collection) -> dict[str, str]:
    """Return the text of each page that the stubs call for, of each page of the site, and of each side compared."""
    every = {
        f"{one.slug}/{rubrique.fichier}": pages.CERTIFICATION[rubrique.macro](collection, one.slug, CONTEXTE)
        for one in collection.certifications
        for rubrique in rubriques(collection, one.slug)
    }
    every |= {p.adresse: pages.PAIRE["comparaison"](collection, p.adresse, CONTEXTE) for p in pairs(collection)}
    every |= {name: render(collection, CONTEXTE) for name, render in pages.SITE.items()}
    return every | sides.files(collection)


def weight(texts: dict[str, str]) -> float:
    """Return how much texts weigh, in megabytes."""
    return sum(len(text.encode()) for text in texts.values()) / 1e6


def timed(make: Callable[[], Made]) -> tuple[float, Made]:
    """Return how much processor time something takes, and what it made."""
    start = time.process_time()
    made = make()
    return time.process_time() - start, made


def measures(*folders: Path) -> dict[str, float]:
    """Return what some folders that are read as one cost.  Exits where they are not as they should be."""
    check, faults = timed(lambda: run(*folders))
    if faults:
        sys.exit("".join(f"{fault}\n" for fault in faults[:3]))
    read, collection = timed(lambda: build(roots.read(*folders)))
    render, texts = timed(lambda: rendered(collection))
    publish, data = timed(lambda: open_data.every(collection, Edition(today())))
    return {
        "vérification (s)": check,
        "lecture (s)": read,
        "pages (s)": render,
        "données ouvertes (s)": publish,
        "pages et côtés": len(texts),
        "dont pages de paires": len(pairs(collection)),
        "pages et côtés (Mo)": weight(texts),
        "données ouvertes (Mo)": weight(data),
    }


def show(what: str, sizes: Sequence[int], found: Sequence[Mapping[str, float]]) -> None:
    """Print a table: a measure a line, a size a column, then what one more adds, last against first."""
    sys.stdout.write(f"{what:26}{''.join(f'{size:>10}' for size in sizes)}{'rapport':>10}\n")
    for name in found[0]:
        values = [one[name] for one in found]
        each = [(b - a) / (m - n) for (a, b), (n, m) in zip(pairwise(values), pairwise(sizes), strict=True)]
        ratio = f"{each[-1] / each[0]:.2f}" if each and each[0] else "–"
        sys.stdout.write(f"{name:26}{''.join(f'{value:>10.2f}' for value in values)}{ratio:>10}\n")


def main() -> None:
    """Measure the sizes asked for, and show them."""
    site = "--site" in sys.argv
    sizes = tuple(int(size) for size in sys.argv[1:] if size != "--site") or SIZES
    # The first run compiles schemas and templates: it is not counted.
    measures(PUBLISHED)
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = tree(Path(folder) / "donnees", size)
            found.append(measures(root))
            if site:
                found[-1] |= construction.measures(construction.copied(root, Path(folder) / "depot"))
    show("certifications", sizes, found)


if __name__ == "__main__":
    main()
