"""The rules, one module each.  A module's docstring is its documentation; `check` yields its findings.

Order is from the narrowest scope to the widest: one file, then the whole collection.
"""

from referentials.check.rules import (
    accents,
    brouillons,
    codes,
    composantes,
    dates,
    documents,
    doublons,
    durees,
    forme,
    parametres,
    publies,
    references,
    reussite,
    typographie,
)

FILE_RULES = (typographie, forme, brouillons)
COLLECTION_RULES = (
    documents,
    codes,
    publies,
    references,
    composantes,
    durees,
    reussite,
    dates,
    parametres,
    doublons,
    accents,
)
RULES = (*FILE_RULES, *COLLECTION_RULES)
