"""Hostile files: what each holds, and what the person is told of it; those that are taken, and what must stand."""

from __future__ import annotations

import json
from typing import Any

from tests.navigateur.form_page import SLUG

ITEM = "U1-C1-E1"
ATTACK = "<img src=x onerror=\"window.pris='oui'\"><script>window.pris='oui'</script>"
VALID: dict[str, Any] = {
    "format": "repere/auto-positionnement",
    "version": 2,
    "certification": SLUG,
    "version_referentiel": "1.0.0",
    "exporte_le": "2026-11-21T10:00:00+01:00",
    "outil": {"nom": "Repère", "version": "0.1.0"},
    "reponses": {ITEM: {"valeur": "oui"}},
}
WHOLE = json.dumps(VALID, ensure_ascii=False)


def changed(**changes: Any) -> bytes:
    """Return a valid file with some of its keys replaced."""
    return json.dumps({**VALID, **changes}, ensure_ascii=False).encode()


def replaced(before: str, after: str) -> bytes:
    """Return a valid file whose text is spoiled in one place."""
    assert before in WHOLE
    return WHOLE.replace(before, after, 1).encode()


def nested(depth: int, opening: str, closing: str) -> bytes:
    """Return a valid file but for brackets without end in the place of one answer."""
    return replaced('{"valeur": "oui"}', opening * depth + "1" + closing * depth)


# Name → bytes, and words that the refusal holds.
REFUSED: dict[str, tuple[bytes, str]] = {
    "vide": (b"", "Ce fichier est vide"),
    "blancs": (b" \r\n\t ", "Ce fichier est vide"),
    "tronqué": (WHOLE.encode()[:-40], "s’interrompt ou se brouille à la ligne 1"),
    "liste": (b"[]", "n’est pas un fichier d’auto-positionnement Repère"),
    "null": (b"null", "n’est pas un fichier d’auto-positionnement Repère"),
    "autre-genre": (changed(format="repere/resultat"), "il porte la mention « repere/resultat »"),
    "schéma-faux": (changed(reponses=[]), "À l’endroit « reponses » : la valeur n’est pas du genre attendu"),
    "plus-récent": (changed(version=3), "vient d’une version plus récente de Repère (format 3"),
    "autre-certification": (changed(certification="charge-de-clientele"), "une autre certification"),
    "crochets-100000": (b"[" * 100_000, "imbriqué sans fin"),
    "crochets-2000000": (b"[" * 2_000_000, "imbriqué sans fin"),
    "objets-100000": (b'{"a":' * 100_000, "imbriqué sans fin"),
    "réponse-imbriquée": (nested(100_000, "[", "]"), "imbriqué sans fin"),
    "chaîne-sans-fin": (b'"' + b'\\"' * 2_000_000, "se brouille à la ligne 1"),
    "clé-double": (replaced('"version": 2', '"version": 2, "version": 1'), "donne deux fois « version »"),
    "réponse-double": (
        replaced('{"U1-C1-E1": {', '{"U1-C1-E1": {"valeur": "non"}, "U1-C1-E1": {'),
        "donne deux fois « U1-C1-E1 »",
    ),
    "nan": (replaced('"version": 2', '"version": NaN'), "contient « NaN »"),
    "infini": (replaced('"version": 2', '"version": -Infinity'), "contient « -Infinity »"),
    "1e999": (replaced('"version": 2', '"version": 1e999'), "contient « 1e999 »"),
    "mille-chiffres": (replaced('"version": 2', '"version": ' + "9" * 5000), "n’est pas une valeur JSON"),
    "proto": (replaced('"reponses"', '"__proto__": {"pollue": 1}, "reponses"'), "« __proto__ » n’a rien à y faire"),
    "énoncé-proto": (changed(reponses={"__proto__": {"valeur": "oui"}}), "un nom d’énoncé n’a pas la forme attendue"),
    "constructeur": (
        changed(constructor={"prototype": {"pollue": 1}}),
        "« constructor » n’a rien à y faire",
    ),
    "utf-16": (WHOLE.encode("utf-16"), "n’est pas un texte UTF-8"),
    "latin-1": (WHOLE.encode("latin-1"), "n’est pas un texte UTF-8"),
    "zéros": (b"\0" * 4096, "se brouille à la ligne 1"),
    "page-html": (b"<!doctype html><title>Connexion</title>", "se brouille à la ligne 1"),
    "jour-impossible": (changed(exporte_le="2026-19-39T10:00:00+01:00"), "À l’endroit « exporte_le »"),
    "heure-impossible": (changed(exporte_le="2026-02-30T29:00:00+01:00"), "À l’endroit « exporte_le »"),
    "html-en-clé": (changed(**{ATTACK: 1}), "n’a rien à y faire"),
    "html-en-format": (changed(format=ATTACK), "il porte la mention « <img src=x"),
    "html-en-certification": (changed(certification=ATTACK), "À l’endroit « certification »"),
    "html-en-clé-double": (replaced('"version": 2', '"<img src=x>": 1, "<img src=x>": 2'), "deux fois « <img src=x> »"),
}
BIG = 100_000_000
TOO_BIG = "trop gros pour être un fichier Repère"

SEPARATED = "avant\u2028après\u2029fin"
# Every free text of the format, hostile; the answer itself is sound.
EVERYWHERE = changed(
    nom=ATTACK,
    outil={"nom": ATTACK, "version": ATTACK},
    echelle=[{"code": "oui", "libelle": ATTACK, "effet": "negatif"}],
    reponses={ITEM: {"valeur": "oui", "note": ATTACK, "enonce": ATTACK}},
    reponses_ecartees={"U9-C9-E9": {"valeur": "oui", "note": ATTACK, "enonce": ATTACK}},
)
