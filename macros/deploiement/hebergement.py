"""Ready files that tell a host what to send, written from the one list: nginx, Apache, Netlify and Cloudflare Pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from macros.deploiement.attentes import Attentes, Regle, attentes
from macros.rendering import environment

CACHE = "Cache-Control"


@dataclass(frozen=True, slots=True)
class Fichier:
    """A file for a kind of host: its name, the host's, and where it goes."""

    nom: str
    hote: str
    gabarit: str


FICHIERS = (
    Fichier("nginx.conf", "nginx", "hebergement/nginx.conf.j2"),
    Fichier(".htaccess", "Apache", "hebergement/htaccess.j2"),
    Fichier("_headers", "Netlify et Cloudflare Pages", "hebergement/headers.j2"),
)


def names(wanted: Attentes) -> list[str]:
    """Return the name of every header that some address must have."""
    return sorted({name for regle in wanted.regles for name in regle.entetes})


def for_header(wanted: Attentes, name: str) -> list[tuple[str, str]]:
    """Return (beginning of addresses, value) of one header, from the most general on."""
    return [(regle.chemins, regle.entetes[name]) for regle in wanted.regles if name in regle.entetes]


def without_cache(regle: Regle) -> dict[str, str]:
    """Return what the whole site gets from a host that joins the values of two rules: Netlify, Cloudflare Pages.

    Both revalidate each file already, unless a rule says otherwise.
    """
    return {name: value for name, value in regle.entetes.items() if name != CACHE or regle.chemins != "/"}


def text(fichier: Fichier) -> str:
    """Return the content of a file."""
    wanted = attentes()
    headers = {name: for_header(wanted, name) for name in names(wanted)}
    types = {**wanted.types, **wanted.types_en_plus}
    compressed = sorted({types[suffix] for suffix in (*wanted.compresses, *wanted.types_en_plus)} - {types[".html"]})
    template = environment().get_template(fichier.gabarit)
    # The files are no HTML: what is marked safe is our own data.
    return template.render(
        attentes=wanted, entetes=headers, types=types, types_compresses=compressed, sans_cache=without_cache
    )


def write(folder: Path) -> None:
    """Write every file in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for fichier in FICHIERS:
        (folder / fichier.nom).write_text(text(fichier), "utf-8")
