"""What `make serve` makes again after an edit: first the pages of the certification that was edited, then all the others.

MkDocs, asked for what has changed only (`serve --dirty`), looks at the Markdown stubs, which an edit of the data leaves as
they were: they are touched here, in the order in which somebody wants to see their pages.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ("forms", "macros", "referentials", "schemas")


def edited(root: Path, changed: Iterable[Path]) -> set[str] | None:
    """Return the slugs of the certifications that files belong to; None where one of the files belongs to none."""
    slugs: set[str] = set()
    for path in changed:
        match path.relative_to(root).parts:
            case ("referentials", "certifications", slug, _, *_):
                slugs.add(slug)
            case _:
                return None
    return slugs


def due(stubs: Collection[Path], slugs: set[str] | None) -> set[Path]:
    """Return the stubs whose pages an edit shows first: those of these certifications; all of them for None."""
    return {path for path in stubs if slugs is None or path.parent.name in slugs or path.parent.parent.name in slugs}


@dataclass
class Follower:
    """Touches stubs from one build to the next.  `root` is the project, whose sources and docs/ it reads.

    A build that finds edits touches the stubs that they show first, and owes the others; MkDocs, which watches docs/, builds
    again at once, and that build touches what is owed.
    """

    root: Path = ROOT
    _seen: Mapping[Path, int] = field(default_factory=dict)
    _before: Mapping[Path, int] | None = None
    _owed: set[Path] = field(default_factory=set)

    def look(self) -> None:
        """See what is edited, before the data are read: what is saved while they are is seen by the next build."""
        self._seen = {
            path: path.stat().st_mtime_ns
            for folder in SOURCES
            for path in (self.root / folder).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }

    def follow(self) -> None:
        """Touch what the build that begins has to make again, once its data are read; nothing at the first build."""
        before, self._before = self._before, self._seen
        if before is None:
            return
        now = self._seen
        changed = {path for path in now.keys() | before.keys() if now.get(path) != before.get(path)}
        stubs = {*(self.root / "docs").rglob("*.md")}
        first = due(stubs, edited(self.root, changed)) if changed else self._owed & stubs
        self._owed = (self._owed | stubs) - first if changed else set()
        for path in first:
            path.touch()


FOLLOWER = Follower()
# It warns, at each edit, of pages left as they were: here they follow.
logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in str(record.msg))
