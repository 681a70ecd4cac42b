"""State of a certification, day by day: what its registrations say, and the chain of those that replace it.

Computed once, when the data are loaded; pages, forms and API carry the states, and whoever reads only chooses by the day.
Days are YYYY-MM-DD strings: they compare as days, in no time zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

EN_VIGUEUR, INSCRIPTIONS_CLOSES, EXPIREE, REMPLACEE = "en_vigueur", "inscriptions_closes", "expiree", "remplacee"
A_VENIR, INDETERMINE, INCONNU = "a_venir", "indetermine", "inconnu"
# Nobody can begin any more.
CLOSED = frozenset({INSCRIPTIONS_CLOSES, EXPIREE, REMPLACEE})
DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Suite:
    """A certification that comes after another, as it stands on the days of a state.

    `origine` is "document" where a document says that it replaces, else "repere" or empty: only told, never promoted.
    `etat` is "inconnu" where these data do not hold it.
    """

    intitule: str
    certification: str | None
    numero_fiche: str | None
    origine: str
    etat: str
    echeance: str | None = None
    suites: tuple[Suite, ...] = ()


@dataclass(frozen=True, slots=True)
class Etat:
    """A state from one day to another, both included; without a day, there is no bound on that side.

    `motif` tells apart the reasons of « indetermine »: sans_date, sans_echeance, suite.  `echeance`: last day of the
    registration.  `delivrance`: last day on which it may still be delivered to who had begun.  `a_recouper`: its days
    come from a document that was read at second hand.
    """

    etat: str
    motif: str = ""
    du: str | None = None
    au: str | None = None
    echeance: str | None = None
    delivrance: str | None = None
    suites: tuple[Suite, ...] = ()
    a_recouper: bool = False

    @property
    def close(self) -> bool:
        """Whether nobody can begin any more."""
        return self.etat in CLOSED

    def holds(self, jour: str) -> bool:
        """Tell whether a day is in the state (the browser does the same)."""
        return (self.du is None or jour >= self.du) and (self.au is None or jour <= self.au)

    def vivantes(self) -> list[Suite]:
        """Return those in force that replace it, by documents alone, however long the chain."""
        return [suite for suite in replacing(self.suites) if suite.etat == EN_VIGUEUR]


def shift(jour: str, days: int) -> str:
    """Return the day that comes so many days after."""
    return (date.fromisoformat(jour) + timedelta(days=days)).isoformat()


def on(etats: Iterable[Etat], jour: str) -> Etat:
    """Return the state that holds on a day."""
    return next(etat for etat in etats if etat.holds(jour))


def replacing(suites: Iterable[Suite]) -> Iterator[Suite]:
    """Yield what replaces, and what replaces that, as long as documents say so."""
    for suite in suites:
        if suite.origine == DOCUMENT:
            yield suite
            yield from replacing(suite.suites)


def own_periods(identite: Mapping[str, Any], second_hand: AbstractSet[str] = frozenset()) -> list[Etat]:
    """Return the states in order, by its own registrations alone; together they cover every day once.

    `second_hand` names the documents that were not read themselves: days that they alone decide are « à recouper ».

    Only a successor that a document names replaces; one that Repère infers is told, and decides nothing.
    """
    textes = identite.get("enregistrements", [])
    starts = sorted(texte["date_effet"] for texte in textes if "date_effet" in texte)
    ends = sorted(texte["date_fin_enregistrement"] for texte in textes if "date_fin_enregistrement" in texte)
    replaced = any(autre.get("origine") == DOCUMENT for autre in identite.get("successeurs", []))
    before = [Etat(A_VENIR, au=shift(starts[0], -1))] if starts else []
    start = starts[0] if starts else None
    if not ends:
        if replaced:
            return [Etat(REMPLACEE)]
        return [*before, Etat(INDETERMINE, "sans_echeance" if starts else "sans_date", start)]
    end = ends[-1]
    in_force = Etat(EN_VIGUEUR, du=start, au=end, echeance=end)
    # A later text, whose end is not told.
    if any(texte.get("date_effet", "") > end for texte in textes if "date_fin_enregistrement" not in texte):
        return [*before, in_force, Etat(INDETERMINE, "suite", shift(end, 1), echeance=end)]
    delivery = max((t["date_limite_delivrance"] for t in textes if "date_limite_delivrance" in t), default="")
    last = max(end, delivery)
    between = [Etat(INSCRIPTIONS_CLOSES, du=shift(end, 1), au=last)] if last > end else []
    after = Etat(REMPLACEE if replaced else EXPIREE, du=shift(last, 1))
    said = delivery or None
    doubt = all(
        texte.get("source", {}).get("document") in second_hand
        for texte in textes
        if texte.get("date_fin_enregistrement") == end
    )
    dated = (replace(etat, echeance=end, delivrance=said, a_recouper=doubt) for etat in (in_force, *between, after))
    return [*before, *dated]


def states(
    slug: str, identites: Mapping[str, Mapping[str, Any]], second_hand: AbstractSet[str] = frozenset()
) -> tuple[Etat, ...]:
    """Return the states of a certification in order, each with what comes after it as that stands then.

    `identites`: slug → certification.json, of every certification.  A chain that comes back on itself stops there.
    """
    own = own_periods(identites[slug], second_hand)
    chain = _cut_days(_followers(slug, identites, {slug}), identites)
    found = []
    for etat in own:
        if not etat.close and etat.etat != INDETERMINE:
            found.append(etat)
            continue
        for part in _cut(etat, chain):
            jour = part.du or part.au or ""
            found.append(replace(part, suites=_suites(slug, jour, identites, {slug})))
    return tuple(_merged(found))


def _successors(
    slug: str, identites: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    """Yield each successor with its slug; one that is named by its number alone is found by it."""
    numbers = {identite.get("numero_fiche", {}).get("valeur"): other for other, identite in identites.items()}
    for autre in identites[slug].get("successeurs", []):
        named = autre.get("certification") or numbers.get(autre.get("numero_fiche") or "")
        yield autre, named if named in identites else None


def _followers(slug: str, identites: Mapping[str, Mapping[str, Any]], seen: set[str]) -> set[str]:
    found: set[str] = set()
    for _, other in _successors(slug, identites):
        if other and other not in seen | found:
            found |= {other} | _followers(other, identites, seen | found | {other})
    return found - {slug}


def _cut_days(slugs: set[str], identites: Mapping[str, Mapping[str, Any]]) -> list[str]:
    return sorted({etat.du for slug in slugs for etat in own_periods(identites[slug]) if etat.du})


def _cut(etat: Etat, days: Sequence[str]) -> Iterator[Etat]:
    """Yield a state cut where one of those that follow changes its own."""
    inside = [day for day in days if (etat.du is None or day > etat.du) and (etat.au is None or day <= etat.au)]
    bounds = [etat.du, *inside]
    for du, following in pairwise([*bounds, None]):
        yield replace(etat, du=du, au=shift(following, -1) if following else etat.au)


def _suites(slug: str, jour: str, identites: Mapping[str, Mapping[str, Any]], seen: set[str]) -> tuple[Suite, ...]:
    found = []
    for autre, other in _successors(slug, identites):
        if other in seen:
            continue
        head = (autre["intitule"], other, autre.get("numero_fiche"), autre.get("origine", ""))
        if other is None:
            found.append(Suite(*head, INCONNU))
            continue
        etat = on(own_periods(identites[other]), jour)
        further = _suites(other, jour, identites, seen | {other}) if etat.close else ()
        found.append(Suite(*head, etat.etat, etat.echeance, further))
    return tuple(found)


def _merged(etats: Sequence[Etat]) -> Iterator[Etat]:
    """Yield the states, those that follow each other and say the same in one."""
    current = etats[0]
    for etat in etats[1:]:
        if replace(etat, du=current.du, au=current.au) == current:
            current = replace(current, au=etat.au)
        else:
            yield current
            current = etat
    yield current
