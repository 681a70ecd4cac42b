"""Where the schemas say that a value is shown, it is: every free text is a mark of its own, looked for on the pages."""

from __future__ import annotations

import copy
import re
from functools import cache
from itertools import count
from typing import Any

from referentials.check.schemas import SUFFIX, registry
from referentials.load import build
from referentials.read import ROOT, Fichier, read_tree, schema_of
from tests.outils import CAS, MINIMALE
from tests.outils_marques import Lus, every, owners, rendered
from tests.referentials.test_model import FILES

# No published value has it: the same words show it as those of a text without readings.
UNSEEN = {"commun#/$defs/texte_lu/properties/rubrique"}
Pages = dict[str, set[str]]
LACKING = [CAS / "conformes" / name for name in ("repertoire-specifique-et-diplome", "fiches-importees")]


def marked(cle: str) -> set[str]:
    """Return the pages that a schema says for a key."""
    name, _, pointer = cle.partition("#")
    return {*registry().resolver().lookup(f"{name}{SUFFIX}#{pointer}").contents["x-montre"]}


@cache
def looked_at() -> tuple[Pages, Pages, dict[str, set[str]]]:
    """Return the pages on which each key is seen, those that read it, and the keys above each.

    One rendering of all the pages, of the published data with a word of its own in the place of each free text.
    """
    # What no published certification has yet, small ones have.
    small = [one for root in LACKING for one in read_tree(root) if one.faute is None]
    small += [one for one in read_tree(MINIMALE) if one.chemin.startswith(("documents/", "echelles/"))]
    files = (*read_tree(ROOT), *small)
    donnees = {one.chemin: copy.deepcopy(one.donnees) for one in files}
    ranks, words = count(1), dict[str, str]()
    for _, valeur in every(donnees):
        if valeur.libre:
            word = f"zq{''.join(chr(97 + int(digit)) for digit in f'{next(ranks):05}')}zq"
            words[word] = valeur.cle
            valeur.ecrire(word.capitalize())
    held: dict[str, set[tuple[type, str]]] = {}
    above: dict[str, set[str]] = {}
    for name, kind in FILES.items():
        for cle, owner, parent in owners(kind, f"{name}#", {"$ref": f"{name}{SUFFIX}"}, "", set()):
            held.setdefault(cle, set()).add(owner)
            above.setdefault(cle, set()).add(parent)
    collection = build(tuple(Fichier(chemin, schema_of(chemin), one) for chemin, one in donnees.items()))
    seen: Pages = {cle: set() for cle in words.values()}
    lus: dict[tuple[type, str], set[str]] = {}
    for page, render in rendered(collection):
        with Lus(kind for owned in held.values() for kind, _ in owned) as read:
            try:
                text = render()
            except KeyError:
                # A certification that has no such page.
                continue
        for word in {*re.findall(r"zq[a-j]{5}zq", text.lower())}:
            seen[words[word]].add(page)
        for owner in read:
            lus.setdefault(owner, set()).add(page)
    return seen, {cle: {page for one in owned for page in lus.get(one, ())} for cle, owned in held.items()}, above


def test_a_text_is_seen_on_each_page_that_its_schema_names() -> None:
    """A key that a template forgets, or that is new and that no template shows, is not said to be shown."""
    seen, *_ = looked_at()
    lost = {cle: missing for cle, pages in seen.items() if (missing := marked(cle) - pages)}
    assert lost == {}


def test_a_text_that_is_said_to_be_shown_nowhere_is_not() -> None:
    """« Nulle part » is a choice: where a page shows it after all, the schema names that page."""
    seen, *_ = looked_at()
    assert {cle: pages for cle, pages in seen.items() if pages and not marked(cle)} == {}


def test_a_number_a_day_or_a_choice_is_read_by_each_page_that_its_schema_names() -> None:
    """They cannot be any word: each page that is named reads the key, and shows what stands above it."""
    seen, lus, above = looked_at()
    told: dict[str, Any] = {}
    for cle in lus.keys() - seen.keys() - UNSEEN:
        allowed = {page for parent in above[cle] for page in (marked(parent) if parent else marked(cle))}
        if missing := (marked(cle) - lus[cle]) | (marked(cle) - allowed):
            told[cle] = missing
    assert told == {}
