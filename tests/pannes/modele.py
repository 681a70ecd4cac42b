"""What must be in each draft after gestures on several livrets, whatever came late: a reference without any browser.

Each word says whose it is.  A word that somebody typed, and did not delete, is in a draft; a draft holds words of one
person only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

WORD = re.compile(r"\b(p\d+)-\d+\b")


def words(brouillon: Mapping[str, Any]) -> dict[str, str]:
    """Return the words of a draft, those put aside too, and whose each is."""
    text = json.dumps(brouillon["contenu"], ensure_ascii=False)
    return {found[0]: found[1] for found in WORD.finditer(text)}


def people(brouillon: Mapping[str, Any]) -> set[str]:
    """Return whose words a draft holds, and whose name it bears."""
    named = brouillon["contenu"]["valeurs"].get("candidat-nom", {}).get("valeur")
    return {*words(brouillon).values(), *([named] if named else [])}


@dataclass(slots=True)
class Modele:
    """The words that must be found, by person, and those that must not come back."""

    typed: dict[str, list[str]] = field(default_factory=dict)
    seen: dict[str, set[str]] = field(default_factory=dict)
    deleted: dict[str, set[str]] = field(default_factory=dict)
    erased: dict[str, set[str]] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)

    def write(self, qui: str, mot: str) -> None:
        """Note a word that somebody has typed: from now on it must be found."""
        self.typed.setdefault(qui, []).append(mot)
        self.go_on(qui)

    def go_on(self, qui: str) -> None:
        """Note that one goes on with a draft that another tab is deleting: what it held may come back."""
        self.deleted.pop(qui, None)
        self.erased.pop(qui, None)

    def see(self, drafts: Iterable[Mapping[str, Any]]) -> None:
        """Note what files brought into the drafts that are on the disk: it stays, whatever comes."""
        for brouillon in drafts:
            for mot, qui in words(brouillon).items():
                if mot not in self.deleted.get(qui, ()) and mot not in self.erased.get(qui, ()):
                    self.seen.setdefault(qui, set()).add(mot)

    def undo(self) -> None:
        """Undo: what files brought may go, what was typed may not."""
        self.seen.clear()

    def delete(self, qui: str) -> None:
        """Delete a draft of somebody: what it held is not missed, and it does not come back unless its person goes on.

        An answer that came late may have made another draft of the same words, which stays.
        """
        self.deleted.setdefault(qui, set()).update(self._gone(qui))

    def remove(self, brouillon: str) -> None:
        """Note the draft that the disk was told to delete, by its id."""
        self.removed.add(brouillon)

    def erase(self) -> None:
        """Erase everything."""
        for qui in (*self.typed, *self.seen):
            self.erased.setdefault(qui, set()).update(self._gone(qui))

    def _gone(self, qui: str) -> set[str]:
        return {*self.typed.pop(qui, ()), *self.seen.pop(qui, ())}

    def lost(self, drafts: Iterable[Mapping[str, Any]]) -> list[str]:
        """Return the words that should be in a draft of their person and are not."""
        found = {mot for brouillon in drafts for mot in words(brouillon)}
        due = {mot: None for mots in (*self.typed.values(), *map(sorted, self.seen.values())) for mot in mots}
        return [mot for mot in due if mot not in found]

    def back(self, drafts: Iterable[Mapping[str, Any]]) -> list[str]:
        """Return the words of deleted drafts that are there again, and the erased words that are in any draft."""
        erased = {mot for mots in self.erased.values() for mot in mots}
        deleted = {mot for mots in self.deleted.values() for mot in mots}
        return sorted(
            mot
            for brouillon in drafts
            for mot in words(brouillon)
            if mot in erased or (mot in deleted and brouillon["id"] in self.removed)
        )

    @staticmethod
    def mixed(drafts: Iterable[Mapping[str, Any]]) -> list[list[str]]:
        """Return the people of each draft that holds words of several."""
        return [sorted(who) for brouillon in drafts if len(who := people(brouillon)) > 1]
