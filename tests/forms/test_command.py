"""`python -m forms evaluer | verifier`: the same result as the page's, or a sentence and exit code 1."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from forms.evaluation import evaluate
from forms.ouverture import open_export
from forms.phrases import NBSP
from forms.resultat import to_text
from tests.outils import ATTENDUS
from tests.outils_formulaires import export, published

ROOT = Path(__file__).parents[2]
ITEMS = [item.code for item in published().all_items()]
ANSWERS = {code: {"valeur": "oui", "note": "Vu l’été dernier, « en vrai »"} for code in ITEMS[:20]} | {
    code: {"valeur": "non_observe"} for code in ITEMS[20:25]
}


def forms(command: str, path: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a person does, from the top of the repository."""
    line = [sys.executable, "-m", "forms", command, str(path)]
    return subprocess.run(line, capture_output=True, cwd=ROOT, check=False)


def saved(folder: Path, reponses: Any = ANSWERS, **changes: Any) -> Path:
    """Write an export of the published form, as a browser would."""
    path = folder / "mon fichier.json"
    path.write_text(export(published(), reponses, **changes), "utf-8")
    return path


def test_evaluer_prints_the_canonical_result_and_nothing_else(tmp_path: Path) -> None:
    """To the byte: the text of the result, a line break, nothing on standard error."""
    path = saved(tmp_path)
    expected = to_text(evaluate(published(), open_export(path.read_text("utf-8"), published()).reponses)) + "\n"
    done = forms("evaluer", path)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, expected, b"")
    assert '"positifs": 20' in expected


def test_verifier_says_how_many_answers_and_for_what(tmp_path: Path) -> None:
    """A valid file exits with 0 and one sentence."""
    done = forms("verifier", saved(tmp_path))
    sentence = f"Fichier valable : 25 réponses pour « {published().intitule} ».\n"
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, sentence, b"")


@pytest.mark.parametrize(("count", "noun"), [(0, "0 réponse "), (1, "1 réponse "), (2, "2 réponses ")])
def test_verifier_counts_in_french(count: int, noun: str, tmp_path: Path) -> None:
    """Zero and one are singular."""
    path = saved(tmp_path, dict(list(ANSWERS.items())[:count]))
    assert noun in forms("verifier", path).stdout.decode()


def test_what_is_set_aside_is_told_on_standard_error(tmp_path: Path) -> None:
    """The result stays alone on standard output, ready for another program; remarks go beside."""
    done = forms("evaluer", saved(tmp_path, {"Z9": {"valeur": "oui"}}, version_referentiel="0.9.0"))
    assert done.returncode == 0
    assert done.stdout.startswith(b"{")
    remarks = done.stderr.decode().replace(NBSP, " ").splitlines()
    assert remarks[0].startswith("Le fichier date de la version 0.9.0 du référentiel")
    assert "Z9" in remarks[1]


def refused(command: str, path: Path) -> str:
    """Return the sentence of a refusal: exit code 1, nothing on standard output."""
    done = forms(command, path)
    assert (done.returncode, done.stdout) == (1, b"")
    return done.stderr.decode()


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
    assert sentence.startswith("Ce fichier concerne « tp-couvreur », qui n’est pas dans ces données.")
    assert published().certification in sentence


@pytest.mark.parametrize(
    ("case", "changes"),
    [("format-plus-recent", {"version": 3}), ("autre-format-de-repere", {"format": "repere/resultat"})],
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
