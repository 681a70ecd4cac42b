"""What changed in the data since they were last published: a state that is kept small, and the difference of two states.

A state holds the facts that people follow in full, and of all the rest a digest a code: enough to say what changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from referentials.check.declared import declared
from referentials.load import by_certification
from referentials.read import CODES, IDENTITE

# Between the values of a fact that has several.
ENTRE = ", "
LAST = ("date_effet", "date_fin_enregistrement", "date_limite_delivrance")
# What no change is told of: these tell of changes themselves.
FOLDER = "publications/"
Etat = dict[str, Any]


def state(donnees: Mapping[str, Any]) -> Etat:
    """Return the state of all the files of a tree: certifications by slug, then the digests of what is around them."""
    found = {slug: _certification(dossier) for slug, dossier in sorted(by_certification(donnees).items())}
    around = {
        chemin: _digest(contenu)
        for chemin, contenu in sorted(donnees.items())
        if not chemin.startswith(("certifications/", FOLDER))
    }
    return {"certifications": found, "fichiers": around}


def _certification(dossier: Mapping[str, Any]) -> Etat:
    identite = dossier[IDENTITE]
    return {
        "intitule": identite["intitule"],
        "version": identite["version"],
        "date_mise_a_jour": identite["date_mise_a_jour"],
        "faits": {name: value for name, value in _facts(identite).items() if value},
        "codes": dict(
            sorted(
                (node["code"], _digest(_own(node)))
                for name, donnees in dossier.items()
                for _, node in declared(name, donnees)
            )
        ),
        "fichiers": {
            name: _digest(_own(_rest(name, donnees))) for name, donnees in sorted(dossier.items()) if name != CODES
        },
    }


def _facts(identite: Mapping[str, Any]) -> dict[str, str]:
    """Return the facts that people follow, as texts."""
    textes = identite.get("enregistrements", ())
    days = {name: max((texte[name] for texte in textes if name in texte), default="") for name in LAST}
    levels = {f"niveau_{one['nomenclature']}": one["valeur"] for one in identite.get("niveaux", ()) if "valeur" in one}
    after = (one.get("intitule") or one.get("numero_fiche", "") for one in identite.get("successeurs", ()))
    return {
        "intitule": identite["intitule"],
        "numero_fiche": identite.get("numero_fiche", {}).get("valeur", ""),
        "abrege": identite.get("abrege", {}).get("code", ""),
        **levels,
        "certificateurs": ENTRE.join(one["nom"] for one in identite.get("certificateurs", ())),
        **{name: ENTRE.join(one["code"] for one in identite.get(name, ())) for name in ("nsf", "rome", "formacodes")},
        **days,
        "successeurs": ENTRE.join(after),
    }


def _rest(name: str, donnees: Any) -> Any:
    # Of the identity, what is neither a fact told in full nor the version itself.
    if name != IDENTITE:
        return donnees
    told = {"version", "date_mise_a_jour", "intitule", "abrege", "certificateurs", "nsf", "rome", "formacodes"}
    return {key: value for key, value in donnees.items() if key not in told}


def _coded(node: Any) -> bool:
    return isinstance(node, dict) and "code" in node and "certification" not in node


def _own(node: Any) -> Any:
    """Return a value without the elements below it that have a code: they have digests of their own."""
    if isinstance(node, dict):
        return {key: _own(value) for key, value in node.items() if not _coded(value)}
    return [_own(value) for value in node if not _coded(value)] if isinstance(node, list) else node


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> Etat:
    """Return what a state has that the one before had not, and the other way round; empty where nothing changed."""
    old, new = before.get("certifications", {}), after["certifications"]
    told = [_changed(slug, old.get(slug), new.get(slug)) for slug in sorted({*old, *new})]
    return _filled(
        certifications=[one for one in told if one],
        fichiers=_sides(before.get("fichiers", {}), after["fichiers"]),
    )


def _changed(slug: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Etat | None:
    if old == new:
        return None
    known: Mapping[str, Any] = new or old or {}
    head = {"certification": slug, **{name: known[name] for name in ("intitule", "version", "date_mise_a_jour")}}
    if not old or not new:
        return {**head, "nature": "nouvelle" if new else "retiree"}
    names = (*new["faits"], *(name for name in old["faits"] if name not in new["faits"]))
    facts = [
        {"fait": name, **_filled(avant=old["faits"].get(name), apres=new["faits"].get(name))}
        for name in names
        if old["faits"].get(name) != new["faits"].get(name)
    ]
    return {
        **head,
        "nature": "modifiee",
        **_filled(
            version_avant=old["version"] if old["version"] != new["version"] else None,
            faits=facts,
            codes=_sides(old["codes"], new["codes"]),
            fichiers=_sides(old["fichiers"], new["fichiers"]),
        ),
    }


def _sides(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, list[str]]:
    return _filled(
        parus=_sorted(new.keys() - old.keys()),
        retires=_sorted(old.keys() - new.keys()),
        modifies=_sorted(name for name in old.keys() & new.keys() if old[name] != new[name]),
    )


def _sorted(names: Iterable[str]) -> list[str]:
    return sorted(names)


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
