"""The blocs and the competences of a certification as they are and as an export has them now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from referentials.check.declared import codes
from referentials.importation.actualisation_competences import Suivi, competences, written
from referentials.importation.provenance import du_flux
from referentials.read import CITATIONS, CODES, IDENTITE, PARTENAIRES, REFERENTIEL

# What the import writes in a bloc; all else is of a person.
_OWN = {"code", "nature", "intitule", "numero_bloc", "competences", "source"}
PARTIES = "composantes/"


def composantes(avant: Mapping[str, Any], apres: Mapping[str, Any], suivi: Suivi) -> dict[str, Any]:
    """Return the files of the blocs; those that were written from other documents are not completed from a fiche."""
    old = {name: one for name, one in avant.items() if name.startswith(PARTIES)}
    new = {name: one for name, one in apres.items() if name.startswith(PARTIES)}
    numbers = {one["numero_bloc"]["valeur"]: name for name, one in old.items() if "numero_bloc" in one}
    ours = not old or any(du_flux(one.get("source")) for one in old.values())
    found: dict[str, Any] = {}
    for name, one in new.items():
        same = numbers.get(one.get("numero_bloc", {}).get("valeur"), name)
        if same in old:
            found[same] = _composante(old[same], one, suivi)
        elif ours:
            suivi.changements.append(f"Bloc ajouté : « {one['intitule']} »")
            found[name] = one
    for name in sorted(old.keys() - found.keys()):
        one = old[name]
        if not du_flux(one.get("source")) or _written(one) or codes({name: one}) & suivi.nommes:
            if ours:
                suivi.gardes.append(
                    f"Bloc « {one['intitule']} » : il n’est plus dans la fiche, mais quelqu’un y a écrit ou y renvoie : il est gardé. Retirez-le s’il ne sert plus."
                )
            found[name] = one
        else:
            suivi.changements.append(f"Bloc retiré : « {one['intitule']} »")
    return found


def nommes(files: Mapping[str, Any]) -> frozenset[str]:
    """Return all that the files of a person name: a code among it is not to go."""
    return frozenset(text for name, one in files.items() if not _imported(name) for text in _texts(one))


def _imported(name: str) -> bool:
    """Tell whether a file is one that the import writes: an exam, a rule, a term are of a person."""
    return name.startswith(PARTIES) or name in {IDENTITE, REFERENTIEL, CODES, PARTENAIRES, CITATIONS}


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping | list):
        for one in node.values() if isinstance(node, Mapping) else node:
            yield from _texts(one)


def _written(bloc: Mapping[str, Any]) -> bool:
    """Tell whether a person wrote something in a bloc that was imported, or in a competence of it."""
    return bool(bloc.keys() - _OWN) or any(written(each) for each in bloc.get("competences", ()))


def _composante(old: Mapping[str, Any], new: Mapping[str, Any], suivi: Suivi) -> dict[str, Any]:
    if not du_flux(old.get("source")):
        if old["intitule"] != new["intitule"]:
            suivi.gardes.append(
                f"Bloc {old['code']} : la fiche dit « {new['intitule']} » ; ce qui vient d’un autre document est gardé."
            )
        return dict(old)
    where = f"Bloc {old['code']}"
    if old["intitule"] != new["intitule"]:
        suivi.changements.append(f"{where} : « {old['intitule']} » devient « {new['intitule']} »")
    some = competences(old.get("competences", ()), new.get("competences", ()), where, suivi)
    found = {**old, "intitule": new["intitule"], "source": new["source"]}
    found.pop("competences", None)
    return found | ({"competences": some} if some else {})


def referentiel(old: Mapping[str, Any], new: Mapping[str, Any], suivi: Suivi) -> dict[str, Any]:
    """Return referentiel.json; nothing where it would say nothing."""
    if old and not du_flux(old.get("source")):
        return dict(old)
    some = competences(old.get("competences", ()), new.get("competences", ()), "Capacités attestées", suivi)
    found = {**new, **old, **({"competences": some} if some else {})}
    if "source" in new:
        found["source"] = new["source"]
    if not some:
        found.pop("competences", None)
    return found if found.keys() - {"source"} else {}
