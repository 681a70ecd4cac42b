"""What a dossier says of answers that may not be what was meant: the ends of sentences, in French."""

from __future__ import annotations

from forms.socle.phrases import in_french

# Of an answer that is quoted, in characters.
LONGEST = 40


def unlikely(valeur: float, unite: str) -> str:
    """Return the text of a number that can hardly be meant; `unite` agrees with it."""
    amount = f"{in_french(valeur)} {unite}".strip()
    return f"{amount}, est-ce bien cela ? Vérifiez ce nombre."


def waiting(texte: str) -> str:
    """Return the text of an answer that seems to wait for another."""
    return f"« {_shown(texte)} » semble attendre une suite : écrivez la réponse."


def too_short(texte: str) -> str:
    """Return the text of an answer that may be one, and says little."""
    return f"« {_shown(texte)} », est-ce assez pour qui lira le dossier ? Sinon, ajoutez une phrase."


def no_document(texte: str) -> str:
    """Return the text of an answer that names no document."""
    return f"« {_shown(texte)} » ne semble pas être le nom d’un document : écrivez celui du fichier que vous joignez."


def alike(nom: str) -> str:
    """Return the text of a row named almost as another."""
    return (
        f"peut-être déjà dans la liste, sous « {nom} ». Si c’est le cas, gardez une seule ligne ; "
        "sinon, ajoutez à l’un des noms de quoi les distinguer."
    )


def same_document(document: str, other: str) -> str:
    """Return the text of a document named for two things."""
    name = " ".join(document.split())
    return f"le document « {name} » est déjà nommé ailleurs ({other}) : vérifiez qu’il convient aux deux."


def _shown(texte: str) -> str:
    words = " ".join(texte.split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
