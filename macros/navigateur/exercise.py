"""Runs in Pyodide while the bundle is made: imports our package, and says which modules that took.

These start Python; any other comes when something imports it.  A module that every page would wait for belongs here.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path

import forms

# Modules of ours that stand on a package downloaded on demand: nothing else may import them at the top.
ON_DEMAND = ("forms.socle.classeur",)
# What these take only as they run.
ON_DEMAND_LATER = ("encodings.utf_16_le",)


def every_module() -> None:
    """Import each module of our package that needs nothing more."""
    root = forms.__path__[0]
    for folder, _, files in os.walk(root):
        for file in sorted(files):
            name = ".".join(("forms", *Path(folder, file).with_suffix("").relative_to(root).parts))
            if file.endswith(".py") and file != "__init__.py" and name not in ON_DEMAND:
                importlib.import_module(name)


def a_fault() -> None:
    """Ask the bridge something that it cannot answer, and print that fault."""
    bridge = importlib.import_module("forms.bridge")
    try:
        bridge.handle("{}", "{}")
    except bridge.DemandeIncomprise:
        # Its own import: a page that meets a bug prints it through this module, which Python imports only then.
        importlib.import_module("traceback").format_exc()


def exercise() -> str:
    """Use what starts Python.  Returns the names of the modules loaded since, as a JSON list."""
    every_module()
    a_fault()
    return json.dumps(sorted(sys.modules))


def exercise_on_demand(sources: str) -> str:
    """Use what stands on the packages in the folder `sources`.  Returns the names of the modules that only this took."""
    before = set(sys.modules)
    sys.path.append(sources)
    for name in (*ON_DEMAND, *ON_DEMAND_LATER):
        importlib.import_module(name)
    return json.dumps(sorted(sys.modules.keys() - before))
