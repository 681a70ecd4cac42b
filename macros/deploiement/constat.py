"""What differs between a file of the built site and what a host sends of it, as faults that say what to do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from macros.deploiement.attentes import Attentes
from macros.deploiement.reseau import Reponse

CSP = "Content-Security-Policy"
CACHE = "Cache-Control"
CONFIGURATION = "Reprenez le fichier prêt pour votre hôte, à la page « Déployer »."


@dataclass(frozen=True, slots=True)
class Faute:
    """Something wrong, and what to do about it; the same for many addresses.  A `conseil` fails nothing."""

    quoi: str
    remede: str
    conseil: bool = False


ABSENT = "Envoyez de nouveau tout le dossier du site, puis videz le cache de l’hôte s’il en a un."


def of_content(attendu: bytes, reponse: Reponse) -> Iterator[Faute]:
    """Yield what is wrong with the content of a file."""
    if reponse.statut != 200:  # noqa: PLR2004 — HTTP
        yield Faute(f"la réponse est {reponse.statut} au lieu de 200", ABSENT)
    elif hashlib.sha256(reponse.corps).digest() != hashlib.sha256(attendu).digest():
        yield Faute("le contenu n’est pas celui de votre copie : son empreinte SHA-256 diffère", ABSENT)


def of_type(attentes: Attentes, chemin: str, reponse: Reponse) -> Iterator[Faute]:
    """Yield what is wrong with the type of a file: a browser refuses a script of another type."""
    wanted = attentes.type_of(chemin)
    found = reponse.entetes.get("content-type", "").partition(";")[0].strip().lower()
    if wanted and found != wanted and (wanted, found) != ("text/javascript", "application/javascript"):
        yield Faute(f"le type est « {found or 'absent'} » au lieu de « {wanted} »", CONFIGURATION)


def of_headers(attentes: Attentes, chemin: str, reponse: Reponse) -> Iterator[Faute]:
    """Yield the headers that are missing or say something else."""
    for name, wanted in attentes.entetes(chemin).items():
        found = reponse.entetes.get(name.lower())
        if found is None:
            yield Faute(f"l’en-tête {name} manque", f"Il faut « {name}: {wanted} ». {CONFIGURATION}")
        elif not _agrees(name, wanted, found):
            yield Faute(f"l’en-tête {name} vaut « {found} »", f"Il faut « {name}: {wanted} ». {CONFIGURATION}")


def _agrees(name: str, wanted: str, found: str) -> bool:
    if name == CSP:
        # Several policies all hold: what counts is that ours is one of them.
        return _policy(wanted) in [_policy(policy) for policy in found.split(",")]
    if name == CACHE:
        return _cached(wanted) == _cached(found)
    return _plain(wanted) == _plain(found)


def _plain(value: str) -> str:
    return value.replace(" ", "").lower()


def _policy(policy: str) -> frozenset[str]:
    return frozenset(" ".join(directive.split()).lower() for directive in policy.split(";") if directive.strip())


def _cached(value: str) -> str:
    directives = {directive.strip().lower() for directive in value.split(",")}
    if "immutable" in directives:
        return "immuable"
    # Two ways to say: ask again each time.
    return "à revérifier" if directives & {"no-cache", "max-age=0"} else value


def of_compression(chemin: str, reponse: Reponse, brotli: Reponse) -> Iterator[Faute]:
    """Yield what is wrong with the way a big file travels; `brotli` is the answer to who accepts it."""
    if "content-encoding" not in reponse.entetes:
        yield Faute(
            "le fichier voyage sans être comprimé", f"Comprimez-le en gzip, et mieux en Brotli. {CONFIGURATION}"
        )
    elif brotli.entetes.get("content-encoding") != "br" and chemin.endswith((".wasm", ".mjs", ".js")):
        yield Faute(
            "gzip, pas de Brotli", "Brotli enlèverait encore un cinquième, si votre hôte le propose.", conseil=True
        )
