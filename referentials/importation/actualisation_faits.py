"""certification.json as it is and as an export has it now: what the export gave is replaced, what cites another document stays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from referentials.importation.actualisation_competences import Suivi
from referentials.importation.changements import NOMS, dire, ecarts
from referentials.importation.elements import reprise, sens, suivis
from referentials.importation.provenance import du_flux


def identite(old: Mapping[str, Any], new: Mapping[str, Any], suivi: Suivi) -> dict[str, Any]:
    """Return the identity of the new export, with what a person wrote in the old one."""
    found = dict(old)
    whole = du_flux(old.get("source"))
    for key in NOMS:
        before, after = old.get(key), _sourced(new.get(key), None if whole else new["source"])
        if isinstance(before, list) or isinstance(after, list):
            after = _merged(key, before or [], after or [], whole=whole, suivi=suivi)
        elif before is not None and not _official(before, whole=whole):
            _kept(key, before, after, suivi)
            continue
        elif isinstance(before, Mapping) and isinstance(after, Mapping):
            after = reprise(key, before, after)
        if _bare(before) != _bare(after):
            suivi.changements += ecarts(key, *(_officials(value, whole=whole) for value in (before, after)))
            found.pop(key, None)
            found |= {} if after is None else {key: after}
    return found


def _sourced(value: Any, source: Any) -> Any:
    """Return a value of the export with its source, for a file whose own source is another."""
    if source is None or value is None or isinstance(value, str):
        return value
    return [{**one, "source": source} for one in value] if isinstance(value, list) else {**value, "source": source}


def _kept(key: str, before: Any, after: Any, suivi: Suivi) -> None:
    if after is not None and _bare(before) != _bare(after):
        suivi.gardes.append(
            f"{NOMS[key]} : la fiche dit « {dire(_bare(after))} » ; ce qui vient d’un autre document reste « {dire(_bare(before))} »."
        )


def _official(value: Any, *, whole: bool) -> bool:
    """Tell whether an export gave a value: its own source says so, or that of the file where it has none."""
    return du_flux(value["source"]) if isinstance(value, Mapping) and "source" in value else whole


def _merged(key: str, before: list[Any], after: list[Any], *, whole: bool, suivi: Suivi) -> list[Any] | None:
    """Return a list where the elements of the export are those of the new one, with the keys that a person added."""
    known = [one for one in before if _official(one, whole=whole)]
    kept = [one for one in before if one not in known]
    if kept and not known:
        # The whole list was written from other documents.
        _kept(key, before, after or None, suivi)
        return before
    said = {sens(key, one): one for one in kept}
    fresh = []
    for one in after:
        if sens(key, one) in said:
            _kept(key, said[sens(key, one)], one, suivi)
        else:
            fresh.append(one)
    pairs = suivis(key, known, fresh)
    found = [reprise(key, known[pairs[rank]], one) if rank in pairs else one for rank, one in enumerate(fresh)]
    for index, one in enumerate(before):
        if one in kept:
            found.insert(index, one)
    return found or None


def _officials(value: Any, *, whole: bool) -> Any:
    """Return a value, or of a list what an export gave."""
    return [one for one in value if _official(one, whole=whole)] if isinstance(value, list) else value


def _bare(value: Any) -> Any:
    """Return a value without its sources: the export that gives it is another one each time."""
    if isinstance(value, Mapping):
        return {key: _bare(one) for key, one in value.items() if key != "source"}
    return [_bare(one) for one in value] if isinstance(value, list) else value
