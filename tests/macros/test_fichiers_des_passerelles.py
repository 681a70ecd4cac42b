"""The files that pages ask for when answers move: one a certification, and one that names them all."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from forms.auto_positionnement.passerelles import liens
from forms.auto_positionnement.passerelles.derivation import links
from macros import crossings
from macros.names import distinct_titles
from referentials.load import load
from tests.outils import CAS, SLUG, tree


def held(script: str) -> tuple[str, Any]:
    """Return the name under which a script hands over what it holds, and that."""
    found = re.fullmatch(r'reperePasserelles\("([a-z0-9_-]+)",(.*)\);\n', script, re.DOTALL)
    assert found
    return found[1], json.loads(found[2])


def test_each_certification_hands_over_what_leads_away_from_it() -> None:
    """What Python reads in the page is what was derived; a certification is named by what tells it from the others."""
    collection = load()
    asked = [one for one in collection.certifications if one.has_statements]
    found = {path: held(script) for path, script in crossings.files(collection).items()}
    assert {path: name for path, (name, _) in found.items()} == {
        f"assets/passerelles/{name}.js": name for name in ("collection_entiere", *(one.slug for one in asked))
    }
    content = dict(found.values())
    known = links(collection)
    for one in asked:
        assert liens.origine_from_json(content[one.slug]) == known.origine(one.slug)
    titles = {one["certification"]: one["intitule"] for one in content["collection_entiere"]}
    assert titles == {one.slug: distinct_titles(collection)[one.slug] for one in asked}


def test_a_file_grows_with_what_is_linked_and_not_with_the_collection(tmp_path: Path) -> None:
    """Of a certification that nothing links, the file holds its form alone: a hundred of them are not ten thousand pairs."""
    alone = load(tree(CAS / "conformes" / "minimale", tmp_path))
    _, content = held(crossings.files(alone)[f"assets/passerelles/{SLUG}.js"])
    assert content["vers"] == []
