"""REF022: no word has lost its accents: « epreuve » where the rest of the collection writes « épreuve ».

No dictionary is needed, the collection is one: a word that it writes with an accent time and again is not also written
without.  The é that ends a participle is left alone (« forme » and « formé » are two words), and so are short words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.read import VERBATIM, schema_of
from referentials.typography import FOREIGN, OFFICIAL, texts

CODE = "REF022"
REMEDY = "écrivez « {} » ; si c’est bien un autre mot, tournez la phrase autrement"
# How many times the collection must write the accent, and how many times as often as it forgets it.
FIRM = 3
# From six letters: a short word has an accent to be told from another (« ou » and « où », « votre » and « vôtre »).
# A quotation keeps the capitals of its source.
WORD = re.compile(r"(?<!« )\b[^\W\d_]{6,}|(?<=« )[^\W\d_A-Z][^\W\d_]{5,}")
ENDING = re.compile(r"(?:é|ée|és|ées)$")


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each text where a word has lost an accent that the collection gives it elsewhere."""
    places: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for chemin, donnees in collection.fichiers.items():
        for path, key, text in () if schema_of(chemin) in VERBATIM else texts(donnees):
            if " " in text and key not in OFFICIAL:
                for word in WORD.findall(FOREIGN.sub(" ", text)):
                    places[word.lower()].append((chemin, path, word))
    for lost, accented in _accented(places).items():
        word, times = accented.most_common(1)[0]
        found = places.get(lost, ())
        if times >= FIRM * max(1, len(found)):
            for chemin, path, written in found:
                message = f"« {written} » a perdu un accent : le reste des données écrit « {word} »"
                yield Finding(chemin, path, CODE, message, REMEDY.format(word))


def _accented(words: defaultdict[str, list[tuple[str, str, str]]]) -> dict[str, Counter[str]]:
    """Return the words with an accent elsewhere than at their end, by what is left of them without any."""
    known: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, found in words.items():
        if _plain(body := ENDING.sub("", word)) != body:
            known[_plain(word)][word] = len(found)
    return known


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
