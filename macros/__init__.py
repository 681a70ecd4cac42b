"""From the model to the site.  This module names the macros that pages may call, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import pages
from macros.assets import form_assets
from referentials.load import load

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Declare the macros (called by mkdocs-macros, and by any builder that knows `define_env`)."""

    def racine() -> str:
        return "../" * env.page.url.count("/")

    @env.macro
    def accueil() -> str:
        return pages.accueil(load())

    @env.macro
    def liste_certifications() -> str:
        return pages.liste(load(), racine=racine())

    @env.macro
    def fiche(slug: str) -> str:
        return pages.fiche(load(), slug, racine=racine())

    @env.macro
    def auto_positionnement(slug: str) -> str:
        root = racine()
        return pages.auto_positionnement(load(), slug, racine=root, assets=form_assets("auto-positionnement", root))
