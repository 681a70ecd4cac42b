"""REF032: a text is plain text: neither HTML nor Markdown, which the page, the form and the file would show as they are."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.read import Fichier
from referentials.typography import AROUND, ENTITY, FOREIGN, texts

CODE = "REF032"
PLAIN = "retirez-les : la mise en forme est celle de la page"
PARAGRAPHS = "dites-le d’un trait, ou en deux textes : une page ne garde pas les sauts de ligne"
LINES = "faites-en autant d’entrées d’une liste, ou une phrase"
# What it is, how to see it, what to do.
MARKUP = (
    ("une balise HTML", re.compile(r"</?[A-Za-z][^<>]*>|<!--"), "retirez-la : la mise en forme est celle de la page"),
    ("un lien de Markdown", re.compile(r"!?\[[^\[\]]+\]\([^()]*\)"), "gardez ses mots ; une adresse a sa propre clé"),
    ("des signes de Markdown", re.compile(r"\*\*|__|`|(?<!\w)([*_])(?=\S)[^*_]+(?<=\S)\1(?!\w)|~~"), PLAIN),
    (
        "un titre, une liste ou une citation de Markdown",
        re.compile(r"^ {0,3}(?:#{1,6}|[-*+>•]) ", re.MULTILINE),
        LINES,
    ),
    ("une liste numérotée", re.compile(r"^ {0,3}\d{1,3}[.)°] .*\n+ {0,3}\d{1,3}[.)°] ", re.MULTILINE), LINES),
    ("un tableau de Markdown", re.compile(r"^ {0,3}\|.*\||\|[ :-]*-{3,}[ :-]*\|", re.MULTILINE), LINES),
    ("une ligne vide", re.compile(r"\n[ \t]*\n"), PARAGRAPHS),
)
# What none of them does without: most texts have neither.
SIGNS = re.compile(r"[&<*_`~|\[\n]|^ {0,3}[#>+•-]", re.MULTILINE)


def check(fichier: Fichier) -> Iterator[Finding]:
    """Yield a finding for each kind of markup in each text of one file."""
    for path, _, text in texts(fichier.donnees):
        if not SIGNS.search(text):
            continue
        # « R&D; » is no sign of HTML: it stands for nothing else than itself.
        if found := next((one for one in ENTITY.finditer(text) if html.unescape(one[0]) != one[0]), None):
            message = f"« {found[0]} » est un signe codé pour HTML, {_around(text, found)}"
            yield Finding(fichier.chemin, path, CODE, message, f"écrivez le signe lui-même : {html.unescape(found[0])}")
        for what, pattern, remedy in MARKUP:
            found = next((one for one in pattern.finditer(text) if not _in_address(text, one)), None)
            if found:
                yield Finding(fichier.chemin, path, CODE, f"{what}, {_around(text, found)}", remedy)


def _around(text: str, found: re.Match[str]) -> str:
    return f"dans « {' '.join(text[max(0, found.start() - AROUND) : found.end() + AROUND].split())} »"


def _in_address(text: str, found: re.Match[str]) -> bool:
    return any(one.start() <= found.start() < one.end() for one in FOREIGN.finditer(text))
