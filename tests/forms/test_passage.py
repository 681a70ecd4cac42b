"""A file that went through another tool opens as it would have: UTC, milliseconds, null for absent, decomposed accents."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from forms.auto_positionnement import evaluation, ouverture
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.genre import GENRE as AUTO_POSITIONNEMENT
from forms.dossier_habilitation.derivation import derive as derive_dossier
from forms.dossier_habilitation.genre import GENRE as DOSSIER
from forms.livret_de_reperage.commandes import ouvrir
from forms.livret_de_reperage.derivation import derive as derive_livret
from forms.livret_de_reperage.genre import GENRE as LIVRET
from forms.plusieurs_mains import fusion
from forms.plusieurs_mains.ecrits import Copie, Ecrit
from forms.questionnaire import ouverture as ouverture_de_champs
from forms.socle.fichier import parse
from forms.socle.genre import Genre
from forms.socle.passage import restored
from forms.socle.refus import Refus
from referentials.load import load
from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run
from tests.outils import CAS

EXPORTS = CAS / "exports"
FILES: list[tuple[Path, Genre]] = [
    *((path, AUTO_POSITIONNEMENT) for path in sorted(EXPORTS.glob("[12]/*.json"))),
    *((path, LIVRET) for path in sorted(EXPORTS.glob("livret-de-reperage/1/*.json"))),
    *((path, DOSSIER) for path in sorted(EXPORTS.glob("dossier-habilitation/1/*.json"))),
]
IDS = [f"{path.parent.parent.name}/{path.parent.name}/{path.name}" for path, _ in FILES]
FORM = "2026-11-21T18:40:00+01:00"
SAME = [
    "2026-11-21T18:40:00.000+01:00",
    "2026-11-21T18:40:00.123456+01:00",
    "2026-11-21T18:40:00,5+01:00",
    "2026-11-21T18:40+01:00",
    "2026-11-21 18:40:00+01:00",
    "2026-11-21t18:40:00+0100",
    "2026-11-21T18:40:00+01",
]
UTC = ["2026-11-21T17:40:00Z", "2026-11-21T17:40:00.000Z", "2026-11-21T17:40:00z", "2026-11-21 17:40Z"]
OTHER = ["2026-11-21", "2026-11-21T18:40:00", "21/11/2026 18:40", "1795282800", "hier", ""]


def content(path: Path) -> dict[str, Any]:
    """Return what a file says."""
    return dict(json.loads(path.read_text("utf-8")))


def parsed(donnees: Any, genre: Genre) -> dict[str, Any]:
    """Return the content of a file as the engine takes it."""
    return parse(json.dumps(donnees, ensure_ascii=False), genre)


@pytest.mark.parametrize(("path", "genre"), FILES, ids=IDS)
def test_every_kind_of_file_reads_the_same_moment_in_another_form(path: Path, genre: Genre) -> None:
    """UTC and milliseconds, at the head of the file and at each of its answers."""
    donnees = content(path)
    assert {parsed(donnees | {"exporte_le": one}, genre)["exporte_le"] for one in SAME} == {FORM}
    assert {parsed(donnees | {"exporte_le": one}, genre)["exporte_le"] for one in UTC} == {"2026-11-21T17:40:00+00:00"}
    if genre is LIVRET:
        valeurs = {place: {**ecrit, "le": UTC[1]} for place, ecrit in donnees["valeurs"].items()}
        found = parsed(donnees | {"valeurs": valeurs}, genre)["valeurs"].values()
        assert {ecrit["le"] for ecrit in found} <= {"2026-11-21T17:40:00+00:00"}


@pytest.mark.parametrize(("path", "genre"), FILES, ids=IDS)
def test_a_moment_that_is_refused_says_the_form_that_is_awaited(path: Path, genre: Genre) -> None:
    """Without its offset it is not known when it was; a number, a day alone are none."""
    for one in OTHER:
        with pytest.raises(Refus, match=re.escape(FORM)):
            parsed(content(path) | {"exporte_le": one}, genre)
    with pytest.raises(Refus, match=r"« exporte_le » .*\(un texte\)"):
        parsed(content(path) | {"exporte_le": 1795282800}, genre)


def entries(value: Any, *above: str) -> Iterator[tuple[str, ...]]:
    """Yield the way to entries of an object, down to its leaves: every key of its head, the first of what is below."""
    for key, inner in list(value.items())[: 4 if above else None] if isinstance(value, dict) else ():
        yield (*above, key)
        yield from entries(inner, *above, key)


def changed(donnees: dict[str, Any], way: tuple[str, ...], *, null: bool, inside: bool = False) -> dict[str, Any]:
    """Return the same content where an entry is null, or is not there."""
    key, *below = way
    rest = {name: value for name, value in donnees.items() if name != key}
    if not below:
        return {**donnees, key: None} if null else rest
    inner = changed(donnees[key], (*below,), null=null, inside=True)
    # With its only entry, an answer goes too; a part of the file stays, empty.
    return {**donnees, key: inner} if inner or not inside else rest


def outcome(donnees: Any, genre: Genre) -> Any:
    """Return what a file holds, or why it is refused."""
    try:
        return parsed(donnees, genre)
    except Refus as refusal:
        return str(refusal)


@pytest.mark.parametrize(("path", "genre"), FILES, ids=IDS)
def test_null_is_a_key_that_is_not_there(path: Path, genre: Genre) -> None:
    """Whatever the key: the file reads, or is refused, as it does without it."""
    donnees = content(path)
    # Whoever has no format has no kind: there, null is told as it is.
    for way in entries({key: value for key, value in donnees.items() if key not in {"format", "version"}}):
        null, absent = (outcome(changed(donnees, way, null=null), genre) for null in (True, False))
        assert null == absent, way


def test_a_part_that_held_only_nulls_is_there_and_empty() -> None:
    """A dossier whose only answer is null opens without an answer, rather than being said to lack its answers."""
    found = restored({"format": "x", "valeurs": {"denomination": None}, "nom": None})
    assert found == {"format": "x", "valeurs": {}}


def test_the_name_the_scale_and_the_answers_of_a_file_may_be_null() -> None:
    """The keys that a file may lack, and one of its answers."""
    donnees = content(EXPORTS / "2" / "tp-conseiller-commercial.json")
    code = next(iter(donnees["reponses"]))
    opened = parsed({**donnees, "nom": None, "reponses": {**donnees["reponses"], code: None}}, AUTO_POSITIONNEMENT)
    assert "nom" not in opened
    assert code not in opened["reponses"]
    silent = {**donnees["reponses"], code: {"valeur": None, "note": None}}
    assert code not in parsed({**donnees, "reponses": silent}, AUTO_POSITIONNEMENT)["reponses"]


def test_an_answer_of_a_livret_that_is_null_is_not_there() -> None:
    """Among the answers as among those kept beside: what only a signature is left of does not refuse the whole file."""
    donnees = content(EXPORTS / "livret-de-reperage" / "1" / "cqp-vendeur-conseil-a-distance.json")
    signed = {"par": {"role": "candidat", "nom": "Ana"}, "le": FORM}
    valeurs = {**donnees["valeurs"], "projet-contraintes": {"valeur": None, **signed}}
    aside = {"place": "projet", "valeur": None, "raison": "fusion", **signed}
    opened = parsed(donnees | {"valeurs": valeurs, "ecartees": [*donnees.get("ecartees", ()), aside]}, LIVRET)
    without = parsed({**donnees, "ecartees": donnees.get("ecartees", [])}, LIVRET)
    assert opened["valeurs"].keys() == donnees["valeurs"].keys() - {"projet-contraintes"}
    assert opened["ecartees"] == without["ecartees"]


FORMS = {certification.slug: certification for certification in load().certifications if certification.has_statements}


def notices(text: str, genre: Genre, slug: str) -> tuple[str, ...]:
    """Return what a person is told when a file opens."""
    certification = FORMS[slug]
    if genre is AUTO_POSITIONNEMENT:
        return ouverture.open_export(text, derive(certification)).avis
    if genre is LIVRET:
        livret = derive_livret(certification)
        assert livret
        return ouvrir(text, livret).avis
    dossier = derive_dossier(certification)
    assert dossier
    return tuple(ouverture_de_champs.open_file(text, dossier, DOSSIER).avis)


@pytest.mark.parametrize(("path", "genre"), FILES, ids=IDS)
def test_accents_beside_their_letters_change_no_notice(path: Path, genre: Genre) -> None:
    """Decomposed by a tool or a system, the file opens with the same words."""
    text, slug = path.read_text("utf-8"), content(path)["certification"]
    composed = notices(unicodedata.normalize("NFC", text), genre, slug)
    assert notices(unicodedata.normalize("NFD", text), genre, slug) == composed


@pytest.mark.parametrize("path", sorted(EXPORTS.glob("2/*.json")), ids=lambda path: path.name)
def test_accents_beside_their_letters_change_no_result(path: Path) -> None:
    """Nor what is kept of the answers: a person's own words come back as they were written."""
    form = derive(FORMS[content(path)["certification"]])
    decomposed = unicodedata.normalize("NFD", path.read_text("utf-8"))
    before = ouverture.open_export(path.read_text("utf-8"), form)
    after = ouverture.open_export(decomposed, form)
    assert evaluation.evaluate(form, after.reponses) == evaluation.evaluate(form, before.reponses)
    notes = {code: reponse.note for code, reponse in after.reponses.items()}
    raw = json.loads(decomposed)["reponses"]
    assert all(note == raw[code].get("note", "") for code, note in notes.items() if code in raw)


def test_two_copies_of_one_answer_do_not_conflict_over_their_accents() -> None:
    """The same words, one copy decomposed: nothing to choose."""
    words = "Élève à Besançon"
    here = Copie({"projet": Ecrit(words, "candidat", "Zoé", FORM)})
    there = Copie({"projet": Ecrit(unicodedata.normalize("NFD", words), "candidat", "Zoé", FORM)})
    assert fusion.merge(here, there).conflits == ()
    other = Copie({"projet": Ecrit("Élève à Besancon", "candidat", "Zoé", FORM)})
    assert len(fusion.merge(here, other).conflits) == 1


def test_a_moment_in_the_future_is_told_by_its_date() -> None:
    """A clock that was put back: « now », for a year to come, would be false.  What cannot be read is nothing."""
    moments = (ROOT / "forms" / "page" / "moments.mjs").as_uri()
    script = f"""import {{ ago }} from '{moments}';
      const now = new Date("2026-11-29T10:00:00Z");
      console.log(JSON.stringify(values[0].map((moment) => ago(moment, now))));"""
    past = ["2026-11-29T10:00:00Z", "2026-11-29T10:00:59Z", "2026-11-29T09:55:00Z", "2026-11-29T08:00:00Z"]
    assert run(script, past) == ["maintenant", "maintenant", "il y a 5 minutes", "il y a 2 heures"]
    assert run(script, ["2027-11-29T10:00:00Z", "2026-11-29T10:02:00Z", "2026-11-30T10:00:00Z", "hier", ""]) == [""] * 5
