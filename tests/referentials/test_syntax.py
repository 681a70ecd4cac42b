"""What a text that is not JSON is told: the same words whichever Python reads it."""

from __future__ import annotations

from json import JSONDecodeError

import pytest

from referentials.syntax import explain

TRAILING = '{\n  "a": [\n    1,\n    2,\n  ]\n}\n'
COMMA = TRAILING.index(",\n  ]")


@pytest.mark.parametrize(
    "error",
    [
        JSONDecodeError("Expecting value", TRAILING, TRAILING.index("]")),
        JSONDecodeError("Illegal trailing comma before end of array", TRAILING, COMMA),
    ],
    ids=["3.12", "3.13"],
)
def test_a_comma_too_many_is_told_alike_by_every_python(error: JSONDecodeError) -> None:
    """Python 3.13 stops at the comma, those before at the bracket: the fault, the remedy and the line are the same."""
    fault, remedy, line = explain(error)
    assert (fault, line) == ("une virgule est de trop avant « ] »", 4)
    assert remedy == "retirez la virgule qui suit le dernier élément"
