"""Each file that cannot be taken gets its own sentence, word for word: tests/attendus/refus/<case>.txt."""

from __future__ import annotations

import json
from typing import Any

import pytest

from forms.auto_positionnement.ouverture import open_export
from forms.socle import refus
from forms.socle.refus import Refus
from macros.navigateur import validators
from tests.outils import ATTENDUS
from tests.outils_formulaires import export, small

ANSWERS = {"U1-C1-E1": {"valeur": "fait", "note": "Tous les mardis"}}
WHOLE = export(small(), ANSWERS)


def changed(**changes: Any) -> str:
    """Return an export with some keys of its top replaced."""
    return export(small(), ANSWERS, **changes)


def without(key: str) -> str:
    """Return an export that lacks a key."""
    return json.dumps({name: value for name, value in json.loads(WHOLE).items() if name != key})


def answered(reponse: Any) -> str:
    """Return an export with one answer."""
    return export(small(), {"U1-C1-E1": reponse})


CASES = {
    "vide": "",
    "espaces-seulement": " \n\t\n",
    "coupe-au-milieu": WHOLE[: len(WHOLE) // 2],
    "coupe-avant-la-fin": WHOLE.rstrip().removesuffix("}"),
    "suivi-d-autre-chose": WHOLE + WHOLE,
    "pas-du-json": "Bonjour,\nvoici mon fichier.",
    "page-html": "<!doctype html><title>Connexion au réseau</title>",
    "liste": "[]",
    "null": "null",
    "nombre": "42",
    "texte": '"repere/auto-positionnement"',
    "objet-vide": "{}",
    "autre-json": '{"name": "liste de courses"}',
    "autre-format": '{"format": "autre-outil/export", "version": 1}',
    "autre-format-de-repere": changed(format="repere/resultat"),
    "livret-de-reperage": changed(format="repere/livret-de-reperage"),
    "format-pas-un-texte": changed(format=["repere/auto-positionnement"]),
    "autre-certification": changed(certification="tp-valoriste"),
    "format-plus-recent": changed(version=4),
    "format-bien-plus-recent": changed(version=12, nouveaute={"cle": 1}),
    "format-zero": changed(version=0),
    "format-vrai": changed(version=True),
    "format-en-texte": changed(version="1"),
    "nan": WHOLE.replace('"version": 3', '"version": NaN'),
    "infini": WHOLE.replace('"version": 3', '"version": Infinity'),
    "moins-infini": WHOLE.replace('"version": 3', '"version": -Infinity'),
    "nombre-demesure": WHOLE.replace('"version": 3', '"version": 1e999'),
    "nombre-interminable": WHOLE.replace('"version": 3', '"version": ' + "9" * 5000),
    "cle-en-double": WHOLE.replace('"reponses"', '"version": 3,\n  "reponses"'),
    "reponse-en-double": WHOLE.replace('"U1-C1-E1": {', '"U1-C1-E1": {"valeur": "pas_fait"},\n    "U1-C1-E1": {'),
    "cle-manquante": without("exporte_le"),
    "reponses-manquantes": without("reponses"),
    "cle-inconnue": changed(signature="x"),
    "cle-proto": WHOLE.replace(
        '"reponses": {', '"__proto__": {"format": "repere/auto-positionnement"},\n  "reponses": {'
    ),
    "enonce-proto": export(small(), {"__proto__": {"valeur": "fait"}}),
    "enonce-en-minuscules": export(small(), {"u1-c1-e1": {"valeur": "fait"}}),
    "enonce-avec-saut-de-ligne": export(small(), {"U1-C1-E1\n": {"valeur": "fait"}}),
    "reponse-vide": answered({}),
    "reponse-pas-un-objet": answered("fait"),
    "reponse-cle-inconnue": answered({"valeur": "fait", "score": 3}),
    "reponse-valeur-fausse": answered({"valeur": False}),
    "reponse-valeur-avec-saut-de-ligne": answered({"valeur": "fait\n"}),
    "reponse-note-pas-un-texte": answered({"note": 12}),
    "reponses-en-liste": export(small(), [{"valeur": "fait"}]),  # type: ignore[arg-type]
    "date-sans-heure": changed(exporte_le="2026-11-21"),
    "date-impossible": changed(exporte_le="2026-02-30T10:00:00+01:00"),
    "mois-impossible": changed(exporte_le="2026-19-01T10:00:00+01:00"),
    "decalage-impossible": changed(exporte_le="2026-11-21T10:00:00+29:00"),
    "echelle-effet-inconnu": changed(echelle=[{"code": "fait", "libelle": "Je le fais", "effet": "moyen"}]),
    "nom-pas-un-texte": changed(nom=12),
    "outil-sans-nom": changed(outil={"version": "0.1.0"}),
    "certification-pas-un-texte": changed(certification={"slug": "cqp"}),
    "crochets-100000": "[" * 100_000,
    "crochets-2000000": "[" * 2_000_000,
    "objets-100000": '{"a":' * 100_000,
    "notes-imbriquees": WHOLE.replace('"Tous les mardis"', "[" * 100_000 + "]" * 100_000),
}


def refusal(text: str) -> str:
    """Return the sentence with which a text is refused."""
    with pytest.raises(Refus) as caught:
        open_export(text, small())
    return str(caught.value)


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_cannot_be_taken_gets_its_own_sentence(case: str) -> None:
    """What, where, what to do: to the character."""
    assert f"{refusal(CASES[case])}\n" == (ATTENDUS / "refus" / f"{case}.txt").read_bytes().decode()


def test_the_file_that_cases_are_made_of_opens() -> None:
    """Each case differs from a file that is taken: it is refused for what it changes."""
    assert open_export(WHOLE, small()).reponses


def test_every_golden_sentence_belongs_to_a_case() -> None:
    """No expected sentence is left behind by a case that went."""
    assert {path.stem for path in (ATTENDUS / "refus").glob("*.txt")} == CASES.keys()


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_is_french_and_says_what_to_do(case: str) -> None:
    """Two sentences at least, with accents kept, without a word of Python nor a line of English."""
    sentence = refusal(CASES[case])
    assert sentence.startswith("Ce fichier ")
    assert sentence.endswith(".")
    assert sentence.count(". ") >= 1
    for foreign in ("must", "Traceback", "data.", "Error", "None", "object", "\n"):
        assert foreign not in sentence


def test_kinds_of_fault_are_told_apart() -> None:
    """A cut file, another tool's, another page's, a newer one and a damaged one do not read alike."""
    kinds = ("coupe-au-milieu", "autre-format", "autre-certification", "format-plus-recent", "cle-manquante", "nan")
    assert len({refusal(CASES[kind]) for kind in kinds}) == len(kinds)


def test_a_syntax_fault_names_its_line() -> None:
    """The line is where reading stopped."""
    assert "à la ligne 3." in refusal('{\n"format": 1,\n')


def test_every_keyword_of_a_compiled_schema_has_its_sentence() -> None:
    """A rule added to the schema of the file cannot end in a KeyError in front of a person."""
    rules = {
        part.split("'")[0] for name in validators.SCHEMAS for part in validators.generate(name).split("rule='")[1:]
    }
    assert rules == refus.SENTENCES.keys()
