"""The competences of a bloc, of one export then of the next: codes stay, statements that somebody wrote stay too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from referentials.importation.enonces import enonce
from referentials.importation.provenance import du_flux
from referentials.importation.rapprochement import apparier
from referentials.importation.stabilite import calcule

# What the import writes itself; all else is of a person.
_OWN = {"code", "intitule", "enonce_candidat", "sous_competences", "source"}


@dataclass(slots=True)
class Suivi:
    """What an update has to say, in French: what officially changed, then what it kept of a person's.

    Each part of an update adds to it what it finds; where nothing changed, nothing is written.  `nommes`: what the files of
    a person name, an exam or a rule: a code among them is kept.
    """

    nommes: frozenset[str] = frozenset()
    changements: list[str] = field(default_factory=list)
    gardes: list[str] = field(default_factory=list)


def competences(
    avant: Sequence[Mapping[str, Any]], apres: Sequence[Mapping[str, Any]], where: str, suivi: Suivi
) -> list[dict[str, Any]]:
    """Return the competences of the new export, in its order, with what the old ones had from a person."""
    # Their file is of an export: what has another source in it was added by a person.
    official = [one for one in avant if not _elsewhere(one)]
    pairs = apparier(official, apres)
    found = []
    for rank, new in enumerate(apres):
        if rank in pairs:
            found.append(_followed(official[pairs[rank]], new, where, suivi))
        else:
            suivi.changements.append(f"{where}, compétence ajoutée : « {new['intitule']} »")
            found.append(dict(new))
    gone = [one for index, one in enumerate(official) if index not in pairs.values()]
    for one in gone:
        if written(one) or _codes(one) & suivi.nommes:
            suivi.gardes.append(
                f"{where} : « {one['intitule']} » n’est plus dans la fiche, mais quelqu’un y a écrit ou y renvoie : elle est gardée. Retirez-la si elle ne sert plus."
            )
            found.append(dict(one))
        else:
            suivi.changements.append(f"{where}, compétence retirée : « {one['intitule']} »")
    found += [dict(one) for one in avant if one not in official]
    return found


def written(competence: Mapping[str, Any]) -> bool:
    """Tell whether a person wrote something in a competence that was imported."""
    below = competence.get("sous_competences", ())
    return bool(competence.keys() - _OWN) or _edited(competence) or any(map(_added, (competence, *below)))


def _codes(competence: Mapping[str, Any]) -> set[str]:
    return {competence["code"], *(one["code"] for one in competence.get("sous_competences", ()))}


def _elsewhere(one: Mapping[str, Any]) -> bool:
    """Tell whether something was read in another document than an export."""
    return "source" in one and not du_flux(one["source"])


def _added(one: Mapping[str, Any]) -> bool:
    """Tell whether a person added something to what was imported: it has a source, or a code, of theirs."""
    return _elsewhere(one) or not calcule(one["code"])


def _edited(competence: Mapping[str, Any]) -> bool:
    """Tell whether its statement is not the one that is drafted from its wording."""
    said = competence.get("enonce_candidat")
    return said is not None and said != enonce(competence["intitule"])


def _followed(old: Mapping[str, Any], new: Mapping[str, Any], where: str, suivi: Suivi) -> dict[str, Any]:
    kept = {key: value for key, value in old.items() if key not in {"intitule", "sous_competences"}}
    found = {**kept, "intitule": new["intitule"]}
    reworded = old["intitule"] != new["intitule"]
    if reworded:
        suivi.changements.append(f"{where}, {old['code']} : « {old['intitule']} » devient « {new['intitule']} »")
    if reworded and _edited(old):
        suivi.gardes.append(f"{where}, {old['code']} : l’énoncé « {old['enonce_candidat']} » est gardé ; relisez-le.")
    elif reworded and "enonce_candidat" in old:
        # That which was drafted follows its wording; one that a person took out stays out.
        found.pop("enonce_candidat")
        found |= {"enonce_candidat": new["enonce_candidat"]} if "enonce_candidat" in new else {}
    if below := _below(
        old.get("sous_competences", ()), new.get("sous_competences", ()), f"{where}, {old['code']}", suivi
    ):
        found["sous_competences"] = below
    return found


def _below(
    avant: Sequence[Mapping[str, Any]], apres: Sequence[Mapping[str, Any]], where: str, suivi: Suivi
) -> list[dict[str, Any]]:
    official = [one for one in avant if not _elsewhere(one)]
    pairs = apparier(official, apres)
    found = []
    for rank, new in enumerate(apres):
        old = official[pairs[rank]] if rank in pairs else None
        found.append({**new, "code": old["code"]} if old else dict(new))
        if old is None:
            suivi.changements.append(f"{where}, savoir-faire ajouté : « {new['intitule']} »")
        elif old["intitule"] != new["intitule"]:
            suivi.changements.append(f"{where}, savoir-faire : « {old['intitule']} » devient « {new['intitule']} »")
    gone = [one for index, one in enumerate(official) if index not in pairs.values()]
    kept = [one for one in gone if _added(one) or one["code"] in suivi.nommes]
    suivi.changements += [f"{where}, savoir-faire retiré : « {one['intitule']} »" for one in gone if one not in kept]
    return found + [dict(one) for one in avant if one not in official or one in kept]
