"""What changed in the data, from one publication to the next: kept by `publish`, told by the API, the page and the feed."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from macros.api import changelog, data, feed
from macros.pages import donnees
from referentials import __main__ as command
from referentials import changes
from referentials.check.run import run
from referentials.load import load
from tests.outils import FOLDER, MINIMALE, SLUG, edit, tree
from tests.outils_api import EDITION, PUBLIEE
from tests.outils_marques import CONTEXTE

ATOM = "{http://www.w3.org/2005/Atom}"
Journal = list[dict[str, Any]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small tree that was published once."""
    found = tree(MINIMALE, tmp_path)
    assert command.main(["publish", str(found)]) == 0
    load.cache_clear()
    return found


def journal(root: Path) -> Journal:
    """Return what the repository keeps."""
    found: Journal = json.loads((root / "publications" / "journal.json").read_text("utf-8"))
    return found


def parsed(text: str) -> ET.Element:
    """Return the feed as a reader of feeds has it."""
    return ET.fromstring(text)  # noqa: S314 — our own


def plain(text: str) -> str:
    """Return a text with spaces of one kind."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def new_end(root: Path) -> None:
    """Give the certification a registration with an end, under a new version, and reword a statement."""
    texte = {
        "intitule": "Décision d’essai",
        "date_fin_enregistrement": "2031-05-06",
        "source": {"document": "guide-de-la-ressourcerie", "section": "1"},
    }
    edit(root / FOLDER / "certification.json", lambda d: d.update(version="1.3.0", enregistrements=[texte]))
    edit(
        root / FOLDER / "composantes" / "D2.json",
        lambda d: d["competences"][0]["criteres"][0].update(enonce="Range autrement."),
    )
    load.cache_clear()


def test_a_first_publication_tells_of_all_of_it(root: Path) -> None:
    """A state and a journal, which follow their schemas and are in the form of the others; then nothing waits."""
    (first,) = journal(root)
    assert [(one["certification"], one["nature"]) for one in first["certifications"]] == [(SLUG, "nouvelle")]
    assert run(root) == []
    assert changelog.waiting(load(root)) == {}


def test_publishing_again_without_a_change_writes_nothing(root: Path) -> None:
    """Whoever publishes twice has not published twice."""
    before = {path: path.read_bytes() for path in (root / "publications").iterdir()}
    assert command.main(["publish", str(root)]) == 0
    assert {path: path.read_bytes() for path in (root / "publications").iterdir()} == before


def test_what_changes_is_told_until_it_is_published_then_for_ever(root: Path) -> None:
    """A day that people follow is told in full, before and after; a statement, by its code."""
    new_end(root)
    (waiting,) = changelog.waiting(load(root))["certifications"]
    assert (waiting["nature"], waiting["version_avant"], waiting["version"]) == ("modifiee", "1.2.0", "1.3.0")
    assert waiting["faits"] == [{"fait": "date_fin_enregistrement", "apres": "2031-05-06"}]
    assert waiting["codes"] == {"modifies": ["D2-C1-E1"]}
    assert command.main(["publish", str(root)]) == 0
    load.cache_clear()
    assert journal(root)[0]["certifications"] == [waiting]
    assert len(journal(root)) == 2
    assert changelog.waiting(load(root)) == {}


def test_each_kind_of_change_is_seen(root: Path) -> None:
    """A code that comes or goes, a certification that comes or goes, a document around: each on its own side."""
    before = changes.state(load(root).fichiers)
    files = json.loads(json.dumps(dict(load(root).fichiers)))
    gone = files[f"{FOLDER}/regles.json"].pop()
    files[f"{FOLDER}/regles.json"].append({**gone, "code": "R-AUTRE"})
    files["documents/autre.json"] = {"intitule": "Autre"}
    found = changes.compare(before, changes.state(files))
    (one,) = found["certifications"]
    assert one["codes"] == {"parus": ["R-AUTRE"], "retires": [gone["code"]]}
    assert "version_avant" not in one
    assert found["fichiers"] == {"parus": ["documents/autre.json"]}
    emptied = {**before, "certifications": {}}
    assert [one["nature"] for one in changes.compare(before, emptied)["certifications"]] == ["retiree"]
    assert changes.compare(before, before) == {}


def test_how_a_file_is_written_is_no_change(root: Path) -> None:
    """The state is that of what the data say, not of how the files are written: order of keys, line breaks."""
    place = root / FOLDER / "certification.json"
    content = json.loads(place.read_text("utf-8"))
    place.write_text(json.dumps(dict(reversed(content.items()))), "utf-8")
    load.cache_clear()
    assert changelog.waiting(load(root)) == {}


def test_every_fact_that_is_followed_has_words() -> None:
    """A fact without words would stop the build on the day when it changes."""
    facts = {name for one in changes.state(load().fichiers)["certifications"].values() for name in one["faits"]}
    assert facts <= changelog.FAITS.keys()
    assert len(facts) > 5


def test_the_page_and_the_feed_say_it_in_sentences(root: Path) -> None:
    """The day in words, what was not there before, the codes; on the page under what waits."""
    new_end(root)
    collection = load(root)
    (waiting,) = changelog.waiting(collection)["certifications"]
    told = [plain(line) for line in changelog.lines(waiting)]
    assert told[0] == "Fin de l’enregistrement : 6 mai 2031, qui n’était pas dit."
    assert told[1] == "1 élément change : D2-C1-E1."
    text = donnees.render(collection, CONTEXTE)
    assert "changements-en-attente" in text
    assert "6 mai 2031" in plain(text)
    assert told[1] in plain("".join(parsed(feed.text(collection, EDITION)).itertext()))


def test_a_change_around_certifications_alone_is_told(root: Path) -> None:
    """A document that is corrected: what waits says that a file that several share changes; no list is empty."""
    document = root / "documents" / "guide-de-la-ressourcerie.json"
    edit(document, lambda one: one.update(intitule="Guide de la ressourcerie, corrigé"))
    load.cache_clear()
    text = plain(donnees.render(load(root), CONTEXTE))
    assert "1 fichier commun change : documents, vocabulaires ou listes." in text


def test_two_publications_of_one_day_stand_under_it(root: Path) -> None:
    """One title, hence one place on the page, the last of them first."""
    new_end(root)
    assert command.main(["publish", str(root)]) == 0
    load.cache_clear()
    days = [one["le"] for one in journal(root)]
    assert len(days) == 2
    text = donnees.render(load(root), CONTEXTE)
    assert [text.count(f"#changements-{day} ") for day in set(days)] == [1] * len(set(days))
    assert "6 mai 2031" in plain(text).partition("Publication du")[2]


def test_a_publication_of_what_stands_around_alone_leaves_no_empty_list(root: Path) -> None:
    """A document is told of otherwise and no certification changes: the list says that a common file does."""
    edit(root / "documents" / "guide-de-la-ressourcerie.json", lambda d: d.update(auteur="Un autre nom"))
    assert command.main(["publish", str(root)]) == 0
    load.cache_clear()
    assert "certifications" not in journal(root)[0]
    page = donnees.render(load(root), CONTEXTE)
    assert "fichier commun change" in page
    assert "<ul></ul>" not in "".join(page.split())


@pytest.mark.parametrize("edition", [EDITION, PUBLIEE], ids=["sans adresse", "publiée"])
def test_the_feed_is_valid_atom(root: Path, edition: Any) -> None:
    """What RFC 4287 asks of a feed and of an entry, once each; identifiers are unique; days are moments; links lead there."""
    new_end(root)
    for collection in (load(root), load()):
        document = parsed(data.every(collection, edition)[feed.PLACE])
        assert document.tag == f"{ATOM}feed"
        entries = document.findall(f"{ATOM}entry")
        assert entries
        for one in (document, *entries):
            for name in ("id", "title", "updated"):
                (element,) = one.findall(ATOM + name)
                assert (element.text or "").strip()
            assert datetime.fromisoformat(str(one.findtext(f"{ATOM}updated"))).tzinfo is not None
            relations = [link.get("rel") for link in one.findall(f"{ATOM}link")]
            assert len(set(relations)) == len(relations)
            assert "alternate" in relations
        assert document.findtext(f"{ATOM}author/{ATOM}name") == "Repère"
        names = [one.findtext(f"{ATOM}id") for one in entries]
        assert len(set(names)) == len(names)
        days = [str(one.findtext(f"{ATOM}updated")) for one in entries]
        assert days == sorted(days, reverse=True)
        assert document.findtext(f"{ATOM}updated") == days[0]
        base = f"{edition.site or 'https://x.example/'}{feed.PLACE}"
        led = {urljoin(base, str(one.find(f"{ATOM}link").get("href"))) for one in entries}  # type: ignore[union-attr]
        root_address = edition.site or "https://x.example/"
        assert led <= {f"{root_address}certifications/{one.slug}/" for one in collection.certifications}


def test_an_entry_keeps_its_identifier_once_published(root: Path) -> None:
    """What waited and is then published is the same entry: a reader of feeds does not show it twice."""
    new_end(root)

    def names() -> list[str | None]:
        load.cache_clear()
        document = parsed(feed.text(load(root), EDITION))
        return [one.findtext(f"{ATOM}id") for one in document.findall(f"{ATOM}entry")]

    before = names()
    assert command.main(["publish", str(root)]) == 0
    assert sorted(map(str, names())) == sorted(map(str, before))


def test_the_api_has_the_same(root: Path) -> None:
    """changements.json: what waits, then each publication, the latest first."""
    new_end(root)
    content = json.loads(data.files(load(root), EDITION)[changelog.PLACE])
    assert content["publications"] == journal(root)
    assert content["en_attente"]["certifications"][0]["version"] == "1.3.0"
