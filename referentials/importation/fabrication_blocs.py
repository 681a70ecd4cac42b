"""Blocs and competences of a fiche → referentiel.json and composantes/: what a list lets one propose, nothing of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from referentials.capitals import capitalized
from referentials.importation.enonces import LONGUEUR, enonce
from referentials.importation.fabrication_annexes import NUMERO_DE_BLOC
from referentials.importation.fiche import FicheOfficielle
from referentials.importation.listes import proposer
from referentials.importation.parties import BlocCompetences
from referentials.importation.proposition import Element, d_un_trait
from referentials.importation.stabilite import codes
from referentials.read import REFERENTIEL
from referentials.typography import repaired

# The scale on which answers to statements of ours are given.
ECHELLE = "maitrise"
_BLOC = re.compile(r"(?:RNCP|RS)\d+BC(\d{2})")
# Codes of the competences of a fiche that has no bloc.
SANS_BLOC = "C"
PARAGRAPHE = "ses compétences sont écrites en paragraphes : elles ne sont pas reprises."


@dataclass(slots=True)
class Blocs:
    """The files by their names, and what was not taken as it stands (French sentences)."""

    fichiers: dict[str, Any] = field(default_factory=dict)
    remarques: list[str] = field(default_factory=list)


def blocs(fiche: FicheOfficielle, source: dict[str, str], *, citations: bool) -> Blocs:
    """Return the files; without `citations` beside them, only what is as short as a title is taken."""
    made = Blocs()
    used: set[str] = set()
    for rank, bloc in enumerate(fiche.blocs_competences, 1):
        composante = _composante(fiche, bloc, _code(bloc, rank, used), made.remarques, citations=citations)
        used.add(composante["code"])
        made.fichiers[f"composantes/{composante['code']}.json"] = {"source": source, **composante}
    referentiel: dict[str, Any] = {}
    if not fiche.blocs_competences and fiche.capacites_attestees:
        if found := competences(fiche.capacites_attestees, None, SANS_BLOC, citations=citations):
            referentiel["competences"] = found
        else:
            made.remarques.append(f"Capacités attestées : {PARAGRAPHE}")
    every = (one for content in (*made.fichiers.values(), referentiel) for one in content.get("competences", ()))
    if any("enonce_candidat" in one for one in every):
        referentiel["echelle"] = ECHELLE
    if referentiel:
        made.fichiers[REFERENTIEL] = {"source": source, **referentiel}
    return made


def _composante(
    fiche: FicheOfficielle, bloc: BlocCompetences, code: str, remarques: list[str], *, citations: bool
) -> dict[str, Any]:
    found: dict[str, Any] = {"code": code, "nature": "bloc", "intitule": titre(bloc.libelle or bloc.code or code)}
    if not bloc.libelle:
        remarques.append(f"Bloc {code} : la fiche ne lui donne pas d’intitulé.")
    if NUMERO_DE_BLOC.fullmatch(bloc.code or "") and (bloc.code or "").startswith(f"{fiche.numero_fiche}BC"):
        found["numero_bloc"] = {"valeur": bloc.code}
    elif bloc.code:
        remarques.append(
            f"Bloc {code} : « {bloc.code} » n’est pas un code de bloc de cette fiche ; il n’est pas repris."
        )
    if some := competences(bloc.liste_competences, fiche.capacites_attestees, code, citations=citations):
        found["competences"] = some
    elif bloc.liste_competences:
        remarques.append(f"Bloc {code} : {PARAGRAPHE}")
    return found


def competences(texte: str | None, capacites: str | None, code: str, *, citations: bool) -> list[dict[str, Any]]:
    """Return the competences that a text lets one propose; none of a paragraph."""
    proposed = proposer(texte or "", capacites)
    if not citations and not _titles(proposed.competences, proposed.certitude):
        return []
    elements = [one for one in proposed.competences if d_un_trait(one.enonce)]
    names = codes(code, (one.enonce for one in elements))
    return [dict(_competence(one, name, below=citations)) for one, name in zip(elements, names, strict=True)]


def _titles(elements: Sequence[Element], certitude: str) -> bool:
    return certitude in {"sure", "probable"} and all(len(one.enonce) <= LONGUEUR for one in elements)


def _competence(element: Element, code: str, *, below: bool) -> Iterator[tuple[str, Any]]:
    yield "code", code
    intitule = titre(element.enonce)
    yield "intitule", intitule
    # What opens a list says nothing alone.
    if not element.enonce.rstrip().endswith(":") and (said := enonce(intitule)):
        yield "enonce_candidat", said
    if below and element.savoir_faire:
        names = codes(code, (one.enonce for one in element.savoir_faire))
        yield (
            "sous_competences",
            [
                {"code": name, "intitule": titre(one.enonce)}
                for name, one in zip(names, element.savoir_faire, strict=True)
            ],
        )


def titre(texte: str) -> str:
    """Return an official wording on one line, with the typography of the collection, without what ends a line of a list."""
    written = d_un_trait(texte)
    bare = re.sub(r"(?<!\.\.)[\s;,:.]+$", "", written) or written
    return repaired(capitalized(bare), official=True)


def _code(bloc: BlocCompetences, rank: int, used: set[str]) -> str:
    """Return the code of a component: BC04 for RNCP12345BC04, whatever stands before it; its rank where it has no other."""
    found = _BLOC.fullmatch(bloc.code or "")
    code = f"BC{found[1]}" if found else f"B{rank}"
    return f"B{rank}" if code in used else code
