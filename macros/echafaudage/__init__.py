"""A new kind of form: its folder, ready to be built, from the files of `modele/`.

What it makes is a form of fields with one question for each competence; whoever makes a kind writes theirs in its place.
"""

from __future__ import annotations

import json
import keyword
import re
from pathlib import Path

from macros import pages
from macros.pages.rubriques import RUBRIQUES

MODELE = Path(__file__).parent / "modele"
# The schema of the files of a kind begins as that of the kind of fields which has the plainest.
LIKE = "dossier-habilitation"
NAME = re.compile(r"[a-z]+(-[a-z]+)*")
# A title goes into texts of Python, of templates and of scripts: nothing in it may end one, or open a hole in it.
TITLE = re.compile(r"\w[\w \u00a0’'«»,.:;!?()&/–—-]*")


class NotAKindError(ValueError):
    """No kind can be made under this name; the text is a sentence in French."""


def files(code: str, titre: str, schema: str) -> dict[str, str]:
    """Return the files of a kind: path from the root of the repository → text.

    `code`: its name in addresses.  `titre`: in the tabs.  `schema`: the text of that of the files of `LIKE`.
    Raises NotAKindError.
    """
    if not NAME.fullmatch(code):
        raise NotAKindError(
            f"« {code} » n’est pas un nom de genre : écrivez-le en minuscules sans accent, comme carnet-de-bord."
        )
    if not TITLE.fullmatch(titre):
        raise NotAKindError(
            f"« {titre} » n’est pas un titre : commencez par une lettre, sans guillemet droit, accolade ni signe de code."
        )
    dossier = code.replace("-", "_")
    if _is_taken(code, dossier):
        raise NotAKindError(f"« {code} » est déjà le nom d’autre chose, ici ou dans Python : choisissez un autre nom.")
    words = {"@code@": code, "@dossier@": dossier, "@titre@": titre}

    def filled(text: str) -> str:
        for mark, word in words.items():
            text = text.replace(mark, word)
        return text

    found = {
        f"forms/{dossier}/{filled(path.relative_to(MODELE).as_posix()).removesuffix('.modele')}": filled(
            path.read_text("utf-8")
        )
        for path in sorted(MODELE.rglob("*.modele"))
    }
    return found | {f"schemas/export-{code}.schema.json": _schema(json.loads(schema), code, titre)}


def _is_taken(code: str, dossier: str) -> bool:
    """Tell whether a name is a word of Python, the macro of a page, or what the file of every page is called."""
    macros = {*pages.SITE, *pages.PAIRE, *(rubrique.macro for rubrique in RUBRIQUES)}
    return keyword.iskeyword(dossier) or dossier in macros or code == "index"


def _schema(schema: dict[str, object], code: str, titre: str) -> str:
    about = {
        "title": f"Fichier « {titre} », format 1",
        "description": f"Ce que la page « {titre} » enregistre et rouvre.",
    }
    text = json.dumps({**schema, **about}, ensure_ascii=False, indent=2)
    return text.replace(f"repere/{LIKE}", f"repere/{code}") + "\n"


def registered(registre: str, dossier: str) -> str:
    """Return the text of the registry with one line more."""
    before, mark, after = registre.partition("\n)\n")
    return f'{before}\n    "{dossier}",{mark}{after}'


def write(root: Path, code: str, titre: str) -> list[str]:
    """Write a new kind in a repository.  Returns the paths written.  Raises NotAKindError: also where there is one already."""
    dossier = code.replace("-", "_")
    made = files(code, titre, (root / "schemas" / f"export-{LIKE}.schema.json").read_text("utf-8"))
    for name in (dossier, f"{dossier}.py"):
        if (root / "forms" / name).exists():
            raise NotAKindError(f"forms/{name} existe déjà : choisissez un autre nom.")
    for name, text in made.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    registre = root / "forms" / "socle" / "registre.py"
    registre.write_text(registered(registre.read_text("utf-8"), dossier), "utf-8")
    return [*made, "forms/socle/registre.py"]
