"""The form starts at the question: its first screen, its keys, its taps, its two passes, and coming back to it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route

from referentials.load import load
from tests.conftest import Chromium
from tests.navigateur.form_page import FormPage, until
from tests.pannes.test_arret_brutal import kill

SLUGS = [certification.slug for certification in load().certifications if not certification.identite.importee]
SCREENS = ((390, 844), (1280, 800))
# Between the header and the bar of progress, where each of them covers the page.
FREE = """(option) => {
  const { top, bottom } = option.getBoundingClientRect();
  const bar = document.querySelector(".r-progression");
  const foot = getComputedStyle(bar).position === "fixed" ? bar.getBoundingClientRect().top : innerHeight;
  return top >= document.querySelector(".md-header").getBoundingClientRect().bottom && bottom <= foot;
}"""
# How far down one is, once what has just been done is drawn.
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))))"
AT_MOST_TABS = 6
AT_MOST_KEYS = 110
STATEMENTS = 48
QUESTIONS = 16


def detail(code: str) -> str:
    """Return how to find the statements of a competence."""
    return f"[data-premier={code}] + .r-precisions"


def options(page: Page) -> Locator:
    """Return the answers that one sees, in order."""
    return page.locator("#r-formulaire .r-option:visible")


def focused(page: Page) -> tuple[str, str]:
    """Return the question that has the focus and the value of the answer that it is on."""
    found = page.evaluate(
        "[document.activeElement.closest('fieldset[id]')?.id ?? '', document.activeElement.value ?? '']"
    )
    return str(found[0]), str(found[1])


def tab_to_the_first_answer(page: Page, selector: str = ".r-option input") -> int:
    """Follow the link that skips the header, then press Tab until an answer has the focus, and return how many times."""
    page.locator(".r-evitement").focus()
    page.keyboard.press("Enter")
    for tabs in range(1, 40):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return tabs
    pytest.fail("no answer has the focus")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_first_answer_is_in_the_first_screen(page: Page, serveur: str, slug: str) -> None:
    """On a phone and on a desk, before anything is done: no tool is before it, a file can be opened, six Tab at most."""
    form = FormPage(page, serveur, slug).open(premier_tour=True)
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("scrollTo(0, 0)")
        assert options(page).first.evaluate(FREE), width
        assert (
            page.locator(
                "[data-action=enregistrer]:visible, .r-outillage:visible, .r-rubriques:visible >> nth=1"
            ).count()
            == 0
        )
        assert page.locator("[data-action=ouvrir]:visible").count() == 1
        assert page.locator(".r-chapeau-etats:visible").count() <= 1
    assert tab_to_the_first_answer(page) <= AT_MOST_TABS
    assert focused(page)[0].startswith("t-")
    assert form.errors == []


def test_a_first_pass_from_the_keyboard(page: Page, serveur: str) -> None:
    """A digit answers and goes on, arrows stay in their question, a doubt opens the statements, Back comes back."""
    page.set_viewport_size({"width": 1280, "height": 800})
    form = FormPage(page, serveur).open(premier_tour=True)
    done = page.locator(".r-progression [data-avance=fait]")
    keys = 1 + tab_to_the_first_answer(page)
    # Elsewhere than on a question, a digit is a digit.
    page.locator("#r-formulaire .r-bouton, [data-action=vitesse]").first.focus()
    page.keyboard.press("1")
    assert form.chosen() == {}
    page.locator("#t-u1-c1 input").first.focus()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
        assert focused(page)[0] == "t-u1-c1"
    assert not page.locator(detail("U1-C1")).is_visible()
    page.keyboard.press("1")
    assert focused(page)[0] == "t-u1-c2"
    assert "Déjà fait" in (page.text_content("#r-avance") or "")
    # Without Shift, a French keyboard writes & there.
    page.dispatch_event(
        "#t-u1-c2 input >> nth=0", "keydown", {"key": "é", "code": "Digit2", "bubbles": True, "cancelable": True}
    )
    assert focused(page)[0] == "q-u1-c2-e1"
    assert page.locator(detail("U1-C2")).is_visible()
    assert not page.locator(detail("U1-C1")).is_visible()
    page.keyboard.press("1")
    assert focused(page)[0] == "q-u1-c2-e2"
    page.go_back()
    until(lambda: focused(page)[0] == "q-u1-c2-e1", "Back leads to the question before")
    page.go_back()
    until(lambda: focused(page) == ("t-u1-c2", "en_partie"), "and to the one before it, on its answer")
    page.keyboard.press("4")
    assert focused(page)[0] == "q-u1-c2-e2"
    for _ in range(2):
        page.keyboard.press("3")
    assert focused(page)[0] == "t-u2-c1"
    assert done.text_content() == "2"
    # The doubt is withdrawn: it is no answer any more, and what was answered under it stays in sight.
    page.locator("#t-u1-c2 [data-action=retirer]").click()
    until(lambda: done.text_content() == "1", "the answer is withdrawn")
    assert page.locator(detail("U1-C2")).is_visible()
    page.keyboard.press("3")
    assert focused(page)[0] == "t-u2-c1"
    assert keys <= AT_MOST_TABS + 1
    assert form.errors == []


def test_a_first_pass_takes_a_key_a_question_then_leads_to_the_result_and_back(page: Page, serveur: str) -> None:
    """Sixteen keys for sixteen questions; the result is next; the home page, then the form, lead to what is left."""
    form = FormPage(page, serveur).open(premier_tour=True)
    tab_to_the_first_answer(page)
    for _ in range(QUESTIONS):
        page.keyboard.press("3")
    assert page.locator(".r-progression [data-avance=fait]").text_content() == str(QUESTIONS)
    assert page.evaluate("document.activeElement.hash") == "#resultat"
    assert "résultat" in (page.text_content("#r-avance") or "")
    until(lambda: "premier_tour" in form.result(), "Python has seen the first pass")
    until(lambda: form.result()["premier_tour"]["repondus"] == QUESTIONS, "the result says how far the first pass is")
    assert form.result()["compte"]["repondus"] == 0
    page.locator("#t-u3-c1 [data-action=retirer]").click()
    until(form.settled, "it is in the draft")
    page.goto(f"{serveur}/")
    link = page.locator("#r-reprise a")
    link.wait_for()
    assert "question 7" in link.inner_text().replace("\u00a0", " ")
    link.click()
    form.tied()
    until(lambda: focused(page)[0] == "t-u3-c1", "one goes on where one was")
    assert page.evaluate("scrollY") > 0
    assert page.locator("#t-u3-c1 .r-option").first.evaluate(FREE)
    page.reload()
    form.tied()
    until(lambda: focused(page)[0] == "t-u3-c1", "and stays there")
    resume = page.locator("#r-reprendre")
    assert resume.inner_text() == "Reprendre à la question 7"
    resume.click()
    until(lambda: focused(page)[0] == "t-u3-c1", "the first question without an answer")
    assert form.errors == []


def test_the_question_is_one_tab_from_the_skip_link_at_both_speeds(page: Page, serveur: str) -> None:
    """Before the first answer and after it: a link leads there; « Tous les énoncés » does by itself, and the way back shows."""
    page.set_viewport_size({"width": 1280, "height": 800})
    form = FormPage(page, serveur).open(premier_tour=True)
    back = page.locator("[data-champ=precedente]")

    def leads_to(question: str) -> None:
        page.locator(".r-evitement").focus()
        for key in ("Enter", "Tab", "Enter"):
            page.keyboard.press(key)
        until(lambda: focused(page)[0] == question, "one Tab leads to the question")

    leads_to("t-u1-c1")
    assert back.is_hidden()
    page.keyboard.press("1")
    assert focused(page)[0] == "t-u1-c2"
    assert back.inner_text().endswith("Précédente")
    assert f"« {back.inner_text().split()[-1]} »" in page.inner_text(".r-clavier").replace("\u00a0", " ")
    back.click()
    until(lambda: focused(page) == ("t-u1-c1", "deja_fait"), "the question before, on its answer")
    assert back.is_hidden()
    leads_to("t-u1-c2")
    page.locator("[data-action=vitesse]").press("Enter")
    assert focused(page)[0] == "q-u1-c1-e1"
    assert page.locator("#q-u1-c1-e1 .r-option").first.evaluate(FREE)
    page.keyboard.press("1")
    leads_to("q-u1-c1-e2")
    # By a tap, the next one in sight is where one is.
    page.locator("#q-u1-c1-e2 .r-option").first.click()
    until(lambda: back.get_attribute("href") == "#q-u1-c1-e2", "the one that was tapped is before")
    assert form.errors == []


def test_an_answer_taken_back_leads_nowhere_and_is_told(page: Page, serveur: str) -> None:
    """By a mouse, a finger or the keyboard one stays at the question; what was said before of another answer is over."""
    page.set_viewport_size({"width": 390, "height": 844})
    form = FormPage(page, serveur).open(premier_tour=True)
    questions = page.locator("fieldset[data-premier]")
    for rank in range(QUESTIONS - 2):
        questions.nth(rank).locator(".r-option").first.click()
    # Some are left further down: an answer would lead there.
    for rank, by_hand in ((9, True), (1, True), (4, False)):
        withdraw = questions.nth(rank).locator("[data-action=retirer]")
        # In the middle of the screen: neither the gesture nor its focus has to bring it there.
        withdraw.evaluate("(button) => button.scrollIntoView({ block: 'center' })")
        before = page.evaluate(DRAWN)
        if by_hand:
            withdraw.click()
        else:
            withdraw.focus()
            page.keyboard.press("Enter")
        assert focused(page)[0] == questions.nth(rank).get_attribute("id")
        assert page.evaluate(DRAWN) == before
        assert questions.nth(rank).evaluate(
            "(one) => { const { top, bottom } = one.getBoundingClientRect(); return bottom > 0 && top < innerHeight; }"
        )
        assert page.text_content("#r-avance") == f"Réponse retirée à la question {rank + 1}."
        assert page.text_content("#r-annonce") == ""
    questions.nth(4).locator("input").first.focus()
    page.keyboard.press("1")
    assert "Réponse" in (page.text_content("#r-avance") or "")
    page.go_back()
    until(lambda: page.text_content("#r-avance") == "Question 5.", "what was said of the question after it is over")
    assert form.errors == []


def test_no_verdict_stands_before_the_details(page: Page, serveur: str) -> None:
    """The first pass alone has no badge and one count, its own; its link leads to the statements, whose answers decide."""
    form = FormPage(page, serveur).open(premier_tour=True)
    badges = page.locator("#resultat [data-verdict]:visible")
    assert badges.count() == 0
    tab_to_the_first_answer(page)
    for _ in range(QUESTIONS):
        page.keyboard.press("1")
    until(lambda: "premier_tour" in form.result(), "Python has seen the first pass")
    until(lambda: form.result()["premier_tour"]["repondus"] == QUESTIONS, "all of it")
    whole = page.locator("[data-ensemble]")
    assert badges.count() == 0
    assert "16 que vous dites savoir faire" in whole.inner_text().replace("\u00a0", " ")
    assert "Réponses : 16 sur 16" in whole.inner_text().replace("\u00a0", " ")
    assert whole.locator("[data-champ=suivante]").is_hidden()
    assert page.locator("#resultat [data-champ=manques]").is_hidden()
    whole.locator("[data-champ=detailler]").click()
    until(lambda: focused(page)[0] == "q-u1-c1-e1", "its first statement")
    page.locator("[data-action=vitesse]").click()
    assert "Réponses : 0 sur 48" in whole.inner_text().replace("\u00a0", " ")
    for item in page.locator("fieldset[data-item]").evaluate_all("(all) => all.map((one) => one.dataset.item)"):
        page.evaluate("(code) => document.querySelector(`[name='${code}'][value=non]`).click()", item)
    until(lambda: form.result()["compte"]["repondus"] == STATEMENTS, "all are answered")
    assert "Sous le seuil, selon vous" in whole.inner_text()
    assert form.errors == []


def test_a_whole_form_takes_few_keys(page: Page, serveur: str) -> None:
    """Every statement answered from the keyboard alone, sections included: two keys or so each, a hundred and ten at most."""
    form = FormPage(page, serveur).open(premier_tour=True)
    keys = 2 + tab_to_the_first_answer(page, "[data-action=vitesse]") + 1
    page.keyboard.press("Enter")
    while not page.evaluate("document.activeElement.matches('.r-option input')"):
        page.keyboard.press("Tab")
        keys += 1
    for rank in range(STATEMENTS):
        assert focused(page)[0].startswith("q-"), rank
        page.keyboard.press("1")
        keys += 1
    assert keys <= AT_MOST_KEYS
    until(lambda: form.result()["compte"]["positifs"] == STATEMENTS, "all are answered")
    assert page.locator(".r-suivante[data-champ=suivante]").is_hidden()


def test_a_tap_brings_the_next_question_and_the_two_passes_lose_nothing(
    page: Page, serveur: str, tmp_path: Path
) -> None:
    """The focus stays under the finger; going from one pass to the other and back, through a file too, keeps every answer."""
    page.set_viewport_size({"width": 390, "height": 844})
    # Here alone, what moves on the page does so as it does by default: a tap leads smoothly to the next question.
    page.emulate_media(reduced_motion="no-preference")
    form = FormPage(page, serveur).open(premier_tour=True)
    for code in ("U1-C1", "U1-C2", "U2-C1"):
        page.locator(f"[data-premier={code}] input[value=deja_fait]").click()
        assert focused(page) == (f"t-{code.lower()}", "deja_fait")
    until(lambda: page.locator("[data-premier=U2-C2] .r-option").first.evaluate(FREE), "the next question is in sight")
    page.locator("[data-premier=U2-C2] input[value=ne_sait_pas]").click()
    until(lambda: page.locator("[data-item=U2-C2-E1] .r-option").first.evaluate(FREE), "its first statement is")
    page.go_back()
    until(lambda: focused(page)[0] == "t-u2-c2", "Back leads to the question before")
    page.locator("[data-premier=U2-C3] [data-action=preciser]").click()
    form.note("U2-C3-E1", "Sur un cahier.")
    page.locator("[data-item=U2-C3-E1] input").first.click()
    before = form.chosen()
    page.locator("[data-action=vitesse]").click()
    assert not page.locator(".r-tour:visible").count()
    assert page.locator(".r-progression [data-avance=total]").text_content() == str(STATEMENTS)
    form.answer("U3-C1-E1", "oui")
    until(form.settled, "it is in the draft")
    page.reload()
    form.tied()
    assert page.locator("html[data-vue=tous]").count() == 1
    # A link to a question of the first pass leads back to it, as the button does.
    page.evaluate("location.hash = 't-u2-c2'")
    until(
        lambda: page.locator(".r-progression [data-avance=total]").text_content() == str(QUESTIONS),
        "the first pass is counted",
    )
    for total in (STATEMENTS, QUESTIONS):
        page.locator("[data-action=vitesse]").click()
        assert page.locator(".r-progression [data-avance=total]").text_content() == str(total)
    assert form.chosen() == before | {"U3-C1-E1": "oui"}
    assert page.locator(detail("U3-C1")).is_visible()
    assert page.locator(".r-progression [data-avance=fait]").text_content() == "4"
    saved = form.save_file(tmp_path)
    held = json.loads(saved.read_text("utf-8"))
    assert held["premier_tour"]["U2-C2"]["valeur"] == "ne_sait_pas"
    assert held["premier_tour"]["U2-C2"]["enonce"].startswith("Avant de contacter")
    assert "vue" not in held
    form.press("nouveau")
    form.said("Nouveau brouillon")
    assert form.chosen() == {}
    form.computed()
    form.open_file(saved)
    form.said("ouvert")
    assert form.chosen() == before | {"U3-C1-E1": "oui"}
    assert form.notes() == {"n-u2-c3-e1": "Sur un cahier."}
    assert form.errors == []


def test_a_gesture_before_the_script_and_one_while_python_loads_are_kept(own_page: Page, pyodide: str) -> None:
    """The first tap comes before the page has its script and its draft: it joins what the draft held; Python comes later."""
    page = own_page
    form = FormPage(page, pyodide).open(premier_tour=True).computed()
    page.locator("[data-premier=U1-C2] input").first.click()
    until(form.settled, "it is in the draft")
    # Which of the two is asked for first is the browser's affair.
    script: list[Route] = []
    python: list[Route] = []
    page.route("**/assets/repere/auto-positionnement-*.js", lambda route: script.append(route))  # noqa: PLW0108 — marked by who calls it
    page.route("**/*.wasm", lambda route: python.append(route))  # noqa: PLW0108
    page.reload(wait_until="commit")
    page.locator("[data-premier=U1-C1] input[value=en_partie]").click()
    until(lambda: len(script) > 0, "the script is asked for")
    script.pop().continue_()
    form.tied()
    assert form.chosen() == {"t-U1-C1": "en_partie", "t-U1-C2": "deja_fait"}
    assert page.locator(detail("U1-C1")).is_visible()
    page.locator("[data-premier=U2-C1] input").first.click()
    assert page.locator(".r-progression [data-avance=fait]").text_content() == "3"
    until(lambda: len(python) > 0, "Python is on its way")
    python.pop().continue_()
    form.computed()
    assert form.result()["premier_tour"]["repondus"] == 3
    assert form.errors == []


def test_a_browser_killed_comes_back_at_the_question(chromium: Chromium, serveur: str, tmp_path: Path) -> None:
    """Killed a moment after an answer, started again: the answers are there, and the page leads to the next question."""
    with chromium.launch_with(tmp_path) as context:
        form = FormPage(context.new_page(), serveur).open(premier_tour=True)
        for code in ("U1-C1", "U1-C2", "U2-C1"):
            form.page.locator(f"[data-premier={code}] input").first.click()
        until(form.settled, "it is in the draft")
        kill(context, tmp_path)
    with chromium.launch_with(tmp_path) as context:
        form = FormPage(context.new_page(), serveur).open(premier_tour=True)
        assert len(form.chosen()) == 3
        assert form.page.locator("#r-reprendre").inner_text() == "Reprendre à la question 4"
