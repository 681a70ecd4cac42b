"""Runs in Pyodide while the bundle is made: uses our package as the page does, and says which modules that took.

What is not used here is not shipped.  Whatever the page may ever need must happen in `exercise`, or in
`exercise_on_demand` where it needs a package that the page downloads only then.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path

import forms

# Modules of ours that stand on a package downloaded on demand: nothing else may import them at the top.
ON_DEMAND = {"forms.socle.classeur"}


def every_module() -> None:
    """Import each module of our package that needs nothing more, whether or not a sample reaches it."""
    root = forms.__path__[0]
    for folder, _, files in os.walk(root):
        for file in sorted(files):
            name = ".".join(("forms", *Path(folder, file).with_suffix("").relative_to(root).parts))
            if file.endswith(".py") and file != "__init__.py" and name not in ON_DEMAND:
                importlib.import_module(name)


def every_sample(samples: str) -> None:
    """Ask the bridge each sample (see samples.py)."""
    handle = importlib.import_module("forms.bridge").handle
    for sample in json.loads(samples):
        handle(sample["formulaire"], sample["requete"])


def a_fault() -> None:
    """Ask the bridge something that it cannot answer, and print that fault."""
    try:
        importlib.import_module("forms.bridge").handle("{}", "{}")
    except KeyError:
        # Its own import: a page that meets a bug prints it through this module, which Python imports only then.
        importlib.import_module("traceback").format_exc()


def exercise(samples: str) -> str:
    """Use everything once.  Returns the names of the modules loaded since Python started, as a JSON list."""
    every_module()
    every_sample(samples)
    a_fault()
    return json.dumps(sorted(sys.modules))


def exercise_on_demand(samples: str, sources: str) -> str:
    """Use what stands on the packages in the folder `sources`.  Returns the names of the modules that only this took."""
    before = set(sys.modules)
    sys.path.append(sources)
    every_sample(samples)
    return json.dumps(sorted(sys.modules.keys() - before))
