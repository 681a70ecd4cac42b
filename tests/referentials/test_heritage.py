"""A source is written once, above what it holds for: the model, the rules and the published data have it everywhere."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.api import data
from referentials import heritage
from referentials.canonical import SUFFIX, content, text_of
from referentials.check.run import run
from referentials.check.walk import walk
from referentials.load import load
from referentials.read import PLACES, ROOT, Fichier, read_tree
from tests.outils import CAS, FOLDER, MINIMALE, edit, tree
from tests.outils_api import EDITION

NAMES = sorted({name for _, name in PLACES})
TREES = {"publiees": ROOT, "toutes-les-cles": CAS / "conformes" / "tout-ce-que-les-schemas-admettent"}
OWN = {"document": "guide-de-la-ressourcerie", "section": "1", "page": 2}


def sourced(node: Any, place: str) -> Iterator[str]:
    """Yield the place of each object of a schema that has a source."""
    if isinstance(node, dict):
        if "source" in node.get("properties", {}):
            yield place
        for key, value in node.items():
            yield from sourced(value, f"{place}/{key}")
    elif isinstance(node, list):
        for rank, value in enumerate(node):
            yield from sourced(value, f"{place}/{rank}")


def raised(fichier: Fichier) -> Any:
    """Return the content of a file without the sources that one above already says; the commonest stands at its top if it can."""
    donnees: Any = fichier.donnees
    place = f"{fichier.schema}{SUFFIX}#"
    top = heritage.forme(place)
    if isinstance(donnees, dict) and top.la_transmet and heritage.SOURCE not in donnees:
        spared = Counter(json.dumps(one, sort_keys=True) for one in _first(donnees, place))
        commonest, times = max(spared.items(), key=lambda pair: pair[1], default=("", 0))
        if times > 1:
            donnees = {heritage.SOURCE: json.loads(commonest), **donnees}
    return _raised(donnees, place, None)


def _first(node: Any, place: str) -> Iterator[Any]:
    """Yield the sources that have none above them."""
    if not isinstance(node, dict | list) or not heritage.concerns(place):
        return
    known = heritage.forme(place)
    if isinstance(node, list):
        for one in node if known.elements else ():
            yield from _first(one, str(known.elements))
    elif heritage.SOURCE in node:
        yield node[heritage.SOURCE]
    else:
        for key, value in node.items():
            if key in known.cles:
                yield from _first(value, known.cles[key])


def _raised(node: Any, place: str, above: Any) -> Any:
    if not isinstance(node, dict | list) or not heritage.concerns(place):
        return node
    known = heritage.forme(place)
    if isinstance(node, list):
        return [_raised(one, str(known.elements), above) for one in node] if known.elements else node
    here = node.get(heritage.SOURCE, above)
    return {
        key: _raised(value, known.cles[key], here) if key in known.cles else value
        for key, value in node.items()
        if key != heritage.SOURCE or value != above
    }


def test_every_source_of_the_schemas_can_be_inherited() -> None:
    """None stands where it would not be looked for, as in one form of several: its object would be left without."""
    left, seen = [f"{name}{SUFFIX}#" for name in NAMES], set[int]()
    reached = set[str]()
    while left:
        known = heritage.forme(left.pop())
        if id(known) not in seen:
            seen.add(id(known))
            reached.add(known.place)
            left += [*known.cles.values(), *([known.elements] if known.elements else ())]
    declared = {
        place for name in (*NAMES, "commun") for place in sourced(content(f"{name}{SUFFIX}"), f"{name}{SUFFIX}#")
    }
    # Two that no file uses.
    assert declared - reached <= {f"commun{SUFFIX}#/$defs/date_source"}


@pytest.fixture(scope="module", params=TREES)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a tree where each source is written, and the same where none is that could be inherited."""
    root: Path = tmp_path_factory.mktemp("whole")
    source = TREES[request.param]
    if source == ROOT:
        for fichier in read_tree(ROOT):
            place = root / fichier.chemin
            place.parent.mkdir(parents=True, exist_ok=True)
            resolved = heritage.resolved(fichier.donnees, fichier.schema or "")
            place.write_text(text_of(resolved, fichier.schema or ""), "utf-8")
    else:
        tree(source, root)
    short: Path = tmp_path_factory.mktemp("short") / "tree"
    shutil.copytree(root, short)
    for fichier in read_tree(short):
        if fichier.schema and fichier.faute is None:
            (short / fichier.chemin).write_text(text_of(raised(fichier), fichier.schema), "utf-8")
    return root, short


def test_a_tree_without_repeated_sources_is_the_same_tree(both: tuple[Path, Path]) -> None:
    """The checker accepts it, and what is published is the same to the byte: every statement has its source."""
    whole, short = both
    before, after = ({one.chemin: len(one.texte) for one in read_tree(root)} for root in both)
    assert sum(after.values()) < sum(before.values())
    assert run(short) == []
    assert data.every(load(short), EDITION) == data.every(load(whole), EDITION)


def test_the_nearest_source_holds(tmp_path: Path) -> None:
    """That of the competence for its criteria, where it has one; that of the bloc for the rest; its own before all."""
    root = tree(MINIMALE, tmp_path)

    def change(bloc: dict[str, Any]) -> None:
        competence = bloc["competences"][0]
        competence["source"] = OWN
        del competence["criteres"][0]["source"]

    edit(root / FOLDER / "composantes" / "D2.json", change)
    (competence,) = load(root).certification(FOLDER.partition("/")[2]).composantes[1].competences
    assert [critere.source.section for critere in competence.criteres] == ["1", "2"]


def test_a_source_at_the_top_of_a_file_stands_for_all_of_it(tmp_path: Path) -> None:
    """Where nothing else has one, it is found; it is not a fact of the certification itself, and is not published."""
    root = tree(MINIMALE, tmp_path)

    def change(identite: dict[str, Any]) -> None:
        for _, node in [*walk(identite)]:
            node.pop("source", None)
        identite["source"] = OWN

    edit(root / FOLDER / "certification.json", change)
    assert run(root) == []
    collection = load(root)
    assert collection.certifications[0].identite.numero_fiche.source.page == OWN["page"]
    published = json.loads(data.files(collection, EDITION)[f"api/v1/{FOLDER}.json"])["identite"]
    assert "source" not in published
    assert published["metier"][0]["source"] == published["numero_fiche"]["source"] == OWN


def test_a_fault_of_an_inherited_source_is_told_where_it_is_written(tmp_path: Path) -> None:
    """Once, at the top of the file, not at each of the places that take it."""
    root = tree(MINIMALE, tmp_path)

    def change(identite: dict[str, Any]) -> None:
        for _, node in [*walk(identite)]:
            node.pop("source", None)
        identite["source"] = OWN | {"section": "99"}

    edit(root / FOLDER / "certification.json", change)
    (finding,) = run(root)
    assert (finding.code, finding.endroit) == ("REF001", "$.source")
