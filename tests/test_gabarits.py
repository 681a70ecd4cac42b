"""Templates are text that one reads: one block a line, no line that runs off the screen, nothing of the indentation sent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.rendering import environment

WIDTH = 140
ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "forms", ROOT / "macros" / "templates", ROOT / "macros" / "theme")
TEMPLATES = [
    path
    for folder in FOLDERS
    for path in sorted((*folder.rglob("*.j2"), *folder.rglob("*.html")))
    if "hebergement" not in path.parts and not path.name.endswith(".txt.j2")
]
# What stands alone on its line, whatever it holds.
BLOCKS = re.compile(
    r"<(?:article|aside|blockquote|d[dlt]|details|dialog|div|fieldset|figcaption|figure|footer|form|h[1-6]|header|legend"
    r"|li|main|nav|ol|p|section|summary|table|tbody|td|template|tfoot|th|thead|tr|ul)\b"
)
IMPORT = re.compile(r'(\{%-? from "[^"]+" import\s+(.+?)(?:\s+with(?:out)?\s+context)?\s*-?%\})', re.DOTALL)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_has_one_block_a_line_and_no_long_line(path: Path) -> None:
    """A change to one element is then a change to its lines only."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > WIDTH] == []
    bare = [COMMENT.sub("", line) for line in lines]
    assert [line for line in bare if len(BLOCKS.findall(line)) > 1] == []


def unused(text: str) -> list[str]:
    """Return the names that a template imports and never uses."""
    found = []
    for statement, names in IMPORT.findall(text):
        rest = text.replace(statement, "")
        named = [name.split(" as ")[-1].strip() for name in names.split(",")]
        found += [name for name in named if not re.search(rf"\b{name}\b", rest)]
    return found


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_uses_what_it_imports(path: Path) -> None:
    """As a linter says it of a module."""
    assert unused('{% from "mots.j2" import a, b as c with\n  context %}{{ a() }}') == ["c"]
    assert unused(path.read_text("utf-8")) == []


def test_what_indents_a_template_is_not_sent() -> None:
    """Markdown would read a deep element as code; what shows its white space keeps it."""
    text = '<ul>\n    {% if true %}\n        <li>\n            a\n            {{- "b" }}</li>\n    {% endif %}\n</ul>\n'
    assert environment().from_string(text).render() == "<ul>\n<li>\nab</li>\n</ul>"
    assert environment().from_string("<pre>a\n  b</pre>").render() == "<pre>a\n  b</pre>"
