"""What the API serves, each kind of file said once: the page « Données » lists them, openapi.json describes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from macros.api.edition import API

JSON, CSV, ATOM = "application/json", "text/csv", "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Parametre:
    """What stands in an address: what it is, and the pattern of its values."""

    description: str
    motif: str


@dataclass(frozen=True, slots=True)
class Adresse:
    """A kind of file: its place, with {names} for what varies, what is in it, its media type and its schema."""

    place: str
    contenu: str
    schema: str | None = None
    type: str = JSON
    parametres: Mapping[str, Parametre] = field(default_factory=dict)


SLUG = {"slug": Parametre("Nom de la certification dans Repère, tel que l’index le donne.", "^[a-z0-9]+(-[a-z0-9]+)*$")}
ROME = {"code": Parametre("Code ROME, tel que rome/index.json le donne.", "^[A-Z][0-9]{4}$")}
NSF = {"code": Parametre("Code NSF, tel que nsf/index.json le donne.", "^[0-9]{2,3}[a-z]?$")}
CERTIFICATEUR = {
    "code": Parametre("Nom du certificateur en minuscules et sans accents, ou son SIRET.", "^[a-z0-9]+(-[a-z0-9]+)*$")
}
ADRESSES: Sequence[Adresse] = (
    Adresse(
        f"{API}index.json",
        "La liste des certifications, avec de quoi les trier : numéro, répertoire, genre, niveau, codes, certificateurs, dates, état du jour où la liste a été faite.",
        "api-index",
    ),
    Adresse(
        f"{API}certifications/{{slug}}.json",
        "Une certification entière, avec les documents qu’elle cite.",
        "api-certification",
        parametres=SLUG,
    ),
    Adresse(
        f"{API}certifications/{{slug}}/partenaires.json",
        "Les organismes habilités pour une certification, avec leur état ; il n’existe que pour celles qui en déclarent.",
        "api-partenaires",
        parametres=SLUG,
    ),
    Adresse(
        f"{API}certifications/{{slug}}/case.json",
        "Le référentiel d’une certification pour les outils qui échangent des référentiels de compétences (CASE 1.1) ; il n’existe que pour celles qui en ont un.",
        parametres=SLUG,
    ),
    Adresse(
        f"{API}certifications/{{slug}}/moodle.csv",
        "Le même pour Moodle : Administration du site, Compétences, Importer un référentiel de compétences.",
        type=CSV,
        parametres=SLUG,
    ),
    Adresse(f"{API}collection.json", "Toutes les certifications entières, en un seul fichier.", "api-collection"),
    Adresse(
        f"{API}certifications.csv",
        "La liste des certifications en tableau, une par ligne. Séparateur « ; », en UTF-8, comme les exports de France compétences.",
        type=CSV,
    ),
    Adresse(f"{API}certifications.tableschema.json", "Ce que dit chaque colonne de ce tableau (Table Schema)."),
    Adresse(
        f"{API}competences.csv",
        "Les compétences de toutes les certifications, une par ligne, avec le bloc qui les tient.",
        type=CSV,
    ),
    Adresse(f"{API}competences.tableschema.json", "Ce que dit chaque colonne de ce tableau (Table Schema)."),
    Adresse(f"{API}datapackage.json", "Les deux tableaux et leurs schémas réunis (Data Package)."),
    Adresse(f"{API}rome/index.json", "Les métiers (codes ROME) que visent les certifications.", "api-index-listes"),
    Adresse(f"{API}rome/{{code}}.json", "Les certifications d’un métier.", "api-liste", parametres=ROME),
    Adresse(f"{API}nsf/index.json", "Les spécialités de formation (codes NSF).", "api-index-listes"),
    Adresse(f"{API}nsf/{{code}}.json", "Les certifications d’une spécialité.", "api-liste", parametres=NSF),
    Adresse(
        f"{API}certificateurs/index.json", "Les certificateurs, par leur nom et par leur SIRET.", "api-index-listes"
    ),
    Adresse(
        f"{API}certificateurs/{{code}}.json",
        "Les certifications d’un certificateur.",
        "api-liste",
        parametres=CERTIFICATEUR,
    ),
    Adresse(
        f"{API}orientation.json",
        "Les services à qui demander, avec leur adresse pour chaque certification, et les certifications voisines avec ce qui les rapproche.",
        "api-orientation",
    ),
    Adresse(
        f"{API}droit.json",
        "Les règles du droit national autour des certifications, avec les jours où elles valent et les textes qu’elles citent.",
        "api-droit",
    ),
    Adresse(
        f"{API}changements.json",
        "Ce qui a changé à chaque publication des données, et depuis la dernière.",
        "api-changements",
    ),
    Adresse("donnees/changements.xml", "Le même en fil à suivre (Atom), pour un lecteur de fils.", type=ATOM),
    Adresse(f"{API}openapi.json", "La description de ces adresses pour les outils (OpenAPI 3.1)."),
)
