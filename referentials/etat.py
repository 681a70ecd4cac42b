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

from referentials.model import Source
from referentials.model_identite import AutreCertification, Vie
from referentials.model_identite import Enregistrement as Texte

EN_VIGUEUR, INSCRIPTIONS_CLOSES, EXPIREE, REMPLACEE = "en_vigueur", "inscriptions_closes", "expiree", "remplacee"
A_VENIR, INDETERMINE, INCONNU = "a_venir", "indetermine", "inconnu"
# Nobody can begin any more.
CLOSED = frozenset({INSCRIPTIONS_CLOSES, EXPIREE, REMPLACEE})
DOCUMENT = "document"


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


def ended(textes: Sequence[Texte]) -> list[tuple[str | None, str, Texte]]:
    """Return each text that tells an end, after the day on which what it ends began, and that end.

    An end without a start is that of the latest registration that had begun: two documents may give one each.
    """
    starts = {texte.date_effet for texte in textes if texte.date_effet}
    return [
        (texte.date_effet or max((day for day in starts if day <= end), default=None), end, texte)
        for texte in textes
        if (end := texte.date_fin_enregistrement)
    ]


def _limit(deliveries: Iterable[str | None], end: str | None) -> str | None:
    """Return the last day of delivery; none where the registration lasts longer: it was the limit of an earlier one."""
    last = max((day for day in deliveries if day), default=None)
    return last if last and last >= (end or "") else None


def registrations(textes: Sequence[Texte]) -> list[Enregistrement]:
    """Return the registrations in order; those without a day between are one."""
    starts = sorted({texte.date_effet for texte in textes if texte.date_effet})
    closed = [Enregistrement(du, end, texte.date_limite_delivrance) for du, end, texte in ended(textes)]
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
        every = [texte.date_limite_delivrance for texte in textes]
        found[-1] = replace(found[-1], delivrance=_limit(every, found[-1].au))
    held = {day for day in starts for one in found if (one.du or "") <= day <= (one.au or "")}
    for day in (day for day in starts if day not in held):
        before = [one for one in found if (one.du or "") < day]
        if not before or max(before, key=lambda one: one.du or "").au:
            found.append(Enregistrement(day, None))
    return sorted(found, key=lambda one: one.du or "")


def own_periods(vie: Vie, second_hand: AbstractSet[str] = frozenset()) -> list[Etat]:
    """Return the states in order, by its own registrations alone; together they cover every day once.

    Text by text: days between two registrations are not days in force.  Only a successor that a document names replaces;
    one that Repère infers is told, and decides nothing.  `second_hand` names the documents that were not read themselves:
    a state whose days they alone give is « à recouper ».
    """
    textes = vie.enregistrements
    replaced = any(autre.origine == DOCUMENT for autre in vie.successeurs)
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


def _doubt(etat: Etat, textes: Sequence[Texte], second_hand: AbstractSet[str]) -> bool:
    """Tell whether a day of a state, its first one or that which follows it comes from such documents alone."""
    begins = {etat.du, shift(etat.au, 1) if etat.au else None}
    said = (
        [texte for texte in textes if etat.echeance and texte.date_fin_enregistrement == etat.echeance],
        [texte for texte in textes if etat.delivrance and texte.date_limite_delivrance == etat.delivrance],
        *([texte for texte in textes if day and texte.date_effet == day] for day in begins),
    )
    return any(some and all(texte.source.document in second_hand for texte in some) for some in said)


def states(slug: str, vies: Mapping[str, Vie], second_hand: AbstractSet[str] = frozenset()) -> tuple[Etat, ...]:
    """Return the states of a certification in order, each with what comes after it as that stands then.

    `vies`: slug → what is known of every certification, with what `listed` adds.  A chain that comes back on
    itself stops there.
    """
    own = own_periods(vies[slug], second_hand)
    chain = _cut_days(_followers(slug, vies, {slug}), vies)
    found = []
    for etat in own:
        if not etat.close and etat.etat != INDETERMINE:
            found.append(etat)
            continue
        for part in _cut(etat, chain):
            jour = part.du or part.au or ""
            found.append(replace(part, suites=_suites(slug, jour, vies, {slug}, second_hand)))
    return tuple(_merged(found))


def listed(vies: Mapping[str, Vie], releves: Iterable[tuple[str, str, Source]]) -> dict[str, Vie]:
    """Return the certifications with those that a survey of the repertory alone knows: a document may name one by its number.

    `releves`: number, last day of registration, and source of each.
    """
    ours = {vie.numero for vie in vies.values()}
    added = {
        number: Vie(number, (Texte("", source, date_fin_enregistrement=end),), releve=True)
        for number, end, source in releves
        if number not in ours
    }
    return {**added, **vies}


def _successors(slug: str, vies: Mapping[str, Vie]) -> Iterator[tuple[AutreCertification, str | None]]:
    """Yield each successor with its slug; one that is named by its number alone is found by it."""
    numbers = {vie.numero: other for other, vie in vies.items()}
    for autre in vies[slug].successeurs:
        named = autre.certification or (numbers.get(autre.numero_fiche) if autre.numero_fiche else None)
        yield autre, named if named in vies else None


def documented(slug: str, vies: Mapping[str, Vie], seen: AbstractSet[str] = frozenset()) -> set[str]:
    """Return the slugs and the numbers of all that documents say comes after a certification, however long the chain."""
    found: set[str] = set()
    for autre, other in _successors(slug, vies):
        if autre.origine != DOCUMENT or other in seen:
            continue
        found |= {name for name in (other, autre.numero_fiche) if name}
        if other:
            found |= documented(other, vies, seen | {slug, other})
    return found


def _followers(slug: str, vies: Mapping[str, Vie], seen: set[str]) -> set[str]:
    found: set[str] = set()
    for _, other in _successors(slug, vies):
        if other and other not in seen | found:
            found |= {other} | _followers(other, vies, seen | found | {other})
    return found - {slug}


def _cut_days(slugs: set[str], vies: Mapping[str, Vie]) -> list[str]:
    return sorted({etat.du for slug in slugs for etat in own_periods(vies[slug]) if etat.du})


def _cut(etat: Etat, days: Sequence[str]) -> Iterator[Etat]:
    """Yield a state cut where one of those that follow changes its own."""
    inside = [day for day in days if (etat.du is None or day > etat.du) and (etat.au is None or day <= etat.au)]
    bounds = [etat.du, *inside]
    for du, following in pairwise([*bounds, None]):
        yield replace(etat, du=du, au=shift(following, -1) if following else etat.au)


def _suites(
    slug: str,
    jour: str,
    vies: Mapping[str, Vie],
    seen: AbstractSet[str],
    second_hand: AbstractSet[str],
) -> tuple[Suite, ...]:
    found = []
    for autre, other in _successors(slug, vies):
        if other in seen:
            continue
        slug_of = None if other is None or vies[other].releve else other
        head = (autre.nom, slug_of, autre.numero_fiche, autre.origine or "")
        if other is None:
            found.append(Suite(*head, INCONNU))
            continue
        etat = on(own_periods(vies[other], second_hand), jour)
        further = _suites(other, jour, vies, seen | {other}, second_hand) if etat.close else ()
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
