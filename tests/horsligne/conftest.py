"""What the tests of the offline copy share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.conftest import someone
from tests.horsligne.hote import Host


@pytest.fixture(scope="module")
def host_at(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Host]]:
    """Put a copy of the site on line, at a path of its host."""
    hosts: list[Host] = []

    def make(path: str = "/") -> Host:
        hosts.append(Host(site_dir, tmp_path_factory.mktemp("host"), path))
        return hosts[-1]

    yield make
    for host in hosts:
        host.stop()


@pytest.fixture
def context(navigateur: Browser) -> Iterator[BrowserContext]:
    """Open a browser that keeps what sites ask it to keep."""
    made = someone(navigateur, offline_copy=True)
    yield made
    made.close()
