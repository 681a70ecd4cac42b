"""Passerelles: where the answers to one form lead, in all the certifications of the collection at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from forms.auto_positionnement.passerelles import phrases
from forms.auto_positionnement.passerelles.competences import A_CONFIRMER, COUVERTE, ETATS, Competence, placed, words
from forms.auto_positionnement.passerelles.liens import Origine, Voisine, told_once
from forms.auto_positionnement.reponses import Reponses
from forms.socle import etat_certification
from forms.socle.cles import as_dict
from forms.socle.etat_certification import EtatDuJour

FORMAT = "repere/passerelles"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Passerelle:
    """Another certification, its state on a day, and each of its competences; none where no link was read.

    `close`: nobody enters it any more.
    """

    certification: str
    intitule: str
    etat_certification: EtatDuJour | None
    close: bool
    phrase: str
    compte: tuple[tuple[str, int], ...]
    competences: tuple[Competence, ...]


@dataclass(frozen=True, slots=True)
class Apercu:
    """Where the answers lead: every other certification, those to which they lead most first."""

    certification: str
    intitule: str
    version_referentiel: str
    jour: str
    mention: str
    avertissement: str
    passerelles: tuple[Passerelle, ...]


def look(
    origine: Origine, collection: Sequence[Voisine], reponses: Reponses, premier_tour: Reponses, jour: str
) -> Apercu:
    """Return what answers to one form say about every other certification, on a day."""
    form = origine.formulaire
    found = [
        _towards(origine, voisine, reponses, premier_tour, jour)
        for voisine in collection
        if voisine.certification != form.certification
    ]
    return Apercu(
        certification=form.certification,
        intitule=origine.intitule,
        version_referentiel=form.version_referentiel,
        jour=jour,
        mention=form.mention,
        avertissement=phrases.RELUS,
        passerelles=tuple(sorted(found, key=_rank)),
    )


def _rank(one: Passerelle) -> tuple[bool, bool, int, int, str]:
    compte = dict(one.compte)
    known = compte.get(COUVERTE, 0), compte.get(A_CONFIRMER, 0)
    # What one may still enter comes first.
    return not one.competences, one.close, -known[0], -known[1], one.intitule


def _towards(origine: Origine, voisine: Voisine, reponses: Reponses, premier_tour: Reponses, jour: str) -> Passerelle:
    vers = origine.towards(voisine.certification)
    etat = etat_certification.on(voisine.etats, jour)
    close = etat is not None and etat.close
    if vers is None:
        return Passerelle(voisine.certification, voisine.intitule, etat, close, phrases.AUCUN_LIEN, (), ())
    mots = words(origine.formulaire, reponses, premier_tour)
    liens, par = told_once(vers.liens)
    vers = replace(vers, liens=liens)
    competences = tuple(placed(cible, vers, mots) for cible in vers.cibles)
    compte = {name: sum(one.etat == name for one in competences) for name in ETATS}
    phrase = " ".join(filter(None, [phrases.overview(*compte.values()), phrases.through(par)]))
    return Passerelle(voisine.certification, voisine.intitule, etat, close, phrase, tuple(compte.items()), competences)


def to_json(apercu: Apercu) -> dict[str, Any]:
    """Return the JSON of the passerelles, which follows passerelles.schema.json."""
    return {
        "format": FORMAT,
        "version": VERSION,
        **{name: value for name, value in as_dict(apercu).items() if name != "passerelles"},
        "passerelles": [_json(one) for one in apercu.passerelles],
    }


def _json(one: Passerelle) -> dict[str, Any]:
    etat = one.etat_certification
    return {
        "certification": one.certification,
        "intitule": one.intitule,
        **({"etat_certification": etat_certification.day_json(etat)} if etat else {}),
        "close": one.close,
        "phrase": one.phrase,
        "compte": dict(one.compte),
        "competences": [{**as_dict(inner), "raisons": list(inner.raisons)} for inner in one.competences],
    }
