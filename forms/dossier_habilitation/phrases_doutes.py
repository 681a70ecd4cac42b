"""What a dossier says of answers that may not be what was meant: the ends of sentences, in French."""

from __future__ import annotations

from forms.socle.phrases import in_french

# Of an answer that is quoted, in characters.
LONGEST = 60


def unlikely(valeur: float, unite: str) -> str:
    """Return the text of a number that can hardly be meant."""
    amount = f"{in_french(valeur)} {unite}".strip()
    return f"{amount}, est-ce bien cela ? Vérifiez ce nombre."


def waiting(texte: str) -> str:
    """Return the text of an answer that seems to wait for another."""
    words = " ".join(texte.split())
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
    return f"« {shown} » semble attendre une suite : écrivez la réponse."


def alike(nom: str) -> str:
    """Return the text of a row named almost as another."""
    return f"peut-être déjà dans la liste, sous « {nom} ». Si c’est le cas, gardez une seule ligne."


def same_document(document: str, other: str) -> str:
    """Return the text of a document named for two things."""
    name = " ".join(document.split())
    return f"le document « {name} » est déjà nommé pour {other} : vérifiez qu’il convient aux deux."
