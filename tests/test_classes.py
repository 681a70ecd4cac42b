"""A class that nothing styles and no script reads is dead, and so is a style of a class that no template writes."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAME = re.compile(r"\br-[a-z0-9]+(?:-[a-z0-9]+)*-?")
WRITTEN = re.compile(r'class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\}|\{)*)"', re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def text(*kinds: str) -> str:
    """Return all that our files of some kinds hold."""
    paths = [
        path for side in ("forms", "macros") for kind in kinds for path in sorted((ROOT / side).rglob(f"*.{kind}"))
    ]
    return "\n".join(path.read_text("utf-8") for path in paths)


def dead(templates: str, sheets: str, scripts: str) -> tuple[set[str], set[str], set[str]]:
    """Return the classes that are written for nothing, those that are styled for nothing, those told of and gone.

    A name that ends with a hyphen is the head of several: a value completes it.
    """
    written = {name for found in WRITTEN.findall(templates) for name in NAME.findall(found)}
    read = {*NAME.findall(scripts)}
    known = {*NAME.findall(templates)} | read
    heads = tuple(name for name in known if name.endswith("-"))
    styled = {found[1:] for found in re.findall(r"\.r-[a-z0-9-]+", COMMENT.sub("", sheets))}
    told = {
        found[1:]
        for comment in COMMENT.findall(sheets)
        for found in re.findall(r"\.r-[a-z0-9-]*[a-z0-9](?![a-z0-9-])", comment)
    }
    gone = {name for name in styled | told if name not in known and not name.startswith(heads)}
    return (
        {name for name in written if name not in styled | read and not name.endswith("-")},
        styled & gone,
        told & gone,
    )


def test_no_class_is_dead() -> None:
    """Written, it is styled or read by a script; styled or told of in a sheet, it is written."""
    assert dead(text("j2", "html"), text("css"), text("mjs", "py")) == (set(), set(), set())


def test_what_is_dead_is_found() -> None:
    """One of each; a name that a template completes, and one that a script writes, are alive."""
    templates = '<p class="r-a r-b"><p class="r-c-{{ "x" if y else "z" }}"><p class="{{ "r-d" if y else "r-e" }}">'
    sheets = "/* .r-a, .r-perdue */ .r-a, .r-c-x, .r-d, .r-e, .r-seule {} .r-ecrite {}"
    assert dead(templates, sheets, 'one.className = "r-ecrite";') == ({"r-b"}, {"r-seule"}, {"r-perdue"})
