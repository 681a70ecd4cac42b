"""What every form says stands in one place; what one kind alone says stands with it."""

from __future__ import annotations

import re
from collections import defaultdict

from tests.conftest import ROOT
from tests.forms.test_gestes_de_la_page import MESSAGES

FORMS = ROOT / "forms"


def sayers() -> dict[str, set[str]]:
    """Find the folders whose scripts say each shared sentence, by its key or by the beginning of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in FORMS.glob("**/*.mjs"):
        text = path.read_text("utf-8")
        said = set(re.findall(r'"(\w+)"|messages\.(\w+)', text))
        whole = {key for pair in said for key in pair}
        # What sharing.mjs is given to begin with goes on with why a file was lacking.
        starts = re.findall(r"`(\w+)_\$\{", text) + re.findall(r'"((?:\w+_)?manque)"', text)
        begun = tuple(f"{start}_" for start in starts)
        for key in MESSAGES:
            if key in whole or (begun and key.startswith(begun)):
                found[key].add(path.relative_to(FORMS).parts[0])
    return found


def test_a_sentence_of_one_kind_stands_with_it() -> None:
    """Every form carries the shared sentences: none of them is said by the scripts of one kind only."""
    alone = {key: kinds for key, kinds in sayers().items() if len(kinds) == 1 and kinds != {"page"}}
    assert alone == {}


def test_a_shared_sentence_is_said_by_somebody() -> None:
    """Some script says each of them, or another sentence has it in it: the pages carry none for nothing."""
    within = {key for sentence in MESSAGES.values() for key in re.findall(r"\{(\w+)\}", sentence)}
    assert MESSAGES.keys() - sayers().keys() - within == set()
