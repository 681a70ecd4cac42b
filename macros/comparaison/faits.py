"""Facts of identity and counts of two certifications, row by row, with what each row amounts to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import blake2b
from itertools import product

from macros.comparaison.elements import elements
from referentials.levels import level
from referentials.model import Source, TexteSource
from referentials.model_certification import Certification
from referentials.model_identite import Niveau, TexteLu

EMPTY = "rubrique_vide"
# A route that a certification does not name.
ABSENT = "absente"
SORTES = ("indetermine", "dit", "tu")
# Natures and kinds, in the order of a referential.
ORDER: tuple[str, ...] = (
    "domaine",
    "unite",
    "bloc",
    "ccp",
    "competence",
    "sous_competence",
    "activite",
    "tache",
    "critere",
    "savoir",
    "epreuve",
    "regle",
)


@dataclass(frozen=True, slots=True)
class Fait:
    """What the data of one certification say: values, or why nothing is decided, or nothing at all.

    `absence`: what the document writes, or not, in place of a value.  `a_recouper`: values read at second hand only.
    `discordances` decided how the source is read.
    """

    valeurs: tuple[str, ...] = ()
    indetermine: str | None = None
    date: bool = False
    absence: str | None = None
    a_recouper: frozenset[str] = frozenset()
    discordances: tuple[str, ...] = ()

    @property
    def dit(self) -> tuple[str, ...]:
        """What is said: « aucun » and « sans objet » are answers, an empty heading is none."""
        return (self.absence,) if self.absence and self.absence != EMPTY else self.valeurs

    @property
    def sorte(self) -> str:
        """Return « indetermine », « dit » or « tu »: all that matters, beside `empreinte`, to compare it with another."""
        return "indetermine" if self.indetermine else "dit" if self.dit else "tu"

    @property
    def empreinte(self) -> str:
        """Return what two facts have in common where they say the same, in the same way."""
        return blake2b(repr((self.dit, self.absence)).encode(), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Ligne:
    """One fact of both certifications.  `cle` names it: the template has the words."""

    cle: str
    ancien: Fait
    nouveau: Fait

    @property
    def ecart(self) -> str:
        """Return what the row amounts to."""
        same = self.ancien.empreinte == self.nouveau.empreinte
        return ecart({self.ancien.sorte, self.nouveau.sorte}, same=same)


def ecart(sortes: AbstractSet[str], *, same: bool) -> str:
    """Return « pareil » or « different » for facts of these kinds, or why it is neither.

    « indetermine »: one side is not decided; « absent »: one says nothing; « aucun »: none does, each in its own way.
    """
    if "indetermine" in sortes:
        return "indetermine"
    if same:
        return "pareil"
    return "absent" if len(sortes) > 1 else "different" if "dit" in sortes else "aucun"


def every_ecart() -> dict[str, dict[str, str]]:
    """Return what `ecart` answers, by the kinds of both facts, then « oui » or « non » as they say the same or not."""
    return {
        f"{old} {new}": {"oui": ecart({old, new}, same=True), "non": ecart({old, new}, same=False)}
        for old, new in product(SORTES, SORTES)
    }


def _texts(*values: str | None) -> Fait:
    return Fait(tuple(value for value in values if value))


def _sourced(value: TexteSource | Niveau | None, second_hand: AbstractSet[str]) -> Fait:
    if value is None:
        return Fait()
    told = level(value.valeur) if isinstance(value, Niveau) else value.valeur
    valeurs = _texts(told).valeurs
    return Fait(
        valeurs,
        value.indetermine,
        absence=value.absence if isinstance(value, TexteSource) else None,
        a_recouper=frozenset(valeurs if value.source.document in second_hand else ()),
        discordances=value.discordances if isinstance(value, TexteLu) else (),
    )


def _dates(told: Iterable[tuple[str | None, Source]], second_hand: AbstractSet[str]) -> Fait:
    said = [(day, source.document) for day, source in told if day]
    days = {day for day, _ in said}
    sure = {day for day, document in said if document not in second_hand}
    return Fait(tuple(sorted(days)), date=bool(days), a_recouper=frozenset(days - sure))


def facts_of(certification: Certification, second_hand: AbstractSet[str]) -> dict[str, Fait]:
    """Return each fact of identity of one certification, said or not; a register without levels says that there is none."""
    identite, register = certification.identite, certification.repertoire
    unsaid = [rubrique.absence for rubrique in identite.absences if rubrique.cle == "niveaux"]
    unsaid += ["sans_objet"] if register is not None and "niveaux" in register.sans else []
    niveaux = [n for n in identite.niveaux if n.nomenclature == "cadre_national_2019"]
    textes = identite.enregistrements
    return {
        "intitule": _texts(identite.intitule),
        "genre": _texts(identite.abrege.intitule if identite.abrege else None),
        "numero": _sourced(identite.numero_fiche, second_hand),
        "niveau": _sourced(niveaux[0], second_hand) if niveaux else Fait(absence=next(iter(unsaid), None)),
        "certificateur": _texts(*(c.sigle or c.nom for c in identite.certificateurs)),
        "effet": _dates(((texte.date_effet, texte.source) for texte in textes), second_hand),
        "fin": _dates(((texte.date_fin_enregistrement, texte.source) for texte in textes), second_hand),
        "validite": _sourced(identite.validite_composantes, second_hand),
        "duree_formation": _sourced(identite.duree_formation, second_hand),
        "prix_formation": _sourced(identite.prix_formation, second_hand),
        "rome": _texts(*(f"{metier.code} {metier.intitule or ''}".strip() for metier in identite.rome)),
        "nsf": _texts(*(code.code for code in identite.nsf)),
    }


def facts(ancienne: Certification, nouvelle: Certification, second_hand: AbstractSet[str] = frozenset()) -> list[Ligne]:
    """Return the facts of identity that at least one of the two has.  `second_hand`: documents not read themselves."""
    old, new = facts_of(ancienne, second_hand), facts_of(nouvelle, second_hand)
    return [Ligne(cle, old[cle], new[cle]) for cle in old if old[cle] != Fait() or new[cle] != Fait()]


def count(certification: Certification) -> Counter[str]:
    """Return how many elements of each nature a certification has."""
    counts = Counter(e.nature or e.genre for e in elements(certification).values())
    return counts + Counter(epreuve=len(certification.epreuves), regle=len(certification.regles))


def counts(ancienne: Certification, nouvelle: Certification) -> list[tuple[str, int, int]]:
    """Return how many elements of each nature both have, natures in the order of a referential."""
    old, new = count(ancienne), count(nouvelle)
    return [(nature, old[nature], new[nature]) for nature in ORDER if old[nature] or new[nature]]


def routes(ancienne: Certification, nouvelle: Certification) -> list[tuple[str, str, str]]:
    """Return each route with its state on both sides: « ouverte », « fermee », « indetermine » or « absente »."""
    old, new = routes_of(ancienne), routes_of(nouvelle)
    return [(voie, old.get(voie, ABSENT), new.get(voie, ABSENT)) for voie in {**old, **new}]


def routes_of(certification: Certification) -> dict[str, str]:
    """Return the state of each route that a certification names."""
    return {
        voie.voie: "indetermine" if voie.indetermine else "ouverte" if voie.ouverte else "fermee"
        for voie in certification.identite.voies_acces
    }


def opened_by_one(voies: list[tuple[str, str, str]]) -> tuple[list[str], list[str]]:
    """Return the routes that one of the two opens and that the other does not say are open: old ones, new ones."""
    return (
        [voie for voie, old, new in voies if old == "ouverte" and new != "ouverte"],
        [voie for voie, old, new in voies if new == "ouverte" and old != "ouverte"],
    )
