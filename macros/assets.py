"""Addresses of what `python -m macros navigateur` built, as seen from a page."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from macros.navigateur.paths import MANIFEST
from macros.pages.commun import FormAssets, Script


class MissingBundleError(RuntimeError):
    """The browser's files were not built; the text says which command to run."""


@cache
def _bundle() -> dict[str, Any]:
    if not MANIFEST.is_file():
        raise MissingBundleError(
            "build/navigateur.json manque : lancez « python -m macros navigateur », ou « make site »"
        )
    return dict(json.loads(MANIFEST.read_text("utf-8")))


def form_assets(page: str, racine: str) -> FormAssets:
    """Return the scripts of a form's page.  `racine`: relative address of the site's root, ending with /.

    Raises MissingBundleError where nothing was built.
    """
    files = _bundle()
    script = files[f"{page}.js"]
    return FormAssets(Script(racine + script["url"], script["integrity"]), racine + files["worker.js"]["url"])
