"""What a form's page shows of one draft closes with it: each panel is marked so, or is known not to be of a draft."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from macros import pages, rendering
from macros.pages.commun import Contexte
from referentials.load import load
from tests.outils_pages import ASSETS

SLUG = "cqp-vendeur-conseil-a-distance"
# The tab, a file on its way, choosers of files, what was refused, what follows the answers at each change, and what depends
# on the device.
NOT_OF_A_DRAFT = {
    "r-partager",
    "r-veille",
    "r-lecture",
    "r-depot",
    "r-fichier",
    "r-fichier-compare",
    "r-fichier-envoye",
    "r-alerte",
    "r-ecartees",
}


class Panels(HTMLParser):
    """The parts of a page that come and go, by their id."""

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        self.found: dict[str, bool] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is hidden at first; the line of an error belongs to its field."""
        given = dict(attrs)
        name = given.get("id") or ""
        if "hidden" in given and name and tag != "p":
            self.found[name] = "data-du-brouillon" in given


@pytest.mark.parametrize("kind", ["auto_positionnement", "dossier_habilitation", "livret_de_reperage"])
def test_each_panel_is_of_a_draft_or_is_not(kind: str) -> None:
    """A panel that is added later has to say which it is: forgotten, it would stay open over another draft."""
    panels = Panels()
    panels.feed(pages.CERTIFICATION[kind](load(), SLUG, Contexte("../../../", lambda _: ASSETS)))
    # What its script brings to the page.
    for piece in rendering.embarques()[kind].morceaux.values():
        panels.feed(piece)
    assert {"r-revenir", "r-changements", "r-texte"} <= {name for name, marked in panels.found.items() if marked}
    assert {name for name, marked in panels.found.items() if not marked} <= NOT_OF_A_DRAFT
