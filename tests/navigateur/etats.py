"""What any state of any form must hold to, asked of the page as it stands; and a state that all forms have."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

from tests.navigateur.form_page import FormPage
from tests.navigateur.test_accessibilite import COLOURS, in_scheme, violations

SMALLEST = 24
# Links inside a sentence are exempt (WCAG 2.5.8); a label is the target of its radio button.
TARGETS = (
    "article :is(button, summary, .r-option, .r-bouton, .r-parcours li a, input[type=text], select):not([hidden] *)"
)
SMALL = """(targets, smallest) => targets.filter((target) => target.checkVisibility()).filter((target) => {
  const { width, height } = target.getBoundingClientRect();
  return width && (width < smallest || height < smallest);
}).map((target) => target.outerHTML.slice(0, 120))"""


def refused(form: FormPage, folder: Path) -> None:
    """Open a file that is not ours."""
    path = folder / "faux.json"
    path.write_text("{}", "utf-8")
    form.open_file(path)
    form.refusal()


@dataclass(frozen=True, slots=True)
class Look:
    """A window and a scheme; `rules` are those of axe that may judge otherwise than in another look, all where empty."""

    width: int
    scheme: Literal["light", "dark"]
    rules: tuple[str, ...] = ()


LIGHT_DESK = Look(1280, "light")
DARK_DESK = Look(1280, "dark", COLOURS)
DARK_PHONE = Look(320, "dark")
# No style tells a window of 390 pixels from one of 320: what is shown is the same, its places are not.
LIGHT_PHONE = Look(390, "light", (*COLOURS, "target-size", "scrollable-region-focusable"))
# Told apart when the page arrives: some folds are open on a desk.
DESK = (LIGHT_DESK, DARK_DESK)
PHONE = (DARK_PHONE, LIGHT_PHONE)


def show_in(page: Page, look: Look) -> None:
    """Give the page a window and a scheme."""
    page.set_viewport_size({"width": look.width, "height": 800})
    page.emulate_media(color_scheme=look.scheme)


def faults_of_state(page: Page, looks: tuple[Look, ...], state: str) -> list[tuple[str, Look, Any]]:
    """Return, by look, the rules of axe that are violated, a page that scrolls sideways, the targets that are too small."""
    found: list[tuple[str, Look, Any]] = []
    for look in looks:
        show_in(page, look)
        in_scheme(page, look.scheme)
        found += [(state, look, violation) for violation in violations(page, look.rules)]
        taken = page.evaluate("document.documentElement.scrollWidth")
        found += [(state, look, f"{taken} pixels are taken")] if taken > look.width else []
        found += [(state, look, target) for target in page.locator(TARGETS).evaluate_all(SMALL, SMALLEST)]
    return found
