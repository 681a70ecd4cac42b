"""Search in a real browser: from the home page, from the header, without scripts; and what it costs who does not search."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

WORDS = ["télévente", "reclamation", "RNCP32391", "80 %"]
FIELD = "[data-md-component=search-query]"
RESULTS = ".md-search-result__item"
COST = ("bundle.", "search_index.json", "workers/")
# The index of the whole site is read and sorted on the reader's machine: a slow one takes its time.
PATIENCE = 60_000


def first_result(page: Page) -> str:
    """Wait for results, and return the title of the first."""
    page.locator(RESULTS).first.wait_for(timeout=PATIENCE)
    return page.locator(RESULTS).first.inner_text().splitlines()[0]


def emptied(page: Page) -> None:
    """Empty the field of the header, and wait until no result of before is left."""
    page.locator(FIELD).fill("")
    expect(page.locator(RESULTS)).to_have_count(0)


def test_the_home_page_searches(page: Page, serveur: str) -> None:
    """A word typed on the home page, then Enter: the search opens with the word and its results, focus in the field.

    The word goes by the address: those that an address does not hold as they are.
    """
    for word in (word for word in WORDS if quote(word) != word):
        page.goto(serveur + "/")
        page.get_by_label("Chercher un mot").fill(word)
        page.keyboard.press("Enter")
        assert first_result(page), word
        assert page.locator(FIELD).input_value() == word
        expect(page.locator(FIELD)).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_header_searches(page: Page, serveur: str, width: int) -> None:
    """A word typed in the header, by the keyboard on a desk, by the button on a phone, finds pages."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(serveur + "/glossaire/")
    if width > 960:
        page.locator(FIELD).focus()
    else:
        page.locator("label.md-header__button[for=__search]").click()
        expect(page.locator(FIELD)).to_be_focused()
    for word in WORDS:
        page.keyboard.type(word)
        assert first_result(page), word
        emptied(page)


def test_a_number_leads_to_its_certification(page: Page, serveur: str) -> None:
    """The first answer to an RNCP number, with or without its letters, is the certification that has it."""
    page.goto(f"{serveur}/?q=32391")
    assert "(RNCP32391)" in first_result(page)
    emptied(page)
    page.keyboard.type("RNCP32391")
    assert "(RNCP32391)" in first_result(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**/cqp-vendeur-conseil-a-distance-2018/**", timeout=PATIENCE)


SLIPS = {"80%": "80", "televnte": "télévente", "relcamation": "réclamation", "conseiller comercial": "commercial"}


def test_a_slip_still_finds(page: Page, serveur: str) -> None:
    """A missing space, a letter dropped, two swapped, one not doubled: the word that was meant is marked in the results."""
    first, *others = SLIPS
    page.goto(f"{serveur}/glossaire/?q={quote(first)}")
    missed = {}
    for typed in (first, *others):
        if typed != first:
            emptied(page)
            page.keyboard.type(typed)
        first_result(page)
        marked = page.locator(f"{RESULTS} mark").all_inner_texts()
        if not any(SLIPS[typed] in text.lower() for text in marked):
            missed[typed] = marked
    assert missed == {}


def test_a_word_that_is_nowhere_finds_nothing(page: Page, serveur: str) -> None:
    """Lenient is not boundless: letters at random, or a number that no page has, have no result."""
    page.goto(f"{serveur}/glossaire/?q=zzzzqqqxx")
    said = page.locator(".md-search-result__meta")
    expect(said).to_contain_text("Aucun document", timeout=PATIENCE)
    # A word that has results in between: what is said next is said of the number.
    emptied(page)
    page.keyboard.type("jury")
    first_result(page)
    emptied(page)
    page.keyboard.type("RNCP99998")
    expect(said).to_contain_text("Aucun document", timeout=PATIENCE)


def test_results_show_statements_never_controls(page: Page, serveur: str, site_dir: Path) -> None:
    """The index holds what forms say, not the words on their buttons; and a fiche comes before the forms of its title."""
    docs = json.loads((site_dir / "search" / "search_index.json").read_text("utf-8"))["docs"]
    told = " ".join(f"{doc['title']} {doc['text']}" for doc in docs)
    for control in ("Retirer ma réponse", "Le résultat s’affichera ici", "Changer le premier fichier"):
        assert control not in told, control
    assert "Je transmets à la bonne personne" in told
    page.goto(f"{serveur}/?q=conseiller commercial")
    assert first_result(page) == "TP Conseiller commercial"


def test_without_scripts_the_home_page_leads_to_the_list(navigateur: Browser, serveur: str) -> None:
    """Where scripts are refused, the field of the home page leads to the whole list, and no dead field is shown."""
    context = navigateur.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serveur + "/")
    assert not page.locator(FIELD).is_visible()
    page.get_by_label("Chercher un mot").fill("télévente")
    page.get_by_role("button", name="Chercher").click()
    page.wait_for_url(f"{serveur}/certifications/?q=*", timeout=PATIENCE)
    assert page.locator("[data-liste] > li").first.is_visible()
    context.close()


def test_who_only_reads_downloads_no_search(page: Page, serveur: str) -> None:
    """Neither the theme's script nor the index before the reader goes to the field; both after."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(serveur + "/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if any(name in url for name in COST)] == []
    with page.expect_response("**/search_index.json", timeout=PATIENCE):
        page.locator(FIELD).focus()
    assert any("bundle." in url for url in asked)


def test_no_single_key_is_a_shortcut(page: Page, serveur: str) -> None:
    """RGAA 12.10: letters pressed outside a field do nothing, even once the theme's script is there."""
    page.goto(serveur + "/glossaire/?q=jury")
    first_result(page)
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    for key in ("f", "s", "/"):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.tagName") == "BODY", key
    for key in ("n", "p", ",", "."):
        page.keyboard.press(key)
    assert "/glossaire/" in page.url


@pytest.mark.parametrize(("system", "scheme"), [("light", "default"), ("dark", "slate")])
def test_colours_follow_the_system_then_the_choice(page: Page, serveur: str, system: str, scheme: str) -> None:
    """Without a choice, the scheme of the system; the choice made by the keyboard holds on the next page."""
    page.emulate_media(color_scheme="dark" if system == "dark" else "light")
    page.goto(serveur + "/")
    assert page.get_attribute("body", "data-md-color-scheme") == scheme
    page.get_by_role("radio", name="Affichage automatique").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.keyboard.press("ArrowUp")
    page.goto(serveur + "/glossaire/")
    assert page.get_attribute("body", "data-md-color-scheme") == "default"
    assert page.get_by_role("radio", name="Affichage clair").is_checked()


def test_the_contents_mark_the_section_read(page: Page, serveur: str) -> None:
    """On a desk, the line of the section that is being read is marked, one at a time."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(serveur + "/certifications/tp-conseiller-commercial/evaluations/")
    links = page.locator("[data-sommaire] a")
    last = links.nth(links.count() - 1)
    last.click()
    expect(page.locator("[data-sommaire] a[aria-current]")).to_have_count(1)
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator("[data-sommaire] a[aria-current]")).to_have_count(0)
