"""Our one typeface, served by our own site: Atkinson Hyperlegible Next, variable, Latin letters only."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.navigateur.paths import NODE_MODULES

PACKAGE = "@fontsource-variable/atkinson-hyperlegible-next"
# The letters of other languages are upright in italics too (macros/styles/tokens.css).
FILES = ("*-latin-wght-*.woff2", "*-latin-ext-wght-normal.woff2")


def copy(output: Path) -> dict[str, Path]:
    """Copy the fonts into `output`/fonts and return them by logical name.

    They keep their own names, which style sheets cite.
    """
    folder = output / "fonts"
    folder.mkdir(parents=True)
    sources = sorted(path for one in FILES for path in (NODE_MODULES / PACKAGE / "files").glob(one))
    return {f"fonts/{source.name}": Path(shutil.copyfile(source, folder / source.name)) for source in sources}
