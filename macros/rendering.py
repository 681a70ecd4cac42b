"""The Jinja environment of the pages: templates in files, everything escaped, a missing name is an error."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup, escape

from forms.droit import phrases as droit
from forms.droit import vocabulaire as vocabulaire_du_droit
from forms.socle import dates, majuscules, phrases, phrases_etat
from forms.socle.phrases import NBSP, typeset
from forms.socle.registre import DOSSIERS
from macros import vocabulaire
from macros.names import anchor, full_title, section_of
from macros.navigateur import navigateurs
from macros.navigateur.embarques import Embarques
from macros.vues import etats, genres, questionnaires, six_questions
from macros.vues.durees import says
from macros.vues.renvois import Renvois, ends_run
from referentials import levels
from referentials.etat import shift
from referentials.model import Document

# Those of a form stand with it, and are named from forms/.
TEMPLATES = (Path(__file__).parent / "templates", Path(__file__).parents[1] / "forms")
# White space at the start of a line; what keeps its own.
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
KEPT = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]{}#|])")


def markdown_text(text: str) -> Markup:
    """Escape a text for a Markdown heading: HTML first, then the signs that Markdown would read."""
    return Markup(MARKDOWN_SIGNS.sub(r"\\\1", str(escape(typeset(text)))))  # noqa: S704 — escaped just here


def json_for_html(donnees: Any) -> Markup:
    """Return JSON that a script element can carry: no text of the data can close it."""
    return Markup(json.dumps(donnees, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 — escaped just here


class Indentation(Extension):
    """What indents a template is for its reader: nothing of it is sent, save where white space is shown as it is.

    So Markdown sees no block of code in an element that stands deep, and a break after a statement leaves nothing.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 — Jinja's
        """Return the text of a template, before it is parsed."""
        if name and (name.startswith("hebergement/") or name.endswith(".txt.j2")):
            return source
        return "".join(part if part.startswith("<pre") else INDENT.sub("", part) for part in KEPT.split(source))


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
        extensions=[Guillemets, Indentation],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(ancre=anchor, jour=dates.in_words, md=markdown_text, titre=full_title, typo=typeset)
    env.filters.update(conditions=questionnaires.conditions, ailleurs=questionnaires.elsewhere)
    env.filters.update(majuscule=majuscules.capitalized, minuscule=majuscules.uncapitalized)
    env.filters.update(json=json_for_html, nombre=phrases.in_french, point=phrases.full_stop, termine=phrases.ended)
    env.filters.update(niveau=levels.level)
    env.filters.update(morceaux=phrases_etat.sentence, ouvertures=phrases_etat.opening)
    env.filters.update(dite=says)
    env.tests.update(fin_de_source=ends_run)
    env.filters.update(par_voie=six_questions.by_route, placees=etats.placed, repondent=six_questions.answering)
    env.filters.update(textes_du_droit=droit.references, non_revu=droit.unchecked)
    env.filters.update(vigueur=droit.in_force, conditions_du_droit=droit.conditions)
    env.globals.update(NON_REVU=droit.UNCHECKED, PREVAUT=droit.PREVAILS)
    env.filters.update(genre=genres.told)
    env.filters.update(moments=etats.moments, rang_etat=etats.rank)
    env.filters.update(lendemain=lambda jour: shift(jour, 1))
    env.globals.update(NIVEAUX=[one.valeur for one in levels.today()])
    env.globals.update(jour_du_rendu=etats.today, LIBELLES_ETAT=phrases_etat.LIBELLES)
    env.globals.update(vocabulaire=vocabulaire, DROIT=vocabulaire_du_droit, navigateurs=navigateurs.in_words())
    return env


def _set(template: str, name: str) -> dict[str, str]:
    return {key: str(text) for key, text in vars(environment().get_template(template).module)[name].items()}


def embarques() -> dict[str, Embarques]:
    """Return what the script of each kind of form holds, by folder."""
    there = set(environment().list_templates())
    return {
        dossier: Embarques(
            _set("page/messages.j2", "MESSAGES") | _set(f"{dossier}/messages.j2", "MESSAGES"),
            _set(f"{dossier}/morceaux.j2", "MORCEAUX") if f"{dossier}/morceaux.j2" in there else {},
        )
        for dossier in DOSSIERS
    }


def render(template: str, documents: Mapping[str, Document], **values: Any) -> str:
    """Render a template with the documents that its sources cite.

    `renvois` numbers the places that its signs lead to.  On a page whose sources are said in place, `numero` gives a
    document the number by which paper cites it; `cites` lists those that have one.
    """
    cites: dict[str, int] = {}

    def section(document: str, code: str) -> tuple[str, str]:
        return section_of(documents, document, code)

    def numero(document: str) -> int:
        return cites.setdefault(document, len(cites) + 1)

    return (
        environment()
        .get_template(template)
        .render(documents=documents, section=section, numero=numero, cites=cites, renvois=Renvois(), **values)
    )
