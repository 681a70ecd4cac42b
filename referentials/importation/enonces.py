"""The wording of a competence → a statement in the first person, where its first word is safely an infinitive.

« Réaliser des interfaces » → « Je sais réaliser des interfaces ».  Nobody has read it again: pages say so.
"""

from __future__ import annotations

import re

from referentials.capitals import uncapitalized
from referentials.importation.proposition import VERBE, d_un_trait
from referentials.typography import repaired

# As long as what is read in a breath, and as a statement may be at most.
LONGUEUR, PLUS_LONG = 150, 400
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
# Where a wording goes on to say how, for what or within what: what stands before is still true alone.
_HOW = re.compile(
    r"\s*,?\s+(?:afin (?:de |d[’']|que )|en vue de |dans le respect |conformément |de (?:manière|façon|sorte) )"
    r"|\s*,\s+(?:(?:tout )?en |pour |par |à partir |à l[’']aide |selon |grâce |dont |avec |sans |dans |notamment |ainsi |au moyen |lors )"
    r"|\s+(?:tout )?en (?:les? |la |l[’']|s[’']|se |y )?[a-zéèêç]+ant\b"
)
# After these words, that which looks like an infinitive is one: « les », « une », « à », but « de » after a name too.
_COMPLEMENT = re.compile(
    r"\s*,?\s*(?:(?:le|la|les|un|une|des|du|au|aux|son|sa|ses|leurs?|tout|toute|tous|toutes|ce|cet|cette|ces|chaque|chacun"
    r"|plusieurs|à|auprès|sur|vers|avec|dans|par|pour|en|de|selon|lors)\b|[ld][’'])",
    re.IGNORECASE,
)
# These go before a name without an article: mettre en œuvre, rendre compte, faire preuve.
_LIGHT = re.compile(r"(?:mettre|rendre|prendre|faire|tenir|être)\s", re.IGNORECASE)
_FOLLOWING = re.compile(r"\s*(?:,|et|ou|et/ou)\s+", re.IGNORECASE)
# « Recueillir, le besoin »: the comma of a slip.
_COMMA = re.compile(r"^([^\W\d_]+),\s+(?=(?:le|la|les|un|une|des)\b|l’)")
# Names that end as infinitives do.
_NAMES = re.compile(
    r"(?:premi|derni|ateli|dossi|chanti|méti|papi|courri|cahi|calendri|quarti|particuli|réguli|financi|offici|courti|fichi)er"
    r"|clavier|hiver|avenir|loisir|désir|plaisir|souvenir|pouvoir|devoir|avoir|savoir|ordre|cadre|livre|maître|mémoire"
    r"|répertoire|laboratoire|territoire|histoire|glossaire|secrétaire|formulaire|inventaire|commentaire|salaire|itinéraire"
)


def enonce(intitule: str) -> str | None:
    """Draft the statement of a competence; None where its first word may be no infinitive, or where it is too long."""
    text = _COMMA.sub(r"\1 ", repaired(d_un_trait(intitule).rstrip(" .;,")))
    if text.endswith(":") or not _begins_with_a_verb(text):
        return None
    said = f"Je sais {_mine(text)}"
    if len(said) > LONGUEUR:
        said = f"Je sais {_mine(_head(text))}"
    return said if len(said) <= PLUS_LONG else None


def _begins_with_a_verb(text: str) -> bool:
    found = VERBE.match(text)
    if found is None:
        return False
    verb = found[0].split()[-1].split("’")[-1].split("'")[-1].lower()
    rest = text[found.end() :]
    if _NAMES.fullmatch(verb) or rest.startswith("-"):
        return False
    if _COMPLEMENT.match(rest) or _LIGHT.match(text):
        return True
    following = _FOLLOWING.match(rest)
    return following is not None and _begins_with_a_verb(rest[following.end() :])


def _head(text: str) -> str:
    """Return what a wording says before it says how; nothing is cut inside brackets, which go as a whole."""
    bare = _PARENTHESIS.sub("", text)
    found = _HOW.search(bare)
    return bare[: found.start()] if found else bare


def _mine(text: str) -> str:
    """Return the wording after « Je sais »: « s’adapter » becomes « m’adapter », and a capital goes."""
    if found := re.match(r"s([’']|e\s)", text, re.IGNORECASE):
        return f"m{found[1]}{text[found.end() :]}"
    return uncapitalized(text)
