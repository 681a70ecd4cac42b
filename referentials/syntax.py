"""Why a text is not JSON, for someone who does not program: what is missing or too much, on which line, what to type.

The parser stops where it no longer understands, which is after the fault: most often at the beginning of the next line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from json import JSONDecodeError

QUOTES = "'’‘“”«»"
LONGEST_EXCERPT = 40
# What is wrong, what to do, the line where to do it.
Told = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser stopped: its words, the text before and after, the lines of both."""

    words: str
    before: str
    rest: str
    last_line: int
    line: int
    column: int


def explain(error: JSONDecodeError) -> Told:
    """Return what is wrong, what to do, and the line where to do it."""
    # From 3.13 on, Python stops at the comma that is too much; before, at what follows it.
    end = error.pos + error.msg.startswith("Illegal trailing comma")
    before = error.doc[:end].rstrip()
    rest = error.doc[end:].strip()
    stop = Stop(error.msg, before, rest, before.count("\n") + 1, error.lineno, error.colno)
    return next(told for diagnosis in DIAGNOSES if (told := diagnosis(stop)))


def _end_of_file(stop: Stop) -> Told | None:
    if not stop.before and not stop.rest:
        return "le fichier est vide", "écrivez ce qu’il doit contenir, d’après son schéma", 1
    if not stop.rest:
        return "le fichier s’arrête avant sa fin", "fermez l’accolade } ou le crochet ] qui manque", stop.last_line
    if stop.words.startswith("Extra data"):
        remedy = "retirez ce qui suit la dernière accolade, ou une accolade en trop"
        return "il y a encore du texte après la fin", remedy, stop.line
    return None


def _quotes(stop: Stop) -> Told | None:
    if stop.words.startswith(("Invalid control character", "Unterminated string")):
        return "un guillemet n’est pas fermé", 'ajoutez le guillemet " à la fin du texte', stop.line
    if stop.rest[0] in QUOTES:
        return f"« {stop.rest[0]} » n’est pas un guillemet de JSON", 'écrivez le guillemet droit "', stop.line
    if stop.rest[0] in "/#":
        return "un commentaire n’est pas admis", "retirez-le, ou mettez-le dans une note à part", stop.line
    return None


def _separators(stop: Stop) -> Told | None:
    if stop.before.endswith(",") and stop.rest[0] in "}]":
        fault = f"une virgule est de trop avant « {stop.rest[0]} »"
        return fault, "retirez la virgule qui suit le dernier élément", stop.last_line
    if stop.words.startswith("Expecting ':' "):
        fault = f"il manque les deux-points après {_end(stop.before)}"
        return fault, "mettez les deux-points entre la clé et sa valeur", stop.last_line
    if not stop.words.startswith("Expecting ',' "):
        return None
    if stop.last_line < stop.line:
        fault = f"il manque une virgule après {_end(stop.before)}"
        return fault, "ajoutez une virgule à la fin de cette ligne", stop.last_line
    fault = f"il manque une virgule avant {_start(stop.rest)}, ou un guillemet droit est dans le texte"
    return fault, 'ajoutez la virgule ; dans un texte, écrivez « et », jamais "', stop.line


def _anything(stop: Stop) -> Told:
    fault = f"{_start(stop.rest)} n’est pas lisible à la colonne {stop.column}"
    remedy = "cherchez juste avant cet endroit une virgule, un guillemet ou une accolade en trop ou oubliés"
    return fault, remedy, stop.line


DIAGNOSES = (_end_of_file, _quotes, _separators, _anything)


def repeated(text: str, key: str) -> int | None:
    """Return the line where a key stands a second time in its object, where there is one key a line."""
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        indent = line[: len(line) - len(line.lstrip())]
        seen = {other: place for other, place in seen.items() if len(other) <= len(indent)}
        if re.match(rf'"{re.escape(key)}"\s*:', line.lstrip()):
            if indent in seen:
                return number
            seen[indent] = number
    return None


def _end(text: str) -> str:
    return _excerpt(text.rpartition("\n")[2])


def _start(text: str) -> str:
    return _excerpt(text.partition("\n")[0])


def _excerpt(line: str) -> str:
    line = line.strip()
    return f"« {line if len(line) <= LONGEST_EXCERPT else line[:LONGEST_EXCERPT] + '…'} »"
