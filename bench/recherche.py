"""What the search costs as the site grows: the built site's pages, 1, 10 and 100 times (recherche.mjs has the columns).

`.venv/bin/python bench/recherche.py`, on a built site.  Ratios count, not milliseconds; pages that are the same
compress better than others would.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from macros.finish import SITE  # noqa: E402 — after the path
from macros.recherche.documents import documents  # noqa: E402
from referentials.load import load  # noqa: E402

FACTEURS = (1, 10, 30)


def main() -> None:
    """Print a row for each factor, columns as recherche.mjs says."""
    collection = load()
    told = {
        "documents": documents(SITE, collection),
        "vocabulaire": collection.fichiers["recherche/mots.json"],
        "facteurs": FACTEURS,
    }
    script = Path(__file__).with_suffix(".mjs")
    subprocess.run(["node", str(script)], input=json.dumps(told), text=True, check=True)  # noqa: S603, S607 — ours


if __name__ == "__main__":
    main()
