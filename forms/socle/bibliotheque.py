"""Modules that did not come with Python: an import of one says which archive has it.

The import ends what was under way, whatever that catches; the worker (forms/page/worker.mjs) fetches the archive, and asks
again.  What is asked of Python changes nothing outside it, so asking twice is asking once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from zipimport import zipimporter


class LackingError(BaseException):
    """A module stands in an archive that did not come yet.  No error of the module: who does without one must not know."""


class Later(MetaPathFinder):
    """Finds the modules of archives that come later.  `archives`: module → archive; `folder`: where they are put."""

    def __init__(self, archives: dict[str, str], folder: Path) -> None:
        """Find nothing yet."""
        self._archives, self._folder, self._lacking = archives, folder, ""

    def find_spec(self, fullname: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Return where a module of theirs is, or None for any other.  Raises LackingError where its archive did not come."""
        name = self._archives.get(fullname)
        if name is None:
            return None
        if not (self._folder / name).is_file():
            self._lacking = name
            raise LackingError(fullname)
        # Its package may stand in another archive: a module is looked for where its own says.
        parent = fullname.rpartition(".")[0].replace(".", "/")
        return zipimporter((self._folder / name / parent).as_posix()).find_spec(fullname)

    def lacking(self) -> str:
        """Return the archive that an import has wanted since this was last asked, or an empty text."""
        found, self._lacking = self._lacking, ""
        return found


def watch(archives: dict[str, str], folder: str) -> Callable[[], str]:
    """Find the modules of archives from now on, after all that is there.  Returns `Later.lacking`.

    `archives`: archive → its modules, with a space between two.
    """
    later = Later({module: name for name, modules in archives.items() for module in modules.split()}, Path(folder))
    sys.meta_path.append(later)
    return later.lacking
