"""The first screen of a fiche, on a phone: the six answers end above its lower edge, whatever the certification."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from referentials.load import load
from tests.conftest import someone

SLUGS = [certification.slug for certification in load().certifications]
HEIGHT = 844
BOTTOM = "(element) => element.getBoundingClientRect().bottom"


@pytest.mark.parametrize("slug", SLUGS)
def test_six_answers_hold_on_the_first_screen_of_a_phone(navigateur: Browser, serveur: str, slug: str) -> None:
    """At 390 by 844, nothing to scroll: the last of the six answers ends on the screen, each above the next."""
    context = someone(navigateur)
    page = context.new_page()
    page.set_viewport_size({"width": 390, "height": HEIGHT})
    page.goto(f"{serveur}/certifications/{slug}/")
    answers = page.locator(".r-six > div")
    bottoms = [answers.nth(rank).evaluate(BOTTOM) for rank in range(answers.count())]
    assert len(bottoms) == 6
    assert bottoms == sorted(bottoms)
    assert bottoms[-1] <= HEIGHT
    context.close()
