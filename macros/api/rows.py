"""What each table of the collection has in its cells, by the names of its columns (table_schemas/*.tableschema.json describe them)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from macros.api.edition import API
from macros.api.entries import entry
from referentials.load import Collection
from referentials.model import Competence, Composante
from referentials.model_certification import Certification

# Between the values of a cell that holds several.
ENTRE = " | "
INDEX = f"{API}index.json"
Row = Mapping[str, Any]


def _joined(rows: Iterable[Mapping[str, Any]], key: str) -> str:
    return ENTRE.join(dict.fromkeys(str(row[key]) for row in rows if row.get(key)))


def _named(other: Mapping[str, Any]) -> str:
    return str(other.get("certification") or other.get("numero_fiche") or other.get("intitule") or "")


def certifications(collection: Collection, jour: str) -> Iterator[Row]:
    """Yield a row a certification, with its state on a day."""
    for certification in collection.certifications:
        found = entry(certification, INDEX, jour)
        yield {
            **found,
            "etat": found["etat"]["etat"],
            "etat_jour": found["etat"]["jour"],
            "inscription_possible": found["etat"]["inscription_possible"],
            **{name: _joined(found.get(name, ()), "code") for name in ("nsf", "rome", "formacodes")},
            "certificateurs": _joined(found["certificateurs"], "nom"),
            "sirets": _joined(found["certificateurs"], "siret"),
            "successeurs": ENTRE.join(_named(other) for other in found.get("successeurs", ())),
            **found["comptes"],
        }


def competences(collection: Collection, _: str) -> Iterator[Row]:
    """Yield a row a competence, with the bloc and the component that hold it."""
    for certification in collection.certifications:
        for above, competence in placed(certification):
            blocs = (one.numero_bloc.valeur for one in above if one.numero_bloc)
            nearest = above[0] if above else None
            yield {
                "certification": certification.slug,
                "numero_fiche": certification.identite.numero,
                "numero_bloc": next((bloc for bloc in blocs if bloc), None),
                "composante": nearest and nearest.code,
                "composante_intitule": nearest and nearest.intitule,
                "code": competence.code,
                "intitule": competence.intitule,
                "criteres": len(competence.criteres),
            }


def placed(certification: Certification) -> Iterator[tuple[tuple[Composante, ...], Competence]]:
    """Yield each competence in reading order with the components that hold it, the nearest first."""

    def below(above: tuple[Composante, ...], one: Composante) -> Iterator[tuple[tuple[Composante, ...], Competence]]:
        inside = (one, *above)
        yield from ((inside, competence) for competence in one.competences)
        for deeper in one.composantes:
            yield from below(inside, deeper)

    yield from (((), competence) for competence in certification.referentiel.competences)
    for root in certification.composantes:
        yield from below((), root)


ROWS: Mapping[str, Callable[[Collection, str], Iterator[Row]]] = {
    "certifications": certifications,
    "competences": competences,
}
