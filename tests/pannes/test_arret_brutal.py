"""The whole browser is killed while one types, and started again on the same profile."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error

from tests.conftest import Chromium
from tests.navigateur.form_page import until
from tests.pannes.frappe import ESSAIS, KINDS, opened, seeds, typed, without_python
from tests.pannes.releve import record

# What the disk may be late by, in seconds: see docs of IndexedDB's durability, and the measure in README.md.
LATE = 0.5


def process_of(profile: Path) -> int:
    """Return the number of the browser on this profile: not of what it started, nor of the script that started it."""
    running = subprocess.run(["ps", "-ewwo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    (found,) = (
        int(pid)
        for pid, program, *options in (line.split() for line in running.splitlines())
        if f"--user-data-dir={profile}" in options
        and program != "/bin/sh"
        and not any(option.startswith("--type=") for option in options)
    )
    return found


def alive(pid: int) -> bool:
    """Return whether a process is still there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def kill(context: BrowserContext, profile: Path) -> None:
    """Kill the browser, which can do nothing about it, and wait until it is gone."""
    pid = process_of(profile)
    os.kill(pid, signal.SIGKILL)
    with suppress(Error):
        context.close()
    until(lambda: not alive(pid), "the browser is gone")


@pytest.mark.parametrize("seed", seeds(2))
def test_at_most_half_a_second_is_lost(chromium: Chromium, serveur: str, tmp_path: Path, seed: int) -> None:
    """Killed at a moment drawn by lot, the browser gives back all that was typed more than half a second before."""
    draw = random.Random(f"arrêt {seed}")  # noqa: S311 — a trial is drawn again from its seed
    context = chromium.launch_with(tmp_path)
    without_python(context)
    kind = KINDS[seed % len(KINDS)]
    frappe = typed(opened(context.new_page(), serveur, kind), draw)
    end = time.monotonic()
    kill(context, tmp_path)
    again = chromium.launch_with(tmp_path)
    without_python(again)
    found = opened(again.new_page(), serveur, kind).page.locator(f"#{frappe.place}").input_value()
    again.close()
    lost = frappe.lost_time(found, end)
    if ESSAIS:
        record("arrêt brutal", signes=len(frappe.sent), perdus=frappe.lost(found), millisecondes=round(lost * 1000))
    assert frappe.sent.startswith(found)
    assert lost <= LATE, f"{frappe.lost(found)} lost of {len(frappe.sent)}, {lost:.3f} s"
