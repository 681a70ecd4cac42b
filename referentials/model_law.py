"""Frozen values of the national law around the certifications: rules dated, with what they apply to and how sure they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from referentials.model import Document, Source
from referentials.model_listes import Force, Repertoire, Voie
from referentials.model_parametres import Parametres

ActeurDeDroit = Literal[
    "candidat",
    "employeur",
    "organisme",
    "accompagnateur",
    "jury",
    "centre",
    "certificateur",
    "branche",
    "ministere",
    "france_competences",
    "portail_vae",
    "financeur",
]
ConfianceDeDroit = Literal["haute", "moyenne", "faible", "a_verifier"]
EffetDeDroit = Literal["remplace", "complete", "contredit"]
GenreVise = Literal["CQP", "TP"]
Portail = Literal["oui", "non"]
Situation = Literal["salarie", "demandeur_emploi", "apprenti", "sans_experience", "deja_engage", "organisme"]
Sujet = Literal["acces", "delais", "silence", "cout", "droits", "evaluation", "organisme", "donnees"]


@dataclass(frozen=True, slots=True)
class Application:
    """What a rule applies to: all that an empty field does not limit; `condition` says in words what the others cannot."""

    repertoires: tuple[Repertoire, ...] = ()
    genres: tuple[GenreVise, ...] = ()
    voies: tuple[Voie, ...] = ()
    portail_vae: Portail | None = None
    situations: tuple[Situation, ...] = ()
    condition: str | None = None


EVERYWHERE = Application()


@dataclass(frozen=True, slots=True)
class Touche:
    """A rule of a source that the law replaces, completes or contradicts."""

    certification: str
    regle: str
    effet: EffetDeDroit


@dataclass(frozen=True, slots=True)
class RegleDeDroit:
    """A version of a rule of law: it holds from `en_vigueur_du` (unknown where `debut_indetermine` says why) to its last day.

    `verifie_le`: the last day its text, or copies of it, were seen as such; `reserve`: what is left to verify.
    """

    code: str
    intitule: str
    enonce: str
    acteur: ActeurDeDroit
    force: Force
    parametres: Parametres
    sujets: tuple[Sujet, ...]
    confiance: ConfianceDeDroit
    verifie_le: str
    source: Source
    en_vigueur_du: str | None = None
    debut_indetermine: str | None = None
    en_vigueur_jusqu_au: str | None = None
    s_applique: Application = EVERYWHERE
    reserve: str | None = None
    touche: tuple[Touche, ...] = ()
    services: tuple[str, ...] = ()

    @property
    def du(self) -> str | None:
        """The first day of its version, where it is known: with `au`, what a period of a page has."""
        return self.en_vigueur_du

    @property
    def au(self) -> str | None:
        """The last day of its version; None while none is known."""
        return self.en_vigueur_jusqu_au

    def holds(self, jour: str) -> bool:
        """Tell whether it holds on a day (YYYY-MM-DD), both ends included."""
        return (self.du is None or jour >= self.du) and (self.au is None or jour <= self.au)


@dataclass(frozen=True, slots=True)
class Droit:
    """A file of droit/: one subject, its rules in the order in which they are read."""

    intitule: str
    regles: tuple[RegleDeDroit, ...]


@dataclass(frozen=True, slots=True)
class DroitLie:
    """A rule of law beside the rule of a source, what it does to it, and the name of the text where it is read first."""

    effet: EffetDeDroit
    regle: RegleDeDroit
    texte: str


def beside(droit: Iterable[Droit], documents: Mapping[str, Document]) -> dict[str, dict[str, tuple[DroitLie, ...]]]:
    """Return, for each certification and each rule of its sources, the law that touches it, in the order of the files."""
    found: dict[str, dict[str, tuple[DroitLie, ...]]] = {}
    for sujet in droit:
        for regle in sujet.regles:
            document = documents.get(regle.source.document)
            texte = document.named(regle.source.section) if document else ""
            for touche in regle.touche:
                rules = found.setdefault(touche.certification, {})
                rules[touche.regle] = (*rules.get(touche.regle, ()), DroitLie(touche.effet, regle, texte))
    return found
