"""Our one typeface, served by our own site: Atkinson Hyperlegible Next, variable, Latin letters only."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.navigateur.paths import NODE_MODULES

PACKAGE = "@fontsource-variable/atkinson-hyperlegible-next"


def copy(output: Path) -> dict[str, Path]:
    """Copy the fonts into `output`/fonts and return them by logical name.

    They keep their own names, which style sheets cite.
    """
    folder = output / "fonts"
    folder.mkdir(parents=True)
    sources = sorted((NODE_MODULES / PACKAGE / "files").glob("*-latin-*.woff2"))
    return {f"fonts/{source.name}": Path(shutil.copyfile(source, folder / source.name)) for source in sources}
