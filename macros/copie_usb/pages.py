"""The HTML of a page, made to open from a folder.  Text in, text out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Set as AbstractSet
from urllib.parse import unquote

from macros.copie_usb.paths import PAGE_SCRIPT

ATTRIBUTES = r'(?:[^<>"]|"[^"]*")*'
# What stands in a script is no HTML: it is matched with it, and left.
PART = re.compile(rf"<script\b({ATTRIBUTES})>(.*?)</script>|<([a-zA-Z][a-zA-Z0-9]*)\b({ATTRIBUTES})>", re.DOTALL)
ADDRESS = re.compile(r'(\s(?:href|xlink:href|action)=")([^"#?]*)')
LINK = re.compile(r'\shref="([^"#?]*)[^"]*"')
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
MODULE = re.compile(r'\stype="module"')
MODULE_NAME = re.compile(r'(\ssrc="[^"]*)\.mjs"')
# A folder has no digest to compare a script with: browsers would refuse it.
DIGEST = re.compile(r'\s(?:integrity="[^"]*"|crossorigin(?:="[^"]*")?)')
SOURCE = re.compile(r'\ssrc="([^"]*)"')
# Loading ahead and installing are for what is served.
SERVED = re.compile(r'\srel="(?:preload|modulepreload|prefetch|manifest)"')
# What a page says only where it is opened from a folder.
HIDDEN = re.compile(r"\shidden(?==|\s|$)(?:=\"[^\"]*\")?")
ONLY_HERE = re.compile(r"\sdata-sans-serveur(?=[\s=]|$)")


def file_of(path: str, place: str) -> str:
    """Return where a relative path leads from the page at `place`; both are below the root of the site."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(path)))


def local_path(path: str, place: str, files: AbstractSet[str]) -> str:
    """Return the path of an address as a folder wants it: with the file that a server would have added.

    `place`: path of the page below the root of the site; `files`: those of every file.
    """
    if not path or SCHEME.match(path):
        return path
    target = posixpath.normpath(posixpath.join(file_of(path, place), "index.html"))
    if target not in files:
        return path
    return "index.html" if path in {".", "./"} else f"{path.removesuffix('/')}/index.html"


def modules(html: str, place: str) -> set[str]:
    """Return the module scripts of a page, as paths below the root of the site."""
    tags = (part[1] for part in PART.finditer(html) if part[1] and MODULE.search(part[1]))
    return {file_of(source[1], place) for tag in tags if (source := SOURCE.search(tag))}


def _without(attributes: str, place: str, absent: AbstractSet[str]) -> str:
    """Return attributes without the address that leads to a file which the copy has not: what had it stays, as text."""

    def kept(address: re.Match[str]) -> str:
        return "" if not SCHEME.match(address[1]) and file_of(address[1], place) in absent else address[0]

    return LINK.sub(kept, attributes)


def local_page(html: str, place: str, files: AbstractSet[str], absent: AbstractSet[str] = frozenset()) -> str:
    """Return a page that needs no server: whole addresses, classic scripts, none that a folder refuses.

    `absent`: the files that the copy leaves to the site; nothing leads to them.
    """

    def script(attributes: str) -> str:
        if not MODULE.search(attributes):
            return DIGEST.sub("", attributes)
        return MODULE_NAME.sub(r'\1.js"', MODULE.sub(" defer", DIGEST.sub("", attributes)))

    def local(part: re.Match[str]) -> str:
        if part[3] is None:
            return f"<script{script(part[1])}>{part[2]}</script>"
        name, attributes = part[3], part[4]
        if name == "link" and SERVED.search(attributes):
            return ""
        present = _without(attributes, place, absent)
        if name == "link" and present != attributes:
            return ""
        attributes = present
        if ONLY_HERE.search(attributes):
            attributes = HIDDEN.sub("", attributes)
        found = ADDRESS.sub(lambda address: address[1] + local_path(address[2], place, files), attributes)
        return f"<{name}{found}>"

    first = f'<script src="{"../" * place.count("/")}{PAGE_SCRIPT}"></script>\n'
    return PART.sub(local, html).replace("</head>", f"{first}</head>", 1)
