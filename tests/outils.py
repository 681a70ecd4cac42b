"""What the tests of the data, of the engine and of the pages share: trees made of cases, the published data."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

CAS = Path(__file__).parent / "cas"
ATTENDUS = Path(__file__).parent / "attendus"
MINIMALE = CAS / "conformes" / "minimale"
SLUG = "cqp-agent-de-ressourcerie"
FOLDER = f"certifications/{SLUG}"
PUBLISHED = "cqp-vendeur-conseil-a-distance"
ABSENT = ".absent"


def tree(case: Path, target: Path) -> Path:
    """Lay a case over the minimal tree, in an empty folder; `<name>.absent` removes <name>.  Returns the folder."""
    shutil.copytree(MINIMALE, target, dirs_exist_ok=True)
    for path in sorted(case.rglob("*")):
        place = target / path.relative_to(case)
        if path.name.endswith(ABSENT):
            place.with_name(place.name.removesuffix(ABSENT)).unlink()
        elif path.is_file() and path.suffix == ".json":
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    return target


def edit(path: Path, change: Callable[[Any], object]) -> None:
    """Change the content of a JSON file in place."""
    donnees = json.loads(path.read_text("utf-8"))
    change(donnees)
    path.write_text(json.dumps(donnees, ensure_ascii=False, indent=2) + "\n", "utf-8")
