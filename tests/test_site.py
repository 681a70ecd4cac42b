"""The whole built site, page by page: links and anchors, titles, languages, and that nothing comes from elsewhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from forms.socle.registre import DOSSIERS
from macros.api.edition import published_at
from macros.comparaison.paires import pairs
from macros.hors_ligne import precache
from macros.pages.rubriques import rubriques
from referentials.load import load

ROOT = Path(__file__).parents[1]
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CLASS = re.compile(r"\b(?:r|md)-[\w-]+")
ORIGIN = "https://repere.example"
POINTERS = ("href", "src", "action", "data", "poster")
# What these load is part of the page; an <a> only leads elsewhere.
LOADING = {"link", "script", "img", "iframe", "source", "object", "embed", "use", "image", "video", "audio", "form"}
# Relations of <link> that a browser does not follow to show the page.
NAMING = {"canonical", "prev", "next", "alternate", "license"}


@dataclass(frozen=True, slots=True)
class Pointer:
    """An address that a page points at: the tag that does, the address, the `rel` of a link."""

    tag: str
    address: str
    rel: str


class Page(HTMLParser):
    """What a built page holds, as far as these tests ask."""

    def __init__(self, text: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=True)
        self.pointers: list[Pointer] = []
        self.anchors: list[str] = []
        self.tags: Counter[str] = Counter()
        self.title = ""
        self.lang: str | None = None
        self.descriptions: list[str] = []
        self.metas: dict[str, str] = {}
        self._inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the element points at, and what it can be reached by."""
        attributes = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        if tag == "html":
            self.lang = attributes.get("lang")
        if tag == "meta" and attributes.get("name") == "description":
            self.descriptions.append(attributes.get("content", ""))
        if tag == "meta" and "property" in attributes:
            self.metas[attributes["property"]] = attributes.get("content", "")
        if "id" in attributes:
            self.anchors.append(attributes["id"])
        if tag == "a" and "name" in attributes:
            self.anchors.append(attributes["name"])
        self.pointers += [
            Pointer(tag, attributes[name], attributes.get("rel", "")) for name in POINTERS if name in attributes
        ]
        if tag in {"title", "svg"}:
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Leave the title, or the drawing that has one of its own."""
        if tag in self._inside:
            self._inside.remove(tag)

    def handle_data(self, data: str) -> None:
        """Keep the title of the page."""
        if self._inside == ["title"]:
            self.title += data


@pytest.fixture(scope="session")
def pages(site_dir: Path) -> dict[str, Page]:
    """Return every page by its address below the root: « /comparer/ »."""
    return {
        "/" + path.relative_to(site_dir).as_posix().removesuffix("index.html"): Page(path.read_text("utf-8"))
        for path in sorted(site_dir.rglob("*.html"))
    }


def destination(page: str, address: str) -> tuple[str, str] | None:
    """Return the path and the fragment that an address leads to, or None where it leaves the site."""
    whole = urlsplit(urljoin(ORIGIN + page, address))
    inside = f"{whole.scheme}://{whole.netloc}" == ORIGIN
    return (unquote(whole.path), unquote(whole.fragment)) if inside else None


def broken(site: Path, pages: dict[str, Page]) -> list[str]:
    """Return each address of this site that leads to no file, or to no anchor of its page."""

    @cache
    def exists(path: str) -> bool:
        file = site / path.removeprefix("/")
        return (file / "index.html").is_file() if path.endswith("/") else file.is_file()

    @cache
    def anchors(path: str) -> frozenset[str]:
        return frozenset(pages[path].anchors) if path in pages else frozenset()

    found = []
    for name, page in pages.items():
        for pointer in page.pointers:
            target = destination(name, pointer.address)
            if target is None:
                continue
            path, fragment = target
            if not exists(path):
                found.append(f"{name} : {pointer.address} ne mène à aucun fichier")
            elif fragment and path in pages and fragment not in anchors(path):
                found.append(f"{name} : {pointer.address} ne mène à aucune ancre")
    return sorted(set(found))


def html_faults(folder: Path) -> str:
    """Return what html-validate says of the pages of a folder, with the settings of the project; nothing when valid."""
    command = [str(ROOT / "node_modules" / ".bin" / "html-validate"), "--config", str(ROOT / ".htmlvalidate.mjs")]
    ran = subprocess.run(
        [*command, "--formatter", "text", *map(str, sorted(folder.rglob("*.html")))],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return ran.stdout + ran.stderr


def test_no_internal_link_is_broken(site_dir: Path, pages: dict[str, Page]) -> None:
    """Each href and src of each page that stays on the site leads to a file, and its fragment to an anchor there."""
    assert broken(site_dir, pages) == []


def test_a_broken_link_would_be_seen(tmp_path: Path) -> None:
    """The check itself fails on a missing file, a missing anchor, at a distance too, and on nothing else."""
    (tmp_path / "b").mkdir()
    texts = {
        "/": '<a href="b/#ici">x</a><a href="b/#non">x</a><a href="c/">x</a><img src="d.png">',
        "/b/": "<p id=ici>",
    }
    for name, text in texts.items():
        (tmp_path / name.removeprefix("/") / "index.html").write_text(text, "utf-8")
    found = broken(tmp_path, {name: Page(text) for name, text in texts.items()})
    assert [line.split(" : ")[1].split()[0] for line in found] == ["b/#non", "c/", "d.png"]


def test_no_identifier_is_there_twice(pages: dict[str, Page]) -> None:
    """An anchor leads to one place."""
    twice = {name: [i for i, n in Counter(page.anchors).items() if n > 1] for name, page in pages.items()}
    assert {name: found for name, found in twice.items() if found} == {}


def test_each_page_has_one_first_heading(pages: dict[str, Page]) -> None:
    """One h1, no less and no more."""
    assert {name: page.tags["h1"] for name, page in pages.items() if page.tags["h1"] != 1} == {}


def test_every_page_is_valid_html(site_dir: Path) -> None:
    """html-validate finds nothing in any page: closed elements, allowed attributes, unique names, labels."""
    assert html_faults(site_dir) == ""


def test_faulty_html_would_be_seen(tmp_path: Path) -> None:
    """The check itself fails on a paragraph that holds a list."""
    text = '<!doctype html>\n<html lang="fr"><head><title>x</title></head><body><p><ul></ul></p></body></html>\n'
    (tmp_path / "index.html").write_text(text, "utf-8")
    assert "close-order" in html_faults(tmp_path)


def test_each_form_that_is_sent_has_its_button(site_dir: Path) -> None:
    """A form with an address to go to can be sent by a button, not by Enter alone."""
    sent = [
        (path, form)
        for path in site_dir.rglob("*.html")
        for form in re.findall(r"<form\b[^>]*\baction=.*?</form>", path.read_text("utf-8"), re.DOTALL)
    ]
    assert sent
    assert [path for path, form in sent if 'type="submit"' not in form] == []


def test_each_page_is_in_french(pages: dict[str, Page]) -> None:
    """The language is declared, and it is French."""
    assert {name: page.lang for name, page in pages.items() if page.lang != "fr"} == {}


def test_each_page_has_a_title_of_its_own(pages: dict[str, Page]) -> None:
    """No page is without a title, and no title is that of two pages."""
    titles: dict[str, list[str]] = {}
    for name, page in pages.items():
        titles.setdefault(" ".join(page.title.split()), []).append(name)
    assert "" not in titles
    assert {title: names for title, names in titles.items() if len(names) > 1} == {}


def test_no_page_has_two_descriptions(pages: dict[str, Page]) -> None:
    """A description, or none, never two; and none that is empty."""
    wrong = {name: page.descriptions for name, page in pages.items()}
    assert {name: found for name, found in wrong.items() if len(found) > 1 or "" in found} == {}


def test_each_page_says_its_address(pages: dict[str, Page]) -> None:
    """The canonical address of each page and the one that it gives to those who share it are its own; 404 has none.

    Of a site of which nobody said the address, no page has any: no made-up host goes out.
    """
    said = {
        name: ([p.address for p in page.pointers if p.rel == "canonical"], page.metas.get("og:url"))
        for name, page in pages.items()
    }
    known = published_at()
    assert known in {"", f"{ORIGIN}/"}
    own = {name: ([ORIGIN + name], ORIGIN + name) if known else ([], None) for name in pages}
    assert said == own | {"/404.html": ([], None)}


def test_each_page_is_described_in_its_own_words(pages: dict[str, Page]) -> None:
    """No two pages have one description, save the home page and that of an address that is not there."""
    found = Counter(page.descriptions[0] for name, page in pages.items() if name != "/404.html")
    assert {description: times for description, times in found.items() if times > 1} == {}


def test_each_page_can_be_shared(site_dir: Path, pages: dict[str, Page]) -> None:
    """What a shared link shows: the name of the page, its description, an image, the site, the language."""
    for name, page in pages.items():
        title = " ".join(page.title.split())
        assert title in {page.metas["og:title"], f"{page.metas['og:title']} · Repère"} or name in {"/", "/404.html"}, (
            name
        )
        assert [page.metas["og:description"]] == page.descriptions, name
        assert (page.metas["og:site_name"], page.metas["og:locale"]) == ("Repère", "fr_FR")
        image = page.metas.get("og:image", "")
        # A whole address, or none.
        assert image.startswith(f"{ORIGIN}/") == (published_at() != "" and name != "/404.html"), name
        assert not image or (site_dir / image.removeprefix(f"{ORIGIN}/")).is_file(), name


@pytest.mark.parametrize("slug", [certification.slug for certification in load().certifications])
def test_each_fact_for_machines_is_in_the_data(site_dir: Path, slug: str) -> None:
    """The JSON-LD of a built fiche: levels, numbers, certifiers, trades, end and competences are those of the files."""
    text = (site_dir / "certifications" / slug / "index.html").read_text("utf-8")
    (found,) = re.findall(r'<script type="application/ld\+json" id="r-json-ld">(.*?)</script>', text, re.DOTALL)
    carried = json.loads(found)
    api = json.loads((site_dir / "api" / "v1" / "certifications" / f"{slug}.json").read_text("utf-8"))
    identite = api["identite"]
    dated = [e for e in identite.get("enregistrements", []) if "date_fin_enregistrement" in e]
    last = max((e["date_fin_enregistrement"] for e in dated), default=None)
    read = [e for e in dated if "confiance" not in api["documents"][e["source"]["document"]]]
    values = [identite[key].get("valeur") for key in ("numero_fiche", "code_titre") if key in identite]
    assert [i["value"] for i in carried.get("identifier", [])] == [value for value in values if value]
    assert [level["termCode"] for level in carried.get("educationalLevel", [])] == [
        level["valeur"] for level in identite.get("niveaux", ()) if "valeur" in level
    ]
    assert [o["name"] for o in carried["recognizedBy"]] == [o["nom"] for o in identite["certificateurs"]]
    # A last day that no document says but one read at second hand is not given as a fact.
    ends = [one["expires"] for one in carried["subjectOf"] if "expires" in one]
    assert ends == ([last] if any(e["date_fin_enregistrement"] == last for e in read) else [])
    (data,) = [one for one in carried["subjectOf"] if one["@type"] == "Dataset"]
    assert (data["dateModified"], data["version"]) == (identite["date_mise_a_jour"], identite["version"])
    assert carried.get("description") == identite.get("resume", {}).get("valeur")
    about = {"name": [], "occupationalCategory": []} | carried.get("about", {})
    assert about["name"] == [job["valeur"] for job in identite.get("emplois", []) if "valeur" in job]
    assert [rome["codeValue"] for rome in about["occupationalCategory"]] == [
        r["code"] for r in identite.get("rome", [])
    ]


def test_each_page_names_its_data(pages: dict[str, Page], site_dir: Path) -> None:
    """In its head, a page of a certification leads to the file of it, one of two to both; the list, to the list; two pages, to the feed."""
    found = {
        name: [urljoin(name, one.address) for one in page.pointers if one.rel == "alternate"]
        for name, page in pages.items()
    }
    for name, addresses in found.items():
        assert all((site_dir / address.removeprefix("/")).is_file() for address in addresses), name
        if slugs := re.match(r"/(?:certifications|comparer)/([^/]+)/", name):
            assert addresses == [f"/api/v1/certifications/{slug}.json" for slug in slugs[1].split("--")], name
    assert found["/certifications/"] == ["/api/v1/index.json"]
    assert found["/"] == found["/donnees/"] == ["/api/v1/index.json", "/donnees/changements.xml"]


# What a form weighs at most, its whole HTML, compressed as a host with Brotli at its highest does it.
LIGHT = 25_000
BROTLI = """import { readFileSync } from "node:fs";
  import { brotliCompressSync, constants } from "node:zlib";
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  console.log(JSON.stringify(JSON.parse(process.argv[1]).map((path) => brotliCompressSync(readFileSync(path), { params }).length)));"""


def test_a_form_is_light_however_many_questions_it_has(site_dir: Path) -> None:
    """Each page of a form, of any kind, stays under the same weight: the longest has 82 statements and 36 questions."""
    kinds = [kind.replace("_", "-") for kind in DOSSIERS]
    paths = [path for kind in kinds for path in sorted(site_dir.glob(f"certifications/*/{kind}/index.html"))]
    command = ["node", "--input-type=module", "--eval", BROTLI, json.dumps([str(path) for path in paths])]
    ran = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    weights = dict(zip(paths, json.loads(ran.stdout), strict=True))
    assert {path.parent.name for path in weights} == {*kinds}
    assert {path: weight for path, weight in weights.items() if weight > LIGHT} == {}


def test_the_whole_site_is_kept_at_a_first_visit(site_dir: Path) -> None:
    """Ours fits under the weight that a visit keeps: beyond, each certification would wait until it is opened."""
    assert precache.copie(site_dir).lots == {}


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Page]) -> None:
    """No script, image, style or font has another origin: pages may only lead to other sites."""
    found = {
        (name, pointer.address)
        for name, page in pages.items()
        for pointer in page.pointers
        if pointer.tag in LOADING and not set(pointer.rel.split()) & NAMING
        if destination(name, pointer.address) is None and not pointer.address.startswith("data:")
    }
    assert found == set()


def test_no_stylesheet_loads_from_elsewhere(site_dir: Path) -> None:
    """Neither @import nor url() of any stylesheet has another origin."""
    sheets = {path: path.read_text("utf-8") for path in site_dir.rglob("*.css")}
    pattern = re.compile(r"""(?:url\(|@import)\s*["']?((?:https?:)?//[^"')\s]+)""")
    assert {path.name: pattern.findall(text) for path, text in sheets.items() if pattern.findall(text)} == {}


def test_every_class_that_our_style_names_is_one_of_the_site(site_dir: Path) -> None:
    """In a page, or in a template or a script of ours: a rule for what nothing makes any more goes with it."""
    sheet = COMMENT.sub("", (site_dir / "assets" / "styles" / "repere.css").read_text("utf-8"))
    named = set(re.findall(r"\.((?:r|md)-[\w-]+)", sheet))
    ours = (path for room in ("forms", "macros") for kind in ("*.mjs", "*.j2") for path in (ROOT / room).rglob(kind))
    written = {name for path in (*site_dir.rglob("*.html"), *ours) for name in CLASS.findall(path.read_text("utf-8"))}
    assert len(named) > 1
    assert named - written == set()


def test_every_page_that_the_data_call_for_is_built(pages: dict[str, Page]) -> None:
    """Each certification has all its pages, each pair has its own, and the pages of the site are there."""
    collection = load()
    wanted = {
        "/",
        "/certifications/",
        "/comparer/",
        "/donnees/",
        "/confidentialite/",
        "/accessibilite/",
        "/contribuer/",
        "/deployer/",
    }
    wanted |= {f"/comparer/{pair.adresse}/" for pair in pairs(collection)}
    for certification in collection.certifications:
        for rubrique in rubriques(collection, certification.slug):
            wanted.add(f"/certifications/{certification.slug}/{rubrique.adresse}")
    assert wanted - pages.keys() == set()


@pytest.mark.parametrize("place", ["/accessibilite/", "/confidentialite/", "/donnees/", "/contribuer/"])
def test_every_page_leads_to_what_is_owed_to_readers(place: str, pages: dict[str, Page]) -> None:
    """The declaration of accessibility and the other duties are one link away, wherever one is."""
    without = [
        name
        for name, page in pages.items()
        if (place, "") not in {destination(name, p.address) for p in page.pointers if p.tag == "a"}
    ]
    assert without == []


def test_the_example_of_the_open_data_runs_as_printed(site_dir: Path, serve: Callable[[Path], str]) -> None:
    """The Python that the page « Données » prints, pointed at this site, lists every competence of the API."""
    text = (site_dir / "donnees" / "index.html").read_text("utf-8")
    (program,) = re.findall(r'<pre id="exemple-python"><code>(.*?)</code></pre>', text, re.DOTALL)
    assert "&" not in program
    ran = subprocess.run(
        [sys.executable, "-c", program.replace(ORIGIN, serve(site_dir))],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
    )
    index = json.loads((site_dir / "api" / "v1" / "index.json").read_text("utf-8"))
    expected = [
        (entry["slug"], competence.code)
        for entry in index["certifications"]
        for competence in load().certification(entry["slug"]).all_competences()
    ]
    assert [tuple(line.split(" | ")[:2]) for line in ran.stdout.splitlines()] == expected
