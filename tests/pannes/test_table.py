"""The table of faults names, for each, tests that exist; no row is missing."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROWS = 51
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")


def rows() -> dict[int, list[tuple[str, str]]]:
    """Return the tests that each numbered row names: file, and function where one is named."""
    lines = Path(__file__).with_name("README.md").read_text("utf-8").splitlines()
    found = (re.match(r"\| (\d+) \|", line) for line in lines)
    return {int(number[1]): TEST.findall(number.string) for number in found if number}


def missing(tests: list[tuple[str, str]]) -> list[str]:
    """Return the tests that are not there."""

    def there(file: str, name: str) -> bool:
        path = ROOT / file
        return path.is_file() and (not name or f"def {name}(" in path.read_text("utf-8"))

    return [f"{file}::{name}" for file, name in tests if not there(file, name)]


def test_each_row_names_tests_that_exist() -> None:
    """Every row, in order, each with one test at least, and all of them there."""
    table = rows()
    assert list(table) == list(range(1, ROWS + 1))
    assert {number: missing(tests) for number, tests in table.items() if not tests or missing(tests)} == {}


def test_a_test_that_is_not_there_would_be_seen() -> None:
    """The check itself finds a file and a function that do not exist."""
    assert missing([("tests/pannes/test_absent.py", ""), ("tests/pannes/test_table.py", "test_absent")]) == [
        "tests/pannes/test_absent.py::",
        "tests/pannes/test_table.py::test_absent",
    ]
