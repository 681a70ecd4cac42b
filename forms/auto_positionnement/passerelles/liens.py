"""What links the questions of one form to those of the others: frozen values, made outside the browser, read from JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from forms.auto_positionnement import formulaire
from forms.auto_positionnement.formulaire import Formulaire
from forms.socle import etat_certification, structure
from forms.socle.cles import as_dict
from forms.socle.etat_certification import EtatCertification

IDENTIQUE, PROPRE = "identique", "propre"


@dataclass(frozen=True, slots=True)
class Lien:
    """Questions of one form, and the one of another form that they answer: competences, or statements, never both.

    `nature`: how alike they are; `propre`, without `de`: nothing answers it.  `entier`: what is linked is all of the
    competences on both sides, not a part of one.  `par`: the certifications that a link goes through, by their titles.
    """

    de: tuple[str, ...]
    a: str
    nature: str
    remarque: str = ""
    entier: bool = True
    par: tuple[str, ...] = ()

    @property
    def carries(self) -> bool:
        """Whether an answer to the one is an answer to the other, in the same words: anything less is asked."""
        return self.nature == IDENTIQUE and self.entier and len(self.de) == 1


@dataclass(frozen=True, slots=True)
class Cible:
    """A competence of another form: its code, its name, the codes of its statements."""

    code: str
    nom: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vers:
    """All that links a form to that of one other certification, in the order of the questions of the other."""

    certification: str
    cibles: tuple[Cible, ...]
    liens: tuple[Lien, ...]


@dataclass(frozen=True, slots=True)
class Origine:
    """The form that a file was answered on, what people call its certification, and all that leads elsewhere from it."""

    intitule: str
    formulaire: Formulaire
    vers: tuple[Vers, ...] = ()

    def towards(self, certification: str) -> Vers | None:
        """Return what links it to one other certification; None where nobody has read any link."""
        return next((one for one in self.vers if one.certification == certification), None)


@dataclass(frozen=True, slots=True)
class Voisine:
    """A certification of the collection: its slug, what people call it, its states in order."""

    certification: str
    intitule: str
    etats: tuple[EtatCertification, ...] = ()


@dataclass(frozen=True, slots=True)
class _Origine:
    """The JSON of an Origine, whose form is read by the module of forms."""

    intitule: str
    formulaire: Mapping[str, Any]
    vers: tuple[Vers, ...] = ()


def told_once(liens: Sequence[Lien]) -> tuple[tuple[Lien, ...], tuple[str, ...]]:
    """Return links, and the certifications that all of them go through: said once above them, not again of each."""
    ways = {lien.par for lien in liens if lien.nature != PROPRE}
    if len(ways) != 1:
        return tuple(liens), ()
    return tuple(replace(lien, par=()) for lien in liens), ways.pop()


def origine_from_json(donnees: Any) -> Origine:
    """Build an Origine.  Raises MalformedError, or KeyError and its kind where the form is none."""
    found: _Origine = structure.read(_Origine, donnees)
    return Origine(found.intitule, formulaire.from_json(found.formulaire), found.vers)


def origine_to_json(origine: Origine) -> dict[str, Any]:
    """Return the JSON of an Origine, which `origine_from_json` reads back."""
    return {
        "intitule": origine.intitule,
        "formulaire": formulaire.to_json(origine.formulaire),
        "vers": [
            {
                "certification": vers.certification,
                "cibles": [{**as_dict(cible), "items": list(cible.items)} for cible in vers.cibles],
                "liens": [_lien_json(lien) for lien in vers.liens],
            }
            for vers in origine.vers
        ],
    }


def _lien_json(lien: Lien) -> dict[str, Any]:
    return {
        "de": list(lien.de),
        "a": lien.a,
        "nature": lien.nature,
        **({"remarque": lien.remarque} if lien.remarque else {}),
        **({} if lien.entier else {"entier": False}),
        **({"par": list(lien.par)} if lien.par else {}),
    }


def voisines_from_json(donnees: Any) -> tuple[Voisine, ...]:
    """Build the certifications of a collection.  Raises MalformedError."""
    found: tuple[Voisine, ...] = structure.read(tuple[Voisine, ...], donnees)
    return found


def voisines_to_json(voisines: Sequence[Voisine]) -> list[dict[str, Any]]:
    """Return the JSON of the certifications of a collection."""
    return [
        {
            "certification": one.certification,
            "intitule": one.intitule,
            "etats": etat_certification.to_json(one.etats),
        }
        for one in voisines
    ]
