"""What the builder of pages calls first: every macro is there, and each build reads the data again."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from macros import define_env, pages, rendering
from referentials import load as module
from referentials import roots
from referentials.load import UnreadableTreeError, load
from tests.outils import CAS
from tests.outils_pages import source


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
    for kept in rendering.embarques().values():
        said = kept.messages
        assert any("«" in words for words in said.values())
        assert [words for words in said.values() if "« " in words or " »" in words] == []


def test_the_script_of_a_kind_says_what_is_of_it_and_no_page_repeats_it() -> None:
    """Each kind has the shared sentences and its own, in its own words where it has some; its pages carry none of them."""
    said = {kind: kept.messages for kind, kept in rendering.embarques().items()}
    assert {"annule", "qui_signe", "ligne_ajoutee", "calcul_pret"} <= said["livret_de_reperage"].keys()
    assert said["livret_de_reperage"]["fichier_ouvert"] != said["auto_positionnement"]["fichier_ouvert"]
    assert "qui_signe" not in said["auto_positionnement"]
    for dossier, sentences in said.items():
        page = source(dossier, load(), "cqp-vendeur-conseil-a-distance")
        assert [words for words in sentences.values() if json.dumps(words, ensure_ascii=False) in page] == []
