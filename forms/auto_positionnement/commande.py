"""What the command line does on the file of an auto-positionnement."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from forms.auto_positionnement import comparaison, phrases_ouverture, resultat, tableur, texte, texte_comparaison
from forms.auto_positionnement.comparaison import Cote
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.ouverture import Ouverture, open_export
from forms.socle import dates, etat_certification, phrases_etat, refus
from forms.socle.feuille import Feuille
from forms.socle.fichier import parse
from referentials.model_certification import Certification


@dataclass(frozen=True, slots=True)
class Fichier:
    """A file that was opened, with the form of its own certification."""

    path: Path
    text: str
    formulaire: Formulaire
    ouverture: Ouverture

    @property
    def jour(self) -> str:
        """The day of the file, AAAA-MM-JJ."""
        return self.ouverture.exporte_le.partition("T")[0]

    @property
    def libelle(self) -> str:
        """What to call the file beside another one: its name, or that of its path, and its day."""
        return f"{self.ouverture.nom.strip() or self.path.name}, {dates.in_words(self.jour)}"


def open_file(path: Path, text: str, certification: Certification) -> Fichier:
    """Open the text of a file.  Raises Refus."""
    formulaire = derive(certification)
    return Fichier(path, text, formulaire, open_export(text, formulaire))


def evaluer(fichier: Fichier, jour: str) -> str:
    """Return the result, exactly what the page shows on that day."""
    return resultat.to_text(evaluate(fichier.formulaire, fichier.ouverture.reponses, jour)) + "\n"


def verifier(fichier: Fichier, jour: str) -> str:
    """Return what the file is: valid, with so many answers; then the state of its certification."""
    said = phrases_ouverture.valid(len(fichier.ouverture.reponses), fichier.formulaire.intitule)
    return said + phrases_etat.paragraph(fichier.formulaire.etats, jour)


def en_texte(fichier: Fichier, jour: str) -> str:
    """Return the result as text, on that day."""
    return texte.write(fichier.formulaire, fichier.ouverture.reponses, fichier.ouverture.nom, jour)


def feuilles(fichier: Fichier, jour: str) -> tuple[Feuille, ...]:
    """Return the answers as a table, on that day, then what a workbook adds to it."""
    return tableur.feuilles(fichier.formulaire, fichier.ouverture.reponses, jour)


def migrer(fichier: Fichier, _: str) -> str:
    """Return the file in the newest format.  Its answers stay where they were written: opening it places them."""
    donnees = etat_certification.dated(parse(fichier.text), fichier.formulaire.etats)
    return json.dumps(donnees, ensure_ascii=False, indent=2) + "\n"


def comparer(avant: Fichier, apres: Fichier, jour: str | None = None, *, en_json: bool) -> str:
    """Return the comparison of two files, on a day or on that of the later one.  Raises Refus: not about one certification."""
    form, other = avant.formulaire, apres.formulaire
    if form.certification != other.certification:
        raise refus.not_comparable(form.certification, other.certification)
    before, after = (Cote(fichier.libelle, fichier.ouverture.reponses) for fichier in (avant, apres))
    found = comparaison.compare(form, before, after, jour or max(avant.jour, apres.jour))
    if en_json:
        return json.dumps(comparaison.to_json(found), ensure_ascii=False, indent=2) + "\n"
    return texte_comparaison.write(form, found)


COMMANDS: Mapping[str, tuple[str, Callable[[Fichier, str], str]]] = {
    "evaluer": ("écrit le résultat en JSON", evaluer),
    "verifier": ("dit si le fichier est valable", verifier),
    "texte": ("écrit le résultat en texte, à coller dans un message", en_texte),
    "migrer": ("écrit le fichier dans le format le plus récent", migrer),
}
