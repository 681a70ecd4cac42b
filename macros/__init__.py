"""From the model to the site.  This module names the macros that pages may call, and has the style sheet written."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from macros import pages, serving
from macros.api.edition import published_at
from macros.assets import form_assets
from macros.navigateur import style
from macros.pages.commun import Contexte
from referentials.load import Collection, load

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Declare one macro for each kind of page (called by mkdocs-macros, or any builder that knows `define_env`)."""
    # Called at each build, by a server too: it would show for ever the data that it began with.  Read at once: a file
    # that cannot be read stops this build with its sentence, where in the middle of a page it would stop the server.
    follower = serving.FOLLOWER if os.environ.get("REPERE_SUIVI") else None
    if follower:
        follower.look()
    load.cache_clear()
    load()
    if follower:
        follower.follow()
    # Before the builder lists its files: a server then follows the sheets too.
    style.write()

    def contexte() -> Contexte:
        racine = "../" * env.page.url.count("/")
        return Contexte(racine, lambda page: form_assets(page, racine), published_at())

    def of_address(render: Callable[[Collection, str, Contexte], str], slug: str) -> str:
        return render(load(), slug, contexte())

    def of_site(render: Callable[[Collection, Contexte], str]) -> str:
        return render(load(), contexte())

    for name, page in (*pages.CERTIFICATION.items(), *pages.PAIRE.items()):
        env.macro(partial(of_address, page), name)  # type: ignore[no-untyped-call]  # no types there
    for name, site_page in pages.SITE.items():
        env.macro(partial(of_site, site_page), name)  # type: ignore[no-untyped-call]  # no types there
