"""What any state of any form must hold to, asked of the page as it stands; and a state that all forms have."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from tests.navigateur.form_page import FormPage
from tests.navigateur.test_accessibilite import violations

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


def check_state(page: Page, width: int, state: str) -> None:
    """Fail where a rule of axe is violated, the page scrolls sideways or a target is too small; `state` names it."""
    assert violations(page) == [], state
    assert page.evaluate("document.documentElement.scrollWidth") <= width, state
    assert page.locator(TARGETS).evaluate_all(SMALL, SMALLEST) == [], state
