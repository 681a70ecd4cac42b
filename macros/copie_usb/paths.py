"""What the copy is made from, where it goes, and what it is called."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = ROOT / "macros" / "copie_usb"
SITE = ROOT / "site"
BUILD = ROOT / "build"
# The name of the zip, and of the folder in it: people see both.
NAME = "repere-hors-ligne"

# The script that every page begins with.
PAGE_SCRIPT = "assets/copie/page.js"
README = "LISEZ-MOI.txt"
