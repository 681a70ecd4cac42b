"""Text → JSON values, strictly: what other readers let pass in silence is refused with a sentence."""

from __future__ import annotations

import json
import re
from typing import Any

from forms.socle import refus

LONGEST_NUMBER = 40
# Our deepest format has ten levels.  In the browser, Python's own limit comes after that of the stack, whose end it
# does not survive: depth is counted before parsing.
DEEPEST = 100
# A string without an end goes to the end of the text: starting over at each of its quotes would take for ever.
BRACKET_OR_STRING = re.compile(r"""[\[\]{}]|"[^"\\]*+(?:\\.[^"\\]*+)*+"?""", re.DOTALL)


def read(text: str) -> Any:
    """Parse the text of a file.  Lone surrogates become U+FFFD, so that the file can be written again in UTF-8.

    Raises Refus: nothing at all, syntax (with the line), a key given twice, NaN or Infinity, endless nesting.
    """
    if not text.strip("\ufeff \t\r\n"):
        raise refus.empty()
    if _too_deep(text):
        raise refus.too_deep()
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_unique,
            parse_constant=_refuse,
            parse_float=_finite,
            parse_int=_whole,
        )
    except json.JSONDecodeError as error:
        raise refus.unreadable(error.lineno) from error


def _too_deep(text: str) -> bool:
    depth = 0
    for found in BRACKET_OR_STRING.finditer(text):
        match found[0]:
            case "[" | "{":
                depth += 1
                if depth > DEEPEST:
                    return True
            case "]" | "}":
                depth -= 1
    return False


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise refus.twice(_well_formed(key))
        seen[_well_formed(key)] = _well_formed(value) if isinstance(value, str) else value
    return seen


def _well_formed(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _refuse(name: str) -> Any:
    raise refus.not_a_value(name)


def _whole(digits: str) -> int:
    # Python itself refuses to read a whole number of more than 4300 digits.
    if len(digits) > LONGEST_NUMBER:
        raise refus.not_a_value(f"{digits[:LONGEST_NUMBER]}…")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if number in {float("inf"), float("-inf")}:
        raise refus.not_a_value(digits)
    return number
