"""Chromium or Firefox, driven by puppeteer (pilote/pilote.mjs), for what must be seen in both.

Playwright, which the other tests use, cannot drive the Firefox of a distribution:

    with Pilote("firefox", tmp_path) as browser:
        browser.goto(address)
        browser.evaluate("(name) => document.getElementById(name).textContent", "r-annonce")

Starting Firefox takes seconds: one session for all that a test asserts.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, Self

import pytest

from tests.conftest import BROWSER_ARGUMENTS

ROOT = Path(__file__).parents[1]
SCRIPT = Path(__file__).parent / "pilote" / "pilote.mjs"
# What each is called by puppeteer, and what it is started with.
NAMES = {"chromium": "chrome", "firefox": "firefox"}
ARGUMENTS = {"chromium": BROWSER_ARGUMENTS, "firefox": []}


class PiloteError(AssertionError):
    """The browser could not do what was asked; the text is puppeteer's."""


class Pilote:
    """A browser with one page on screen; dialogs are accepted, downloads go to `downloads`."""

    def __init__(self, name: str, folder: Path) -> None:
        """Start the browser `name` (chromium, firefox), the one that `.ci/` finds; fail the test where there is none."""
        found = subprocess.run([str(ROOT / ".ci" / name), "--find"], capture_output=True, encoding="utf-8", check=False)
        if found.returncode:
            pytest.fail(found.stderr)
        self.name = name
        self.downloads = folder / f"downloads-{name}"
        self.downloads.mkdir(parents=True)
        options = {
            "browser": NAMES[name],
            "executablePath": found.stdout.strip(),
            "args": ARGUMENTS[name],
            "downloads": str(self.downloads),
        }
        self._node = subprocess.Popen(
            ["node", str(SCRIPT), json.dumps(options)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
        )
        self.version = str(self._answer())

    def _answer(self) -> Any:
        if self._node.stdout is None or not (line := self._node.stdout.readline()):
            raise PiloteError(f"{self.name} did not start, or ended")
        answer = json.loads(line)
        if "erreur" in answer:
            raise PiloteError(answer["erreur"])
        return answer["valeur"]

    def ask(self, methode: str, *valeurs: object) -> Any:
        """Do one of the methods of pilote.mjs, and return what it answers.  Raises PiloteError where it cannot."""
        if self._node.stdin is None:
            raise PiloteError(f"{self.name} has ended")
        self._node.stdin.write(json.dumps({"methode": methode, "valeurs": valeurs}) + "\n")
        self._node.stdin.flush()
        return self._answer()

    def open(self) -> None:
        """Put a new page on screen; the one before stays open."""
        self.ask("open")

    def goto(self, address: str) -> None:
        """Go to an address and wait until the page is loaded."""
        self.ask("goto", address)

    def reload(self) -> None:
        """Load the page again."""
        self.ask("reload")

    @property
    def address(self) -> str:
        """Return the address of the page on screen."""
        return str(self.ask("address"))

    def evaluate(self, code: str, *values: object) -> Any:
        """Call a function of the page, given as text, with values; both ways as JSON."""
        return self.ask("evaluate", code, values)

    def text(self, selector: str) -> str:
        """Return the text of the first element found, or nothing where there is none."""
        return str(self.evaluate("(s) => document.querySelector(s)?.textContent ?? ''", selector))

    def attribute(self, selector: str, name: str) -> str | None:
        """Return an attribute of the first element found."""
        found = self.evaluate("(s, n) => document.querySelector(s)?.getAttribute(n) ?? null", selector, name)
        return None if found is None else str(found)

    def click(self, selector: str) -> None:
        """Wait for an element, bring it on screen and click it."""
        self.ask("click", selector)

    def type(self, selector: str, text: str) -> None:
        """Type a text in a field, key by key."""
        self.ask("type", selector, text)

    def press(self, key: str) -> None:
        """Press a key, by its name."""
        self.ask("press", key)

    def hand(self, selector: str, file: Path) -> None:
        """Hand a file to an input of that kind."""
        self.ask("hand", selector, str(file))

    def size(self, width: int, height: int) -> None:
        """Give the page a size, in CSS pixels."""
        self.ask("size", width, height)

    def picture(self, file: Path) -> None:
        """Write what is on screen as a PNG."""
        self.ask("picture", str(file))

    def print(self, file: Path) -> None:
        """Write the page as it prints, as a PDF."""
        self.ask("print", str(file))

    def requests(self) -> list[str]:
        """Return the addresses asked for by every page since the start."""
        return list(self.ask("requests"))

    def errors(self) -> list[str]:
        """Return the errors that no script caught, in every page since the start; Firefox adds what it refused to load."""
        return list(self.ask("errors"))

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the browser."""
        self._node.communicate(timeout=60)
