"""What an editor reads in a schema to help whoever types (VS Code): hover, examples, words of each choice, what to begin with.

Nothing is written twice: `description` and `x-aide` are those of schemas/, the words of a closed list those of its
vocabulary, the examples those of the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from forms.socle import vocabulaire as des_formulaires
from macros import vocabulaire
from macros.api.samples import reached
from macros.api.snippets import snippet
from referentials.check.schemas import SUFFIX, registry

HELP, WHAT = "x-aide", "description"
ADDED = frozenset({"markdownDescription", "enumDescriptions", "examples", "defaultSnippets"})


@cache
def _tables() -> list[Mapping[str, Any]]:
    found = []
    for module in (des_formulaires, vocabulaire):
        # Of two tables of a list, the one that is not for want of room.
        named = ((name, value) for name, value in vars(module).items() if isinstance(value, Mapping) and value)
        found += [table for name, table in named if name.isupper() and not name.endswith(("_COURTS", "_COURTES"))]
    return found


def _words(choices: list[Any]) -> list[str] | None:
    """Return the words of a closed list, where a vocabulary has exactly its codes."""
    table = next((one for one in _tables() if set(one) == set(choices)), None)
    return [_word(table[choice]) for choice in choices] if table else None


def _word(value: Any) -> str:
    if isinstance(value, str):
        return value
    # A noun in its two numbers; or words, and how one knows it.
    return value.titre if hasattr(value, "titre") else " : ".join(value)


def helped(name: str, schema: Mapping[str, Any], samples: Mapping[str, list[Any]]) -> dict[str, Any]:
    """Return a schema of ours with what an editor reads."""
    found: dict[str, Any] = _node(f"{name}#", schema, registry().contents(f"{name}{SUFFIX}"), samples)
    return found


def _node(place: str, written: Any, whole: Any, samples: Mapping[str, list[Any]]) -> Any:
    """Return a part of a schema; `whole`: the same, whose references name their file."""
    if isinstance(written, list):
        return [_node(f"{place}/{rank}", *pair, samples) for rank, pair in enumerate(zip(written, whole, strict=True))]
    if not isinstance(written, dict):
        return written
    inner = {key: _node(f"{place}/{key}", value, whole[key], samples) for key, value in written.items()}
    return inner | dict(_help(place, whole, samples)) if _is_schema(written) else inner


def _is_schema(node: Mapping[str, Any]) -> bool:
    # A table of keys may have one called « type » or « description »: its value is then a schema.
    return any(isinstance(node.get(key), str | list) for key in ("type", "$ref", "enum", "pattern", WHAT, HELP))


def _help(place: str, node: Mapping[str, Any], samples: Mapping[str, list[Any]]) -> Iterator[tuple[str, Any]]:
    target = reached(place, node)[1]
    what, help_ = node.get(WHAT), node.get(HELP) or target.get(HELP)
    if what or (help_ and "$ref" not in node):
        yield "markdownDescription", "\n\n".join(text for text in (what, f"→ {help_}" if help_ else None) if text)
    if "enum" in node and (words := _words(node["enum"])):
        yield "enumDescriptions", words
    if "examples" not in node and (examples := samples.get(place)):
        yield "examples", examples
    key = place.removesuffix("/items").rpartition("/")[2]
    ours = place.endswith("/items") or "/properties/" in place
    if ours and (begun := snippet(place, node, samples, f"{key} : l’essentiel")):
        yield "defaultSnippets", begun
