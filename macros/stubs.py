"""The Markdown stubs that the data call for: a folder a certification, a page a pair; each calls one macro."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.api.edition import API
from macros.comparaison.paires import pairs
from macros.names import distinct_titles
from macros.pages.rubriques import Rubrique, rubriques
from referentials.load import Collection
from referentials.model_certification import Certification

# Letters of a title, before the name of the site.
LONGEST = 88
DOCS = Path(__file__).parents[1] / "docs"
COMPARED = "{} et {}, côte à côte : parties, compétences, règles et épreuves, ce qui correspond et ce qui diffère."


def _matter(title: str, *, toc: bool, description: str = "", en_json: Iterable[str] = ()) -> str:
    # A JSON string is a YAML string, whatever it holds.
    hidden = "" if toc else "hide:\n  - toc\n"
    told = f"description: {json.dumps(description, ensure_ascii=False)}\n" if description else ""
    # What says the same for machines: the theme names it in the head of the page.
    data = "en_json:\n" + "".join(f"  - {place}\n" for place in en_json) if en_json else ""
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n{told}{data}render_macros: true\n{hidden}---\n"


def _description(certification: Certification, rubrique: Rubrique, name: str) -> str:
    # What a search engine shows: the fiche says what it certifies, the others what they hold.
    resume = certification.identite.resume
    told = resume.valeur if resume and resume.valeur else ""
    return rubrique.description.format(titre=name, resume=told).rstrip()


def headline(rubrique: Rubrique, name: str, number: str | None) -> str:
    """Return the title of a page as windows and lists of results show it: an official one may be longer than any of them."""
    whole = f"{rubrique.titre}{name}"
    if len(whole) <= LONGEST:
        return whole
    told = f" ({number})" if number else ""
    return whole[: LONGEST - len(told)].rsplit(" ", 1)[0].rstrip(" ,;:’(") + "…" + told


def stubs(collection: Collection) -> dict[str, str]:
    """Return the stubs that the data call for: path below docs/ → text."""
    names = distinct_titles(collection)
    certifications = {
        f"certifications/{certification.slug}/{rubrique.fichier}": (
            _matter(
                headline(rubrique, name, certification.identite.numero),
                toc=rubrique.toc,
                description=_description(certification, rubrique, name),
                en_json=[f"{API}certifications/{certification.slug}.json"],
            )
            + f'\n{{{{ {rubrique.macro}("{certification.slug}") }}}}\n'
        )
        for certification in collection.certifications
        for name in [names[certification.slug]]
        for rubrique in rubriques(collection, certification.slug)
    }
    comparaisons = {
        f"comparer/{paire.adresse}/index.md": _matter(
            f"Comparer : {paire.noms[0]} et {paire.noms[1]}",
            toc=True,
            description=COMPARED.format(*paire.noms),
            en_json=[f"{API}certifications/{slug}.json" for slug in paire.adresse.split("--")],
        )
        + f'\n{{{{ comparaison("{paire.adresse}") }}}}\n'
        for paire in pairs(collection)
    }
    return certifications | comparaisons


def _present() -> set[str]:
    found = (path for folder in ("certifications", "comparer") for path in (DOCS / folder).rglob("*.md"))
    return {path.relative_to(DOCS).as_posix() for path in found} - {"certifications/index.md", "comparer/index.md"}


def write(collection: Collection) -> None:
    """Write the stubs that the data call for, and remove those that they no longer do."""
    refresh(DOCS, stubs(collection), _present())


def refresh(root: Path, wanted: Mapping[str, str], present: Iterable[str]) -> None:
    """Write texts below a root, and remove those of `present` that are not wanted."""
    for name in {*present} - wanted.keys():
        (root / name).unlink()
    for name, text in wanted.items():
        path = root / name
        # A server that watches docs/ builds again at each file that is written.
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def handed(receiver: str, name: str, content: object) -> str:
    """Return a script that hands a content over to the page, which has a function of that name (fichiers.mjs)."""
    return f'{receiver}("{name}",{json.dumps(content, ensure_ascii=False, separators=(",", ":"))});\n'


def refresh_scripts(folder: str, scripts: Mapping[str, str]) -> None:
    """Write scripts in a folder below docs/, and remove those of a certification that is no longer there."""
    refresh(DOCS, scripts, {path.relative_to(DOCS).as_posix() for path in (DOCS / folder).glob("*.js")})
