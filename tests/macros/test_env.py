"""What the builder of pages calls first: every macro is there, and each build reads the data again."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from macros import define_env, pages, rendering
from referentials import load as module
from referentials import roots
from referentials.load import UnreadableTreeError, load
from tests.outils import CAS


class Builder:
    """What `define_env` asks of mkdocs-macros."""

    def __init__(self) -> None:
        """Begin without any macro."""
        self.macros: dict[str, Callable[..., str]] = {}
        self.page = SimpleNamespace(url="certifications/x/", meta={})
        self.conf = {"site_url": ""}

    def macro(self, function: Callable[..., str], name: str) -> None:
        """Keep a macro under its name."""
        self.macros[name] = function


def test_each_build_reads_the_data_again() -> None:
    """A server builds many times in one process: what was corrected since must show."""
    before, builder = load(), Builder()
    define_env(cast("Any", builder))
    assert load() is not before
    assert builder.macros.keys() == {*pages.SITE, *pages.CERTIFICATION, *pages.PAIRE}


def test_a_file_that_cannot_be_read_stops_the_build_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before any page: a server goes on after that, and says the sentence."""

    def unreadable() -> object:
        return module.build(roots.read(CAS / "fautifs" / "SCH000-virgule-oubliee"))

    unreadable.cache_clear = load.cache_clear  # type: ignore[attr-defined]  # as the cached function has it
    monkeypatch.setattr("macros.load", unreadable)
    with pytest.raises(UnreadableTreeError, match="virgule"):
        define_env(cast("Any", Builder()))


def test_what_every_form_says_is_written_as_the_pages_are() -> None:
    """The scripts have it from the templates: its guillemets hold their words, as in a page."""
    said = rendering.messages()
    assert any("«" in words for words in said.values())
    assert [words for words in said.values() if "« " in words or " »" in words] == []
