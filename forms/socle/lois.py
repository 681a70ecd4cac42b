"""What the law says, on some days, beside a rule of a source: told with it wherever the rule is, the rule itself unchanged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from forms.socle.phrases import typeset


@dataclass(frozen=True, slots=True)
class LoiDuJour:
    """A sentence of the law, and the first and the last day (AAAA-MM-JJ) on which it holds; None: without such a bound."""

    phrase: str
    du: str | None = None
    au: str | None = None

    def holds(self, jour: str) -> bool:
        """Tell whether it holds on a day, both ends included."""
        return (self.du is None or jour >= self.du) and (self.au is None or jour <= self.au)


def from_json(donnees: Any) -> tuple[LoiDuJour, ...]:
    """Return the law of a JSON object that may have some."""
    return tuple(LoiDuJour(**one) for one in donnees.get("droit", ()))


def beside(phrase: str, lois: Iterable[LoiDuJour], jour: str) -> str:
    """Return a sentence on a rule, followed by what the law says of it on a day."""
    return typeset(" ".join([phrase, *(one.phrase for one in lois if one.holds(jour))]))
