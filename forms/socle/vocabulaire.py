"""The words of the closed lists of the data that forms say, once: pages and texts take them here.

Each table has the codes of one list of the schemas, and a word for each; tests/test_vocabulaire.py holds them equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from forms.socle.majuscules import capitalized


class Mot(NamedTuple):
    """What is counted: one, several, and whether it is feminine."""

    singulier: str
    pluriel: str
    feminin: bool = False

    @property
    def titre(self) -> str:
        """As it begins a line."""
        return capitalized(self.singulier)

    @property
    def titres(self) -> str:
        """As several begin a line."""
        return capitalized(self.pluriel)

    @property
    def un(self) -> str:
        """With its article."""
        return f"{'une' if self.feminin else 'un'} {self.singulier}"


class Geste(NamedTuple):
    """What one does somewhere, named alike wherever a link leads there: as a place, as a gesture, as one says it, in a sentence."""

    lieu: str
    geste: str
    je: str
    phrase: str


# The auto-positionnement, in words that need no definition: the official one is in the glossary.
OU_J_EN_SUIS = Geste(
    "Où j’en suis",
    "Voir où j’en suis",
    "Je vois où j’en suis",
    "Quelques questions sur ce que vous savez déjà faire.",
)

# What a certification is divided into.
COMPOSANTES: Mapping[str, Mot] = {
    "domaine": Mot("domaine", "domaines"),
    "unite": Mot("unité", "unités", feminin=True),
    "bloc": Mot("bloc", "blocs"),
    "ccp": Mot("CCP", "CCP"),
    "competence": Mot("compétence", "compétences", feminin=True),
}
PARTIE = Mot("partie", "parties", feminin=True)

UNITES_DE_TEMPS: Mapping[str, Mot] = {
    "minute": Mot("minute", "minutes", feminin=True),
    "heure": Mot("heure", "heures", feminin=True),
    "jour": Mot("jour", "jours"),
    "jour_ouvre": Mot("jour ouvré", "jours ouvrés"),
    "semaine": Mot("semaine", "semaines", feminin=True),
    "mois": Mot("mois", "mois"),
    "an": Mot("an", "ans"),
}

# Routes: as a title, within a sentence, after who comes.
VOIES: Mapping[str, str] = {
    "formation": "Formation",
    "formation_initiale": "Formation initiale",
    "apprentissage": "Apprentissage",
    "formation_continue": "Formation continue",
    "professionnalisation": "Contrat de professionnalisation",
    "candidature_individuelle": "Candidature individuelle",
    "vae": "Validation des acquis de l’expérience (VAE)",
    "capitalisation": "Capitalisation de CCP",
}
VOIES_COURTES: Mapping[str, str] = {
    "formation": "formation",
    "vae": "VAE",
    "formation_initiale": "formation initiale",
    "apprentissage": "apprentissage",
    "formation_continue": "formation continue",
    "professionnalisation": "professionnalisation",
    "candidature_individuelle": "candidature individuelle",
    "capitalisation": "capitalisation",
}
PAR_VOIE: Mapping[str, str] = {
    "formation": "en formation",
    "vae": "en VAE",
    "formation_initiale": "en formation initiale",
    "apprentissage": "en apprentissage",
    "formation_continue": "en formation continue",
    "professionnalisation": "en contrat de professionnalisation",
    "candidature_individuelle": "en candidature individuelle",
    "capitalisation": "par capitalisation",
}

# What the lists of the forms are made of, by the name that a form gives to one row.
LIGNES: Mapping[str, Mot] = {
    mot.singulier: mot
    for mot in (
        Mot("accompagnateur", "accompagnateurs"),
        Mot("accord", "accords"),
        Mot("évaluateur", "évaluateurs"),
        Mot("expérience", "expériences", feminin=True),
        Mot("formateur", "formateurs"),
        Mot("formation", "formations", feminin=True),
        Mot("interlocuteur", "interlocuteurs"),
        Mot("module", "modules"),
        Mot("personne", "personnes", feminin=True),
        Mot("site", "sites"),
        Mot("sous-traitant", "sous-traitants"),
    )
}
