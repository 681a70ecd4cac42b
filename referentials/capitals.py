"""A capital at the head of a text, or none: as forms/socle/majuscules.py does, which a browser holds alone."""

from __future__ import annotations


def capitalized(text: str) -> str:
    """Return a text as it begins a sentence; the rest of it, acronyms among them, stays as it is."""
    return text[:1].upper() + text[1:]


def uncapitalized(text: str) -> str:
    """Return a text as it goes on with a sentence: an acronym keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
