"""The Markdown stubs under docs/: one folder for each certification, written by a command."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from pathspec.gitignore import GitIgnoreSpec

from macros import stubs
from macros.comparaison.paires import pairs
from referentials.load import load
from tests.outils import CAS, FOLDER, MINIMALE, PUBLISHED, SLUG, edit, tree

INDEX = f"certifications/{SLUG}/index.md"


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write stubs in a folder of the tests, for the minimal certification."""
    monkeypatch.setattr(stubs, "DOCS", tmp_path)
    return tmp_path


def test_stubs_are_written_where_the_data_call_for_them(docs: Path) -> None:
    """One a page; written again, one that is as it should is not touched, one edited by hand is put right."""
    names = ("auto-positionnement/", "evaluations/", "", "livret-de-reperage/", "referentiel/", "reglement/")
    stubs.write(load(MINIMALE))
    assert sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md")) == [
        f"certifications/{SLUG}/{name}index.md" for name in names
    ]
    wanted = (docs / INDEX).read_text("utf-8")
    other = docs / "certifications" / SLUG / "reglement" / "index.md"
    (docs / INDEX).write_text(f"{wanted}\nÀ la main.\n", "utf-8")
    untouched = other.stat().st_mtime_ns
    stubs.write(load(MINIMALE))
    assert (docs / INDEX).read_text("utf-8") == wanted
    assert other.stat().st_mtime_ns == untouched


def test_a_stub_left_over_is_removed(docs: Path) -> None:
    """A certification that goes takes its pages with it; the list of certifications stays."""
    collection = load(MINIMALE)
    old = docs / "certifications" / "tp-disparu" / "index.md"
    old.parent.mkdir(parents=True)
    old.write_text("Une page.\n", "utf-8")
    (docs / "certifications" / "index.md").write_text("La liste.\n", "utf-8")
    stubs.write(collection)
    assert not old.exists()
    assert (docs / "certifications" / "index.md").is_file()


def test_a_stub_is_front_matter_and_one_macro() -> None:
    """No word of a page is in its stub, save its title: everything comes from the data."""
    for name, text in stubs.stubs(load(MINIMALE)).items():
        _, matter, body = text.split("---\n")
        assert yaml.safe_load(matter)["render_macros"] is True
        macro = "fiche" if name == INDEX else Path(name).parent.name.replace("-", "_")
        assert body.strip() == f'{{{{ {macro}("{SLUG}") }}}}'


def test_two_certifications_of_one_title_have_pages_of_their_own_name(tmp_path: Path) -> None:
    """Where two have the same title, the number of the fiche tells them apart; alone, a title stays as it is."""
    root = tree(CAS / "conformes" / "deux-certifications-qui-se-repondent", tmp_path)
    first = json.loads((root / FOLDER / "certification.json").read_text("utf-8"))
    numero = {"valeur": "RNCP12345", "source": first["niveaux"][0]["source"]}
    other = {"intitule": first["intitule"], "abrege": first["abrege"], "numero_fiche": numero}

    def titles() -> set[str]:
        load.cache_clear()
        texts = stubs.stubs(load(root)).items()
        return {
            yaml.safe_load(text.split("---\n")[1])["title"]
            for name, text in texts
            if name.startswith("certifications/") and name.count("/") == 2
        }

    title = f"{first['abrege']['code']} {first['intitule']}"
    assert title in titles()
    edit(root / "certifications" / "tp-valoriste" / "certification.json", lambda d: d.update(other))
    assert titles() == {title, f"{title} (RNCP12345)"}


def test_a_pair_of_certifications_has_its_stub() -> None:
    """One page for two that the data tie, that calls the macro of a pair; under the name of the file that links them."""
    collection = load()
    written = {name: text for name, text in stubs.stubs(collection).items() if name.startswith("comparer/")}
    held = {Path(chemin).stem for chemin in collection.fichiers if chemin.startswith("correspondances/")}
    assert held <= {Path(name).parent.name for name in written}
    assert [Path(name).parent.name for name in written] == [paire.adresse for paire in pairs(collection)]
    assert all(f'{{{{ comparaison("{Path(name).parent.name}") }}}}' in text for name, text in written.items())


def test_only_a_certification_with_a_cahier_des_charges_has_its_page() -> None:
    """The page is there for whom the data hold one, and for nobody else."""
    collection = load()
    having = {Path(name).parts[1] for name in stubs.stubs(collection) if name.endswith("/cahier-des-charges/index.md")}
    held = {Path(chemin).parent.name for chemin in collection.fichiers if chemin.endswith("/cahier-des-charges.json")}
    assert having == held != set()


def test_one_certification_is_served_without_the_pages_of_the_others() -> None:
    """What `make serve SEULE=…` leaves out is every page that the data call for, save those of that one."""
    makefile = (Path(__file__).parents[2] / "Makefile").read_text("utf-8")
    found = re.search(r"define SANS\n(.*?)endef", makefile, re.DOTALL)
    assert found
    patterns = found[1].replace("$(SEULE)", PUBLISHED)
    left_out = GitIgnoreSpec.from_lines(patterns.splitlines()).match_files(stubs.stubs(load()))
    kept = stubs.stubs(load()).keys() - {*left_out}
    assert kept
    assert {name for name in kept if not name.startswith(f"certifications/{PUBLISHED}/")} == set()
