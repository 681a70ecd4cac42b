"""Midnight, time zones and the nights when clocks change: the day of a file is the person's, and stays so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import someone
from tests.navigateur.form_page import FormPage, until
from tests.pannes.frappe import without_python

# Half past midnight on the first of March is still February in UTC, or the day before in Cayenne; 29 March loses an hour.
CASES = [
    ("Europe/Paris", "2026-03-01T00:30:00+01:00", "2026-03-01T00:30:00+01:00"),
    ("Europe/Paris", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00+01:00"),
    ("Europe/Paris", "2026-03-29T01:30:00Z", "2026-03-29T03:30:00+02:00"),
    ("America/Cayenne", "2026-03-01T02:30:00Z", "2026-02-28T23:30:00-03:00"),
    ("Pacific/Noumea", "2026-02-28T13:30:00Z", "2026-03-01T00:30:00+11:00"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[2]}")
def test_a_file_says_the_day_and_hour_where_one_is(
    navigateur: Browser, serveur: str, tmp_path: Path, case: tuple[str, str, str]
) -> None:
    """In the file, in its name, and told after a reload: the local day, with the offset of that moment."""
    zone, moment, expected = case
    context = someone(navigateur, timezone_id=zone)
    without_python(context)
    page = context.new_page()
    page.clock.set_fixed_time(moment)
    form = FormPage(page, serveur).open()
    form.answer("U1-C1-E1", "oui")
    saved = form.save_file(tmp_path)
    assert json.loads(saved.read_text("utf-8"))["exporte_le"] == expected
    assert saved.name.endswith(f"-{expected[:10]}.json")
    until(form.settled, "the draft is on the disk")
    page.reload()
    form.tied()
    assert "maintenant" in page.inner_text("#r-etat-fichier")
    context.close()
