"""« Glossaire »: the terms that the documents define, and the words of Repère's own data, from A to Z."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from forms.socle.majuscules import capitalized
from macros.pages.commun import Contexte, last_update
from macros.rendering import environment
from macros.rendering import render as render_template
from referentials import model_cahier
from referentials.load import Collection
from referentials.model import Source
from referentials.model_certification import Certification
from referentials.model_orientation import GenreDefini


@dataclass(frozen=True, slots=True)
class Terme:
    """A term with what defines it: a document, a legal text (`genre`), else Repère itself; `cles`: keys of the data."""

    ancre: str
    terme: str
    definition: str
    sigle: str | None = None
    cles: tuple[str, ...] = ()
    certification: Certification | None = None
    glossaire: str | None = None
    source: Source | None = None
    genre: GenreDefini | None = None

    @property
    def rang(self) -> str:
        """The term as it is sorted: without accents nor capitals."""
        decomposed = unicodedata.normalize("NFD", self.terme.casefold())
        return "".join(sign for sign in decomposed if not unicodedata.combining(sign))

    @property
    def lettre(self) -> str:
        """The letter under which the term stands."""
        return next((sign for sign in self.rang.upper() if sign.isalpha()), "0")


def _ours(mot: Mapping[str, Any]) -> Terme:
    ancre = f"repere-{mot['code']}"
    return Terme(ancre, mot["terme"], mot["definition"], mot.get("sigle"), tuple(mot.get("cles", ())))


def _kind(genre: GenreDefini) -> Terme:
    definition = f"{capitalized(genre.definition)}."
    return Terme(f"repere-{genre.code.lower()}", genre.terme, definition, genre.sigle, genre=genre)


def _theirs(certification: Certification, terme: model_cahier.Terme) -> Terme:
    return Terme(
        f"{certification.slug}-{terme.code.lower()}",
        terme.terme,
        terme.definition,
        terme.sigle,
        certification=certification,
        glossaire=terme.glossaire,
        source=terme.source,
    )


def terms(collection: Collection) -> list[Terme]:
    """Return every term, sorted as a dictionary does."""
    # The words of our own are words of the pages: they live in a template.
    module: Any = environment().get_template("vocabulaire.j2").module
    every = [_ours(mot) for mot in module.VOCABULAIRE]
    every += [_kind(genre) for genre in collection.genres.values()]
    every += [
        _theirs(certification, terme)
        for certification in collection.certifications
        for terme in certification.glossaire
    ]
    return sorted(every, key=lambda terme: (terme.rang, terme.ancre))


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    every = terms(collection)
    lettres = [(lettre, list(group)) for lettre, group in groupby(every, key=lambda terme: terme.lettre)]
    return render_template(
        "glossaire.md.j2",
        collection.documents,
        lettres=lettres,
        mise_a_jour=last_update(collection),
        racine=contexte.racine,
    )
