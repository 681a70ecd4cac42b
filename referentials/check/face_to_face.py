"""REF003 of the files that set two certifications face to face: they are named after both, whose codes they cite."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from referentials.check.finding import Finding
from referentials.check.resemblance import remedy
from referentials.load import Collection

CODE = "REF003"
# Folder → its two sides: which certification, and the key of its codes in a link.
SIDES = {
    "correspondances": (("ancienne", "ancien"), ("nouvelle", "nouveau")),
    "rapprochements": (("premiere", "premier"), ("seconde", "second")),
}


def check(
    chemin: str, name: str, donnees: Any, known: dict[str, set[str]], collection: Collection
) -> Iterator[tuple[str, Finding]]:
    """Yield what a file of either folder names that does not exist, after the certification, if that is why."""
    folder = chemin.partition("/")[0]
    yield from _named(chemin, name, donnees, known, SIDES[folder])
    if folder == "rapprochements":
        yield from _rapprochements(chemin, donnees, collection)


def unknown(chemin: str, path: str, slug: str, known: dict[str, set[str]]) -> Finding:
    """Return that a certification does not exist."""
    message = f"la certification « {slug} » n’existe pas"
    return Finding(chemin, path, CODE, message, remedy(slug, known), cause=True)


def _named(
    chemin: str, name: str, donnees: Any, known: dict[str, set[str]], sides: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, Finding]]:
    expected = "--".join(donnees[side] for side, _ in sides)
    if name != expected:
        message = f"le fichier s’appelle {name}.json et met en regard « {expected.replace('--', ' » et « ')} »"
        yield (
            "",
            Finding(chemin, "$", CODE, message, f"renommez le fichier en {expected}.json, ou corrigez les deux noms"),
        )
    for side, key in sides:
        slug = donnees[side]
        if slug not in known:
            yield slug, unknown(chemin, f"$.{side}", slug, known)
            continue
        for index, lien in enumerate(donnees["liens"]):
            for code in lien[key]:
                if code not in known[slug]:
                    message = f"le code « {code} » n’existe pas dans « {slug} »"
                    yield (
                        "",
                        Finding(
                            chemin, f"$.liens[{index}].{key}", CODE, message, remedy(code, known[slug]), cause=True
                        ),
                    )


def _rapprochements(chemin: str, donnees: Any, collection: Collection) -> Iterator[tuple[str, Finding]]:
    """Yield a finding for two names in the other order, which is that of a page published before, or one of a suite."""
    one, other = donnees["premiere"], donnees["seconde"]
    if one >= other:
        message = f"« {one} » ne vient pas avant « {other} » dans l’ordre des noms"
        yield "", Finding(chemin, "$", CODE, message, "échangez les deux noms et les deux côtés de chaque lien")
    for suite in (f"{one}--{other}", f"{other}--{one}"):
        if suite in collection.correspondances:
            message = f"correspondances/{suite}.json dit déjà que l’une suit l’autre"
            yield "", Finding(chemin, "$", CODE, message, "gardez un seul des deux fichiers, et réunissez leurs liens")
