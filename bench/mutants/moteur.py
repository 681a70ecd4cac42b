"""Mutants of the engine: cosmic-ray changes one operator, number or condition at a time, and pure tests must see it.

`make test-mutants`, or `.venv/bin/python bench/mutants/moteur.py [number of mutants of each group]`.  In a copy of the
repository; which mutants are tried is drawn once and for all where they are not all.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
COSMIC_RAY = ROOT / ".venv-mutants" / "bin" / "cosmic-ray"
COPIED = ("forms", "macros", "referentials", "schemas", "tests")
# What is changed → the tests that must see it: none opens a browser.
GROUPS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("questionnaire/conditions", "questionnaire/valeurs", "questionnaire/lignes"): ("tests/forms/questionnaire",),
    ("questionnaire/dates", "questionnaire/delais", "questionnaire/durees", "questionnaire/ouvres"): (
        "tests/forms/questionnaire",
        "tests/forms/dossier_habilitation/test_delais_du_dossier.py",
        "tests/forms/livret_de_reperage/test_delais.py",
    ),
    ("socle/json_strict", "socle/passage", "socle/voies"): (
        "tests/forms/test_fichier.py",
        "tests/forms/test_passage.py",
        "tests/forms/test_limites.py",
        "tests/macros/test_voies.py",
    ),
    (
        "auto_positionnement/evaluation",
        "auto_positionnement/comptage",
        "auto_positionnement/listes",
        "auto_positionnement/suites",
    ): (
        "tests/forms/test_evaluation.py",
        "tests/forms/test_evaluation_properties.py",
        "tests/forms/test_placement.py",
    ),
    ("dossier_habilitation/conformite", "dossier_habilitation/controles"): (
        "tests/forms/dossier_habilitation/test_conformite.py",
    ),
    ("plusieurs_mains/fusion", "plusieurs_mains/conflits", "plusieurs_mains/accords"): (
        "tests/forms/livret_de_reperage",
    ),
}
# Annotations are read by mypy, which runs no test: « int | None » is no operation.
OPERATORS = r"core/(?!ReplaceBinaryOperator_BitOr)"
CONFIGURATION = """
[cosmic-ray]
module-path = {modules}
timeout = 120.0
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""


def copied(folder: Path) -> None:
    """Copy what the tests of the engine read."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "mkdocs.yml"):
        shutil.copyfile(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")


def ray(folder: Path, *arguments: str) -> None:
    """Run cosmic-ray in the copy."""
    subprocess.run([str(COSMIC_RAY), *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S603 — our own


def thinned(session: Path, most: int | None) -> None:
    """Leave so many mutants in a session, drawn from all that change what runs."""
    with sqlite3.connect(session) as base:
        found = base.execute("select job_id, operator_name from mutation_specs order by job_id").fetchall()
        places = base.execute(
            "select job_id from mutation_specs order by module_path, start_pos_row, start_pos_col, operator_name, occurrence"
        ).fetchall()
        running = {job for job, operator in found if re.match(OPERATORS, operator)}
        ordered = [job for (job,) in places if job in running]
        kept = set(ordered if most is None else random.Random(1).sample(ordered, min(most, len(ordered))))  # noqa: S311 — a fixed series
        for (job,) in places:
            if job not in kept:
                base.execute("delete from mutation_specs where job_id = ?", (job,))
                base.execute("delete from work_items where job_id = ?", (job,))


def tried(folder: Path, modules: tuple[str, ...], tests: tuple[str, ...], most: int | None) -> tuple[int, list[str]]:
    """Try the mutants of a group; return how many there were, and those that live."""
    paths = [
        next(path for path in (f"forms/{name}.py", f"forms/{name}") if (folder / path).exists()) for name in modules
    ]
    command = {"modules": paths, "python": ROOT / ".venv" / "bin" / "python", "tests": " ".join(tests)}
    (folder / "mutants.toml").write_text(CONFIGURATION.format(**command), "utf-8")
    session = folder / "mutants.sqlite"
    session.unlink(missing_ok=True)
    ray(folder, "init", "mutants.toml", session.name)
    thinned(session, most)
    ray(folder, "exec", "mutants.toml", session.name)
    with sqlite3.connect(session) as base:
        rows = base.execute(
            "select module_path, start_pos_row, operator_name, test_outcome from mutation_specs"
            " join work_results on work_results.job_id = mutation_specs.job_id"
            " order by module_path, start_pos_row"
        ).fetchall()
    return len(rows), [
        f"{path}:{row} {name}" for path, row, name, outcome in rows if "SURVIVED" in str(outcome).upper()
    ]


def main(most: int | None) -> int:
    """Try each group, and say what lives.  It is a measure: it refuses nothing."""
    whole = dead = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copied(folder)
        for modules, tests in GROUPS.items():
            count, alive = tried(folder, modules, tests, most)
            whole, dead = whole + count, dead + count - len(alive)
            sys.stdout.write(f"{', '.join(modules)} : {count - len(alive)} tués sur {count}\n")
            sys.stdout.write("".join(f"  vivant : {one}\n" for one in alive))
            sys.stdout.flush()
    sys.stdout.write(f"{dead} mutants tués sur {whole}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else None))
