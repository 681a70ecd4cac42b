"""Every state of the dossier, as axe, a narrow screen and a finger see it: light and dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from tests.forms.dossier_habilitation.outils_dossier import changed, conforming
from tests.navigateur.dossier_page import DossierPage, export
from tests.navigateur.etats import EACH_LOOK, Look, faults_of_state, refused, show_in
from tests.navigateur.form_page import until
from tests.navigateur.test_dossier import NOON


def empty(_: DossierPage, __: Path) -> None:
    """Leave the page as it arrives."""


def wrong(dossier: DossierPage, folder: Path) -> None:
    """Ask for all that is wrong, with everything on one page and unfolded, and a row taken away."""
    changes = {"p-kbis-date": "2026-06-01", "formateurs/f1/experience": "beaucoup", "evaluateurs/e1": ""}
    dossier.open_values(changed(conforming(), changes), folder)
    page = dossier.page
    dossier.press("deplier")
    dossier.press_in("modules", "m2", "oter")
    until(lambda: dossier.etat()["compte"]["non_conforme"] > 1, "the state follows")
    page.click("[data-action=verifier]")
    page.evaluate("document.querySelectorAll('article details:not([hidden])').forEach((one) => (one.open = true))")


def conform(dossier: DossierPage, folder: Path) -> None:
    """Open the dossier that conforms, with all its papers; one of them compares it with another."""
    dossier.open_values(conforming(), folder)
    until(lambda: dossier.etat()["etat"] == "fait", "the state follows")
    for name in ("bordereau", "matrice", "engagements", "convention", "modification"):
        dossier.page.click(f"[data-action={name}]")
        dossier.page.wait_for_selector(f"#{name}:not([hidden])")
    sent = folder / "envoye.json"
    sent.write_text(export(changed(conforming(), {"adresse": "Ailleurs", "formateurs/f1": None})), "utf-8")
    dossier.page.set_input_files("#r-fichier-envoye", sent)
    dossier.page.wait_for_selector("#modification [data-champ=lettre]:not([hidden])")


# With the parts of the page that each brings: a refusal is looked at by itself.
STATES: dict[Callable[[DossierPage, Path], None], tuple[str, ...]] = {
    empty: (),
    conform: (),
    wrong: (),
    refused: ("#r-alerte",),
}


@EACH_LOOK
def test_axe_finds_nothing_in_any_state(page: Page, serveur: str, tmp_path: Path, look: Look) -> None:
    """No rule of axe is violated, nothing scrolls sideways, no target is too small: empty, conforming, wrong, refused."""
    page.clock.set_fixed_time(NOON)
    show_in(page, look)
    dossier = DossierPage(page, serveur).open().computed()
    faults = []
    for state, brought in STATES.items():
        state(dossier, tmp_path)
        faults += faults_of_state(page, look, state.__name__, brought)
    assert faults == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert dossier.errors == []
