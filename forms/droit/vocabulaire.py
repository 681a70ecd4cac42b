"""The words of the closed lists of the national law; tests/test_vocabulaire.py holds them to its schema."""

from __future__ import annotations

from collections.abc import Mapping

ACTEURS: Mapping[str, str] = {
    "candidat": "La personne",
    "employeur": "L’employeur",
    "organisme": "L’organisme de formation",
    "accompagnateur": "L’accompagnateur",
    "jury": "Le jury",
    "centre": "Le centre d’examen",
    "certificateur": "Le certificateur",
    "branche": "La branche",
    "ministere": "Le ministère",
    "france_competences": "France compétences",
    "portail_vae": "Le portail France VAE",
    "financeur": "Le financeur",
}
# How sure a rule is; « haute » goes without saying.
CONFIANCES: Mapping[str, str] = {
    "haute": "",
    "moyenne": "confiance moyenne",
    "faible": "confiance faible",
    "a_verifier": "à vérifier",
}
# What the law does to the rule of a source, before its own words.
EFFETS: Mapping[str, str] = {
    "remplace": "Aujourd’hui, à la place",
    "complete": "Aujourd’hui, en plus",
    "contredit": "Aujourd’hui, la loi dit autre chose",
}
PORTAILS: Mapping[str, str] = {
    "oui": "si la certification est sur le portail France VAE",
    "non": "si la certification n’est pas sur le portail France VAE",
}
REPERTOIRES_VISES: Mapping[str, str] = {"RNCP": "au RNCP", "RS": "au répertoire spécifique"}
GENRES_VISES: Mapping[str, str] = {"CQP": "pour un CQP", "TP": "pour un titre professionnel"}
SITUATIONS: Mapping[str, str] = {
    "salarie": "Je suis salarié",
    "demandeur_emploi": "Je cherche un emploi",
    "apprenti": "Je veux un contrat d’apprentissage",
    "sans_experience": "Je n’ai pas d’expérience du métier",
    "deja_engage": "J’ai commencé, et l’enregistrement a pris fin",
    "organisme": "Je représente un organisme de formation",
}
SITUATIONS_VISEES: Mapping[str, str] = {
    "salarie": "pour un salarié",
    "demandeur_emploi": "pour un demandeur d’emploi",
    "apprenti": "en apprentissage",
    "sans_experience": "sans expérience du métier",
    "deja_engage": "pour qui avait commencé avant la fin de l’enregistrement",
    "organisme": "pour un organisme de formation",
}
# The questions that rules answer, in the order in which they are read.
SUJETS: Mapping[str, str] = {
    "acces": "Comment y accéder",
    "delais": "Qui répond, et quand",
    "silence": "Ce que le silence veut dire",
    "evaluation": "Comment on est évalué",
    "cout": "Ce que cela coûte, et qui paie",
    "droits": "Les droits gardés",
    "organisme": "Ce que doit l’organisme",
    "donnees": "Données personnelles et handicap",
}
