"""How the check of the data grows: the published tree, then with 100 and 1,000 copies of its smallest certification.

`.venv/bin/python bench/croissance_verification.py`.  Ratios count, not seconds: everything is timed in one run.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from referentials.check.run import run  # noqa: E402 — the path is set just above
from referentials.read import ROOT as PUBLISHED  # noqa: E402

COPIES = (100, 1000)


def smallest() -> Path:
    """Return the folder of the certification whose files weigh least."""
    folders = [path for path in (PUBLISHED / "certifications").iterdir() if path.is_dir()]
    return min(folders, key=lambda folder: sum(path.stat().st_size for path in folder.rglob("*.json")))


def tree(target: Path, copies: int) -> Path:
    """Make a tree that holds the published data, so that all references resolve, and copies of one certification."""
    shutil.copytree(
        PUBLISHED, target, ignore=shutil.ignore_patterns("*.py", "check", "__pycache__"), dirs_exist_ok=True
    )
    source = smallest()
    for number in range(copies):
        shutil.copytree(source, target / "certifications" / f"{source.name}-{number}")
    return target


def seconds(root: Path) -> float:
    """Return how much processor time one check of a tree takes."""
    start = time.process_time()
    run(root)
    return time.process_time() - start


def main() -> None:
    """Print the time of each tree, and the time that one copy adds to it, against the first."""
    # The first run reads the schemas: it is not counted.
    seconds(PUBLISHED)
    published = min(seconds(PUBLISHED) for _ in range(3))
    count = sum(path.is_dir() for path in (PUBLISHED / "certifications").iterdir())
    sys.stdout.write(f"données publiées, {count} certifications : {published:.2f} s\n")
    each = []
    for copies in COPIES:
        with tempfile.TemporaryDirectory() as folder:
            spent = seconds(tree(Path(folder), copies)) - published
        each.append(spent / copies)
        ratio = f"{1000 * each[-1]:.0f} ms par copie, rapport {each[-1] / each[0]:.2f}"
        sys.stdout.write(f"+ {copies} × {smallest().name} : {spent:.2f} s, {ratio}\n")


if __name__ == "__main__":
    main()
