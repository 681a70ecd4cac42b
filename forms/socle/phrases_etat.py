"""The state of a certification in French: one wording for pages, forms, files and API.  Not needed in the browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forms.socle import dates, etat_certification
from forms.socle.etat_certification import EtatCertification
from forms.socle.phrases import typeset
from referentials.etat import (
    A_VENIR,
    DOCUMENT,
    EN_VIGUEUR,
    EXPIREE,
    INCONNU,
    INDETERMINE,
    INSCRIPTIONS_CLOSES,
    REMPLACEE,
    Etat,
    Suite,
    shift,
)

LIBELLES = {
    EN_VIGUEUR: "En vigueur",
    INSCRIPTIONS_CLOSES: "Inscriptions closes",
    A_VENIR: "À venir",
    INDETERMINE: "À vérifier",
    REMPLACEE: "Remplacée",
    EXPIREE: "Expirée",
}
# In a list, the one that can still be had comes first.
ORDRE = (EN_VIGUEUR, A_VENIR, INDETERMINE, INSCRIPTIONS_CLOSES, REMPLACEE, EXPIREE)
MOTIFS = {
    "sans_date": "Les documents ne donnent ni date d’enregistrement, ni échéance.",
    "sans_echeance": "Enregistrée depuis le {du} ; les documents ne disent pas jusqu’à quand.",
    "suite": "Un texte plus récent prolonge l’enregistrement, sans dire jusqu’à quand.",
}
SUIVIS = {
    EN_VIGUEUR: "en vigueur",
    INSCRIPTIONS_CLOSES: "où l’on ne s’inscrit plus non plus",
    A_VENIR: "pas encore en vigueur",
    INDETERMINE: "dont l’état reste à vérifier",
    REMPLACEE: "elle-même remplacée",
    EXPIREE: "elle-même expirée",
    INCONNU: "que Repère ne décrit pas",
}


@dataclass(frozen=True, slots=True)
class Morceau:
    """A part of a sentence; `certification` is the slug of the one that it names, for a page to make a link."""

    texte: str
    certification: str | None = None


def sentence(etat: Etat) -> Iterator[Morceau]:
    """Yield what is said of a state, its successors to the end of the chain included."""
    yield Morceau(_dates(etat))
    if etat.a_recouper:
        yield Morceau(" Date lue dans une source à recouper.")
    yield from _suites(etat.suites, "")


def _dates(etat: Etat) -> str:
    end = dates.in_words(etat.echeance) if etat.echeance else ""
    # Days are compared as days: « 10 juillet » comes before « 5 janvier » in the order of words.
    longer = etat.delivrance if etat.delivrance and etat.delivrance > (etat.echeance or "") else None
    delivery = dates.in_words(longer) if longer else ""
    if etat.etat == EN_VIGUEUR:
        further = f", délivrance jusqu’au {delivery}" if delivery else ""
        return f"Enregistrée jusqu’au {end}{further}."
    if etat.etat == INSCRIPTIONS_CLOSES:
        return f"Inscriptions closes après le {end}, délivrance jusqu’au {delivery} à qui avait commencé."
    if etat.etat == A_VENIR:
        return _awaited(etat, end, delivery)
    if etat.etat == INDETERMINE:
        return MOTIFS[etat.motif].format(du=dates.in_words(etat.du) if etat.du else "")
    if not end:
        return "Les documents ne disent pas jusqu’à quand elle était enregistrée."
    last = f", sa délivrance le {delivery}" if delivery else ""
    return f"Son enregistrement a pris fin le {end}{last}."


def _awaited(etat: Etat, end: str, delivery: str) -> str:
    if not (end and etat.au):
        return "L’enregistrement n’a pas encore pris effet."
    last = f" (délivrance jusqu’au {delivery} à qui avait commencé)" if delivery else ""
    return (
        f"Son enregistrement a pris fin le {end}{last}, le suivant prend effet le {dates.in_words(shift(etat.au, 1))}."
    )


def _suites(suites: Sequence[Suite], prefix: str) -> Iterator[Morceau]:
    for suite in suites:
        # Two regimes may bear one title: the number tells them apart, and says it once.  It may be all that is known.
        alone = suite.intitule == suite.numero_fiche
        number = f" ({suite.numero_fiche})" if suite.numero_fiche and not alone else ""
        named = Morceau(suite.intitule if alone else f"« {suite.intitule} »", suite.certification)
        # Its last day is still a day in force.
        expired = suite.etat == EXPIREE and suite.echeance
        since = f" depuis le {dates.in_words(shift(expired, 1))}" if expired else ""
        state = f", {SUIVIS[suite.etat]}{since}{' (date à recouper)' if suite.a_recouper else ''}"
        if suite.origine == DOCUMENT:
            yield from (Morceau(f" {prefix or 'Remplacée par '}"), named, Morceau(f"{number}{state}."))
        else:
            after = " à la suite de celle-ci" if prefix else " à sa suite"
            yield from (Morceau(f" Repère place{after} "), named)
            yield Morceau(f"{number}{state}, sans qu’un document dise qu’elle la remplace.")
        yield from _suites(suite.suites, "Cette dernière est remplacée par ")


def text(etat: Etat) -> str:
    """Return what is said of a state, without links."""
    return typeset("".join(morceau.texte for morceau in sentence(etat)))


def brief(etat: Etat) -> str:
    """Return the day that matters, to stand after the word of a state: until when, since when; nothing where none is known."""
    since = shift(etat.echeance, 1) if etat.echeance else etat.du
    told = {
        EN_VIGUEUR: ("jusqu’au", etat.echeance),
        A_VENIR: ("le", shift(etat.au, 1) if etat.au else None),
        INSCRIPTIONS_CLOSES: ("depuis le", since),
        REMPLACEE: ("depuis le", since),
        EXPIREE: ("depuis le", since),
    }
    words, jour = told.get(etat.etat, ("", None))
    doubt = " (date à recouper)" if etat.a_recouper else ""
    return f"{words} {dates.in_words(jour)}{doubt}" if jour else ""


def carried(etats: Sequence[Etat]) -> tuple[EtatCertification, ...]:
    """Return the states as a form carries them."""
    return tuple(
        EtatCertification(etat.etat, LIBELLES[etat.etat], text(etat), etat.du, etat.au, etat.a_recouper)
        for etat in etats
    )


def paragraph(etats: Sequence[EtatCertification], jour: str) -> str:
    """Return the line of a text with its line break, or nothing for a form that carries no state."""
    return "".join(f"{typeset(line)}\n" for line in etat_certification.lines(etats, jour))


def opening(etats: Sequence[Etat], word: str) -> list[tuple[Etat, str]]:
    """Return what is said of a route, or of a place, that the source calls open: whether it still is, on each day.

    `word`: « Ouverte », « Accessible ».  States that say the same are one.
    """
    found: list[tuple[Etat, str]] = []
    for etat in etats:
        said = _opening(etat, word)
        if found and found[-1][1] == said and found[-1][0].close == etat.close:
            last = found.pop()[0]
            found.append((Etat(last.etat, du=last.du, au=etat.au, echeance=last.echeance), said))
        else:
            found.append((etat, said))
    return found


def _opening(etat: Etat, word: str) -> str:
    doubt = " (date à recouper)" if etat.a_recouper else ""
    if etat.close:
        until = f" jusqu’au {dates.in_words(etat.echeance)}{doubt}" if etat.echeance else ""
        return f"Était {word.lower()}{until}"
    if etat.etat == A_VENIR:
        again = f"{word} jusqu’au {dates.in_words(etat.echeance)}" if etat.echeance else ""
        return (
            f"{again}, puis de nouveau le {dates.in_words(shift(etat.au, 1))}{doubt}"
            if again and etat.au
            else f"Pas encore {word.lower()}"
        )
    return word if etat.etat == EN_VIGUEUR else f"{word} d’après le document"
