"""The security policy of a page, from its text to its text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import csp

HEAD = '<!doctype html>\n<html lang="fr">\n  <head>\n    <meta charset="utf-8">\n    <title>x</title>\n'
ADDED = re.compile(r'    <meta http-equiv="Content-Security-Policy" content="([^"]*)">\n')


def directives(html: str) -> dict[str, list[str]]:
    """Return the policy that a page carries: directive → sources."""
    found = ADDED.search(html)
    assert found
    pairs = (directive.split() for directive in unescape(found[1]).split(";"))
    return {name: sources for name, *sources in pairs}


def test_a_page_with_nothing_inline_runs_its_own_files_only() -> None:
    """No digest, no evaluation, no other origin."""
    found = directives(csp.secure(HEAD))
    assert found["default-src"] == found["base-uri"] == ["'none'"]
    assert found["script-src"] == found["style-src"] == found["worker-src"] == found["connect-src"] == ["'self'"]
    assert "style-src-attr" not in found


def test_what_runs_inline_has_its_digest_and_data_have_none() -> None:
    """Scripts, style elements and style attributes are named by their digests; JSON needs none."""
    body = '<style>p{}</style><script>go()</script><script type="application/ld+json">{}</script>'
    body += '<script src="a.js"></script><p style="--duree: 5">'
    found = directives(csp.secure(HEAD + body))
    assert found["script-src"] == ["'self'", csp.digest("go()")]
    assert found["style-src"] == ["'self'", csp.digest("p{}")]
    assert found["style-src-attr"] == ["'unsafe-hashes'", csp.digest("--duree: 5")]


def test_the_digest_is_the_one_that_browsers_compute() -> None:
    """A known pair, from the specification's way of writing them: SHA-256 in base 64."""
    assert csp.digest("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


def test_webassembly_is_for_the_pages_that_start_python() -> None:
    """A page with the settings of a form may compile it; others may not."""
    form = '<script type="application/json" id="r-configuration">{}</script>'
    assert "'wasm-unsafe-eval'" in directives(csp.secure(HEAD + form))["script-src"]
    assert "'wasm-unsafe-eval'" not in csp.secure(HEAD)


def test_a_changed_script_has_another_policy() -> None:
    """Done again after a change, the old policy is replaced: one meta, the new digest."""
    first = csp.secure(HEAD + "<script>one()</script>")
    second = csp.secure(first.replace("one()", "two()"))
    assert len(ADDED.findall(second)) == 1
    assert directives(second)["script-src"] == ["'self'", csp.digest("two()")]


def test_sources_may_be_added() -> None:
    """A copy that is opened from a folder starts its worker from a blob."""
    found = directives(csp.secure(HEAD, {"worker-src": ("blob:",), "frame-src": ("'self'",)}))
    assert found["worker-src"] == ["'self'", "blob:"]
    assert found["frame-src"] == ["'self'"]


def test_a_page_without_charset_is_refused() -> None:
    """The policy would have no place before what it rules."""
    with pytest.raises(csp.NoCharsetError, match="meta charset"):
        csp.secure("<title>x</title>")


@given(st.text(alphabet=st.characters(exclude_characters="<", exclude_categories=["Cs"])))
def test_securing_twice_changes_nothing_and_the_rest_stays(script: str) -> None:
    """Whatever the script: idempotent, and without its policy the page is the page that came in."""
    page = f"{HEAD}<script>{script}</script>"
    once = csp.secure(page)
    assert csp.secure(once) == once
    assert ADDED.sub("", once, count=1) == page
