"""A kind of form: what tells it from the others, and where its parts stand.  Nothing that kinds share names one.

A kind is a folder of forms/, named as its address.  Its parts are modules of fixed names, loaded when something asks for
them: a page starts without those of the other kinds, but for a kind that takes up the answers of another, and the
browser never gets what is made outside it.

- in the browser: `genre` (`GENRE`, this object), `actions` (`lire`: the JSON of a form → the form; `ACTIONS`: what a page
  asks), `migrations.depuis_<n>` (`migrate`: a file of format n → n + 1);
- outside: `derivation` (`derive`, `offered`, `MANQUE`), `commandes` (`COMMANDES`), `page` (`PAGE`), `exemples`
  (`requests`, `on_demand`);
- page.md.j2 and the templates that it includes, its style sheet, `web/<code>.mjs`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from forms.socle import structure

if TYPE_CHECKING:
    from forms.socle.commandes import Commandes
    from forms.socle.publication import Page
    from referentials.model_certification import Certification


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a page asks of Python: the frozen type of what it asks with, and what answers that."""

    demande: type
    repondre: Callable[[Any, Any], Any]

    def __call__(self, form: Any, corps: Mapping[str, Any]) -> Any:
        """Read the body of a request, and answer it.  Raises MalformedError.

        A page says the same of itself to all its actions: what this one does not need is left aside.
        """
        known = {one.name for one in fields(self.demande)}
        return self.repondre(form, structure.read(self.demande, {k: v for k, v in corps.items() if k in known}))


@dataclass(frozen=True, slots=True)
class Encode:
    """A part of an answer that is JSON text already."""

    texte: str


@dataclass(frozen=True, slots=True)
class Genre:
    """A kind of form.

    `dossier`: its folder under forms/.  `version`: the newest format of its files.  `complement`: what people call its
    page, as a complement, « de livret de repérage ».  `forme`: the format of the JSON of its forms.
    """

    dossier: str
    version: int
    complement: str
    forme: str = "repere/questionnaire"

    @property
    def code(self) -> str:
        """Its name in addresses, in the names of files and in those of scripts."""
        return self.dossier.replace("_", "-")

    @property
    def format(self) -> str:
        """What its files say that they are."""
        return f"repere/{self.code}"

    def _part(self, name: str) -> Any:
        return importlib.import_module(f"forms.{self.dossier}.{name}")

    def lire(self, donnees: Any) -> Any:
        """Return a form from its JSON, as its actions take it."""
        return self._part("actions").lire(donnees)

    @property
    def actions(self) -> Mapping[str, Action]:
        """What a page asks of Python, by name."""
        found: Mapping[str, Action] = self._part("actions").ACTIONS
        return found

    def validate(self, donnees: Any, version: int) -> None:
        """Check a file of this kind against the schema of its own format.  Raises JsonSchemaValueException."""
        suffix = "" if version == self.version else f"_{version}"
        importlib.import_module(f"forms.validateurs.export_{self.dossier}{suffix}").validate(donnees)

    def migrate(self, donnees: Mapping[str, Any], version: int) -> dict[str, Any]:
        """Return a valid file of an older format in the next one."""
        found: dict[str, Any] = self._part(f"migrations.depuis_{version}").migrate(donnees)
        return found

    def derive(self, certification: Certification) -> Any:
        """Return the form of a certification, or None where it has none of this kind."""
        return self._part("derivation").derive(certification) if self.offered(certification) else None

    def offered(self, certification: Certification) -> bool:
        """Return whether a certification has a form of this kind."""
        return bool(self._part("derivation").offered(certification))

    @property
    def manque(self) -> str:
        """What a certification that has no form of this kind lacks, in words that follow its title."""
        return str(self._part("derivation").MANQUE)

    @property
    def commandes(self) -> Commandes[Any, Any]:
        """What the command line does with its files."""
        found: Commandes[Any, Any] = self._part("commandes").COMMANDES
        return found

    @property
    def page(self) -> Page[Any]:
        """What the site says of its page."""
        found: Page[Any] = self._part("page").PAGE
        return found

    def exemples(self, certification: Certification, *, on_demand: bool = False) -> list[dict[str, Any]]:
        """Return requests for its form that together use all that Python does, or all that needs a package more; none without one."""
        if not self.offered(certification):
            return []
        found = self._part("exemples")
        requests: list[dict[str, Any]] = (found.on_demand if on_demand else found.requests)(certification)
        return requests
