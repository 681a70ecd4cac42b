"""The passerelles and what a transport asks, as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from forms.auto_positionnement.passerelles.apercu import Apercu, Passerelle
from forms.auto_positionnement.passerelles.competences import A_APPRENDRE, A_CONFIRMER, COUVERTE, SANS_LIEN
from forms.auto_positionnement.passerelles.transport import Transport
from forms.socle import dates
from forms.socle.phrases import typeset

TITRES = {
    COUVERTE: "Déjà couvert",
    A_CONFIRMER: "À confirmer",
    A_APPRENDRE: "À apprendre",
    SANS_LIEN: "Vos réponses n’en disent rien",
}


def write(apercu: Apercu) -> str:
    """Return where the answers lead, every certification under its title."""
    lines = [
        f"Passerelles depuis « {apercu.intitule} », au {dates.in_words(apercu.jour)}",
        "",
        apercu.avertissement,
        *([apercu.mention] if apercu.mention else []),
    ]
    for passerelle in apercu.passerelles:
        lines += ["", *_one(passerelle)]
    return typeset("\n".join(lines)) + "\n"


def _one(passerelle: Passerelle) -> Iterator[str]:
    yield f"== {passerelle.intitule} =="
    if etat := passerelle.etat_certification:
        yield etat.ligne
    yield passerelle.phrase
    for code, titre in TITRES.items():
        mine = [one for one in passerelle.competences if one.etat == code]
        if mine:
            yield f"{titre} :"
        for one in mine:
            yield f"- {one.intitule}"
            yield from (f"    {raison}" for raison in one.raisons)


def asked(transport: Transport) -> Iterator[str]:
    """Yield what a person is asked of each proposal, then what stays empty."""
    for one in transport.propositions:
        answer = f"« {one.libelle} »" if one.valeur else "à vous de répondre"
        standing = f" (à la place de « {one.libelle_actuel} »)" if one.actuelle else ""
        yield typeset(f"? {one.code} : {one.intitule} : {answer}{standing}")
        yield from (f"    {raison}" for raison in one.raisons)
    for new in transport.nouvelles:
        yield typeset(f"+ {new.code} : {new.intitule}{f' : {new.raison}' if new.raison else ''}")
