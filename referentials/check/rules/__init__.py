"""The rules, one module each.  A module's docstring is its documentation; `check` yields its findings.

Order is from the narrowest scope to the widest: one file, then the whole collection.
"""

from referentials.check.rules import (
    accents,
    balises,
    brouillons,
    cahier,
    codes,
    composantes,
    conseils,
    cotes,
    dates,
    documents,
    doublons,
    droit,
    durees,
    echelles,
    epreuves,
    evenements,
    fiches,
    forme,
    heritages,
    liens,
    marques,
    niveaux,
    nomenclatures,
    numeros,
    pages,
    parametres,
    premier_tour,
    publies,
    references,
    regards,
    relectures,
    retraits,
    reussite,
    typographie,
    voies,
    voisines,
)

# Those that look at words: they let alone what is copied from a register.
TEXT_RULES = (typographie, balises, brouillons)
FILE_RULES = (*TEXT_RULES, forme, heritages)
COLLECTION_RULES = (
    *(documents, pages, codes, publies, references, composantes, niveaux, numeros, durees, reussite, dates, parametres),
    *(doublons, accents, epreuves, voies, echelles, regards, cahier, voisines, liens, conseils, nomenclatures, fiches),
    evenements,
    droit,
    cotes,
    marques,
    premier_tour,
    relectures,
    retraits,
)
RULES = (*FILE_RULES, *COLLECTION_RULES)
