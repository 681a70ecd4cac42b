"""What building the site costs over a tree of certifications, in a copy of the repository: MkDocs, then what follows it.

What the browser loads is the same whatever the data: it is taken as it was built (`make site`).
"""  # noqa: INP001 — not a package

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUNDLE = ("docs/assets/repere", "build/navigateur.json")
# The stubs and the open data come first, as for `make site`; `finish` makes the index of the search.
STEPS = {
    "macros pages, data (s)": (("macros", "pages"), ("macros", "data")),
    "mkdocs build (s)": (("mkdocs", "build", "--strict", "--quiet", "--site-dir", "site"),),
    "macros finish (s)": (("macros", "finish"),),
}


def copied(donnees: Path, target: Path) -> Path:
    """Copy the repository over a tree of data.  Exits where what the browser loads is not built."""
    if not all((ROOT / name).exists() for name in BUNDLE):
        sys.exit("Lancez « make site » d’abord : ce que le navigateur charge est repris tel quel.")
    for name in ("docs", "forms", "macros", "schemas", "referentials"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(donnees, target / "referentials", dirs_exist_ok=True)
    (target / "build").mkdir()
    for name in ("mkdocs.yml", "pyproject.toml", "README.md", "LICENSE", "build/navigateur.json"):
        shutil.copyfile(ROOT / name, target / name)
    (target / "node_modules").symlink_to(ROOT / "node_modules")
    return target


def measures(root: Path) -> dict[str, float]:
    """Return what each step takes on a copy, in processor time, its own processes included, and what the site weighs."""
    found = {name: sum(_spent(root, step) for step in steps) for name, steps in STEPS.items()}
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    return found | {
        "pages bâties": len(pages),
        "pages bâties (Mo)": sum(path.stat().st_size for path in pages) / 1e6,
        "index de recherche (Mo)": (root / "site/assets/recherche/index.js").stat().st_size / 1e6,
    }


def _spent(root: Path, step: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root)}
    subprocess.run([sys.executable, "-m", *step], cwd=root, env=environment, check=True)  # noqa: S603 — ours
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
