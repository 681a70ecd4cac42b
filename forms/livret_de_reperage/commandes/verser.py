"""What the command line does with a livret and an auto-positionnement: it pours the second into the first."""

from __future__ import annotations

from argparse import Namespace

from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.genre import GENRE as AUTO_POSITIONNEMENT
from forms.auto_positionnement.ouverture import Ouverture
from forms.livret_de_reperage import versement
from forms.livret_de_reperage.genre import GENRE
from forms.livret_de_reperage.mains import MAINS
from forms.plusieurs_mains import accords, phrases
from forms.plusieurs_mains.commandes import FichierDeMains, called, written
from forms.socle import refus
from forms.socle.commandes import Deux, Fichier


def verser(fichier: FichierDeMains, source: Formulaire, opened: Ouverture) -> tuple[str, str]:
    """Return the livret's file with an auto-positionnement poured in, and the sentence that says what was filled.

    Raises Refus where the two are about two certifications.
    """
    form = fichier.formulaire
    if source.certification != form.certification:
        answered = refus.Designation(source.certification, source.intitule)
        raise refus.other_certification(answered, called(form), AUTO_POSITIONNEMENT)
    done = versement.pour(fichier.ouverture.copie, form, source, opened)
    told = phrases.agreements([one.etat for one in accords.read(MAINS, form, done.copie.ecrits)])
    return written(MAINS, done.copie, fichier, fichier.ouverture.nom), " ".join((done.avis, *told))


def _poured(fichier: FichierDeMains, source: Fichier[Formulaire, Ouverture], _: Namespace) -> tuple[str, list[str]]:
    text, avis = verser(fichier, source.formulaire, source.ouverture)
    return text, [avis]


VERSER = Deux(
    nom="verser",
    aide="reprend un auto-positionnement dans un livret de repérage : … > livret.json",
    metavar=("LIVRET.json", "AUTO-POSITIONNEMENT.json"),
    prend=(GENRE, AUTO_POSITIONNEMENT),
    options=lambda _: None,
    ecrire=_poured,
)
