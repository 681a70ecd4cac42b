"""Hostile files: what each holds, and what the person is told of it; those that are taken, and what must stand."""

from __future__ import annotations

import json
from typing import Any

from tests.navigateur.form_page import SLUG

ITEM = "U1-C1-E1"
ATTACK = "<img src=x onerror=\"window.pris='oui'\"><script>window.pris='oui'</script>"
VALID: dict[str, Any] = {
    "format": "repere/auto-positionnement",
    "version": 3,
    "certification": SLUG,
    "version_referentiel": "1.0.0",
    "exporte_le": "2026-11-21T10:00:00+01:00",
    "outil": {"nom": "Repère", "version": "0.1.0"},
    "reponses": {ITEM: {"valeur": "oui"}},
}
LIVRET: dict[str, Any] = {
    **{key: value for key, value in VALID.items() if key != "reponses"},
    "format": "repere/livret-de-reperage",
    "version": 2,
    "valeurs": {
        "projet": {"valeur": "oui", "par": {"role": "candidat", "nom": "Ana"}, "le": "2026-11-21T09:00:00+01:00"}
    },
}
DOSSIER: dict[str, Any] = {
    **{key: value for key, value in LIVRET.items() if key != "valeurs"},
    "format": "repere/dossier-habilitation",
    "version": 1,
    "valeurs": {"denomination": "oui"},
}


def changed(valid: dict[str, Any] = VALID, /, **changes: Any) -> bytes:
    """Return a valid file with some of its keys replaced."""
    return json.dumps({**valid, **changes}, ensure_ascii=False).encode()


def replaced(valid: dict[str, Any], before: str, after: str) -> bytes:
    """Return a valid file whose text is spoiled in one place."""
    whole = json.dumps(valid, ensure_ascii=False)
    assert before in whole
    return whole.replace(before, after, 1).encode()


def refused(valid: dict[str, Any], page: str) -> dict[str, tuple[bytes, str]]:
    """Return files of a kind that its page refuses, by name: bytes, and words that the refusal holds.

    `page`: what the refusal calls the page of that kind.
    """
    whole = json.dumps(valid, ensure_ascii=False)
    key = "reponses" if "reponses" in valid else "valeurs"
    [(place, answer)] = valid[key].items()
    version, written = f'"version": {valid["version"]}', json.dumps(answer, ensure_ascii=False)
    first = f'"{place}": {written}'

    def nested(depth: int, opening: str, closing: str) -> bytes:
        return replaced(valid, written, opening * depth + "1" + closing * depth)

    return {
        "vide": (b"", "Ce fichier est vide"),
        "blancs": (b" \r\n\t ", "Ce fichier est vide"),
        "tronqué": (whole.encode()[:-40], "s’interrompt ou se brouille à la ligne 1"),
        "liste": (b"[]", f"n’est pas un fichier {page} Repère"),
        "null": (b"null", f"n’est pas un fichier {page} Repère"),
        "autre-genre": (changed(valid, format="repere/resultat"), "il porte la mention « repere/resultat »"),
        "schéma-faux": (
            changed(valid, **{key: []}),
            f"À l’endroit « {key} » : la valeur n’est pas du genre attendu",
        ),
        "plus-récent": (
            changed(valid, version=valid["version"] + 1),
            f"vient d’une version plus récente de Repère (format {valid['version'] + 1}",
        ),
        "autre-certification": (changed(valid, certification="tp-couvreur"), "une autre certification"),
        "crochets-100000": (b"[" * 100_000, "imbriqué sans fin"),
        "crochets-2000000": (b"[" * 2_000_000, "imbriqué sans fin"),
        "objets-100000": (b'{"a":' * 100_000, "imbriqué sans fin"),
        "réponse-imbriquée": (nested(100_000, "[", "]"), "imbriqué sans fin"),
        "chaîne-sans-fin": (b'"' + b'\\"' * 2_000_000, "se brouille à la ligne 1"),
        "clé-double": (replaced(valid, version, f'{version}, "version": 1'), "donne deux fois « version »"),
        "réponse-double": (replaced(valid, first, f"{first}, {first}"), f"donne deux fois « {place} »"),
        "nan": (replaced(valid, version, '"version": NaN'), "contient « NaN »"),
        "infini": (replaced(valid, version, '"version": -Infinity'), "contient « -Infinity »"),
        "1e999": (replaced(valid, version, '"version": 1e999'), "contient « 1e999 »"),
        "mille-chiffres": (replaced(valid, version, '"version": ' + "9" * 5000), "n’est pas une valeur JSON"),
        "proto": (
            replaced(valid, f'"{key}"', f'"__proto__": {{"pollue": 1}}, "{key}"'),
            "« __proto__ » n’a rien à y faire",
        ),
        "énoncé-proto": (changed(valid, **{key: {"__proto__": answer}}), "un nom n’a pas la forme attendue"),
        "constructeur": (
            changed(valid, constructor={"prototype": {"pollue": 1}}),
            "« constructor » n’a rien à y faire",
        ),
        "utf-16": (whole.encode("utf-16"), "n’est pas un texte UTF-8"),
        "latin-1": (whole.encode("latin-1"), "n’est pas un texte UTF-8"),
        "zéros": (b"\0" * 4096, "se brouille à la ligne 1"),
        "page-html": (b"<!doctype html><title>Connexion</title>", "se brouille à la ligne 1"),
        "jour-impossible": (changed(valid, exporte_le="2026-19-39T10:00:00+01:00"), "À l’endroit « exporte_le »"),
        "heure-impossible": (changed(valid, exporte_le="2026-02-30T29:00:00+01:00"), "À l’endroit « exporte_le »"),
        "html-en-clé": (changed(valid, **{ATTACK: 1}), "n’a rien à y faire"),
        "html-en-format": (changed(valid, format=ATTACK), "il porte la mention « <img src=x"),
        "html-en-certification": (changed(valid, certification=ATTACK), "À l’endroit « certification »"),
        "html-en-clé-double": (
            replaced(valid, version, '"<img src=x>": 1, "<img src=x>": 2'),
            "deux fois « <img src=x> »",
        ),
    }


REFUSED = refused(VALID, "d’auto-positionnement")
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
