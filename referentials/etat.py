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
# In what stands for a certification that is not among ours: the survey that gives its last day.
LISTED = "releve"
END = "date_fin_enregistrement"


@dataclass(frozen=True, slots=True)
class Suite:
    """A certification that comes after another, as it stands on the days of a state.

    `origine` is "document" where a document says that it replaces, else "repere" or empty: only told, never promoted.
    `etat` is "inconnu" where these data do not hold it; without `certification`, a list of the repertory alone gives it.
    `a_recouper`: as for a state.
    """

    intitule: str
    certification: str | None
    numero_fiche: str | None
    origine: str
    etat: str
    echeance: str | None = None
    suites: tuple[Suite, ...] = ()
    a_recouper: bool = False


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
        """Return those in force that replace it, by documents alone, however long the chain; each once."""
        found = {
            suite.certification or suite.numero_fiche or suite.intitule: suite
            for suite in replacing(self.suites)
            if suite.etat == EN_VIGUEUR
        }
        return list(found.values())

    def inconnues(self) -> list[Suite]:
        """Return those that documents say come after it, and of whose state nothing is known."""
        return [suite for suite in replacing(self.suites) if suite.etat == INCONNU]


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


@dataclass(frozen=True, slots=True)
class Enregistrement:
    """Days of one registration, both included: without `du`, since when is not told; without `au`, until when."""

    du: str | None
    au: str | None
    delivrance: str | None = None


def ended(textes: Sequence[Mapping[str, Any]]) -> list[tuple[str | None, Mapping[str, Any]]]:
    """Return each text that tells an end, after the day on which what it ends began.

    An end without a start is that of the latest registration that had begun: two documents may give one each.
    """
    starts = {texte["date_effet"] for texte in textes if "date_effet" in texte}
    return [
        (texte.get("date_effet") or max((day for day in starts if day <= texte[END]), default=None), texte)
        for texte in textes
        if END in texte
    ]


def _limit(deliveries: Iterable[str | None], end: str | None) -> str | None:
    """Return the last day of delivery; none where the registration lasts longer: it was the limit of an earlier one."""
    last = max((day for day in deliveries if day), default=None)
    return last if last and last >= (end or "") else None


def registrations(textes: Sequence[Mapping[str, Any]]) -> list[Enregistrement]:
    """Return the registrations in order; those without a day between are one."""
    starts = sorted({texte["date_effet"] for texte in textes if "date_effet" in texte})
    closed = [Enregistrement(du, texte[END], texte.get("date_limite_delivrance")) for du, texte in ended(textes)]
    found: list[Enregistrement] = []
    for one in sorted(closed, key=lambda one: (one.du or "", one.au or "")):
        last = found[-1] if found else None
        if last and last.au and one.au and (one.du or "") <= shift(last.au, 1):
            end = max(last.au, one.au)
            found[-1] = Enregistrement(last.du, end, _limit((last.delivrance, one.delivrance), end))
        else:
            found.append(one)
    if found:
        # Whichever document tells it, the last limit is that of the last registration.
        every = [texte.get("date_limite_delivrance") for texte in textes]
        found[-1] = replace(found[-1], delivrance=_limit(every, found[-1].au))
    held = {day for day in starts for one in found if (one.du or "") <= day <= (one.au or "")}
    for day in (day for day in starts if day not in held):
        before = [one for one in found if (one.du or "") < day]
        if not before or max(before, key=lambda one: one.du or "").au:
            found.append(Enregistrement(day, None))
    return sorted(found, key=lambda one: one.du or "")


def own_periods(identite: Mapping[str, Any], second_hand: AbstractSet[str] = frozenset()) -> list[Etat]:
    """Return the states in order, by its own registrations alone; together they cover every day once.

    Text by text: days between two registrations are not days in force.  Only a successor that a document names replaces;
    one that Repère infers is told, and decides nothing.  `second_hand` names the documents that were not read themselves:
    a state whose days they alone give is « à recouper ».
    """
    textes = identite.get("enregistrements", [])
    replaced = any(autre.get("origine") == DOCUMENT for autre in identite.get("successeurs", []))
    periods = registrations(textes)
    if not any(period.au for period in periods):
        if replaced:
            return [Etat(REMPLACEE)]
        if not periods:
            return [Etat(INDETERMINE, "sans_date")]
    found = list(_texts(periods))
    last = found[-1]
    if last.echeance and last.etat == EN_VIGUEUR:
        found += _over(last.echeance, last.delivrance, REMPLACEE if replaced else EXPIREE)
    return [replace(etat, a_recouper=_doubt(etat, textes, second_hand)) for etat in found]


def _texts(periods: Sequence[Enregistrement]) -> Iterator[Etat]:
    """Yield the states from before the first registration to the end of the last one."""
    end = delivery = waited = None  # `waited`: the first day that is not told yet
    for period, following in pairwise([*periods, None]):
        if period and period.du and period.du != waited:
            yield Etat(A_VENIR, "", waited, shift(period.du, -1), end, delivery)
        if period and period.au:
            end, delivery, waited = period.au, period.delivrance, shift(period.au, 1)
            yield Etat(EN_VIGUEUR, "", period.du, end, end, delivery)
        elif period:
            waited = following.du if following else None
            motif = "suite" if end else "sans_echeance"
            yield Etat(INDETERMINE, motif, period.du, shift(waited, -1) if waited else None, end)


def _over(end: str, delivery: str | None, etat: str) -> Iterator[Etat]:
    """Yield the states after the last registration: it may still be delivered, then it is over."""
    last = max(end, delivery or end)
    if last > end:
        yield Etat(INSCRIPTIONS_CLOSES, "", shift(end, 1), last, end, delivery)
    yield Etat(etat, "", shift(last, 1), None, end, delivery)


def _doubt(etat: Etat, textes: Sequence[Mapping[str, Any]], second_hand: AbstractSet[str]) -> bool:
    """Tell whether a day of a state, its first one or that which follows it comes from such documents alone."""
    begins = {etat.du, shift(etat.au, 1) if etat.au else None}
    days = [(END, etat.echeance), ("date_limite_delivrance", etat.delivrance), *(("date_effet", day) for day in begins)]
    said = ([texte for texte in textes if day and texte.get(key) == day] for key, day in days)
    return any(some and all(texte.get("source", {}).get("document") in second_hand for texte in some) for some in said)


def states(
    slug: str, identites: Mapping[str, Mapping[str, Any]], second_hand: AbstractSet[str] = frozenset()
) -> tuple[Etat, ...]:
    """Return the states of a certification in order, each with what comes after it as that stands then.

    `identites`: slug → certification.json, of every certification, with what `listed` adds.  A chain that comes back on
    itself stops there.
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
            found.append(replace(part, suites=_suites(slug, jour, identites, {slug}, second_hand)))
    return tuple(_merged(found))


def listed(
    identites: Mapping[str, Mapping[str, Any]], releves: Iterable[tuple[str, str, str]]
) -> dict[str, Mapping[str, Any]]:
    """Return the certifications with those that a survey of the repertory alone knows: a document may name one by its number.

    `releves`: number, last day of registration, and document of each.
    """
    ours = {identite.get("numero_fiche", {}).get("valeur") for identite in identites.values()}
    added = {
        number: {
            LISTED: True,
            "numero_fiche": {"valeur": number},
            "enregistrements": [{END: end, "source": {"document": document}}],
        }
        for number, end, document in releves
        if number not in ours
    }
    return {**added, **identites}


def _successors(
    slug: str, identites: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[Mapping[str, Any], str | None]]:
    """Yield each successor with its slug; one that is named by its number alone is found by it."""
    numbers = {identite.get("numero_fiche", {}).get("valeur"): other for other, identite in identites.items()}
    for autre in identites[slug].get("successeurs", []):
        named = autre.get("certification") or numbers.get(autre.get("numero_fiche") or "")
        yield autre, named if named in identites else None


def documented(slug: str, identites: Mapping[str, Mapping[str, Any]], seen: AbstractSet[str] = frozenset()) -> set[str]:
    """Return the slugs and the numbers of all that documents say comes after a certification, however long the chain."""
    found: set[str] = set()
    for autre, other in _successors(slug, identites):
        if autre.get("origine") != DOCUMENT or other in seen:
            continue
        found |= {name for name in (other, autre.get("numero_fiche")) if name}
        if other:
            found |= documented(other, identites, seen | {slug, other})
    return found


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


def _suites(
    slug: str,
    jour: str,
    identites: Mapping[str, Mapping[str, Any]],
    seen: AbstractSet[str],
    second_hand: AbstractSet[str],
) -> tuple[Suite, ...]:
    found = []
    for autre, other in _successors(slug, identites):
        if other in seen:
            continue
        slug_of = None if LISTED in identites.get(other or "", {}) else other
        head = (autre["intitule"], slug_of, autre.get("numero_fiche"), autre.get("origine", ""))
        if other is None:
            found.append(Suite(*head, INCONNU))
            continue
        etat = on(own_periods(identites[other], second_hand), jour)
        further = _suites(other, jour, identites, seen | {other}, second_hand) if etat.close else ()
        found.append(Suite(*head, etat.etat, etat.echeance, further, etat.a_recouper))
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
