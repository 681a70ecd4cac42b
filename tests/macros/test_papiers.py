"""The files that a dossier asks for when somebody wants its commitments or its convention."""

from __future__ import annotations

import json
import re
from typing import Any

from forms.dossier_habilitation.derivation import derive
from forms.questionnaire.echange import papers
from macros import papers as files
from referentials.load import load
from tests.outils import PUBLISHED


def held(script: str) -> tuple[str, Any]:
    """Return the name under which a script hands over what it holds, and that."""
    found = re.fullmatch(r'reperePapiers\("([a-z0-9-]+)",(.*)\);\n', script, re.DOTALL)
    assert found
    return found[1], json.loads(found[2])


def test_each_certification_that_has_papers_hands_them_over_and_no_other() -> None:
    """What Python reads in the page is what was derived; a form without papers has no file."""
    collection = load()
    found = dict(held(script) for script in files.files(collection).values())
    forms = {one.slug: derive(one) for one in collection.certifications}
    assert found == {
        slug: json.loads(json.dumps(papers(form))) for slug, form in forms.items() if form and papers(form)
    }
    assert found[PUBLISHED].keys() == {"annexe", "convention", "suite"}
    assert files.files(collection).keys() == {f"assets/papiers/{slug}.js" for slug in found}
