"""What every built page holds to, whatever its data: all of them are loaded once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.navigateur.test_accessibilite import PAGES, violations
from tests.navigateur.test_politique import WATCH, refused

# The whole of axe is run on these as they arrive, this rule too.
LOOKED_AT = {address.removeprefix("/") for address in PAGES.values()}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page shows once loaded."""

    policies: int
    refused: list[str]
    small: list[object]


def seen(page: Page, address: str, *, targets: bool = True) -> Seen:
    """Load a page and look at it."""
    page.goto(address)
    policies = page.locator("meta[http-equiv=Content-Security-Policy]").count()
    stopped = refused(page)
    small = [node for found in violations(page, ["target-size"]) for node in found["nodes"]] if targets else []
    return Seen(policies, stopped, small)


@pytest.fixture(scope="module")
def watched(kept_page: Page) -> Page:
    """Return a page that notes what its policy stops."""
    kept_page.set_viewport_size({"width": 1280, "height": 900})
    kept_page.add_init_script(WATCH)
    return kept_page


@pytest.fixture(scope="module")
def pages(watched: Page, serveur: str, site_dir: Path) -> dict[str, Seen]:
    """Go through the site: address → what is seen there."""
    paths = sorted(
        path.relative_to(site_dir).as_posix().removesuffix("index.html") for path in site_dir.rglob("*.html")
    )
    assert len(paths) > 30
    return {path: seen(watched, f"{serveur}/{path}", targets=path not in LOOKED_AT) for path in paths}


def test_no_page_is_stopped_by_its_own_policy(pages: dict[str, Seen]) -> None:
    """Every built page, 404 too, loads and runs with nothing refused, and has a policy."""
    assert {path: page.refused for path, page in pages.items() if page.refused} == {}
    assert {path: page.policies for path, page in pages.items() if page.policies != 1} == {}


def test_targets_are_large_enough(pages: dict[str, Seen]) -> None:
    """No link or button is too small, or too near another, for a finger (WCAG 2.5.8)."""
    assert pages.keys() >= LOOKED_AT
    assert {path: page.small for path, page in pages.items() if page.small} == {}


def test_each_can_fail(watched: Page, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """The look itself sees what a policy stops, and two buttons of ten pixels."""
    (tmp_path / "index.html").write_text(
        "<html lang=fr><meta http-equiv=Content-Security-Policy content=\"script-src 'none'\"><title>x</title>"
        "<style>button { all: unset; width: 10px; height: 10px }</style><button>x</button><button>y</button>"
        "<script>globalThis.ran = true</script>",
        "utf-8",
    )
    found = seen(watched, f"{serve(tmp_path)}/")
    assert found.policies == 1
    assert [line.split()[0] for line in found.refused] == ["script-src-elem"]
    assert len(found.small) == 2
