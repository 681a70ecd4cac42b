"""`python -m forms`: the same result as the page's, or a sentence and exit code 1."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from forms.auto_positionnement import tableur
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.genre import GENRE as AUTO_POSITIONNEMENT
from forms.auto_positionnement.ouverture import open_export
from forms.auto_positionnement.requete import Requete
from forms.auto_positionnement.resultat import to_text
from forms.socle import etat_certification
from forms.socle.phrases import NBSP
from referentials.check.schemas import validator
from tests.outils import ATTENDUS, CAS
from tests.outils_commandes import done
from tests.outils_formulaires import export, published

ITEMS = [item.code for item in published().all_items()]
DAY = "2026-11-21"
ANSWERS = {code: {"valeur": "oui", "note": "Vu l’été dernier, « en vrai »"} for code in ITEMS[:20]} | {
    code: {"valeur": "non_observe"} for code in ITEMS[20:25]
}


def forms(command: str, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command; return its exit code, and what it printed on both streams."""
    return done("forms", command, *arguments)


def saved(folder: Path, reponses: Any = ANSWERS, **changes: Any) -> Path:
    """Write an export of the published form, as a browser would."""
    path = folder / "mon fichier.json"
    path.write_text(export(published(), reponses, **changes), "utf-8")
    return path


def test_evaluer_prints_the_canonical_result_and_nothing_else(tmp_path: Path) -> None:
    """To the byte: the text of the result, a line break, nothing on standard error."""
    path = saved(tmp_path)
    expected = to_text(evaluate(published(), open_export(path.read_text("utf-8"), published()).reponses, DAY)) + "\n"
    told = forms("evaluer", path)
    assert (told.returncode, told.stdout.decode(), told.stderr) == (0, expected, b"")
    assert '"positifs": 20' in expected


def test_verifier_says_how_many_answers_and_for_what(tmp_path: Path) -> None:
    """A valid file exits with 0 and one sentence, then one on the state of the certification on the day of the file."""
    told = forms("verifier", saved(tmp_path))
    sentence = f"Fichier valable : 25 réponses pour « {published().intitule} ».\n"
    said, state = told.stdout.decode().replace(NBSP, " ").splitlines(keepends=True)
    assert (told.returncode, said, told.stderr) == (0, sentence, b"")
    assert state.startswith("État de la certification le 21 novembre 2026 : ")


@pytest.mark.parametrize(("count", "noun"), [(0, "0 réponse "), (1, "1 réponse "), (2, "2 réponses ")])
def test_verifier_counts_in_french(count: int, noun: str, tmp_path: Path) -> None:
    """Zero and one are singular."""
    path = saved(tmp_path, dict(list(ANSWERS.items())[:count]))
    assert noun in forms("verifier", path).stdout.decode().replace(NBSP, " ")


def test_what_is_set_aside_is_told_on_standard_error(tmp_path: Path) -> None:
    """The result stays alone on standard output, ready for another program; remarks go beside."""
    told = forms("evaluer", saved(tmp_path, {"Z9": {"valeur": "oui"}}, version_referentiel="0.9.0"))
    assert told.returncode == 0
    assert told.stdout.startswith(b"{")
    remarks = told.stderr.decode().replace(NBSP, " ").splitlines()
    assert remarks[0].startswith("Le fichier date de la version 0.9.0 du référentiel")
    assert remarks[1].startswith("1 réponse ne correspond plus à un énoncé : elle est gardée à part")


def refused(command: str, *paths: Path) -> str:
    """Return the sentence of a refusal: exit code 1, nothing on standard output."""
    told = forms(command, *paths)
    assert (told.returncode, told.stdout) == (1, b"")
    return told.stderr.decode()


@pytest.mark.parametrize("command", ["evaluer", "verifier"])
def test_an_absent_file_is_refused(command: str, tmp_path: Path) -> None:
    """The name is repeated: it is most often mistyped."""
    path = tmp_path / "absent.json"
    assert refused(command, path) == f"« {path} » ne s’ouvre pas : vérifiez son nom et vos droits de lecture.\n"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is no file, and no traceback."""
    assert "ne s’ouvre pas" in refused("evaluer", tmp_path)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    """Saved again by an editor of another age: the sentence says what was expected."""
    path = tmp_path / "latin.json"
    path.write_bytes(export(published(), ANSWERS).encode("cp1252"))
    expected = f"« {path} » n’est pas un texte UTF-8 : reprenez le fichier tel que Repère l’a écrit.\n"
    assert refused("verifier", path) == expected


def test_an_unknown_certification_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    """The command knows every certification of the data, and says which."""
    sentence = refused("evaluer", saved(tmp_path, certification="tp-couvreur"))
    assert sentence.startswith("Ce fichier concerne une certification qui n’est pas dans ces données.")
    assert published().intitule in sentence
    # Names of folders mean nothing to a person.
    assert "tp-couvreur" not in sentence
    assert published().certification not in sentence


@pytest.mark.parametrize(
    ("case", "changes"),
    [("format-plus-recent", {"version": 4}), ("nom-pas-un-texte", {"nom": 12})],
)
def test_the_page_and_the_command_refuse_in_the_same_words(case: str, changes: dict[str, Any], tmp_path: Path) -> None:
    """A refusal reads alike wherever the file is opened."""
    sentence = (ATTENDUS / "refus" / f"{case}.txt").read_text("utf-8")
    assert refused("evaluer", saved(tmp_path, **changes)) == sentence


@pytest.mark.parametrize("content", ["", "[]", "null", "{", "[" * 100_000], ids=["vide", "[]", "null", "{", "crochets"])
def test_what_is_no_export_is_refused_without_a_traceback(content: str, tmp_path: Path) -> None:
    """One sentence, whatever the file holds."""
    path = tmp_path / "autre.json"
    path.write_text(content, "utf-8")
    sentence = refused("verifier", path)
    assert sentence.startswith("Ce fichier ")
    assert sentence.count("\n") == 1


def test_comparer_reads_two_files_side_by_side(tmp_path: Path) -> None:
    """As text by default, each file called by its name, or that of its path, and its day."""
    (tmp_path / "a").mkdir()
    avant = saved(tmp_path / "a", dict(list(ANSWERS.items())[:5]))
    apres = saved(tmp_path, nom="Après l’été", exporte_le="2026-12-01T08:00:00+01:00")
    told = forms("comparer", avant, apres)
    assert (told.returncode, told.stderr) == (0, b"")
    text = told.stdout.decode().replace(NBSP, " ")
    assert (
        "Entre « mon fichier.json, 21 novembre 2026 » et « Après l’été, 1er décembre 2026 » : "
        "5 réponses identiques, aucune différente. Répondus d’un seul côté : 20 énoncés dans le second."
    ) in text


def test_comparer_prints_the_json_of_the_page(tmp_path: Path) -> None:
    """With --format json: the very object that the page receives."""
    path = saved(tmp_path)
    told = forms("comparer", path, path, "--format", "json")
    found = json.loads(told.stdout)
    validator("comparaison").validate(found)
    assert found["compte"] == {
        "identiques": 25, "differents": 0, "seulement_avant": 0, "seulement_apres": 0, "sans_reponse": 23
    }  # fmt: skip


def test_two_certifications_do_not_compare(tmp_path: Path) -> None:
    """The sentence names both, and nothing is printed."""
    other = CAS / "exports" / "1" / "tp-conseiller-commercial.json"
    assert refused("comparer", saved(tmp_path), other) == (
        "Ces deux fichiers concernent deux certifications "
        "(« Vendeur conseil à distance en commerces de gros » et « Conseiller commercial ») : ils ne se comparent pas. "
        "Choisissez deux fichiers de la même certification.\n"
    )


def test_texte_prints_the_result_on_the_day_of_the_file(tmp_path: Path) -> None:
    """Name and day come from the file, not from the clock."""
    told = forms("texte", saved(tmp_path, nom="Après l’été"))
    title, name, day, *_ = told.stdout.decode().splitlines()
    assert title == f"Auto-positionnement{NBSP}: {published().intitule}"
    assert (name, day) == ("Après l’été", f"Le 21{NBSP}novembre 2026")


def test_csv_is_written_to_the_byte(tmp_path: Path) -> None:
    """The same bytes on every system: UTF-8 with its mark, CRLF."""
    told = forms("csv", saved(tmp_path))
    opened = open_export(saved(tmp_path).read_text("utf-8"), published())
    assert told.stdout == tableur.write(published(), Requete(opened.reponses, "", DAY)).encode()
    assert told.stdout.startswith(b"\xef\xbb\xbfCode;Groupe;")


def test_migrer_rewrites_an_old_file(tmp_path: Path) -> None:
    """A file of format 1 comes out in the newest format with all that it held; what differs is on standard error."""
    path = saved(tmp_path, ANSWERS | {"Z9": {"valeur": "oui"}}, version=1, version_referentiel="0.9.0")
    told = forms("migrer", path)
    assert told.returncode == 0
    state = etat_certification.member(published().etats, DAY)
    assert (
        json.loads(told.stdout)
        == json.loads(path.read_text("utf-8")) | {"version": AUTO_POSITIONNEMENT.version} | state
    )
    remarks = told.stderr.decode().replace(NBSP, " ").splitlines()
    assert remarks[0] == "Le fichier était au format 1 ; le voici au format 3."
    assert remarks[1].startswith("Le fichier date de la version 0.9.0")
    assert remarks[-1] == "- Z9"
    again = tmp_path / "encore.json"
    again.write_bytes(told.stdout)
    done_again = forms("migrer", again)
    assert done_again.stdout == told.stdout
    assert done_again.stderr.decode().replace(NBSP, " ").startswith("Le fichier est déjà au format 3.")


def test_what_changed_is_told_item_by_item(tmp_path: Path) -> None:
    """Both wordings of a reworded item, after the sentence that counts them."""
    item = next(published().all_items())
    path = saved(tmp_path, {item.code: {"valeur": "oui", "enonce": "Je range."}})
    remarks = forms("migrer", path).stderr.decode().replace(NBSP, " ").splitlines()
    assert remarks[-2:] == [
        "1 énoncé a été reformulé depuis : relisez votre réponse.",
        f"~ {item.code} : « Je range. » → « {item.enonce} »",
    ]
