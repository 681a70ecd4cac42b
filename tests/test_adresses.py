"""What was published stays at its address: the pages, the open data, and the anchors of codes that links point at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.test_site import Page

RECORDS = sorted((Path(__file__).parent / "cas" / "adresses").glob("*.json"))
NAMES = [path.stem for path in RECORDS]


def record(path: Path) -> Any:
    """Return the addresses that one day's site had: its pages, its data, and on each page the anchors of codes."""
    return json.loads(path.read_text("utf-8"))


def missing(site: Path, path: Path) -> list[str]:
    """Return the addresses of a record that the built site no longer answers."""
    then = record(path)
    files = {page: site / page.strip("/") / "index.html" for page in then["pages"]}
    gone = [page for page, file in files.items() if not file.is_file()]
    gone += [data for data in then["donnees"] if not (site / data.lstrip("/")).is_file()]
    for page, anchors in then["ancres"].items():
        if page in gone:
            continue
        there = set(Page(files[page].read_text("utf-8")).anchors)
        gone += [f"{page}#{anchor}" for anchor in anchors if anchor not in there]
    return gone


@pytest.mark.parametrize("path", RECORDS, ids=NAMES)
def test_every_address_ever_published_still_answers(path: Path, site_dir: Path) -> None:
    """A page, a file of data, an anchor of a code: none that a link may point at is gone."""
    assert not missing(site_dir, path)


def test_an_address_that_is_gone_would_be_seen(tmp_path: Path) -> None:
    """Of a site that is empty, every page and every file of data is named."""
    then = record(RECORDS[0])
    assert missing(tmp_path, RECORDS[0]) == [*then["pages"], *then["donnees"]]
