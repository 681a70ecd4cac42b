"""Certification → Questionnaire of its dossier d'habilitation: a piece added to the data is asked for, with no code."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from forms.dossier_habilitation.derivation import elements
from forms.dossier_habilitation.derivation.annexe import annexe
from forms.dossier_habilitation.derivation.convention import convention
from forms.dossier_habilitation.derivation.pieces import Piece, read
from forms.dossier_habilitation.derivation.suite import suite
from forms.dossier_habilitation.genre import GENRE
from forms.dossier_habilitation.natures import ChampsRemplis
from forms.questionnaire.derivation.champs import read_champ
from forms.questionnaire.derivation.feries import feries
from forms.questionnaire.derivation.sources import source
from forms.questionnaire.modele import (
    Bloc,
    Champ,
    Condition,
    Envoi,
    Grille,
    Liste,
    Ouvert,
    Questionnaire,
    Rapprochement,
    Section,
)
from forms.socle import phrases_etat
from forms.socle.derivation import lectures
from referentials.model import EXIGEANTE
from referentials.model_cahier import Envoi as EnvoiReferentiel
from referentials.model_cahier import PieceDossier
from referentials.model_certification import Certification

MANQUE = "n’a pas de cahier des charges dans ces données, donc pas de dossier"
DEMANDE = "DEMANDE"
# Where the dossier is received: working days are counted for who opens it.
ZONE = "Métropole"


def offered(certification: Certification) -> bool:
    """Only a certification whose data hold a cahier des charges has a dossier to send."""
    return certification.cahier_des_charges is not None


def derive(certification: Certification) -> Questionnaire | None:
    """Return the form of the dossier, or None: a certification without cahier des charges has no dossier.

    Sections follow the families, blocs the pieces, fields the controls of each piece.
    """
    cahier = certification.cahier_des_charges
    if cahier is None:
        return None
    pieces = [read(piece, certification) for piece in cahier.pieces]
    listes = dict(_listes(pieces))
    familles: Mapping[str, str] = elements.donnees()["familles"]
    sections = [
        Section(
            famille, intitule, tuple(_bloc(p, listes, certification) for p in pieces if p.donnees.famille == famille)
        )
        for famille, intitule in familles.items()
    ]
    return Questionnaire(
        genre=GENRE.code,
        certification=certification.slug,
        intitule=certification.intitule,
        version_referentiel=certification.version,
        etats=phrases_etat.carried(certification.etats),
        sections=(_demande(), *(section for section in sections if section.elements)),
        envoi=_envoi(cahier.envoi) if cahier.envoi else None,
        annexe=annexe(certification),
        convention=convention(certification),
        suite=suite(certification),
        grilles=(_qualiopi({piece.donnees.code for piece in pieces}),),
        feries=feries(ZONE),
    )


def _envoi(envoi: EnvoiReferentiel) -> Envoi:
    return Envoi(envoi.destinataire, envoi.adresse, source(envoi.source), envoi.referent or "")


def _demande() -> Section:
    demande = elements.donnees()["demande"]
    champs = tuple(read_champ(modele) for modele in demande["champs"])
    controle = ChampsRemplis(champs=tuple(champ.code for champ in champs if not champ.facultatif))
    bloc = Bloc(DEMANDE, demande["intitule"], champs, aide=demande["aide"], controles=(controle,))
    return Section("demande", demande["section"], (bloc,))


def _listes(pieces: list[Piece]) -> Iterator[tuple[str, Liste]]:
    """Yield (code of the piece that holds it, list) for each kind of element that a piece speaks of.

    The piece asked of most applicants holds it, so that no other asks for a list that is not shown.
    """
    for element in elements.donnees()["elements"]:
        speaking = [piece for piece in pieces if piece.element == element]
        if speaking:
            host = max(speaking, key=lambda piece: piece.breadth)
            base = elements.base(element, (r for piece in speaking for r in piece.rubriques))
            fields = {champ.code: champ for champ in base}
            # What the piece asked once, before it had this list.
            prefix = host.donnees.code.lower()
            fields = {
                code: replace(champ, anciens=tuple(f"{prefix}-{old}" for old in champ.anciens))
                for code, champ in fields.items()
            }
            for piece in speaking:
                own = piece.si if piece.si != host.si else ()
                for champ in piece.champs_par_element:
                    fields.setdefault(champ.code, replace(champ, si=own))
            yield host.donnees.code, elements.liste(element, fields.values())


def _bloc(piece: Piece, listes: Mapping[str, Liste], certification: Certification) -> Bloc:
    donnees = piece.donnees
    inner: list[Champ | Liste] = [*piece.champs]
    if donnees.code in listes:
        inner.append(listes[donnees.code])
    if piece.question:
        yes = (Condition(piece.question.code, ("oui",)),)
        inner = [piece.question, *(replace(element, si=yes) for element in inner)]
    return Bloc(
        code=donnees.code,
        intitule=donnees.intitule,
        elements=tuple(inner),
        aide=donnees.enonce,
        condition=donnees.condition or "",
        force=donnees.force,
        controles=piece.controles,
        regles=donnees.regles,
        source=source(donnees.source),
        si=piece.si,
        lectures=lectures(certification, donnees.every_discordance()),
        ouverts=tuple(_ouverts(donnees)),
        meme_document=donnees.meme_document,
    )


def _ouverts(donnees: PieceDossier) -> Iterator[Ouvert]:
    """Yield the readings that ask more than the source may: of everybody, of these applicants, of who offers only this."""
    for cote in donnees.cotes:
        if cote.lecture == EXIGEANTE:
            champ = "demandeur" if cote.demandeurs else "offres" if cote.offres else ""
            yield Ouvert(
                cote.discordance, (champ,) if champ else (), cote.demandeurs or cote.offres, seul=bool(cote.offres)
            )


def _qualiopi(known: set[str]) -> Grille:
    donnees = json.loads((elements.HERE / "qualiopi.json").read_text("utf-8"))
    lignes = tuple(
        Rapprochement(
            str(ligne["numero"]), ligne["libelle"], tuple(code for code in ligne.get("pieces", ()) if code in known)
        )
        for ligne in donnees["indicateurs"]
    )
    return Grille("qualiopi", donnees["intitule"], donnees["avertissement"], lignes)
