"""The three kinds of form that hostile files are given to: its page, its files, what a person had written there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.navigateur.dossier_page import DossierPage
from tests.navigateur.form_page import FormPage, until
from tests.navigateur.livret_page import LivretPage
from tests.pannes.fichiers import ITEM, REFUSED
from tests.pannes.fichiers_de_champs import REFUSED_DOSSIER, REFUSED_LIVRET

MINE = "à moi"


@dataclass(frozen=True, slots=True)
class Cible:
    """A kind of form; `mine` is the place of what its person wrote, a field of which `control` is the box."""

    nom: str
    page: Callable[[Page, str], FormPage]
    refused: Mapping[str, tuple[bytes, str]]
    mine: str
    control: str

    def opened(self, page: Page, serveur: str) -> FormPage:
        """Return the page with what its person wrote."""
        form = self.page(page, serveur).open().computed()
        if isinstance(form, DossierPage | LivretPage):
            form.write(self.mine, MINE)
        else:
            form.note(self.mine, MINE)
        until(form.settled, "it is on the disk")
        return form

    def written(self, form: FormPage) -> str:
        """Return what stands where the person wrote."""
        return form.page.locator(self.control).input_value()


CIBLES = (
    Cible("auto-positionnement", FormPage, REFUSED, ITEM, f"[data-item='{ITEM}'] textarea"),
    Cible("livret", LivretPage, REFUSED_LIVRET, "projet", "[data-place=projet] textarea"),
    Cible("dossier", DossierPage, REFUSED_DOSSIER, "denomination", "[data-place=denomination] input"),
)
REFUSALS = [(cible.nom, name) for cible in CIBLES for name in cible.refused]


def hostile(cible: str, name: str, folder: Path) -> tuple[Path, str]:
    """Return a hostile file of a kind, written in a folder, and words of its refusal."""
    content, words = next(one for one in CIBLES if one.nom == cible).refused[name]
    path = folder / f"{name}.json"
    path.write_bytes(content)
    return path, words
