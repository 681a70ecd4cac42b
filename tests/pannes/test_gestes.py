"""Gestures drawn by lot while others are pending: Python loading, a merge, a deletion, a second tab, an update, a reload.

Whatever comes late, no word that somebody typed is lost, and none goes into the livret of somebody else.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import someone
from tests.navigateur.form_page import until
from tests.navigateur.livret_page import LivretPage
from tests.pannes.brouillons import on_disk
from tests.pannes.frappe import ESSAIS
from tests.pannes.modele import Modele, people, words
from tests.pannes.releve import record

HERE = Path(__file__).parent
SAMPLE = 12
LENGTH = 18
TYPED = ("projet", "u2-c1-exemple")
# Name of a gesture → how often it is drawn.
GESTURES = {
    "ecrire": 10,
    "verser": 4,
    "fusion": 4,
    "ouverture": 3,
    "repondre": 4,
    "choisir": 3,
    "revenir": 1,
    "annuler": 1,
    "nouveau": 4,
    "reprendre": 5,
    "supprimer": 3,
    "effacer": 0.3,
    "ici": 2,
    "focus": 1,
    "python": 5,
    "onglet": 1,
    "recharger": 1,
    "maj": 2,
}
# The lock that a page holds while a form on it is being filled.
FILLING = """async () => (await navigator.locks.query()).held.some((lock) => lock.name === "repere:/formulaire")"""


@pytest.fixture
def context(navigateur: Browser) -> Iterator[BrowserContext]:
    """Open a window that remembers what is kept in it; Python is played, and gestures are at hand."""
    context = someone(navigateur)
    played = (HERE / "faux_python.js").read_text("utf-8")
    context.route(
        "**/assets/repere/worker-*.js",
        lambda route: route.fulfill(status=200, content_type="text/javascript", body=played),
    )
    context.add_init_script(path=HERE / "gestes.js")
    context.add_init_script(path=HERE / "faux_copie.js")
    yield context
    context.close()


def do(page: Page, name: str, *given: Any) -> dict[str, Any] | None:
    """Make a gesture; nothing where the page does not offer it now."""
    found: dict[str, Any] | None = page.evaluate("([name, given]) => globalThis.gestes[name](...given)", [name, given])
    return found


class Essai:
    """One trial: its tabs, its people, and what must be found."""

    def __init__(self, context: BrowserContext, serveur: str, draw: random.Random) -> None:
        """Open a first tab."""
        self.context, self.serveur, self.draw = context, serveur, draw
        self.modele = Modele()
        context.expose_binding("supprime", lambda _, brouillon: self.modele.remove(brouillon))
        self.number = 0
        self.tabs: list[LivretPage] = []
        self.other: Page | None = None
        self.open_tab()

    def open_tab(self) -> None:
        """Open the livret in another tab."""
        self.tabs.append(LivretPage(self.context.new_page(), self.serveur).open())

    def update(self) -> None:
        """Accept the next version of the site on another of its pages: no form that is being filled loads again."""
        if self.other is None:
            self.other = self.context.new_page()
            self.other.goto(f"{self.serveur}/glossaire/")
        page = self.other
        page.wait_for_selector("[data-maj]:not([hidden])")
        if page.evaluate(FILLING):
            page.click("[data-maj-accepter]")
            page.wait_for_selector("[data-maj] [data-etat=occupe]:not([hidden])")
            return
        with ExitStack() as loading:
            for one in (page, *(livret.page for livret in self.tabs)):
                loading.enter_context(one.expect_event("load"))
            page.click("[data-maj-accepter]")
        for livret in self.tabs:
            livret.tied()

    def given(self, name: str) -> list[Any]:
        """Return what a gesture is made with: a person and a word of the trial's, or a choice."""
        self.number += 1
        if name in {"ecrire", "verser", "fusion", "ouverture"}:
            # Somebody new, where the draft on screen is nobody's yet.
            place = [self.draw.choice(TYPED)] if name == "ecrire" else []
            return [f"p{self.number}", str(self.number), *place]
        if name == "choisir":
            return [self.draw.choice(["ici", "autre"])]
        if name == "python":
            return [self.draw.choice(["pret", "reponse", "reponse", "tout"])]
        return [self.number] if name == "reprendre" else []

    def step(self) -> str:
        """Make one gesture, most of the time without waiting for the one before; return its name."""
        name = self.draw.choices(list(GESTURES), list(GESTURES.values()))[0]
        livret = self.draw.choice(self.tabs)
        if name == "onglet":
            if len(self.tabs) == 1:
                self.open_tab()
        elif name == "recharger":
            livret.page.reload()
            livret.tied()
        elif name == "maj":
            self.update()
        else:
            found = do(livret.page, name, *self.given(name))
            self.note(name, found)
            if self.draw.random() < 0.25:
                until(livret.settled, "what is on screen is on the disk")
                self.modele.see(on_disk(livret.page))
        return name

    def note(self, name: str, found: dict[str, Any] | None) -> None:
        """Tell the model what was done."""
        if found is None:
            return
        if name == "ecrire":
            self.modele.write(found["qui"], found["mot"])
        elif name in {"verser", "fusion"}:
            self.modele.go_on(found["qui"])
        elif name == "supprimer":
            self.modele.delete(found["qui"])
        elif name == "effacer":
            self.modele.erase()
        elif name in {"revenir", "annuler"}:
            self.modele.undo()

    def end(self) -> list[dict[str, Any]]:
        """Let all answers come, wait until all is on the disk, and return the drafts."""
        page = self.tabs[0].page
        do(page, "python", "tout")
        seen: list[Any] = []
        for _ in range(200):
            for livret in self.tabs:
                until(livret.settled, "all is on the disk")
            now = on_disk(page)
            if now == seen:
                break
            seen = now
        return seen


@pytest.mark.parametrize("seed", range(2 * ESSAIS or SAMPLE))
def test_nothing_is_lost_or_mixed_whatever_comes_late(context: BrowserContext, serveur: str, seed: int) -> None:
    """The reference model says which words must be there; each draft has those of one person."""
    draw = random.Random(f"gestes {seed}")  # noqa: S311 — a trial is drawn again from its seed
    essai = Essai(context, serveur, draw)
    steps = [essai.step() for _ in range(LENGTH)]
    drafts = essai.end()
    lost, mixed, back = essai.modele.lost(drafts), essai.modele.mixed(drafts), essai.modele.back(drafts)
    if ESSAIS:
        typed = sum(len(mots) for mots in essai.modele.typed.values())
        record("gestes", mots=typed, perdus=len(lost), mêlés=len(mixed), revenus=len(back))
    assert (lost, mixed, back) == ([], [], []), f"{' '.join(steps)}: {[sorted(words(one)) for one in drafts]}"
    assert [error for livret in essai.tabs for error in livret.errors] == []


def draft(nom: str, projet: str, *ecartees: str) -> dict[str, Any]:
    """Return a draft as the browser keeps it."""
    valeurs = {"candidat-nom": {"valeur": nom}, "projet": {"valeur": projet}}
    return {"id": nom, "contenu": {"valeurs": valeurs, "ecartees": [{"valeur": one} for one in ecartees]}}


def test_the_model_sees_what_is_lost_and_what_is_mixed() -> None:
    """The measure itself: a word that is nowhere, one in somebody else's livret; what was deleted is gone."""
    modele = Modele()
    for qui, mot in (("p1", "p1-1"), ("p1", "p1-2"), ("p2", "p2-3")):
        modele.write(qui, mot)
    good = [draft("p1", "p1-1 ", "p1-2 "), draft("p2", "p2-3 ")]
    assert (modele.lost(good), modele.mixed(good)) == ([], [])
    assert modele.lost(good[:1]) == ["p2-3"]
    assert modele.lost([draft("p1", "p1-1 "), good[1]]) == ["p1-2"]
    assert modele.mixed([draft("p1", "p1-1 p2-3 ")]) == [["p1", "p2"]]
    assert modele.mixed([draft("p1", "", "p2-3")]) == [["p1", "p2"]]
    assert people(good[0]) == {"p1"}
    modele.see([draft("p1", "p1-1 p1-9 ")])
    assert modele.lost(good) == ["p1-9"]
    modele.undo()
    assert modele.lost(good) == []
    modele.delete("p2")
    assert (modele.lost(good[:1]), modele.back(good)) == ([], [])
    modele.remove("p2")
    assert (modele.back(good[:1]), modele.back(good)) == ([], ["p2-3"])
    modele.write("p2", "p2-4")
    assert modele.back([*good, draft("p2", "p2-4 ")]) == []
    modele.erase()
    assert (modele.lost([]), modele.back([]), modele.back(good)) == ([], [], ["p1-1", "p1-2"])
