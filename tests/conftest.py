"""What tests share: the built site, a server for it, and a browser.  `make test` builds and installs them first.

Properties are tried the same way on every machine: same examples each time, no limit of time, no memory.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Literal, Protocol

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, BrowserType, CDPSession, Page, expect, sync_playwright

from tests.outils_python_proche import NearHandler
from tests.outils_serveurs import QuietHandler, QuietServer

ROOT = Path(__file__).parents[1]

# Several browsers share a small machine: what is expected may take its time.
expect.set_options(timeout=60_000)

settings.register_profile(
    "repere", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repere")

# Without these, Chromium itself calls its makers, and tests that count requests would count theirs.
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Letters as wide as on a screen, to a fraction of a pixel: without windows, Chromium would round them.
    "--font-render-hinting=none",
    # Each page starts a Python of its own, for a few questions: compiling it a second time, to run faster for long,
    # takes more than it gives.
    "--js-flags=--liftoff-only",
]
# What a site may keep in a browser, but the files that it serves: those are the same from one test to the next.
KEPT = "cookies,file_systems,indexeddb,local_storage,service_workers,cache_storage,storage_buckets"


# A worker that never answers: the form stays as it is while Python comes, without the time of processor that it takes.
STILL = "globalThis.Worker = class extends EventTarget { postMessage() {} terminate() {} };"


class Serve(Protocol):
    """What serves a folder."""

    def __call__(self, folder: Path, handler: type[QuietHandler] = QuietHandler) -> str:
        """Return the address of the folder, without a final slash."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve a folder on this machine: call it with the folder, get its address, without a final slash."""
    with ExitStack() as stack:

        def start(folder: Path, handler: type[QuietHandler] = QuietHandler) -> str:
            server = QuietServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
            Thread(target=server.serve_forever, daemon=True).start()
            return f"http://127.0.0.1:{server.server_address[1]}"

        yield start


@pytest.fixture(scope="session")
def site_dir() -> Path:
    """Return the folder of the built site."""
    folder = ROOT / "site"
    if not (folder / "index.html").is_file():
        pytest.fail("Le site n’est pas construit : lancez « make site », ou « make test » qui s’en charge.")
    return folder


@pytest.fixture(scope="session")
def pyodide(site_dir: Path, serve: Serve) -> str:
    """Return the address of the built site, without a final slash."""
    return serve(site_dir)


@pytest.fixture(scope="session")
def near(site_dir: Path, serve: Serve) -> str:
    """Return the address of the built site with Python beside the browser (tests/outils_python_proche.py)."""
    return serve(site_dir, NearHandler)


@pytest.fixture(scope="session")
def serveur(pyodide: str) -> str:
    """Return the address of the site that most tests of a folder open: as it is."""
    return pyodide


@dataclass(frozen=True, slots=True)
class Chromium:
    """The browser of this machine, not started: tests that kill one, or give it settings, start their own."""

    kind: BrowserType
    path: str

    def launch(self) -> Browser:
        """Start one that remembers nothing."""
        return self.kind.launch(executable_path=self.path, args=BROWSER_ARGUMENTS)

    def launch_with(self, profile: Path) -> BrowserContext:
        """Start one that keeps what it is given in a folder, as a person's own does."""
        return self.kind.launch_persistent_context(
            profile,
            executable_path=self.path,
            args=BROWSER_ARGUMENTS,
            locale="fr-FR",
            timezone_id="Europe/Paris",
            service_workers="block",
        )


def located(*options: str) -> str:
    """Return the path that `.ci/chromium` finds."""
    command = [str(ROOT / ".ci" / "chromium"), "--find", *options]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    if found.returncode:
        pytest.fail(found.stderr)
    return found.stdout.strip()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """Find Chromium, the one that `.ci/chromium` finds."""
    # As in .ci/chromium: Playwright's own Node does not start on a bare Debian.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", shutil.which("node") or "")
    with sync_playwright() as playwright:
        yield Chromium(playwright.chromium, located())


@pytest.fixture
def whole_chromium(chromium: Chromium) -> Chromium:
    """Return the Chromium with windows: it alone reads the settings of a profile."""
    return replace(chromium, path=located("--whole"))


@pytest.fixture(scope="session")
def navigateur(chromium: Chromium) -> Iterator[Browser]:
    """Start Chromium, once for all the tests that share it."""
    browser = chromium.launch()
    yield browser
    browser.close()


def someone(browser: Browser, *, timezone_id: str = "Europe/Paris", offline_copy: bool = False) -> BrowserContext:
    """Open a browser that remembers nothing, in France, without the offline copy: tests of it are apart.

    What moves on a page for the eye alone is still: its frames take a seventh of the time of an answer.
    """
    service_workers: Literal["allow", "block"] = "allow" if offline_copy else "block"
    return browser.new_context(
        locale="fr-FR", timezone_id=timezone_id, service_workers=service_workers, reduced_motion="reduce"
    )


@dataclass(frozen=True, slots=True)
class Shared:
    """A browser that tests use one after the other: the files of the site are read once, what a test leaves is removed."""

    context: BrowserContext
    devtools: CDPSession
    first: Page
    origins: tuple[str, ...]

    def forget(self) -> None:
        """Close the pages of a test, and take away all that they kept or asked for."""
        for page in self.context.pages:
            if page is not self.first:
                page.close()
        self.context.unroute_all()
        self.context.clear_permissions()
        self.context.set_offline(offline=False)
        for origin in self.origins:
            self.devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": KEPT})


@pytest.fixture(scope="session")
def shared(navigateur: Browser, pyodide: str, near: str) -> Iterator[Shared]:
    """Open the browser that tests share."""
    context = someone(navigateur)
    first = context.new_page()
    yield Shared(context, context.new_cdp_session(first), first, (pyodide, near))
    context.close()


@pytest.fixture
def page(shared: Shared) -> Iterator[Page]:
    """Open a page in a browser where nothing is kept, or asked of the next page."""
    yield shared.context.new_page()
    shared.forget()


@pytest.fixture
def own_page(navigateur: Browser) -> Iterator[Page]:
    """Open a page in a browser of its own: for a test that changes every page to come, or leaves what it may not."""
    context = someone(navigateur)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def kept_page(navigateur: Browser) -> Iterator[Page]:
    """Open a page for all the tests of a module: those that begin an empty draft on it spare one another Python's start."""
    context = someone(navigateur)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def still_page(navigateur: Browser) -> Iterator[Page]:
    """Open a page for all the tests of a module that look at pages as they arrive, one after the other, Python never there."""
    context = someone(navigateur)
    context.add_init_script(STILL)
    yield context.new_page()
    context.close()
