"""A certification as it is, and its fiche as an export has it now → its files, what changed, and what was kept.

A value is replaced where an export gave it.  What cites another document, what the import never writes (a short name, a
summary), a statement that somebody edited: those are a person's, and stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from referentials.check.declared import codes
from referentials.importation.actualisation_blocs import PARTIES, composantes, nommes, referentiel
from referentials.importation.actualisation_competences import Suivi
from referentials.importation.actualisation_faits import identite
from referentials.importation.elements import paires
from referentials.importation.fabrication import Fabrique
from referentials.importation.fabrication_annexes import DE_BLOC, TEXTES
from referentials.importation.provenance import Provenance, du_flux, en_lettres, est_un_export, renvois
from referentials.publication import next_version, noted
from referentials.read import CITATIONS, CODES, IDENTITE, PARTENAIRES, REFERENTIEL


@dataclass(frozen=True, slots=True)
class Actualisation:
    """The files, whole; what officially changed; what a person wrote and was kept."""

    fichiers: Mapping[str, Any]
    changements: tuple[str, ...]
    gardes: tuple[str, ...] = ()


def actualiser(avant: Mapping[str, Any], neuf: Fabrique, provenance: Provenance, jour: str) -> Actualisation:
    """Return the certification of the new export as of a day; where nothing changed, the files are as they were."""
    suivi = Suivi(nommes(avant))
    files = {name: content for name, content in avant.items() if not name.startswith(PARTIES)}
    files[IDENTITE] = identite(avant[IDENTITE], neuf.fichiers[IDENTITE], suivi)
    files |= composantes(avant, neuf.fichiers, suivi)
    files.pop(REFERENTIEL, None)
    if loose := referentiel(avant.get(REFERENTIEL, {}), neuf.fichiers.get(REFERENTIEL, {}), suivi):
        files[REFERENTIEL] = loose
    for name, tell in ((PARTENAIRES, _partenaires), (CITATIONS, _citations)):
        suivi.changements += tell(avant.get(name, {}), neuf.fichiers.get(name, {}))
        files.pop(name, None)
        files |= {name: neuf.fichiers[name]} if name in neuf.fichiers else {}
    if not suivi.changements:
        return Actualisation(avant, (), tuple(suivi.gardes))
    return Actualisation(_dated(avant, files, provenance, jour), tuple(suivi.changements), tuple(suivi.gardes))


def _partenaires(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    before, after = old.get("partenaires", ()), new.get("partenaires", ())
    pairs = paires(lambda one: (one["nom"], one.get("siret")), before, after)
    counts = {
        "ajouté(s)": len(after) - len(pairs),
        "retiré(s)": len(before) - len(pairs),
        "changé(s)": sum(before[index] != after[rank] for rank, index in pairs.items()),
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    return [f"Partenaires : {told}"] if told else []


def _citations(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    texts = {**TEXTES, "jurys": "Composition des jurys"}
    found = [f"{name} : {told}" for key, name in texts.items() if (told := _texte(old.get(key), new.get(key)))]
    before, after = ([*some.get("blocs", ())] for some in (old, new))
    pairs = paires(lambda one: one["numero_bloc"], before, after)
    both = [(before[index], after[rank]) for rank, index in pairs.items()]
    both += [(one, {}) for index, one in enumerate(before) if index not in pairs.values()]
    both += [({}, one) for rank, one in enumerate(after) if rank not in pairs]
    for was, now in sorted(both, key=lambda pair: (pair[0] or pair[1])["numero_bloc"]):
        number = (was or now)["numero_bloc"]
        found += [
            f"{number}, {name} : {told}"
            for key, name in DE_BLOC.items()
            if (told := _texte(was.get(key), now.get(key)))
        ]
    return found


def _texte(was: Any, now: Any) -> str:
    """Return what became of a text; nothing where it is the same."""
    if was == now:
        return ""
    return "le texte est nouveau" if was is None else "le texte n’y est plus" if now is None else "le texte a changé"


def _dated(avant: Mapping[str, Any], files: dict[str, Any], provenance: Provenance, jour: str) -> dict[str, Any]:
    """Return the files with their new version, day and source, and the codes that appeared or are withdrawn."""
    identity = dict(files[IDENTITE])
    old_codes, new_codes = codes(dict(avant)), codes({k: v for k, v in files.items() if k != CODES})
    gone, new = sorted(old_codes - new_codes), sorted(new_codes - old_codes)
    identity["version"] = next_version(identity["version"], gone=bool(gone), new=bool(new))
    identity["date_mise_a_jour"] = jour
    if du_flux(identity.get("source")):
        identity["source"] = {**identity["source"], "document": provenance.document}
    files = {**files, IDENTITE: identity}
    register = files.get(CODES)
    if register:
        files[CODES] = _register(register, gone, new_codes, identity["version"], provenance)
    identity["documents"] = sorted(
        {*_cited(files), *identity["documents"]} - _left(identity["documents"], _cited(files))
    )
    return files


def _register(
    register: Mapping[str, Any], gone: list[str], declared: set[str], version: str, provenance: Provenance
) -> dict[str, Any]:
    """Return codes.json with those that name nothing any more; one that comes back is the same thing again."""
    published = {code for one in register["publies"] for code in one["codes"]}
    reason = f"N’est plus dans la fiche, d’après l’export du {en_lettres(provenance.jour)}."
    retired = [one for one in register.get("retires", ()) if one["code"] not in declared]
    retired += [{"code": code, "version": version, "raison": reason} for code in gone if code in published]
    found, _ = noted({**register}, declared, version)
    found.pop("retires", None)
    return found | ({"retires": retired} if retired else {})


def _cited(files: Mapping[str, Any]) -> set[str]:
    return {name for content in files.values() for name, _ in renvois(content)}


def _left(documents: list[str], cited: set[str]) -> set[str]:
    """Return the exports that nothing cites any more."""
    return {name for name in documents if name not in cited and est_un_export(name)}
