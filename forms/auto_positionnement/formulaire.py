"""A form is data: groups, items, one scale, rules of success.  JSON in, JSON out, standard library only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from forms.auto_positionnement import suites
from forms.auto_positionnement.suites import Suites
from forms.socle import etat_certification, lectures
from forms.socle.cles import as_dict, without_empty
from forms.socle.etat_certification import EtatCertification
from forms.socle.lectures import Lecture

FORMAT = "repere/formulaire"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Valeur:
    """A value of the scale, in the candidate's words; `effet` says what it counts for, `points` how high it is."""

    code: str
    libelle: str
    effet: str
    points: int | None = None

    @property
    def niveau(self) -> int | None:
        """How high the value is.  One that judges nothing (« non évaluable ») has no level, whatever its points."""
        return self.points if self.effet in {"positif", "negatif"} else None


@dataclass(frozen=True, slots=True)
class ValeurPremierTour:
    """An answer to the one question of a competence.  It counts for nothing; `ouvre_le_detail`: its items come next."""

    code: str
    libelle: str
    ouvre_le_detail: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One statement to answer, in the first person, with what could prove it."""

    code: str
    enonce: str
    origine: str
    preuves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Groupe:
    """A domaine, unité, compétence…: items of its own, and groups below it.

    `enonce_candidat`: all of it in one sentence of the candidate's, the question of the first pass.
    """

    code: str
    nature: str
    intitule: str
    groupes: tuple[Groupe, ...]
    items: tuple[Item, ...]
    intitule_court: str = ""
    enonce_candidat: str = ""

    @property
    def nom(self) -> str:
        """What to call it in a list, a chart or a result."""
        return self.intitule_court or self.intitule

    def all_items(self) -> Iterator[Item]:
        """Yield every item at or below this group, in reading order."""
        yield from self.items
        for groupe in self.groupes:
            yield from groupe.all_items()

    def competences(self) -> Iterator[Groupe]:
        """Yield the groups at or below this one that have items of their own, in reading order."""
        if self.items:
            yield self
        for groupe in self.groupes:
            yield from groupe.competences()


@dataclass(frozen=True, slots=True)
class Seuil:
    """The share of positive items, in percent, that a group needs; `regle` is the rule it comes from.

    `voies`: the only routes for which it holds; none where it holds for all of them.
    """

    regle: str
    groupe: str
    pourcentage: int
    voies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupesRequis:
    """The groups that must all succeed for the certification, by these routes only where `voies` names some."""

    regle: str
    groupes: tuple[str, ...]
    voies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Formulaire:
    """A whole form, bound to one version of one certification.

    `remplacements`: code that is no more → item that means the same.  `nouveautes`: version → items that it was
    the first to have; the first version is not there.  `lectures`: what Repère chose where the source leaves open what
    the rules of success, or the scale, mean.  `etats`: those of the certification, in order.  `mention`: whose statements
    these are, in a sentence.  `premier_tour`: the answers to the one question of each competence; none where the form
    has no first pass.
    `suites`: what may follow.
    """

    certification: str
    intitule: str
    version_referentiel: str
    echelle: tuple[Valeur, ...]
    groupes: tuple[Groupe, ...]
    seuils: tuple[Seuil, ...]
    groupes_requis: GroupesRequis | None = None
    remplacements: Mapping[str, str] = field(default_factory=dict)
    nouveautes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    lectures: tuple[Lecture, ...] = ()
    etats: tuple[EtatCertification, ...] = ()
    mention: str = ""
    premier_tour: tuple[ValeurPremierTour, ...] = ()
    suites: Suites = field(default_factory=Suites)

    def all_items(self) -> Iterator[Item]:
        """Yield every item in reading order."""
        for groupe in self.groupes:
            yield from groupe.all_items()

    def competences(self) -> Iterator[Groupe]:
        """Yield the groups that have items of their own, in reading order: a first pass asks each of them once."""
        for groupe in self.groupes:
            yield from groupe.competences()


def from_json(donnees: Mapping[str, Any]) -> Formulaire:
    """Build a Formulaire from JSON that follows formulaire.schema.json."""
    requis = donnees.get("groupes_requis")
    return Formulaire(
        certification=donnees["certification"],
        intitule=donnees["intitule"],
        version_referentiel=donnees["version_referentiel"],
        echelle=tuple(Valeur(**valeur) for valeur in donnees["echelle"]),
        groupes=tuple(_groupe(groupe) for groupe in donnees["groupes"]),
        seuils=tuple(Seuil(**{**seuil, "voies": _voies(seuil)}) for seuil in donnees["seuils"]),
        groupes_requis=GroupesRequis(requis["regle"], tuple(requis["groupes"]), _voies(requis)) if requis else None,
        remplacements=donnees["remplacements"],
        nouveautes={version: tuple(codes) for version, codes in donnees["nouveautes"].items()},
        lectures=lectures.from_json(donnees),
        etats=etat_certification.from_json(donnees.get("etats", ())),
        mention=donnees.get("mention", ""),
        premier_tour=tuple(ValeurPremierTour(**valeur) for valeur in donnees.get("premier_tour", ())),
        suites=suites.from_json(donnees["suites"]) if "suites" in donnees else Suites(),
    )


def _voies(donnees: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(donnees.get("voies", ()))


def _groupe(donnees: Mapping[str, Any]) -> Groupe:
    return Groupe(
        code=donnees["code"],
        nature=donnees["nature"],
        intitule=donnees["intitule"],
        groupes=tuple(_groupe(groupe) for groupe in donnees["groupes"]),
        items=tuple(Item(i["code"], i["enonce"], i["origine"], tuple(i.get("preuves", ()))) for i in donnees["items"]),
        intitule_court=donnees.get("intitule_court", ""),
        enonce_candidat=donnees.get("enonce_candidat", ""),
    )


def to_json(formulaire: Formulaire) -> dict[str, Any]:
    """Return the JSON of a form, which follows formulaire.schema.json and `from_json` reads back."""
    donnees: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "certification": formulaire.certification,
        "intitule": formulaire.intitule,
        "version_referentiel": formulaire.version_referentiel,
        "echelle": [as_dict(valeur) for valeur in formulaire.echelle],
        "groupes": [_groupe_json(groupe) for groupe in formulaire.groupes],
        "seuils": [without_empty(as_dict(seuil), "voies") for seuil in formulaire.seuils],
        "remplacements": dict(formulaire.remplacements),
        "nouveautes": {version: list(codes) for version, codes in formulaire.nouveautes.items()},
    }
    if formulaire.etats:
        donnees["etats"] = etat_certification.to_json(formulaire.etats)
    if formulaire.groupes_requis:
        requis = formulaire.groupes_requis
        donnees["groupes_requis"] = without_empty(as_dict(requis), "voies")
    if formulaire.mention:
        donnees["mention"] = formulaire.mention
    if formulaire.premier_tour:
        donnees["premier_tour"] = [as_dict(valeur) for valeur in formulaire.premier_tour]
    if formulaire.suites.suites:
        donnees["suites"] = suites.to_json(formulaire.suites)
    return donnees | lectures.to_json(formulaire.lectures)


def to_page(formulaire: Formulaire) -> dict[str, Any]:
    """Return the same for a page, which shows the words of its groups and items: its script reads them there.

    web/words.mjs does.  What could prove an item is not read at all: nothing is computed of it.
    """

    def bare(groupe: Groupe) -> dict[str, Any]:
        return {
            "code": groupe.code,
            "nature": groupe.nature,
            "groupes": [bare(inner) for inner in groupe.groupes],
            "items": [{"code": item.code, "origine": item.origine} for item in groupe.items],
        }

    return to_json(formulaire) | {"groupes": [bare(groupe) for groupe in formulaire.groupes]}


def _groupe_json(groupe: Groupe) -> dict[str, Any]:
    return {
        "code": groupe.code,
        "nature": groupe.nature,
        "intitule": groupe.intitule,
        **{key: words for key in ("intitule_court", "enonce_candidat") if (words := getattr(groupe, key))},
        "groupes": [_groupe_json(inner) for inner in groupe.groupes],
        "items": [
            {
                "code": i.code,
                "enonce": i.enonce,
                "origine": i.origine,
                **({"preuves": [*i.preuves]} if i.preuves else {}),
            }
            for i in groupe.items
        ],
    }
