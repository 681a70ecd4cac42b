"""Runs in Pyodide while the bundle is made: uses our package as the page does, and says which modules that took.

What is not used here is not shipped.  Whatever the page may ever need must happen in `exercise`.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path

import forms


def every_module() -> None:
    """Import each module of our package, whether or not a sample reaches it."""
    root = forms.__path__[0]
    for folder, _, files in os.walk(root):
        for name in sorted(files):
            if name.endswith(".py") and name != "__init__.py":
                importlib.import_module(".".join(("forms", *Path(folder, name[:-3]).relative_to(root).parts)))


def every_sample(samples: str) -> None:
    """Ask the bridge each sample (see samples.py), then something that it cannot answer, and print that fault."""
    handle = importlib.import_module("forms.bridge").handle
    for sample in json.loads(samples):
        handle(sample["formulaire"], sample["requete"])
    try:
        handle("{}", "{}")
    except KeyError:
        # Its own import: a page that meets a bug prints it through this module, which Python imports only then.
        importlib.import_module("traceback").format_exc()


def exercise(samples: str) -> str:
    """Use everything once.  Returns the names of the modules loaded since Python started, as a JSON list."""
    every_module()
    every_sample(samples)
    return json.dumps(sorted(sys.modules))
