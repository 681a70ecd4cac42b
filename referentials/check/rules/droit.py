"""REF040: a rule of law is dated, can be read, and says how sure it is; two versions of it never hold on the same day.

Its first day is not after its last; what is below « haute » says what is left to verify; its text has an address; the
service where one acts exists; its sentence says its figure, as REF009 asks of a source's rule; two files share no code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from referentials.check.finding import Finding
from referentials.check.rules import parametres
from referentials.check.rules.dates import spelled
from referentials.load import Collection
from referentials.model import Document
from referentials.model_law import RegleDeDroit

CODE = "REF040"
FIRST, LAST = "0000-00-00", "9999-99-99"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each rule of law that contradicts itself, leads nowhere, or is doubtful without saying so."""
    services = {service.code for liens in collection.liens.values() for service in liens.services}
    homes: dict[str, str] = {}
    for name, sujet in collection.droit.items():
        chemin = f"droit/{name}.json"
        for index, regle in enumerate(sujet.regles):
            place = f"$.regles[{index}]"
            if homes.setdefault(regle.code, chemin) != chemin:
                message = f"« {regle.code} » est déjà dans {homes[regle.code]}"
                yield Finding(
                    chemin, f"{place}.code", CODE, message, "gardez les versions d’une règle dans un seul fichier"
                )
            yield from _itself(chemin, place, regle)
            yield from _read_at(chemin, place, regle, collection.documents)
            yield from _acted(chemin, place, regle, services)
            written = collection.fichiers[chemin]["regles"][index]
            yield from parametres.said_by(chemin, f"{place}.parametres", written)
        yield from _together(chemin, sujet.regles)


def _itself(chemin: str, place: str, regle: RegleDeDroit) -> Iterator[Finding]:
    if regle.du and regle.au and regle.du > regle.au:
        message = f"« {regle.code} » finirait le {spelled(regle.au)}, avant son premier jour, le {spelled(regle.du)}"
        yield Finding(chemin, f"{place}.en_vigueur_jusqu_au", CODE, message, "corrigez l’une des deux dates")
    if regle.confiance != "haute" and not regle.reserve:
        message = f"la confiance dans « {regle.code} » n’est pas haute, et rien ne dit ce qui reste à vérifier"
        yield Finding(chemin, f"{place}.confiance", CODE, message, "écrivez « reserve »")


def _read_at(chemin: str, place: str, regle: RegleDeDroit, documents: Mapping[str, Document]) -> Iterator[Finding]:
    for endroit in regle.source.endroits:
        document = documents.get(endroit.document)
        if document is not None and not document.address(endroit.section):
            message = f"le texte de « {regle.code} » n’a pas d’adresse où le lire"
            remedy = f"donnez-en une à documents/{endroit.document}.json, ou à sa section « {endroit.section} »"
            yield Finding(chemin, f"{place}.source", CODE, message, remedy)


def _acted(chemin: str, place: str, regle: RegleDeDroit, services: set[str]) -> Iterator[Finding]:
    for rank, service in enumerate(regle.services):
        if service not in services:
            message = f"aucun service officiel « {service} »"
            yield Finding(
                chemin, f"{place}.services[{rank}]", CODE, message, "corrigez le code, ou ajoutez le service à liens/"
            )


def _together(chemin: str, regles: tuple[RegleDeDroit, ...]) -> Iterator[Finding]:
    for (_, one), (index, other) in combinations(enumerate(regles), 2):
        if one.code != other.code:
            continue
        start = max(one.du or FIRST, other.du or FIRST)
        if start <= min(one.au or LAST, other.au or LAST):
            message = f"deux versions de « {one.code} » valent en même temps"
            message += f", le {spelled(start)} par exemple" if start != FIRST else ""
            remedy = "donnez à la plus ancienne son dernier jour (en_vigueur_jusqu_au)"
            yield Finding(chemin, f"$.regles[{index}]", CODE, message, remedy)
