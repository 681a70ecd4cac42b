"""The security policy of a built page, in the page itself: what it may load and run, and nothing else.

Text in, text out: whoever changes the scripts of a built page calls `secure` on it again.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from types import MappingProxyType

# Types of script elements that browsers run; the others are data, which no policy looks at.
RUN = {"", "module", "text/javascript", "application/javascript"}
# A page with this element starts Python.
PYTHON = "r-configuration"
WASM = "'wasm-unsafe-eval'"
SELF = "'self'"
NONE = "'none'"

# The icons of the theme's style sheets are data: images.
BASE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "default-src": (NONE,),
        "script-src": (SELF,),
        "style-src": (SELF,),
        "img-src": (SELF, "data:"),
        "font-src": (SELF,),
        "connect-src": (SELF,),
        "manifest-src": (SELF,),
        "worker-src": (SELF,),
        "form-action": (SELF,),
        "base-uri": (NONE,),
    }
)

META = re.compile(r'[ \t]*<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
CHARSET = re.compile(r"([ \t]*)<meta charset=[^>]*>\n?")


class NoCharsetError(ValueError):
    """The page has no <meta charset>, after which its policy goes."""


def digest(text: str) -> str:
    """Return a text's digest as policies write it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"


@dataclass(slots=True)
class Inline:
    """What stands in a page itself: digests of its scripts, style elements and style attributes, in order."""

    scripts: dict[str, None] = field(default_factory=dict)
    styles: dict[str, None] = field(default_factory=dict)
    attributes: dict[str, None] = field(default_factory=dict)
    python: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Inline()
        self._into: dict[str, None] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.found.python |= attributes.get("id") == PYTHON
        if "style" in attributes:
            self.found.attributes[digest(attributes["style"])] = None
        if tag == "style":
            self._into = self.found.styles
        elif tag == "script" and "src" not in attributes and attributes.get("type", "").lower() in RUN:
            self._into = self.found.scripts

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"} and self._into is not None:
            self._into[digest("".join(self._text))] = None
            self._into = None
            self._text = []


def inline(html: str) -> Inline:
    """Return what a page holds inline."""
    reader = _Reader()
    # Browsers read every end of line as a line feed before they look at anything.
    reader.feed(html.replace("\r\n", "\n"))
    reader.close()
    return reader.found


def policy(html: str, extra: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> str:
    """Return the policy of a page, computed from its text.

    `extra`: directive → more sources, for a page that is not served (`{"worker-src": ("blob:",)}`).
    """
    found = inline(html)
    directives = dict(BASE)
    directives["script-src"] += (*found.scripts, *((WASM,) if found.python else ()))
    directives["style-src"] += tuple(found.styles)
    if found.attributes:
        directives["style-src-attr"] = ("'unsafe-hashes'", *found.attributes)
    for name, sources in extra.items():
        before = tuple(source for source in directives.get(name, ()) if source != NONE)
        directives[name] = tuple(dict.fromkeys(before + sources))
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def secure(html: str, extra: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> str:
    """Return a page with its policy, in place of the one that it had.

    The policy stands before all that it rules.  Done twice, it changes nothing more.  `extra`: see `policy`.
    Raises NoCharsetError where the page has no <meta charset>.
    """
    bare = META.sub("", html)
    charset = CHARSET.search(bare)
    if charset is None:
        raise NoCharsetError("la page n’a pas de <meta charset> : sa politique de sécurité se place juste après")
    content = escape(policy(bare, extra), quote=False)
    meta = f'{charset[1]}<meta http-equiv="Content-Security-Policy" content="{content}">\n'
    head = bare[: charset.end()]
    return head + ("" if head.endswith("\n") else "\n") + meta + bare[charset.end() :]
