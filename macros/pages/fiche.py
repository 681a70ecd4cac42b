"""The fiche: six answers, then all of certification.json in the order of the reader's questions, then how we know it."""

from __future__ import annotations

from functools import partial

from forms.droit.choix import kept
from macros.api.jsonld import credential
from macros.comparaison.paires import suites
from macros.pages import discordances, lexique
from macros.pages.commun import Contexte, count_natures, names, thresholds
from macros.pages.rubriques import rubriques
from macros.rendering import json_for_html
from macros.rendering import render as render_template
from macros.vues import chemin, etats, frise, six_questions
from referentials import orientation
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_orientation import GenreDefini, RepertoireDefini


def definitions(certification: Certification) -> list[GenreDefini | RepertoireDefini]:
    """Return what its kind is, then what its register is: of a kind that is not defined, or the register that fewer know."""
    genre, register = certification.genre, certification.repertoire
    told = register if genre is None or (register and register.code == "RS") else None
    return [one for one in (genre, told) if one]


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    certification = collection.certification(slug)
    every = [composante for root in certification.composantes for composante in root.walk()]
    reponses = six_questions.answers(certification)
    text = render_template(
        "fiche.md.j2",
        collection.documents,
        certification=certification,
        chemins_de_voie=chemin.ways(certification),
        compte_natures=[(nature, nombre) for nature, nombre in count_natures(certification) if nombre],
        comparaisons=suites(collection, slug),
        composantes={composante.code: composante for composante in every},
        definitions=definitions(certification),
        entrees=six_questions.routes(certification.identite.voies_acces),
        genre=certification.genre,
        reponses=reponses,
        temps=reponses.temps,
        requises=[r for r in certification.regles if r.parametres.nature == "composantes_requises"],
        noms=names(certification),
        frise=frise.timeline(certification.identite.enregistrements, etats.today()),
        liens=orientation.links(collection, certification),
        droit=bool(collection.droit),
        droits=kept(collection.droit),
        officielle=partial(orientation.official, collection),
        voisines_proches=orientation.neighbours(collection, certification),
        json_ld=json_for_html(credential(certification, collection.documents, contexte.site or contexte.racine)),
        pratique=reponses.pratique,
        seuils=thresholds(certification),
        discordances=discordances.count(collection, slug),
        racine=contexte.racine,
        rubriques=rubriques(collection, slug),
    )
    return lexique.led(text, collection, slug, contexte.racine)
