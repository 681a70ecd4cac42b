"""Asking a host for the files of a deployed site: nothing else is asked of the network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import urllib3

TIMEOUT = 30.0
Demande = Callable[[str, str], "Reponse"]


class UnreachableError(RuntimeError):
    """The host does not answer; the text is French, ready to be shown."""


@dataclass(frozen=True, slots=True)
class Reponse:
    """What a host answers: status, headers by their name in lower case, and the content, no longer compressed."""

    statut: int
    entetes: Mapping[str, str]
    corps: bytes


def asker(adresse: str) -> Demande:
    """Return the function that asks for a path of the site at this address, with an Accept-Encoding.

    It asks for what a browser asks for, follows no redirection, and raises UnreachableError.
    """
    pool = urllib3.PoolManager(retries=urllib3.Retry(connect=1, read=1, redirect=0, raise_on_redirect=False))
    base = adresse.rstrip("/")

    def ask(chemin: str, encodage: str) -> Reponse:
        try:
            # What is asked for as Brotli is looked at, not read: only its headers count.
            method = "GET" if encodage == "gzip" else "HEAD"
            reply = pool.request(method, base + chemin, headers={"Accept-Encoding": encodage}, timeout=TIMEOUT)
        except urllib3.exceptions.HTTPError as error:
            raise UnreachableError(
                f"« {base}{chemin} » ne répond pas ({type(error).__name__}). "
                "Vérifiez l’adresse et que le site est en ligne, puis recommencez."
            ) from error
        headers = {name.lower(): ", ".join(reply.headers.getlist(name)) for name in reply.headers}
        return Reponse(reply.status, headers, reply.data)

    return ask
