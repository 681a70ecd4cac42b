"""What any state of any form must hold to, asked of the page as it stands; and a state that all forms have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import FormPage
from tests.navigateur.test_accessibilite import in_scheme, violations

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
    """A window and a scheme."""

    width: int
    scheme: Literal["light", "dark"]


# No style depends on both at once: two looks see each width and each scheme.  Told apart when the page arrives: some folds
# are open on a desk.
LOOKS = {"bureau": Look(1280, "light"), "téléphone": Look(320, "dark")}
EACH_LOOK = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)


def show_in(page: Page, look: Look) -> None:
    """Give the page a window and a scheme."""
    page.set_viewport_size({"width": look.width, "height": 800})
    page.emulate_media(color_scheme=look.scheme)


def faults_of_state(page: Page, look: Look, state: str, within: Sequence[str] = ()) -> list[tuple[str, Look, Any]]:
    """Return the rules of axe that are violated, a page that scrolls sideways, the targets that are too small.

    `within`: the parts that the state brings, where the rest of the page is as another state has it.
    """
    in_scheme(page, look.scheme)
    found: list[tuple[str, Look, Any]] = [(state, look, violation) for violation in violations(page, (), within)]
    taken = page.evaluate("document.documentElement.scrollWidth")
    found += [(state, look, f"{taken} pixels are taken")] if taken > look.width else []
    found += [(state, look, target) for target in page.locator(TARGETS).evaluate_all(SMALL, SMALLEST)]
    return found
