"""A comparison as plain text: by group, then the items that differ."""

from __future__ import annotations

from collections.abc import Iterator

from forms.auto_positionnement.comparaison import Comparaison, GroupeCompare, ItemCompare
from forms.auto_positionnement.comparaison_premier_tour import PremierCompare
from forms.auto_positionnement.formulaire import Formulaire
from forms.socle.phrases import named, typeset

NONE = "sans réponse"


def write(formulaire: Formulaire, comparaison: Comparaison) -> str:
    """Return a comparison as text."""
    words = {valeur.code: f"« {valeur.libelle} »" for valeur in formulaire.echelle}
    differ = [_item(item, words) for item in comparaison.items if item.ecart != "identique"]
    first = [_first_pass(one) for one in comparaison.premier_tour if one.ecart != "identique"]
    parts = [
        [f"Comparaison : {formulaire.intitule}"],
        [comparaison.etat_certification.ligne] if comparaison.etat_certification else [],
        [comparaison.phrase, *filter(None, [comparaison.mention])],
        list(_groups(comparaison.groupes, 0)) if any(groupe.comparable for groupe in comparaison.groupes) else [],
        ["Au premier tour", *first] if first else [],
        ["Énoncés où les réponses diffèrent", *differ] if differ else [],
    ]
    return "\n\n".join("\n".join(map(typeset, part)) for part in parts if part) + "\n"


def _groups(groupes: tuple[GroupeCompare, ...], depth: int) -> Iterator[str]:
    for groupe in groupes:
        yield f"{'  ' * depth}- {named(groupe.nature, groupe.intitule)} : {groupe.phrase}"
        yield from _groups(groupe.groupes, depth + 1)


def _first_pass(one: PremierCompare) -> str:
    avant, apres = (f"« {libelle} »" if libelle else NONE for libelle in (one.libelle_avant, one.libelle_apres))
    return f"- {one.intitule} : {avant} → {apres}"


def _item(item: ItemCompare, words: dict[str, str]) -> str:
    avant, apres = (words[code] if code else NONE for code in (item.avant, item.apres))
    return f"- {item.enonce} {avant} → {apres}"
