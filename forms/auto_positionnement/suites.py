"""The three lists → what may follow: which profile they make, and which next steps go with it.  Every figure is data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from forms.auto_positionnement import phrases_suites
from forms.socle.cles import as_dict

if TYPE_CHECKING:
    from forms.auto_positionnement.listes import Listes


@dataclass(frozen=True, slots=True)
class Sens:
    """What an answer of the first pass says of a competence: its list, and the share of it that is acquired, in percent."""

    liste: str
    acquis: int


@dataclass(frozen=True, slots=True)
class Profil:
    """Who can do at least this share of the whole, in percent, and the next steps for them, the first one first."""

    code: str
    acquis: int
    phrase: str
    suites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Regle:
    """A rule that a next step rests on."""

    code: str
    enonce: str


@dataclass(frozen=True, slots=True)
class Suite:
    """A next step, as this certification has it: the states of the certification in which it may be taken, its rules."""

    code: str
    intitule: str
    phrase: str
    etats: tuple[str, ...]
    regles: tuple[Regle, ...] = ()


@dataclass(frozen=True, slots=True)
class Suites:
    """All that may follow.  `repondues`: the share of the competences, in percent, below which nothing is said of a profile.

    `profils`: the highest share first.  `indecis`: the next steps of who has answered everything, and decided too little.  `premier_tour`: value of the first pass → what it says.
    """

    repondues: int = 100
    profils: tuple[Profil, ...] = ()
    indecis: tuple[str, ...] = ()
    suites: tuple[Suite, ...] = ()
    premier_tour: Mapping[str, Sens] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suivi:
    """What follows from some answers: a profile, or none yet, a sentence, and the codes of the next steps in order."""

    profil: str | None
    phrase: str
    suites: tuple[str, ...]


def choose(suites: Suites, listes: Listes, etat: str | None) -> Suivi:
    """Return what follows from the three lists, in a state of the certification; None where no day is said.

    Too few competences that are decided make no profile: what is asked for then is to answer those that have none, and to
    decide of the others, « I do not know » being no decision.
    """
    total = len(listes.every()) + len(listes.sans_reponse)
    decided = [entree for entree in listes.every() if entree.decide]
    open_ones = {suite.code for suite in suites.suites if etat is None or etat in suite.etats}

    def kept(codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(code for code in codes if code in open_ones)

    # In whole numbers: a share is reached or it is not.
    needed = -(-suites.repondues * total // 100) - len(decided)
    if not decided or needed > 0:
        phrase = phrases_suites.not_enough(max(needed, 1), len(listes.sans_reponse)) if suites.profils else ""
        return Suivi(None, phrase, () if listes.sans_reponse else kept(suites.indecis))
    # What is not answered is not acquired: « almost all » would be false of a half.
    acquis = sum(entree.acquis for entree in decided)
    profil = next((one for one in suites.profils if acquis >= one.acquis * total), None)
    return Suivi(profil.code, profil.phrase, kept(profil.suites)) if profil else Suivi(None, "", ())


def shown(suites: Suites, codes: Sequence[str]) -> list[Suite]:
    """Return next steps by their codes, in that order."""
    known = {suite.code: suite for suite in suites.suites}
    return [known[code] for code in codes]


def from_json(donnees: Mapping[str, Any]) -> Suites:
    """Read back what `to_json` gave."""
    return Suites(
        donnees["repondues"],
        tuple(Profil(**{**one, "suites": tuple(one["suites"])}) for one in donnees["profils"]),
        tuple(donnees["indecis"]),
        tuple(
            Suite(**{**one, "etats": tuple(one["etats"]), "regles": tuple(Regle(**r) for r in one["regles"])})
            for one in donnees["suites"]
        ),
        {code: Sens(**one) for code, one in donnees["premier_tour"].items()},
    )


def to_json(suites: Suites) -> dict[str, Any]:
    """Return the JSON of what may follow, as a form carries it."""
    return {
        "repondues": suites.repondues,
        "profils": [{**as_dict(profil), "suites": list(profil.suites)} for profil in suites.profils],
        "indecis": list(suites.indecis),
        "suites": [
            {**as_dict(one), "etats": list(one.etats), "regles": [as_dict(regle) for regle in one.regles]}
            for one in suites.suites
        ],
        "premier_tour": {code: as_dict(sens) for code, sens in suites.premier_tour.items()},
    }
