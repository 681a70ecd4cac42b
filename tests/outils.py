"""What the tests of the data, of the engine and of the pages share: trees made of cases, the published data."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from cattrs import Converter

from referentials.canonical import text_of
from referentials.load import Collection, load
from referentials.model_certification import Certification
from referentials.read import schema_of

CAS = Path(__file__).parent / "cas"
ATTENDUS = Path(__file__).parent / "attendus"
MINIMALE = CAS / "conformes" / "minimale"
SLUG = "cqp-agent-de-ressourcerie"
FOLDER = f"certifications/{SLUG}"
PUBLISHED = "cqp-vendeur-conseil-a-distance"
ABSENT = ".absent"
BASE = "base.txt"
Kind = TypeVar("Kind")


def slugs(of: Callable[[Certification], object] = lambda _: True) -> list[str]:
    """Return the slugs of the published certifications, in order: all, or those of which something is true."""
    return [one.slug for one in load().certifications if of(one)]


def relues() -> Collection:
    """Return what is published without the fiches that nobody has read again."""
    every = load()
    return replace(every, certifications=tuple(one for one in every.certifications if not one.identite.importee))


def base_of(case: Path) -> Path | None:
    """Return the conforming case that a case starts from: that which its base.txt names, or else the minimal one, which has none."""
    if case == MINIMALE:
        return None
    named = case / BASE
    return CAS / "conformes" / named.read_text("utf-8").strip() if named.is_file() else MINIMALE


def tree(case: Path, target: Path) -> Path:
    """Lay a case over its base, in an empty folder; `<name>.absent` removes <name>.  Returns the folder."""
    if base := base_of(case):
        tree(base, target)
    for path in sorted(case.rglob("*")):
        place = target / path.relative_to(case)
        if path.name.endswith(ABSENT):
            place.with_name(place.name.removesuffix(ABSENT)).unlink()
        elif path.is_file() and path.suffix == ".json":
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    return target


def places(node: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every place that the source of a JSON object names: none where it has no source."""
    source = node.get("source")
    return [source, *source.get("autres_endroits", ())] if source else []


def typed(kind: type[Kind], donnees: Any) -> Kind:
    """Return parsed JSON as one of the types of the model."""
    return Converter(forbid_extra_keys=True).structure(donnees, kind)


def edit(path: Path, change: Callable[[Any], object]) -> None:
    """Change the content of a data file in place, in the common form."""
    donnees = json.loads(path.read_text("utf-8"))
    change(donnees)
    root = next(parent for parent in path.parents if (parent / "certifications").is_dir())
    schema = schema_of(path.relative_to(root).as_posix())
    assert schema
    path.write_text(text_of(donnees, schema), "utf-8")
