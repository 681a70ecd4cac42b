"""Each folder of code names its files in one language: the domain's words are French wherever they stand."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What computes on the domain, and says it, is named in its language; what builds, serves and draws, in English.
FRENCH = (
    "forms/*.py",
    "forms/auto_positionnement/**/*.py",
    "forms/dossier_habilitation/**/*.py",
    "forms/droit/*.py",
    "forms/livret_de_reperage/**/*.py",
    "forms/plusieurs_mains/**/*.py",
    "forms/questionnaire/**/*.py",
    "forms/socle/*.py",
    "macros/comparaison/*.py",
    "macros/deploiement/*.py",
    "macros/moteurs/*.py",
    "macros/pages/*.py",
    "macros/recherche/**/*.py",
    "macros/recherche/**/*.mjs",
    "macros/theme/**/*.mjs",
    "macros/vues/*.py",
    "referentials/check/rules/*.py",
    "referentials/commandes/*.py",
    "referentials/importation/*.py",
    "referentials/tableur/*.py",
)
ENGLISH = (
    "forms/page/**/*.mjs",
    "forms/*/web/*.mjs",
    "macros/*.py",
    "macros/api/*.py",
    "macros/copie_usb/**/*.py",
    "macros/copie_usb/**/*.mjs",
    "macros/hors_ligne/*.py",
    "macros/hors_ligne/*.mjs",
    "macros/navigateur/*.py",
    "macros/navigateur/*.mjs",
    "referentials/*.py",
    "referentials/check/*.py",
)
# Words of the domain, names of the kinds, and words that both languages write alike.
OF_BOTH = {"actions", "auto", "dates", "documents", "form", "habilitation", "dossier", "livret", "de", "reperage"}
OF_BOTH |= {"cahier", "certification", "controles", "etat", "parametres", "plan", "publication"}
OF_BOTH |= {
    "listes",
    "lots",
    "orientation",
    "page",
    "pages",
    "places",
    "positionnement",
    "questionnaire",
    "tables",
    "vocabulaire",
}


def words(patterns: tuple[str, ...]) -> dict[str, set[str]]:
    """Return each word of the names of these files, with the files where it stands."""
    found: dict[str, set[str]] = {}
    for path in chain.from_iterable(ROOT.glob(pattern) for pattern in patterns):
        if "modele" not in path.parts and not path.name.startswith("__"):
            for word in re.findall(r"[a-z]+", path.stem):
                found.setdefault(word, set()).add(path.relative_to(ROOT).as_posix())
    return found


def test_no_word_names_files_of_both_languages() -> None:
    """A word that names a file in a folder of one language names none in a folder of the other."""
    french, english = words(FRENCH), words(ENGLISH)
    assert {word: french[word] | english[word] for word in french.keys() & english.keys() - OF_BOTH} == {}


def test_every_folder_of_code_has_its_language() -> None:
    """A new folder says which one it is."""
    named = {path for pattern in (*FRENCH, *ENGLISH) for path in ROOT.glob(pattern)}
    every = {
        path
        for top in ("forms", "macros", "referentials")
        for end in ("*.py", "*.mjs")
        for path in (ROOT / top).rglob(end)
        if not path.name.startswith("__")
    }
    outside = {path.relative_to(ROOT).parts[:2] for path in every - named}
    assert outside <= {("forms", "validateurs"), ("macros", "echafaudage")}
