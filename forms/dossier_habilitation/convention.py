"""The draft of a convention d’habilitation, to negotiate (projet-convention.schema.json)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from forms.dossier_habilitation import papiers, places, reponses
from forms.dossier_habilitation import phrases_convention as phrases
from forms.dossier_habilitation.annexe import concerned
from forms.dossier_habilitation.enveloppe import adresse, destinataire, nom
from forms.dossier_habilitation.phrases import with_clause
from forms.questionnaire import conditions, en_mots, valeurs
from forms.questionnaire.modele import Bloc, Champ, Convention, Liste, Questionnaire, RubriqueConvention
from forms.questionnaire.valeurs import Valeurs
from forms.socle.phrases import typeset
from forms.socle.refus import Refus

FORMAT = "repere/projet-convention"
VERSION = 1
Ligne = tuple[str, str]


def projet(questionnaire: Questionnaire, donnees: Mapping[str, Any], jour: date) -> dict[str, Any]:
    """Return the JSON of the draft for raw values, as on `jour`.  Raises Refus where nothing provides for a convention."""
    convention = questionnaire.convention
    if convention is None:
        raise Refus(phrases.none_for(questionnaire.intitule))
    asked = conditions.asked(questionnaire, donnees)
    read, every = valeurs.read(asked, donnees), valeurs.read(questionnaire, donnees)
    return {
        **papiers.entete(questionnaire, FORMAT, VERSION, jour),
        "reserves": [phrases.PROJET, _rule(convention), phrases.law(convention)],
        "loi": {"texte": typeset(convention.loi.texte), "adresse": convention.loi.adresse},
        "parties": [
            {"intitule": intitule, "lignes": _lines(lines)}
            for intitule, lines in _parties(questionnaire, convention, donnees)
        ],
        "rubriques": [
            {
                "code": one.code,
                "intitule": f"{rang}. {one.intitule}",
                "texte": typeset(one.texte),
                "demande": typeset(one.demande),
                "clauses": [papiers.regle(clause) for clause in concerned(every, donnees, one.clauses)],
                "droit": [
                    {"enonce": typeset(loi.enonce), "source": phrases.cited(loi), "adresse": loi.adresse}
                    for loi in one.droit
                ],
                "lignes": _lines(_said(asked, one, donnees, read)),
            }
            for rang, one in enumerate(convention.rubriques, 1)
        ],
        "a_signer": [*phrases.A_SIGNER],
    }


def _rule(convention: Convention) -> str:
    return with_clause(convention.clause.enonce, reponses.clause(convention.clause.source))


def _lines(lines: Iterator[Ligne]) -> list[dict[str, str]]:
    return [{"libelle": libelle, "texte": texte.strip()} for libelle, texte in lines]


def _parties(
    questionnaire: Questionnaire, convention: Convention, donnees: Mapping[str, Any]
) -> Iterator[tuple[str, Iterator[Ligne]]]:
    branche = [(phrases.ETABLIT, _rule(convention)), (phrases.ENVOI, ", ".join(destinataire(questionnaire)))]
    yield phrases.CERTIFICATEUR, iter([*branche, (phrases.REPRESENTANT, "")])
    organisme = [(phrases.NOM, ", ".join(nom(donnees))), (phrases.ADRESSE, ", ".join(adresse(donnees)))]
    yield phrases.ORGANISME, iter([*organisme, (phrases.REPRESENTANT, "")])


def _said(
    asked: Questionnaire, rubrique: RubriqueConvention, donnees: Mapping[str, Any], read: Valeurs
) -> Iterator[Ligne]:
    """Yield what the dossier says of a heading, then what is still to agree; no text: that is to agree too."""
    if rubrique.composantes:
        yield phrases.CERTIFICATION, typeset(asked.intitule)
        yield phrases.COMPOSANTES, "\n".join(map(typeset, rubrique.composantes))
    blocs: Mapping[str, Bloc] = {bloc.code: bloc for _, bloc in asked.blocs()}
    found = [blocs[code] for code in rubrique.pieces if code in blocs]
    # Whether one is concerned, its bloc alone says by what.
    concerned_by = {bloc.elements[0].code: bloc.intitule for bloc in found if bloc.elements}
    noms = en_mots.names(read)
    elements = [one for one in asked.racines() if one.code in rubrique.reponses]
    for element in [*elements, *(one for bloc in found for one in bloc.elements)]:
        if isinstance(element, Liste):
            names = (places.title(element, row) for row in read.listes[element.code])
            yield element.libelle, ", ".join(filter(None, names))
        elif _speaks(element):
            libelle = concerned_by.get(element.code, "") if element.nature == "oui_non" else ""
            yield libelle or element.libelle, en_mots.answer(element, donnees.get(element.code), noms)
    yield from ((libelle, "") for libelle in rubrique.a_convenir)


def _speaks(champ: Champ) -> bool:
    """Tell whether an answer says something to agree on: a document that is enclosed, or its day, is not."""
    return not champ.document and champ.nature != "date"
