"""The sentences of the state of a dossier, in French.  Values come in, words go out; nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from forms.questionnaire.dates import in_words
from forms.questionnaire.durees import duration
from forms.socle.majuscules import capitalized
from forms.socle.phrases import counted, in_french, listed, typeset

DOSSIER = typeset("Dossier de demande d’habilitation")
DOSSIER_FAMILLE = "Le dossier"
DOSSIER_POUR = typeset("Les réponses à chaque exigence du cahier des charges")


def of(nom: str, text: str) -> str:
    """Return a sentence about a row, called by its name, or about the piece itself where `nom` is empty."""
    return typeset(f"{capitalized(nom)} : {text}" if nom else capitalized(text))


def missing(libelle: str) -> str:
    """Return the text of an answer that is not there."""
    return f"il manque « {libelle} »."


def no_row(libelle_element: str, libelle: str) -> str:
    """Return the text of a list with nothing in it."""
    return f"la liste « {libelle} » est vide : ajoutez-y chaque {libelle_element}."


def refused(objet: str) -> str:
    """Return the text of a promise that is not given."""
    return f"le cahier des charges l’exige, et vous répondez non : {objet}. Organisez-vous pour pouvoir répondre oui."


def to_come(day: date) -> str:
    """Return the text of a document dated after today."""
    return f"la date écrite sur ce document, le {in_words(day)}, n’est pas encore venue : vérifiez-la."


def after_sending(day: date, envoi: date) -> str:
    """Return the text of a document dated after the day when it was sent."""
    return f"ce document, daté du {in_words(day)}, vient après l’envoi du {in_words(envoi)} : vérifiez ces deux dates."


def too_old(day: date, envoi: date, valeur: int, unite: str, limit: date | None) -> str:
    """Return the text of a document that is too old on the day of sending; until `limit`, one may still send it."""
    sooner = f", ou envoyez le dossier avant le {in_words(limit)}" if limit else ""
    return (
        f"ce document, daté du {in_words(day)}, n’a plus moins de {duration(valeur, unite)} "
        f"le {in_words(envoi)}, jour de l’envoi : demandez-en un nouveau{sooner}."
    )


def will_be_too_old(intitule: str, limit: date, valeur: int, unite: str) -> str:
    """Return the sentence of the day when a document will no longer be recent enough."""
    return typeset(
        f"« {intitule} » aura {duration(valeur, unite)} le {in_words(limit)} : "
        "envoyez le dossier avant ce jour, ou joignez un document plus récent."
    )


def over(fin: date, envoi: date, jour: date) -> str:
    """Return the text of a document that is no longer valid on the day of sending, whether or not it still is today."""
    sooner = f", ou envoyez le dossier au plus tard le {in_words(fin)}" if fin >= jour else ""
    return (
        f"ce document ne vaut que jusqu’au {in_words(fin)} ; le dossier part le {in_words(envoi)} : "
        f"joignez un document encore valable ce jour-là{sooner}."
    )


def will_be_over(intitule: str, first: date) -> str:
    """Return the sentence of the first day when a document will no longer be valid."""
    return typeset(
        f"« {intitule} » ne vaudra plus à partir du {in_words(first)} : "
        "envoyez le dossier avant ce jour, ou joignez le document suivant."
    )


def too_few(objet: str, found: int, valeur: int) -> str:
    """Return the text of a list that is too short."""
    return f"{objet} : {found} sur {valeur} au moins. Ajoutez-en {valeur - found}."


def too_short(valeur: float, requis: int, unite: str, ways: str) -> str:
    """Return the text of an experience that is not long enough; `ways` names every one in which it may be had."""
    return (
        f"{duration(valeur, unite)}, il en faut au moins {in_french(requis)} ({ways}). "
        "Vérifiez la durée, ou proposez quelqu’un d’autre."
    )


def not_covered(libelle: str) -> str:
    """Return the text of a component that nothing is about."""
    return f"rien ne porte sur « {libelle} » : ajoutez ce qui manque, ou rattachez-y ce qui en parle."


def not_covered_by(libelle: str, objet: str) -> str:
    """Return the text of a component that no row of a list says to be about."""
    return (
        f"à la question « {capitalized(objet)} », aucune ligne ne répond « {libelle} » : "
        "complétez-en une, ou ajoutez-en une."
    )


def nobody(libelle_liste: str) -> str:
    """Return the text of a row that no row of another list is in charge of."""
    return f"personne n’en est chargé : dites qui dans la liste « {libelle_liste} »."


def asked_by_repere(phrase: str) -> str:
    """Return a sentence, and that it is Repère that asks, where the source does not in so many words."""
    return typeset(f"{phrase} Conseil de Repère : le cahier des charges ne le demande pas en ces termes.")


def prepared(jour: date) -> str:
    """Return on which day a paper is made of the answers."""
    return typeset(f"Préparé le {in_words(jour)}.")


def with_clause(enonce: str, clause: str) -> str:
    """Return what a rule says, or a title, with its place."""
    return typeset(f"{enonce} ({clause})")


def none_apart(objet: str, listes: Sequence[str]) -> str:
    """Return the text of people who are all of other lists too."""
    named = " ou ".join(f"« {one} »" for one in listes)
    return (
        f"{objet} : tous ceux que vous nommez figurent aussi dans {named}. Prévoyez quelqu’un d’autre, ou expliquez-le."
    )


def to_be_named(libelle_liste: str) -> str:
    """Return the line of somebody whom the reader may call and who is not named yet."""
    return typeset(f"À désigner : dites qui dans la liste « {libelle_liste} ».")


def to_be_said(libelle: str) -> str:
    """Return the line of what is not said yet of somebody whom the reader may call."""
    return typeset(f"{capitalized(libelle)} : à compléter")


def incomplete(number: int) -> str:
    """Return the sentence of an envelope that lacks something; nothing says that one is complete."""
    return typeset(
        f"Envoi incomplet : {counted(number, 'exigence attend', 'exigences attendent')} encore quelque chose."
    )


def not_held(fonction: str, libelle_liste: str) -> str:
    """Return the text of a function that nobody holds."""
    return f"personne ne tient la fonction « {fonction} » : dites qui dans la liste « {libelle_liste} »."


def not_cumulable(fonction: str) -> str:
    """Return the text of a function that its holder may not hold along with another."""
    return f"la fonction « {fonction} » ne se cumule pas : confiez les autres à quelqu’un d’autre."


def past(envoi: date) -> str:
    """Return the sentence of a day of sending that has gone by."""
    return typeset(
        f"Le jour d’envoi que vous donnez, le {in_words(envoi)}, est passé : "
        "si le dossier n’est pas parti, choisissez un autre jour."
    )


def at_the_latest(day: date) -> str:
    """Return the sentence of the last working day on which nothing has run out."""
    return typeset(
        f"Pour que ces dates conviennent toutes, envoyez le dossier au plus tard le {in_words(day)}, "
        "dernier jour ouvré avant la première."
    )


def overall(compte: Mapping[str, int]) -> str:
    """Return the sentence of the whole dossier: how much is done, what is left."""
    done = f"{counted(compte['fait'], 'exigence satisfaite', 'exigences satisfaites')} sur {compte['total']}"
    left = [
        counted(compte[etat], singular, plural)
        for etat, singular, plural in (
            ("manque", "à compléter", "à compléter"),
            ("a_verifier", "à vérifier", "à vérifier"),
            ("non_conforme", "non conforme", "non conformes"),
        )
        if compte[etat]
    ]
    if left:
        return typeset(f"{done} ; {listed(left)}.")
    # What is enclosed has been named, not seen.
    return typeset(
        f"{done} : d’après vos réponses, rien ne manque. Repère n’a pas vu vos documents ; la branche décide."
    )
