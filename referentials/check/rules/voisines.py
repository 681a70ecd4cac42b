"""REF024: a neighbour is registered on the day of its list, is there once, and is never said to follow a certification.

A number that Repère has is under the same title in both.  One that was over leads to a neighbour of the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.check.rules.dates import spelled
from referentials.load import Collection
from referentials.model_orientation import Voisines

CODE = "REF024"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each neighbour that had ended, comes twice, has another title, or is made a successor."""
    titles = {c.identite.numero: c.intitule for c in collection.certifications}
    first: dict[str, str] = {}
    for name, releve in collection.voisines.items():
        chemin = f"voisines/{name}.json"
        document = collection.documents.get(releve.source.document)
        if document and document.date and document.date != releve.jour:
            message = f"la liste est du {spelled(releve.jour)} et son document du {spelled(document.date)}"
            yield Finding(chemin, "$.jour", CODE, message, "corrigez l’une des deux dates")
        for index, voisine in enumerate(releve.certifications):
            place, number = f"$.certifications[{index}]", voisine.numero_fiche
            if voisine.date_fin_enregistrement < releve.jour:
                message = f"{number} avait fini le {spelled(voisine.date_fin_enregistrement)}"
                remedy = "ôtez-la : la liste ne dit que ce qui était actif ce jour-là"
                yield Finding(chemin, f"{place}.date_fin_enregistrement", CODE, message, remedy)
            if number in first:
                message = f"{number} est déjà dans {first[number]}"
                yield Finding(chemin, f"{place}.numero_fiche", CODE, message, "gardez une seule des deux")
            first.setdefault(number, f"{chemin} {place}")
            if titles.get(number, voisine.intitule) != voisine.intitule:
                message = f"{number} s’appelle « {titles[number]} » dans Repère"
                yield Finding(chemin, f"{place}.intitule", CODE, message, "corrigez le titre, ou le numéro")
        yield from _over(chemin, releve, first)
    yield from _promoted(collection, set(first))


def _over(chemin: str, releve: Voisines, first: dict[str, str]) -> Iterator[Finding]:
    known = {voisine.numero_fiche for voisine in releve.certifications}
    for index, terminee in enumerate(releve.terminees):
        place, number = f"$.terminees[{index}]", terminee.numero_fiche
        if terminee.date_fin_enregistrement >= releve.jour:
            message = f"{number} ne finit que le {spelled(terminee.date_fin_enregistrement)}"
            remedy = "mettez-la parmi « certifications » : elle était active ce jour-là"
            yield Finding(chemin, f"{place}.date_fin_enregistrement", CODE, message, remedy)
        if number in first:
            message = f"{number} est déjà dans {first[number]}"
            yield Finding(chemin, f"{place}.numero_fiche", CODE, message, "gardez une seule des deux")
        first.setdefault(number, f"{chemin} {place}")
        for rank, suite in enumerate(terminee.successeurs):
            if suite not in known:
                message = f"{suite} n’est pas parmi « certifications »"
                remedy = "ajoutez-la avec sa date de fin, ou ôtez-la : une suite se lit sur la même page"
                yield Finding(chemin, f"{place}.successeurs[{rank}]", CODE, message, remedy)


def _promoted(collection: Collection, neighbours: set[str]) -> Iterator[Finding]:
    for certification in collection.certifications:
        for index, suite in enumerate(certification.identite.successeurs):
            if suite.numero_fiche in neighbours and suite.origine != "document":
                message = f"{suite.numero_fiche} n’est qu’une voisine : aucun document n’en fait la suite"
                remedy = "citez le document qui le dit, avec « origine » à « document », ou ôtez ce successeur"
                chemin = f"certifications/{certification.slug}/certification.json"
                yield Finding(chemin, f"$.successeurs[{index}]", CODE, message, remedy)
