"""A dossier of real size: an organisation with several places, modules, trainers and evaluators, all of them invented."""

from __future__ import annotations

from typing import Any

from tests.forms.dossier_habilitation.outils_dossier import changed, conforming

SITES = (("Tours", "3 rue des Essais"), ("Orléans", "12 quai du Châtelet"), ("Le Mans", "40 avenue du Vallon"))
NOMS = ("Diaz", "Moreau", "Haddad", "Garnier", "Perrin", "Lopes", "Faure", "Benali")
PRENOMS = ("Ana", "Hugo", "Samira", "Léa", "Marc", "Inès", "Paul", "Nadia")
JURYS = ("Martin", "Nguyen", "Petit", "Rousseau", "Klein", "Costa")
COMPETENCES = {
    "D1": ["U1-C1", "U1-C2", "U2-C1", "U2-C2", "U2-C3", "U2-C4"],
    "D2": ["U3-C1", "U3-C2", "U3-C3", "U3-C4", "U4-C1", "U4-C2", "U5-C1", "U5-C2", "U5-C3", "U5-C4"],
}
THEMES = (
    ("Organiser sa journée d’appels", "D1"),
    ("Tenir son fichier de clients", "D1"),
    ("Préparer une campagne", "D1"),
    ("Connaître ses produits et son marché", "D1"),
    ("Suivre ses résultats", "D1"),
    ("Prendre contact par téléphone", "D2"),
    ("Découvrir le besoin", "D2"),
    ("Conseiller et argumenter", "D2"),
    ("Répondre aux objections", "D2"),
    ("Conclure et prendre congé", "D2"),
    ("Vendre par écrit et en ligne", "D2"),
    ("Traiter une réclamation", "D2"),
)


def organisme(modules: int = 12, formateurs: int = 8, evaluateurs: int = 6) -> dict[str, Any]:
    """Return the answers of an organisation: three places, and so many modules, trainers and evaluators."""
    every = [*range(0, len(THEMES), 2), *range(1, len(THEMES), 2)]
    kept = [THEMES[rank] for rank in sorted(every[:modules])]
    locaux = (
        "Dans chaque ville, deux salles de douze places et une salle d’entretien, au rez-de-chaussée, ouvertes du lundi "
        "au vendredi ; sanitaires adaptés, place de stationnement réservée, boucle magnétique à l’accueil."
    )
    return changed(conforming(), {"p-locaux-locaux": locaux}) | {
        "sites": [_site(rank) for rank in range(len(SITES))],
        "modules": [_module(rank, *theme) for rank, theme in enumerate(kept, 1)],
        "formateurs": [_formateur(rank, len(kept)) for rank in range(formateurs)],
        "evaluateurs": [_evaluateur(rank) for rank in range(evaluateurs)],
    }


def _site(rank: int) -> dict[str, Any]:
    ville, rue = SITES[rank]
    return {
        "id": f"s{rank}",
        "nom": ville,
        "adresse": f"{rue}, {ville}",
        "usages": ["formation", "evaluation"],
        "accessibilite": f"registre-accessibilite-{rank}.pdf",
    }


def _module(rank: int, intitule: str, composante: str) -> dict[str, Any]:
    return {
        "id": f"m{rank}",
        "intitule": intitule,
        "objectifs": f"À la fin du module {rank}, la personne sait {intitule.lower()} seule, sur les outils de son "
        "entreprise, en respectant les consignes commerciales et les délais ; elle sait dire ce qui lui a manqué et "
        "demander de l’aide à temps.",
        "contenu": f"Module {rank} : repères de métier, démonstration sur un cas de la branche, puis entraînement en trois temps "
        "(guidé, à deux, seul) ; vocabulaire utile, points de vigilance, erreurs fréquentes ; bilan écrit avec le tuteur "
        "et plan d’entraînement en entreprise pour les deux semaines qui suivent.",
        "methodes": f"Dans le module {rank}, ateliers de huit personnes au plus, jeux de rôle enregistrés puis réécoutés, cas réels "
        "apportés par les candidats, fiches remplies au poste de travail.",
        "heures_min": str(14 + rank),
        "heures_max": f"{21 + rank},5",
        "modalites": ["presentiel", "distance"] if rank % 3 else ["presentiel", "situation_de_travail"],
        "composante": composante,
        "competences": COMPETENCES[composante][rank % 2 :: 2],
    }


def _formateur(rank: int, modules: int) -> dict[str, Any]:
    # Each module has somebody, whatever their number.
    charge = [f"m{one}" for one in range(1, modules + 1) if (one - 1) % len(NOMS) == rank or one % 3 == rank % 3]
    return {
        "id": f"f{rank}",
        "nom": NOMS[rank],
        "prenom": PRENOMS[rank],
        "cv": f"cv-formateur-{NOMS[rank].lower()}.pdf",
        "modules": charge,
        "experience": str(4 + rank),
        "lien_modules": f"{4 + rank} ans de vente à distance en commerce de gros, dont {2 + rank} à former des adultes à ce que ces "
        f"modules enseignent ; {PRENOMS[rank]} suit aussi les candidats entre les sessions.",
    }


def _evaluateur(rank: int) -> dict[str, Any]:
    return {
        "id": f"e{rank}",
        "nom": JURYS[rank],
        "prenom": PRENOMS[-1 - rank],
        "cv": f"cv-evaluateur-{JURYS[rank].lower()}.pdf",
        "experience": str(3 + rank),
        "appartenance": "externe" if rank % 2 else "interne",
        "voie_metier": ("exercice", "encadrement", "formation")[rank % 3],
        "composante": ["D1", "D2"],
        "evaluation": f"Membre de {10 + rank} jurys de certification depuis {2015 + rank}, et formation de deux jours à "
        "l’évaluation des compétences.",
    }
