"""Two sets of answers to one form, side by side: item by item, where they differ, and by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from forms.auto_positionnement import phrases_comparaison
from forms.auto_positionnement.comparaison_premier_tour import PremierCompare, compared, counts
from forms.auto_positionnement.comptage import Compte, chosen, count
from forms.auto_positionnement.formulaire import Formulaire, Groupe, Item, Valeur
from forms.auto_positionnement.reponses import Reponse, Reponses
from forms.socle import etat_certification
from forms.socle.cles import as_dict
from forms.socle.etat_certification import EtatDuJour, day_json

FORMAT = "repere/comparaison"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Cote:
    """One of the two sets of answers, under the words that name it.  `premier_tour`: compared with itself, apart."""

    libelle: str
    reponses: Reponses
    premier_tour: Reponses = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ecarts:
    """How many items have the same answer on both sides, another, an answer on one side only, or none."""

    identiques: int
    differents: int
    seulement_avant: int
    seulement_apres: int
    sans_reponse: int


@dataclass(frozen=True, slots=True)
class ItemCompare:
    """One item on both sides; `ecart` says which way it went, where that is sure."""

    code: str
    enonce: str
    avant: str | None
    apres: str | None
    note_avant: str
    note_apres: str
    ecart: str


@dataclass(frozen=True, slots=True)
class GroupeCompare:
    """One group on both sides; `comparable`: both have figures, which one may draw."""

    code: str
    nature: str
    intitule: str
    avant: Compte
    apres: Compte
    comparable: bool
    phrase: str
    groupes: tuple[GroupeCompare, ...]


@dataclass(frozen=True, slots=True)
class Comparaison:
    """The whole comparison; `items` are in reading order, `mention` says whose the statements that it counts are.

    `premier_tour`: the competences that one side or both answered whole; no count of the statements has them.
    """

    certification: str
    version_referentiel: str
    avant: str
    apres: str
    phrase: str
    mention: str
    compte: Ecarts
    groupes: tuple[GroupeCompare, ...]
    items: tuple[ItemCompare, ...]
    etat_certification: EtatDuJour | None = None
    premier_tour: tuple[PremierCompare, ...] = ()


def compare(formulaire: Formulaire, avant: Cote, apres: Cote, jour: str | None = None) -> Comparaison:
    """Compare two sets of answers to one form.  Neither is taken for the right one.

    `jour`, AAAA-MM-JJ, is when one looks: it decides on the state of the certification, and on nothing else.
    """
    avant = replace(avant, libelle=avant.libelle.strip() or phrases_comparaison.FIRST)
    apres = replace(apres, libelle=apres.libelle.strip() or phrases_comparaison.SECOND)
    before, after = chosen(formulaire, avant.reponses), chosen(formulaire, apres.reponses)
    items = tuple(_item(item, avant.reponses, apres.reponses, before, after) for item in formulaire.all_items())
    ecarts = Counter(item.ecart for item in items)
    sans_reponse = sum(item.avant is None and item.apres is None for item in items)
    compte = Ecarts(
        identiques=ecarts["identique"] - sans_reponse,
        differents=ecarts["progres"] + ecarts["recul"] + ecarts["autre"],
        seulement_avant=ecarts["retire"],
        seulement_apres=ecarts["nouveau"],
        sans_reponse=sans_reponse,
    )
    tour = compared(formulaire, avant.premier_tour, apres.premier_tour)
    return Comparaison(
        certification=formulaire.certification,
        version_referentiel=formulaire.version_referentiel,
        avant=avant.libelle,
        apres=apres.libelle,
        phrase=phrases_comparaison.overall(avant.libelle, apres.libelle, compte.identiques, ecarts, counts(tour)),
        mention=formulaire.mention,
        compte=compte,
        groupes=tuple(_groupe(formulaire, groupe, before, after) for groupe in formulaire.groupes),
        items=items,
        etat_certification=etat_certification.on(formulaire.etats, jour) if jour else None,
        premier_tour=tour,
    )


def _item(
    item: Item, avant: Reponses, apres: Reponses, before: Mapping[str, Valeur], after: Mapping[str, Valeur]
) -> ItemCompare:
    old, new = before.get(item.code), after.get(item.code)
    return ItemCompare(
        code=item.code,
        enonce=item.enonce,
        avant=old.code if old else None,
        apres=new.code if new else None,
        note_avant=avant.get(item.code, Reponse()).note,
        note_apres=apres.get(item.code, Reponse()).note,
        ecart=_ecart(old, new),
    )


def _ecart(avant: Valeur | None, apres: Valeur | None) -> str:
    """Return which way an answer went; « autre » where the scale does not say which of the two is higher."""
    if avant == apres:
        return "identique"
    if avant is None or apres is None:
        return "nouveau" if avant is None else "retire"
    if (avant.effet == "positif") != (apres.effet == "positif"):
        return "progres" if apres.effet == "positif" else "recul"
    if avant.niveau is None or apres.niveau is None or avant.niveau == apres.niveau:
        return "autre"
    return "progres" if apres.niveau > avant.niveau else "recul"


def _groupe(
    formulaire: Formulaire, groupe: Groupe, before: Mapping[str, Valeur], after: Mapping[str, Valeur]
) -> GroupeCompare:
    codes = [item.code for item in groupe.all_items()]
    avant, apres = count(formulaire, codes, before), count(formulaire, codes, after)
    # Nothing against something is no fall and no progress.
    comparable = avant.repondus > 0 and apres.repondus > 0
    return GroupeCompare(
        code=groupe.code,
        nature=groupe.nature,
        intitule=groupe.intitule,
        avant=avant,
        apres=apres,
        comparable=comparable,
        phrase=phrases_comparaison.group(avant, apres, comparable=comparable),
        groupes=tuple(_groupe(formulaire, below, before, after) for below in groupe.groupes),
    )


def to_json(comparaison: Comparaison) -> dict[str, Any]:
    """Return the JSON of a comparison, which follows comparaison.schema.json."""
    return {
        "format": FORMAT,
        "version": VERSION,
        **{key: value for key, value in as_dict(comparaison).items() if key != "etat_certification"},
        **({"etat_certification": day_json(comparaison.etat_certification)} if comparaison.etat_certification else {}),
        "compte": as_dict(comparaison.compte),
        "groupes": [_groupe_json(groupe) for groupe in comparaison.groupes],
        "items": [as_dict(item) for item in comparaison.items],
        "premier_tour": [as_dict(one) for one in comparaison.premier_tour],
    }


def _groupe_json(groupe: GroupeCompare) -> dict[str, Any]:
    return {
        **as_dict(groupe),
        "avant": as_dict(groupe.avant),
        "apres": as_dict(groupe.apres),
        "groupes": [_groupe_json(inner) for inner in groupe.groupes],
    }
