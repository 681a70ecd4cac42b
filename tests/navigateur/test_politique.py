"""The security policy of the built pages, in a real browser: nothing of ours is stopped, anything else is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import SLUG, FormPage, until

pytestmark = pytest.mark.pyodide

FICHE = f"/certifications/{SLUG}/"
WATCH = """
globalThis.refused = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, sample }) =>
  globalThis.refused.push([violatedDirective, blockedURI, sourceFile ?? "", sample].join(" ")));
"""


@pytest.fixture(scope="module")
def watched(kept_page: Page) -> Page:
    """Return a page that notes what its policy stops."""
    kept_page.add_init_script(WATCH)
    return kept_page


def refused(page: Page) -> list[str]:
    """Return what the policy has stopped since the page was opened."""
    return list(page.evaluate("refused"))


def test_search_palette_and_sharing_work_under_it(watched: Page, serveur: str) -> None:
    """The search, its index and its texts load; colours change; nothing is refused."""
    watched.goto(serveur + FICHE)
    watched.get_by_role("radio", name="Affichage automatique").focus()
    watched.keyboard.press("ArrowRight")
    watched.keyboard.press("ArrowRight")
    assert watched.evaluate("document.body.dataset.mdColorScheme") == "slate"
    watched.goto(f"{serveur}{FICHE}?q=réclamation")
    watched.locator("[data-recherche-liste] mark").first.wait_for(timeout=60_000)
    assert refused(watched) == []


def test_the_form_computes_under_it(watched: Page, serveur: str) -> None:
    """Python starts, scores and prints; nothing is refused."""
    form = FormPage(watched, serveur).open().computed()
    form.answer("U1-C1-E1", "oui")
    until(form.settled, "the draft is on the disk")
    watched.emulate_media(media="print")
    assert refused(watched) == []
    watched.emulate_media(media="screen")


def test_strange_scripts_and_origins_are_stopped(watched: Page, serveur: str) -> None:
    """Inline scripts, handlers, evaluation, a base, and all that would go elsewhere or come from there do nothing."""
    watched.goto(serveur + FICHE)
    watched.evaluate(
        """async () => {
          const script = document.createElement("script");
          script.textContent = "globalThis.ran = true";
          const image = document.createElement("img");
          image.setAttribute("onerror", "globalThis.ran = true");
          image.src = "http://other.invalid/i.png";
          const base = document.createElement("base");
          base.href = "http://other.invalid/";
          document.body.append(script, image, base);
          const frame = document.createElement("iframe");
          frame.src = "http://other.invalid/f";
          const object = document.createElement("object");
          object.data = "http://other.invalid/o";
          const sheet = document.createElement("link");
          [sheet.rel, sheet.href] = ["stylesheet", "http://other.invalid/s.css"];
          const styled = document.createElement("p");
          styled.setAttribute("style", "background: url(http://other.invalid/b)");
          const form = document.createElement("form");
          [form.action, form.method] = ["http://other.invalid/", "post"];
          document.body.append(frame, object, sheet, styled, form);
          form.submit();
          navigator.sendBeacon("http://other.invalid/", "x");
          try { new WebSocket("ws://other.invalid/"); } catch {}
          await fetch("http://other.invalid/").catch(() => {});
          try { new Worker(URL.createObjectURL(new Blob(["1"]))); } catch {}
          // Not at once: while the debugger evaluates, evaluation is allowed.
          setTimeout(() => new Function("globalThis.ran = true")());
        }"""
    )
    stopped = {"script-src-elem", "script-src-attr", "img-src", "base-uri", "connect-src", "script-src", "worker-src"}
    stopped |= {"frame-src", "object-src", "style-src-elem", "style-src-attr", "form-action"}
    until(lambda: stopped <= {line.split()[0] for line in refused(watched)}, "all are stopped")
    assert watched.evaluate("globalThis.ran") is None
    assert watched.evaluate("document.baseURI").startswith(serveur)
