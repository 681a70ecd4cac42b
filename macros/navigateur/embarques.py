"""What the script of a kind of form holds, where its pages would each carry the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Embarques:
    """`messages`: what pages say, by key.  `morceaux`: the HTML that only the script shows, by the name of its place."""

    messages: Mapping[str, str]
    morceaux: Mapping[str, str]
