"""The sheets of the workbook and their columns: what is written there and what is read again have one list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colonne:
    """A column: its key in the data, what stands at its top, whether a row may leave it empty; widths are in letters."""

    cle: str
    titre: str
    largeur: int
    facultative: bool = False


@dataclass(frozen=True, slots=True)
class Feuille:
    """A sheet of rows; `cle` is the column by which a row is known again."""

    nom: str
    colonnes: tuple[Colonne, ...]
    cle: str = "code"


COMPETENCES = Feuille(
    "Compétences",
    (
        Colonne("partie", "Partie", 18),
        Colonne("code", "Code", 14),
        Colonne("intitule", "Intitulé officiel", 60),
        Colonne("intitule_court", "Nom court", 30, facultative=True),
        Colonne("enonce_candidat", "Dit par le candidat", 60, facultative=True),
    ),
)
CRITERES = Feuille(
    "Énoncés",
    (
        Colonne("partie", "Compétence", 14),
        Colonne("code", "Code", 14),
        Colonne("enonce", "Énoncé", 60),
        Colonne("enonce_candidat", "Dit par le candidat", 60),
        Colonne("preuves", "Preuves, une par ligne", 50, facultative=True),
    ),
)
RETIRES = Feuille(
    "Codes retirés",
    (
        Colonne("code", "Code", 14),
        Colonne("raison", "Raison", 60),
        Colonne("remplace_par", "Remplacé par", 14, facultative=True),
    ),
)
FEUILLES = (COMPETENCES, CRITERES, RETIRES)

# The sheet that says what the workbook is of: label at the left, value at the right.
ENTETE = "À lire"
CERTIFICATION, VERSION = "Certification", "Version des données"
CONSIGNES = (
    "Changez un texte dans sa cellule. Pour ajouter, écrivez une ligne sous les autres, avec un code nouveau.",
    "Pour retirer, effacez la ligne ; si son code est déjà paru, dites pourquoi dans « Codes retirés ».",
    "Pour changer un code, changez-le dans sa cellule et dites dans « Codes retirés » ce qui remplace l’ancien.",
    "Une preuve par ligne : dans une cellule, Alt et Entrée font une ligne. Rien d’autre n’est repris.",
)
# Where competences stand that are in no part.
HORS_PARTIE, TRANSVERSALES = "(hors partie)", "(transversales)"
