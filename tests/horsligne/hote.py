"""A host of one's own: a copy of the built site that a test may change, put on line, taken off, put in a sub-folder."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from threading import Thread

from playwright.sync_api import BrowserContext, Error, Page

from macros.hors_ligne import service_worker
from tests.conftest import QuietHandler, QuietServer
from tests.navigateur.form_page import until

# More than any site of the tests weighs.
WHOLE = 10**9
READY = "[data-hors-ligne=pied]:not([hidden])"
OFFER = "[data-maj]:not([hidden])"


class Varying(QuietHandler):
    """Serves a folder, and says that each answer depends on what the browser prefers, as hosts that compress do."""

    def end_headers(self) -> None:
        """Add the header to each answer."""
        self.send_header("Vary", "Accept, Accept-Encoding, Accept-Language, Cookie, Origin")
        super().end_headers()


class Host:
    """A static host on this machine.  `path`: where the site stands on it."""

    handler: type[QuietHandler] = QuietHandler

    def __init__(self, site: Path, folder: Path, path: str = "/") -> None:
        """Copy the site into an empty folder and go on line."""
        self.folder = folder
        self.site = folder / path.strip("/")
        self.path = path
        shutil.copytree(site, self.site, copy_function=shutil.copyfile, dirs_exist_ok=True)
        self._server: QuietServer | None = None
        self._port = 0
        self.start()

    @property
    def address(self) -> str:
        """The address of the site, with its final slash."""
        return f"http://127.0.0.1:{self._port}{self.path}"

    def start(self) -> None:
        """Go on line, at the same address each time."""
        self._server = QuietServer(("127.0.0.1", self._port), partial(self.handler, directory=str(self.folder)))
        self._port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Go off line: connections are refused."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def change(self, name: str, old: str, new: str) -> None:
        """Change a text in a file of the site, as an author does; `publish` comes after."""
        path = self.site / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def publish(self, plafond: int = WHOLE) -> None:
        """Make the service worker of the pages as they now are.  `plafond`: what the copy keeps unasked."""
        service_worker.write(self.site, plafond)


def cut(host: Host, context: BrowserContext) -> None:
    """Cut the network on both sides: the browser's, and the server itself."""
    context.set_offline(True)
    host.stop()


def restore(host: Host, context: BrowserContext) -> None:
    """Put the network back."""
    host.start()
    context.set_offline(False)


def installed(page: Page, host: Host, address: str = "") -> None:
    """Open a page and wait until the copy is on the device."""
    page.goto(host.address + address)
    until(lambda: page.locator(READY).count() == 1, "the copy is there")


def caches(page: Page) -> list[str]:
    """Return the names of the caches of the origin."""
    return list(page.evaluate("caches.keys()"))


def registration(page: Page) -> dict[str, str | None]:
    """Return the state of each worker of the page's registration; nothing where there is none."""
    return dict(
        page.evaluate(
            """async () => {
              const found = await navigator.serviceWorker.getRegistration();
              if (!found) return {};
              const { active, waiting, installing } = found;
              return { active: active?.state ?? null, waiting: waiting?.state ?? null, installing: installing?.state ?? null };
            }"""
        )
    )


def activated(page: Page) -> bool:
    """Say whether no version waits any more; a page that is being loaded again does not know yet."""
    try:
        return registration(page).get("waiting", "") is None
    except Error:
        return False


def update(page: Page) -> None:
    """Have the browser look for a new version, and wait until it has settled."""
    page.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.update()).catch(() => {})")
    until(lambda: registration(page)["installing"] is None, "the new version has settled")
