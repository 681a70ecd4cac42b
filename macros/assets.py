"""Addresses of what `python -m macros navigateur` built, as seen from a page."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from macros.pages.commun import FormAssets, Script

BUNDLE = Path(__file__).parents[1] / "build" / "bundle.json"


class MissingBundleError(RuntimeError):
    """The browser's files were not built; the text says which command to run."""


@cache
def _bundle() -> dict[str, Any]:
    if not BUNDLE.is_file():
        raise MissingBundleError("build/bundle.json manque : lancez « python -m macros navigateur », ou « make site »")
    return dict(json.loads(BUNDLE.read_text("utf-8")))


def form_assets(page: str, racine: str) -> FormAssets:
    """Return the scripts of a form's page.  `racine`: relative address of the site's root, ending with /.

    Raises MissingBundleError where nothing was built.
    """
    files = _bundle()
    script = files[f"{page}.js"]
    return FormAssets(Script(racine + script["url"], script["integrity"]), racine + files["worker.js"]["url"])
