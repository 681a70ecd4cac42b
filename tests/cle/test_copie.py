"""The files of the copy: every link leads to one, and every page asks for nothing that a folder refuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from macros.copie_usb.build import build
from macros.copie_usb.pages import local_page, local_path
from referentials.load import load

TAG = re.compile(r'<(?P<name>[a-z]+)(?P<attributes>(?:\s[^\s=<>"]+(?:="[^"]*")?)*)\s*/?>')
POINTER = re.compile(r'\s(?:href|src|action|data|poster)="([^"]*)"')
FILES = frozenset({"index.html", "a/index.html", "a/b/index.html", "a/b/c.json"})


def pointers(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Give each address of each page: page, name of its element, address."""
    for path in sorted(folder.rglob("*.html")):
        for tag in TAG.finditer(re.sub(r"(?s)(<script\b[^>]*>).*?</script>", r"\1", path.read_text("utf-8"))):
            for address in POINTER.findall(tag["attributes"]):
                yield path.relative_to(folder).as_posix(), tag["name"], address


@pytest.mark.parametrize(
    ("path", "place", "expected"),
    [
        (".", "index.html", "index.html"),
        ("a/", "index.html", "a/index.html"),
        ("../", "a/b/index.html", "../index.html"),
        ("../..", "a/b/index.html", "../../index.html"),
        ("c.json", "a/b/index.html", "c.json"),
        ("absent/", "index.html", "absent/"),
        ("https://exemple.fr/a/", "index.html", "https://exemple.fr/a/"),
        ("//exemple.fr/", "index.html", "//exemple.fr/"),
        ("", "a/index.html", ""),
    ],
)
def test_a_folder_is_named_with_its_file(path: str, place: str, expected: str) -> None:
    """An address that a server would complete is complete; a file, another site and the page itself stay."""
    assert local_path(path, place, FILES) == expected


def test_what_a_folder_refuses_goes() -> None:
    """Modules become classic, digests and loading ahead go, anchors and queries stay; no text changes, nor data."""
    page = (
        '<html><head><link rel="preload" href="x.woff2" as="font" crossorigin></head><body>'
        '<a href="a/?q=1&amp;r=2#ici">a/</a><form action="a/b/"></form><p data-sans-serveur hidden>x</p><p hidden>y</p>'
        '<script type="application/json">{"racine": "a/", "t": "<a href=\\"a/\\">"}</script>'
        '<script type="module" src="p.mjs" integrity="sha256-x"></script></body></html>'
    )
    assert local_page(page, "index.html", FILES) == (
        '<html><head><script src="assets/copie/page.js"></script>\n</head><body>'
        '<a href="a/index.html?q=1&amp;r=2#ici">a/</a><form action="a/b/index.html"></form><p data-sans-serveur>x</p><p hidden>y</p>'
        '<script type="application/json">{"racine": "a/", "t": "<a href=\\"a/\\">"}</script>'
        '<script defer src="p.js"></script></body></html>'
    )


def test_nothing_leads_to_what_the_copy_leaves_to_the_site() -> None:
    """The words of a link stay; a link for machines goes; an address elsewhere is left alone."""
    absent = frozenset({"api/v1/collection.json"})
    page = (
        '<head><link rel="alternate" href="../api/v1/collection.json"></head>'
        '<a class="x" href="../api/v1/collection.json">tout</a>'
        '<a href="../api/v1/index.json">liste</a> <a href="https://x.example/api/v1/collection.json">autre</a>'
    )
    found = local_page(page, "donnees/index.html", absent | {"api/v1/index.json"}, absent)
    assert "alternate" not in found
    assert '<a class="x">tout</a>' in found
    assert '<a href="../api/v1/index.json">' in found
    assert '<a href="https://x.example/api/v1/collection.json">' in found


def test_every_link_leads_to_a_file_of_the_copy(unzip: Callable[[str], Path]) -> None:
    """Each address of each page is another site's, for people to follow, or a file of the folder; never a folder."""
    folder = unzip("copie")
    found = list(pointers(folder))
    assert len({page for page, _, _ in found}) == len(list(folder.rglob("*.html"))) > 30
    broken = []
    for page, name, address in found:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            assert name in {"a", "link"} or parts.scheme == "data", (page, address)
            continue
        target = (folder / page).parent / unquote(parts.path) if parts.path else folder / page
        if not target.is_file() or not target.resolve().is_relative_to(folder.resolve()):
            broken.append((page, address))
    assert broken == []


def test_no_page_asks_for_what_a_folder_refuses(unzip: Callable[[str], Path]) -> None:
    """No module, no digest, no manifest; the files that only a server uses are not there."""
    folder = unzip("copie")
    for path in folder.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r'type="module"|\sintegrity=|rel="(preload|modulepreload|manifest)"', text), path
    names = {path.name for path in folder.rglob("*") if path.is_file()}
    assert not {name for name in names if name.endswith((".mjs", ".map", ".wasm", ".whl"))}
    assert not names & {"404.html", "sitemap.xml", "robots.txt"}
    assert {"index.html", "LISEZ-MOI.txt", "LICENCES.txt", "api-index.schema.json"} <= names
    assert (folder / "LISEZ-MOI.txt").read_text("utf-8-sig").startswith("REPÈRE")


def test_the_copy_has_no_bulk_data(unzip: Callable[[str], Path]) -> None:
    """Of the open data, the list, whom to ask, and one file a certification: the whole again is for who downloads it."""
    folder = unzip("copie") / "api" / "v1"
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    certifications = {f"certifications/{one.slug}.json" for one in load().certifications}
    assert found == {"index.json", "orientation.json"} | certifications


def test_the_zip_is_the_same_each_time(zip_de_la_copie: Path, tmp_path: Path) -> None:
    """Two zips of the same site are equal to the byte: one may publish a digest."""
    assert build(tmp_path).read_bytes() == zip_de_la_copie.read_bytes()
