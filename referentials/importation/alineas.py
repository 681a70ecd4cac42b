"""A list without marks → what its alineas let one propose; what is a paragraph stays one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from statistics import mean

from referentials.importation.proposition import PARAGRAPHE, VERBE, Certitude, Element, Proposition, d_un_trait

_LINE = re.compile(r"\s{2,}|\s*\n\s*")
_SENTENCES = re.compile(r"[.!?]\s+[A-ZÀÂÉÈÊÎÔÛÇŒ]")
# A competence that is said in several sentences, and this long, is a paragraph.
_LONG = 700
_TITLE = 1.3
_RUN = "Le texte se lit d’un seul tenant, ou en phrases : le découper serait inventer."
_ONE = "Une seule compétence."
_FLAT = "Aucune marque : les alinéas commencent par un verbe à l’infinitif."


def _parts(text: str, apart: re.Pattern[str]) -> list[str]:
    parts: list[str] = []
    for part in apart.split(text.strip()):
        # What begins with a small letter goes on with what stands before it.
        if parts and not part[:1].isupper():
            parts[-1] = f"{parts[-1]} {part}"
        elif part:
            parts.append(part)
    return [d_un_trait(part) for part in parts]


def sans_marques(text: str) -> Proposition:
    """Propose one competence an alinea, where alineas begin as competences do."""
    paragraphs = _parts(text, PARAGRAPHE)
    parts = paragraphs if len(paragraphs) > 1 else _parts(text, _LINE)
    introduction = parts.pop(0) if len(parts) > 1 and parts[0].endswith(":") else None
    verbs = sum(bool(VERBE.match(part)) for part in parts)
    prose = [part for part in parts if _SENTENCES.search(part) and (len(parts) == 1 or len(part) > _LONG)]
    if prose or verbs * 2 <= len(parts):
        return Proposition(text, None, (), "aucune", (_RUN,))
    reasons = [_ONE if len(parts) == 1 else _FLAT]
    if verbs < len(parts):
        reasons.append(f"{len(parts) - verbs} sur {len(parts)} ne commencent pas par un verbe à l’infinitif.")
    if _uneven(parts):
        reasons.append("Des alinéas sont bien plus courts que les autres : ce peut être des titres, sur deux niveaux.")
    sure: Certitude = "probable" if len(reasons) == 1 else "incertaine"
    return Proposition(text, introduction, tuple(Element(part) for part in parts), sure, tuple(reasons))


def sous_titres(bare: Proposition, capacites: str) -> Proposition:
    """Put below the alineas that the fiche names elsewhere as its competences those that it does not."""
    named = {_bones(part) for part in _parts(capacites, PARAGRAPHE)}
    heads = [_bones(one.enonce) in named for one in bare.competences]
    if not heads[0] or all(heads):
        return bare
    titles = [one.enonce for one, is_head in zip(bare.competences, heads, strict=True) if is_head]
    others = [one.enonce for one, is_head in zip(bare.competences, heads, strict=True) if not is_head]
    # Two texts that differ by a word or two make no second level: a title is shorter than its detail.
    if _mean(titles) * _TITLE > _mean(others):
        return bare
    groups: list[tuple[Element, list[Element]]] = []
    for one, is_head in zip(bare.competences, heads, strict=True):
        if is_head:
            groups.append((one, []))
        else:
            groups[-1][1].append(one)
    competences = tuple(replace(head, savoir_faire=tuple(below)) for head, below in groups)
    why = f"Deux niveaux : les capacités attestées de la fiche nomment {len(groups)} de ces alinéas, dont les autres sont le détail."
    return replace(bare, competences=competences, certitude="probable", raisons=(bare.raisons[0], why))


def _bones(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def _mean(texts: Iterable[str]) -> float:
    return mean(len(text) for text in texts)


def _uneven(parts: list[str]) -> bool:
    """Tell that there may be titles among the statements: some are less than half as long as the others on average."""
    return len(parts) > 3 and min(map(len, parts)) * 2 < _mean(parts)  # noqa: PLR2004 — of fewer, nothing can be said
