"""What the checker says: one fault, where it is, and what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault.  `fichier` is relative to the root; `endroit` is a path such as `$[0].source`.

    A cause makes others: it is told first, and what follows from it waits until it is gone.
    """

    fichier: str
    endroit: str
    code: str
    message: str
    remede: str
    cause: bool = field(default=False, compare=False)

    def as_text(self) -> str:
        """Return the fault as three lines: place, fault, remedy."""
        return f"{self.fichier} {self.endroit}\n  {self.code} {self.message}\n  → {self.remede}"

    def as_json(self) -> dict[str, str]:
        """Return the fault as a JSON object with the names of its fields."""
        return {name: value for name, value in asdict(self).items() if name != "cause"}
