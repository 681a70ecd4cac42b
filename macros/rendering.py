"""The Jinja environment of the pages: templates in files, everything escaped, a missing name is an error."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from forms.questionnaire import durees
from forms.socle import dates, phrases_etat, voies
from forms.socle.phrases import NBSP, typeset
from macros.navigateur import navigateurs
from macros.vues import etats, questionnaires
from macros.vues.durees import says
from referentials.etat import shift
from referentials.load import Collection
from referentials.model import Document, Source, TexteSource
from referentials.model_certification import Certification

# Those of a form stand with it, and are named from forms/.
TEMPLATES = (Path(__file__).parent / "templates", Path(__file__).parents[1] / "forms")
PRINTED_NUMBER = re.compile(r"\d+(\.\d+)*")
MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]{}#|])")


def anchor(code: str) -> str:
    """Return the anchor of an element from its code: U1-C2 → c-u1-c2.  Published: it does not change."""
    return f"c-{code.lower()}"


def full_title(certification: Certification) -> str:
    """Return the title with its kind where that is how people call it: CQP …, TP …, and a title alone."""
    kind = certification.identite.abrege.code
    return certification.intitule if kind == "TITRE" else f"{kind} {certification.intitule}"


def short_title(certification: Certification) -> str:
    """Return what a certification is called beside another one, where there is little room."""
    return certification.identite.intitule_court or certification.intitule


def distinct_titles(collection: Collection) -> dict[str, str]:
    """Return the full title of each slug, with the number of the fiche where two (two regimes) have one title."""
    titles = {certification.slug: full_title(certification) for certification in collection.certifications}
    shared = Counter(titles.values())
    numbers = {one.slug: one.identite.numero for one in collection.certifications}
    return {
        slug: f"{title} ({numbers[slug]})" if numbers[slug] and shared[title] > 1 else title
        for slug, title in titles.items()
    }


def markdown_text(text: str) -> Markup:
    """Escape a text for a Markdown heading: HTML first, then the signs that Markdown would read."""
    return Markup(MARKDOWN_SIGNS.sub(r"\\\1", str(escape(typeset(text)))))  # noqa: S704 — escaped just here


def section_of(documents: Mapping[str, Document], document: str, code: str) -> tuple[str, str]:
    """Return how a section is cited: § and its code where that is the number printed (else nothing), and its title."""
    titles = {section.code: section.intitule for section in documents[document].sections}
    return f"§ {code}" if PRINTED_NUMBER.fullmatch(code) else "", f"« {titles[code]} »"


def french_number(value: float) -> str:
    """Return a number as French prints it: 350000 → 350 000."""
    return str(format_decimal(value, locale="fr"))


def json_for_html(donnees: Any) -> Markup:
    """Return JSON that a script element can carry: no text of the data can close it."""
    return Markup(json.dumps(donnees, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 — escaped just here


def by_source(faits: Sequence[TexteSource]) -> list[tuple[Source, list[TexteSource]]]:
    """Return facts that follow each other with the same source, under that source."""
    return [(ref, list(group)) for ref, group in groupby(faits, key=lambda fait: fait.source)]


class Guillemets(Extension):
    """No-break spaces inside « » in the words of the templates; those of the data go through `typo`."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 — Jinja's
        """Return the text of a template, before it is parsed."""
        return source.replace("« ", f"«{NBSP}").replace(" »", f"{NBSP}»")


@cache
def environment() -> Environment:
    """Return the environment of the templates."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=[Guillemets],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(ancre=anchor, jour=dates.in_words, md=markdown_text, titre=full_title, typo=typeset)
    env.filters.update(conditions=questionnaires.conditions, ailleurs=questionnaires.elsewhere)
    env.filters.update(json=json_for_html, nombre=french_number, par_source=by_source)
    env.filters.update(morceaux=phrases_etat.sentence, ouvertures=phrases_etat.opening)
    env.filters.update(dite=says)
    env.filters.update(moments=etats.moments, rang_etat=etats.rank)
    env.filters.update(lendemain=lambda jour: shift(jour, 1))
    env.globals.update(jour_du_rendu=etats.today, LIBELLES_ETAT=phrases_etat.LIBELLES)
    env.globals.update(voies_courtes=voies.COURTES, unites=durees.UNITES, navigateurs=navigateurs.in_words())
    return env


def render(template: str, documents: Mapping[str, Document], **values: Any) -> str:
    """Render a template with the documents that its sources cite.

    `numero` gives a document its number on this page, by which paper cites it; `cites` lists those that have one.
    """
    cites: dict[str, int] = {}

    def section(document: str, code: str) -> tuple[str, str]:
        return section_of(documents, document, code)

    def numero(document: str) -> int:
        return cites.setdefault(document, len(cites) + 1)

    return (
        environment()
        .get_template(template)
        .render(documents=documents, section=section, numero=numero, cites=cites, **values)
    )
