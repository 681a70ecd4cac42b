"""What the long trials measured, one line a trial in build/pannes.jsonl; `python -m tests.pannes.releve` sums it up."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

RELEVE = Path(__file__).parents[2] / "build" / "pannes.jsonl"


def record(panne: str, **figures: float) -> None:
    """Add a line: which fault, and its figures by name."""
    RELEVE.parent.mkdir(exist_ok=True)
    with RELEVE.open("a", encoding="utf-8") as lines:
        lines.write(json.dumps({"panne": panne, **figures}, ensure_ascii=False) + "\n")


def summary(lines: list[dict[str, Any]]) -> str:
    """Return one line of text for each fault: how many trials, then the sum and the greatest of each figure."""
    trials: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in lines:
        trials[line.pop("panne")].append(line)
    return "".join(
        f"{panne} : {len(found)} essais ; "
        + " ; ".join(
            f"{name} : {sum(line[name] for line in found):g} au total, {max(line[name] for line in found):g} au plus"
            for name in found[0]
        )
        + "\n"
        for panne, found in trials.items()
    )


if __name__ == "__main__":
    sys.stdout.write(summary([json.loads(line) for line in RELEVE.read_text("utf-8").splitlines()]))
