"""Search in a real browser: from the home page, from the header, without scripts; and what it costs who does not search."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.recherche.ecriture import elsewhere
from referentials.load import load
from tests.navigateur.form_page import until

WORDS = ["télévente", "reclamation", "RNCP32391", "80 %"]
# All that it finds fits in the first list: there is nothing more to ask for.
FEW = "auto evaluation CQP"
HOME = "Un métier, une question, un code"
# What people ask there → the certification, or the page, of the first answer.
ASKED = {
    "téléconseiller": "Relation commerciale à distance",
    "c'est quoi un CQP": "Glossaire",
    "TP00115": "Conseiller commercial",
}
FIELD = "[data-recherche-champ]"
RESULTS = "[data-recherche-liste] > li"
SAID = "[data-recherche-annonce]"
COST = "/assets/recherche/"
PATIENCE = 60_000


def first_result(page: Page) -> str:
    """Wait for results, and return the title of the first."""
    page.locator(RESULTS).first.wait_for(timeout=PATIENCE)
    return page.locator(RESULTS).first.inner_text().splitlines()[0]


def comes_first(page: Page, title: str) -> None:
    """Wait until the first result is that one: the first letters of a word have results of their own."""
    until(lambda: title in first_result(page), f"{title} comes first")


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
        page.get_by_label(HOME).fill(word)
        page.keyboard.press("Enter")
        assert first_result(page), word
        assert page.locator(FIELD).input_value() == word
        expect(page.locator(FIELD)).to_be_focused()


def test_the_home_page_answers_people_s_words(page: Page, serveur: str) -> None:
    """A trade, a question, a code: the same first answer from there as from the header; its examples have answers too."""
    for asked, expected in ASKED.items():
        page.goto(serveur + "/")
        page.get_by_label(HOME).fill(asked)
        page.keyboard.press("Enter")
        comes_first(page, expected)
    page.goto(serveur + "/")
    examples = [link.get_attribute("href") or "" for link in page.locator(".r-exemples a").all()]
    assert examples
    for address in examples:
        page.goto(f"{serveur}/{address}")
        assert first_result(page), address


@pytest.mark.parametrize("width", [1280, 390])
def test_the_header_searches(page: Page, serveur: str, width: int) -> None:
    """A word typed in the header, by the keyboard on a desk, by the button on a phone, finds pages; more where there are."""
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
    page.keyboard.type(FEW)
    assert first_result(page)
    expect(page.locator(RESULTS)).to_have_count(int((page.text_content(SAID) or "").split()[0]))
    expect(page.locator("[data-recherche-suite]")).to_be_hidden()


def test_the_next_results_by_the_keyboard(page: Page, serveur: str) -> None:
    """The button is the stop after the last result; pressed, the focus is on the first that it brings, even once it hides."""
    page.goto(serveur + "/glossaire/?q=jury")
    first_result(page)
    more, links = page.locator("[data-recherche-suite]"), page.locator(f"{RESULTS} a")
    total = int((page.text_content(SAID) or "").split()[0])
    assert total > links.count()
    while (shown := links.count()) < total:
        more.focus()
        page.keyboard.press("ArrowUp")
        expect(links.nth(shown - 1)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(more).to_be_focused()
        page.keyboard.press("Enter")
        expect(links.nth(shown)).to_be_focused()
    expect(more).to_be_hidden()
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()


def test_a_number_leads_to_its_certification(page: Page, serveur: str) -> None:
    """The first answer to an RNCP number, with or without its letters, is the certification that has it."""
    page.goto(f"{serveur}/?q=32391")
    comes_first(page, "(2018)")
    emptied(page)
    page.keyboard.type("RNCP32391")
    comes_first(page, "(2018)")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cqp-vendeur-conseil-a-distance-2018/**", timeout=PATIENCE)


SLIPS = {"80%": "80", "televnte": "télévente", "relcamation": "réclamation", "conseiller comercial": "commercial"}


def test_the_address_asks_for_the_search_on_screen(page: Page, serveur: str) -> None:
    """On a phone: what is typed over goes to the address; cleared, or closed, nothing is asked any more, after a reload neither."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{serveur}/glossaire/?q=jury")
    first_result(page)
    page.locator(FIELD).fill("télévente")
    assert first_result(page)
    assert page.url.endswith(f"/glossaire/?q={quote('télévente')}")
    page.get_by_role("button", name="Effacer").first.click()
    expect(page.locator(RESULTS)).to_have_count(0)
    assert page.url.endswith("/glossaire/")
    page.reload()
    assert not page.locator("#__search").is_checked()
    page.goto(f"{serveur}/glossaire/?q=jury")
    first_result(page)
    page.keyboard.press("Escape")
    assert page.url.endswith("/glossaire/")


def test_a_certification_found_says_its_state_today(page: Page, serveur: str) -> None:
    """Beside its fiche, and there alone: the state and since when, as the fiche says it on the reader's day."""
    page.clock.set_fixed_time("2026-11-30T10:00:00")
    page.goto(f"{serveur}/?q=chargé de clientèle")
    first_result(page)
    fiches = page.locator(f"{RESULTS} a[href*='/certifications/charge-de-clientele/?']")
    expect(fiches).to_have_count(1)
    state = fiches.locator("[data-trouve=etat]")
    expect(state).to_have_text("Expirée depuis le 28 mai 2020")
    others = page.locator(f"{RESULTS} a:has([data-trouve=etat]:not([hidden]))").evaluate_all(
        "(all) => all.map((one) => new URL(one.href).pathname)"
    )
    assert [path for path in others if path.count("/") != 3] == []
    page.clock.set_fixed_time("2020-05-27T10:00:00")
    page.reload()
    first_result(page)
    expect(state).to_have_text("En vigueur jusqu’au 27 mai 2020")


def test_a_slip_still_finds(page: Page, serveur: str) -> None:
    """A missing space, a letter dropped, two swapped, one not doubled: the word that was meant is marked in the results."""
    first, *others = SLIPS
    page.goto(f"{serveur}/glossaire/?q={quote(first)}")
    missed = {}
    for typed in (first, *others):
        if typed != first:
            emptied(page)
            page.keyboard.type(typed)
        page.locator(f"{RESULTS} mark").first.wait_for(timeout=PATIENCE)
        marked = page.locator(f"{RESULTS} mark").all_inner_texts()
        if not any(SLIPS[typed] in text.lower() for text in marked):
            missed[typed] = marked
    assert missed == {}


def test_a_word_that_is_nowhere_finds_nothing(page: Page, serveur: str) -> None:
    """Lenient is not boundless: letters at random, or a number that no page has, have no result, and ways out; on a phone too."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{serveur}/glossaire/?q=zzzzqqqxx")
    said = page.locator(SAID)
    expect(said).to_have_text("Aucune page trouvée")
    # Where to go instead: here by trade or by word, elsewhere at the services that answer without a certification in mind.
    ways = page.locator(".r-recherche-vide a:visible")
    services = elsewhere(load())
    expect(ways).to_have_count(2 + len(services))
    assert [link.get_attribute("href") for link in ways.all()][2:] == [address for _, _, address in services]
    ways.first.click()
    expect(page.get_by_role("heading", name="Par métier")).to_be_in_viewport()
    page.goto(f"{serveur}/glossaire/?q=zzzzqqqxx")
    expect(said).to_have_text("Aucune page trouvée")
    # A word that has results in between: what is said next is said of the number.
    emptied(page)
    page.keyboard.type("jury")
    first_result(page)
    emptied(page)
    page.keyboard.type("RNCP99998")
    expect(said).to_have_text("Aucune page trouvée")
    # Where no page has all the words, it is said of those that have some.
    emptied(page)
    page.keyboard.type("jury zzzzqqqxx")
    first_result(page)
    expect(said).to_contain_text("Aucune page n’a tous ces mots")


def test_a_result_leads_to_its_section_by_the_keyboard(page: Page, serveur: str) -> None:
    """A fiche before the forms of its title; arrows go through results, Enter opens where the words are, marked there too."""
    page.goto(f"{serveur}/?q=conseiller commercial")
    assert first_result(page) == "TP Conseiller commercial"
    emptied(page)
    page.keyboard.type("délibération jury")
    first_result(page)
    links = page.locator(f"{RESULTS} a")
    for key, focused in (("ArrowDown", links.nth(0)), ("ArrowDown", links.nth(1)), ("ArrowUp", links.nth(0))):
        page.keyboard.press(key)
        expect(focused).to_be_focused()
    links.nth(0).locator("mark").first.wait_for(timeout=PATIENCE)
    page.keyboard.press("Enter")
    page.wait_for_url("**/*?h=*", timeout=PATIENCE)
    page.locator("article mark").first.wait_for(timeout=PATIENCE)
    # Escape closes it, and gives the page back.
    page.locator(FIELD).focus()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    assert not page.locator("#__search").is_checked()


def test_without_scripts_the_home_page_leads_to_the_list(navigateur: Browser, serveur: str) -> None:
    """Where scripts are refused, the field of the home page leads to the whole list, and no dead field is shown."""
    context = navigateur.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serveur + "/")
    assert not page.locator(FIELD).is_visible()
    page.get_by_label(HOME).fill("télévente")
    page.get_by_role("button", name="Chercher").click()
    page.wait_for_url(f"{serveur}/certifications/?q=*", timeout=PATIENCE)
    assert page.locator("[data-liste] > li").first.is_visible()
    context.close()


def test_who_only_reads_downloads_no_search(page: Page, serveur: str) -> None:
    """Neither the script nor the index before the reader goes to the field; both after, and no text of a page yet."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(serveur + "/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if COST in url] == []
    page.locator(FIELD).focus()
    expect(page.locator(SAID)).to_have_text("Tapez un mot pour chercher")
    assert [url.partition(COST)[2] for url in asked if COST in url] == ["recherche.js", "index.js"]


def test_no_single_key_is_a_shortcut(page: Page, serveur: str) -> None:
    """RGAA 12.10: letters pressed outside a field do nothing, even once the search is there."""
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
