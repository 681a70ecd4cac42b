"""RGAA 4.1: criteria, or parts of them, that a machine can decide and axe does not, on a page of every kind.

What passes here is not conform for all that: a person has to judge.  The number of each criterion is in the docstrings
and names each probe.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.navigateur.form_page import until
from tests.navigateur.test_accessibilite import PAGES, SLUG, UNFOLD

KINDS = PAGES | {
    "comparer": "/comparer/",
    "paire": "/comparer/cqp-vendeur-conseil-a-distance-2018--cqp-vendeur-conseil-a-distance/",
    "données": "/donnees/",
    "accessibilité": "/accessibilite/",
    "confidentialité": "/confidentialite/",
    "contribuer": "/contribuer/",
    "déployer": "/deployer/",
}
# Tab is pressed once for each stop: the shorter pages of the same kinds.
AUTRE = "/certifications/charge-de-clientele"
TABBED = KINDS | {
    "référentiel": f"/certifications/{SLUG}/referentiel/",
    "évaluations": f"{AUTRE}/evaluations/",
    "règlement": f"{AUTRE}/reglement/",
}
for name in ("formulaire-du-titre", "discordances"):
    TABBED.pop(name)

# Criterion → function that returns the elements at fault.
PROBES = {
    "1.1, 1.2 a drawing has a name, or is hidden": """
        all("svg").filter((svg) => !svg.closest("[aria-hidden=true]")
          && !(svg.hasAttribute("role") && (svg.getAttribute("aria-label") || svg.getAttribute("aria-labelledby"))))""",
    "1.1 an image has an alternative": "all('img').filter((image) => !image.hasAttribute('alt'))",
    "5.4 a table of data has a caption": "all('table').filter((table) => !table.caption?.textContent.trim())",
    "5.6, 5.7 a header cell says what it heads": """
        all("table th").filter((th) => !["col", "row", "colgroup", "rowgroup"].includes(th.getAttribute("scope")))""",
    "5.7 a table has headers": "all('table').filter((table) => !table.querySelector('th'))",
    "7.5 what changes by itself is announced": """
        all("[data-compte], [data-compte-liste], [data-replis-annonce], #r-annonce, [data-recherche-annonce]")
          .filter((output) => !output.closest("output, [role=status], [role=alert], [aria-live]"))""",
    "8.1 the type of the document is said": "document.doctype?.name === 'html' ? [] : [document.documentElement]",
    "8.3, 8.4 the language is French": "document.documentElement.lang === 'fr' ? [] : [document.documentElement]",
    "8.9 line breaks do not make paragraphs": """
        all("br").filter((br) => {
          let before = br.previousSibling;
          while (before?.nodeType === 3 && !before.data.trim()) before = before.previousSibling;
          return before?.nodeName === "BR";
        })""",
    "9.1 headings descend one level at a time, from one h1": """
        all("h1, h2, h3, h4, h5, h6").filter((heading, i, headings) =>
          heading.localName === "h1" ? i > 0 : !i || heading.localName[1] - headings[i - 1].localName[1] > 1)""",
    "9.1 a heading says something": "all('h1, h2, h3, h4, h5, h6').filter((heading) => !heading.textContent.trim())",
    "9.2 one header, one main, one footer": """
        ["body > header", "main", "footer"].filter((zone) => all(zone).length !== 1).map((zone) => document.body)""",
    "9.2, 12.6 each navigation has its name": """
        all("nav").filter((nav, i, navs) => !name(nav) || navs.findIndex((other) => name(other) === name(nav)) !== i)""",
    "9.3 a list holds its items": """
        all("ul, ol").filter((list) => [...list.children].some((child) => !child.matches("li, script, template")))""",
    "10.1 no attribute for looks": "all('[align], [bgcolor], [border], center, font, [color]:not(svg *)')",
    "11.1, 11.2 each field has a label": """
        all("input:not([type=hidden]), select, textarea").filter((field) =>
          getComputedStyle(field).display !== "none" && !field.closest("[hidden]")
          && !field.getAttribute("aria-label") && ![...field.labels ?? []].some((label) => label.textContent.trim()))""",
    "11.5, 11.6 radio buttons are grouped under a legend": """
        all("input[type=radio]").filter((radio) => {
          const group = radio.closest("fieldset, [role=radiogroup]");
          return !group || !(group.querySelector(":scope > legend")?.textContent.trim() || group.getAttribute("aria-label"));
        })""",
    "11.9 a button says what it does": """
        all("button").filter((button) => !(button.textContent.trim() || button.getAttribute("aria-label")))""",
    "12.8 the order of the keyboard is not forced": "all('[tabindex]').filter((element) => element.tabIndex > 0)",
    "13.1 nothing is reloaded by itself": "all('meta[http-equiv=refresh i]')",
    "13.2 no window opens by itself": "all('a[target], form[target], area[target]')",
    "13.8 nothing moves by itself": "all('marquee, blink, video[autoplay], audio[autoplay]')",
}
RUN = """(probe) => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const name = (element) => element.getAttribute("aria-label")
      ?? document.getElementById(element.getAttribute("aria-labelledby"))?.textContent;
    return eval(probe).map((element) => element.outerHTML.slice(0, 120));
}"""

# What WCAG 1.4.12 lets a reader ask for.
ADOPT = (
    "(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet); }"
)
SPACING = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
"""
# Text that its own box, or the box around it, cuts.
CLIPPED = """() => [...document.querySelectorAll("body *")].filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    if (element.closest(".r-invisible, .md-search, svg, textarea")) return false;
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) return false;
    const style = getComputedStyle(element);
    const cut = (way) => ["hidden", "clip"].includes(style[way]);
    return (cut("overflowX") && element.scrollWidth > element.clientWidth + 1)
      || (cut("overflowY") && element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 120))"""

# Follows the focus: order, and how each stop looks with it and once left.
WATCH = """() => {
    const looks = (element) => [element, element.nextElementSibling, element.closest("label"), element.querySelector("rect")].map((e) => {
      if (!e) return "";
      const style = getComputedStyle(e);
      return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor, style.stroke].join();
    }).join(" / ");
    window.stops = [];
    let last, look;
    const leave = () => {
      if (last && looks(last) === look) window.stops.at(-1).fault = "its look is the same without the focus";
    };
    document.addEventListener("focusin", ({ target }) => {
      if (window.stops.at(-1)?.end) return;
      leave();
      const back = last && !(last.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
      window.stops.push({
        html: target.outerHTML.slice(0, 120),
        fault: back ? "it comes before the one that was left" : "",
        end: target === [...document.querySelectorAll("footer a")].at(-1),
      });
      [last, look] = [target, looks(target)];
    });
}"""


def opened(page: Page, address: str, width: int = 1280, height: int = 900) -> Page:
    """Open a page with every fold of its text open: what is folded counts as well."""
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    page.evaluate(UNFOLD)
    return page


def cut_once_spaced(page: Page, width: int) -> list[str]:
    """Return the text that the spacing a reader may ask for cuts, and what then scrolls sideways."""
    # As an extension does: the page's own security policy refuses a style element.
    page.evaluate(ADOPT, SPACING)
    taken = page.evaluate("document.documentElement.scrollWidth")
    return [*page.evaluate(CLIPPED), *([f"{taken} pixels are taken"] if taken > width else [])]


@pytest.mark.parametrize("name", KINDS)
def test_on_a_desk(still_page: Page, serveur: str, name: str) -> None:
    """12.7: the first Tab shows « Aller au contenu », Enter leads to the text, the next Tab goes on from there.

    Then, every fold open, 1.1, 1.2, 5.4, 5.6, 5.7, 7.5, 8.1, 8.3, 8.4, 8.9, 9.1-9.3, 10.1, 11.1-11.6, 11.9, 12.6, 12.8,
    13.1, 13.2, 13.8, by the probes, and 10.12: with the spacing that a reader may ask for, no text is cut and no page
    scrolls sideways.
    """
    page = still_page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(serveur + KINDS[name])
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Aller au contenu")
    assert link.evaluate("(element) => element === document.activeElement")
    until(lambda: link.evaluate("(element) => element.getBoundingClientRect().top >= 0"), "the link is shown")
    page.keyboard.press("Enter")
    until(lambda: page.evaluate("document.activeElement.id") == "contenu", "the text has the focus")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('header.md-header')")
    page.evaluate(UNFOLD)
    found = {criterion: page.evaluate(RUN, probe)[:5] for criterion, probe in PROBES.items()}
    found["10.12 spaced text is whole"] = cut_once_spaced(page, 1280)
    assert {criterion: elements for criterion, elements in found.items() if elements} == {}


@pytest.mark.parametrize("name", KINDS)
def test_in_a_narrow_window(still_page: Page, serveur: str, name: str) -> None:
    """10.4, 10.11: on a window of 1280 × 1024 zoomed to 400 %, every fold open, no page is wider than the window.

    10.12: with the spacing that a reader may ask for, no text is cut and no page scrolls sideways on a phone.
    """
    page = still_page
    opened(page, serveur + KINDS[name], 320, 256)
    taken = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size({"width": 390, "height": 900})
    assert (max(taken, 320), cut_once_spaced(page, 390)) == (320, [])


def test_each_probe_can_fail(page: Page) -> None:
    """On a page that does everything wrong, every probe but those of doctype, language and duplicates finds its fault."""
    page.set_content(
        "<html lang=en><meta http-equiv=refresh content=900><h2></h2><h4>x</h4><h1>x</h1><nav></nav><ul><p>x</ul>"
        "<svg></svg><img src='data:,'><table><td>x</table><table><th>x</table><p id=r-annonce></p><br><br><font>x</font>"
        "<input type=radio><button></button><a target=_blank tabindex=1 href=#>x</a><marquee>x</marquee>"
    )
    found = {criterion for criterion, probe in PROBES.items() if page.evaluate(RUN, probe)}
    assert PROBES.keys() == found


def test_cut_text_would_be_seen(page: Page) -> None:
    """The check itself finds a line that its box cuts once spaced, and not one that fits, whatever the machine's fonts."""
    page.set_content(
        "<style>p { width: max-content; overflow: hidden; white-space: nowrap; margin: 0 }</style><p>Compétences</p><p>Oui</p>"
    )
    # Each box just holds its line; the second, twice it.
    page.evaluate(
        "document.querySelectorAll('p').forEach((p, rank) => (p.style.width = `${p.offsetWidth * (rank + 1)}px`))"
    )
    assert page.evaluate(CLIPPED) == []
    page.evaluate(ADOPT, SPACING)
    assert len(page.evaluate(CLIPPED)) == 1


@pytest.mark.parametrize("name", TABBED)
def test_the_keyboard_goes_through_the_page(still_page: Page, serveur: str, name: str) -> None:
    """10.7, 12.8, 12.9: Tab leads from stop to stop in the order of the page, to its last link, and each one shows it."""
    page = still_page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(serveur + TABBED[name])
    page.evaluate(WATCH)
    tabbable = page.locator("a[href], button, input, select, textarea, summary, [tabindex='0']").count()
    for rank in range(1, tabbable + 6):
        page.keyboard.press("Tab")
        # The answer takes as long as several keys; those after the end are not counted.
        if rank % 10 == 0 and page.evaluate("window.stops.at(-1)?.end"):
            break
    stops = page.evaluate("window.stops")
    assert stops[-1]["end"], f"the last stop is {stops[-1]['html']}"
    assert [stop for stop in stops if stop["fault"]] == []


def test_a_focus_that_does_not_show_would_be_seen(page: Page) -> None:
    """The check itself finds a link without outline, and one that comes back."""
    page.set_content(
        "<a href=#a tabindex=2>x</a><a href=#b tabindex=1 style='outline: none'>y</a><footer><a href=#>z</a>"
    )
    page.evaluate(WATCH)
    for _ in range(3):
        page.keyboard.press("Tab")
    faults = [stop["fault"] for stop in page.evaluate("window.stops")]
    assert faults == ["its look is the same without the focus", "it comes before the one that was left", ""]


@pytest.mark.parametrize("name", ["accueil", "liste", "règlement", "formulaire"])
def test_controls_keep_an_edge_in_forced_colours(page: Page, serveur: str, name: str) -> None:
    """Beyond the criteria: where the reader imposes the colours, each button and each field keeps an edge, and focus its outline."""
    page.emulate_media(forced_colors="active")
    opened(page, serveur + KINDS[name])
    bare = page.evaluate(
        """() => [...document.querySelectorAll("article :is(button, .r-bouton, input[type=text], input[type=search], textarea)")]
            .filter((control) => control.checkVisibility() && getComputedStyle(control).borderTopStyle === "none")
            .map((control) => control.outerHTML.slice(0, 120))"""
    )
    assert bare == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_focus_shows_on_a_fold_without_the_script_of_the_theme(page: Page, serveur: str) -> None:
    """10.7: the outline is the browser's own, where the theme's script did not come."""
    page.route("**/assets/javascripts/bundle*.js", lambda route: route.abort())
    page.goto(f"{serveur}/deployer/")
    fold = page.locator("article summary").first
    for _ in range(80):
        page.keyboard.press("Tab")
        if fold.evaluate("(summary) => document.activeElement === summary"):
            break
    assert fold.evaluate(
        "(summary) => [document.activeElement === summary, getComputedStyle(summary).outlineStyle]"
    ) == [
        True,
        "solid",
    ]
