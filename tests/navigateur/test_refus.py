"""Files that are not taken: each gets its own sentence, and the answers on screen stay as they were."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.navigateur.form_page import SLUG, FormPage, until

VALID: dict[str, Any] = {
    "format": "repere/auto-positionnement",
    "version": 1,
    "certification": SLUG,
    "version_referentiel": "1.0.0",
    "exporte_le": "2026-11-21T10:00:00+01:00",
    "outil": {"nom": "Repère", "version": "0.1.0"},
    "reponses": {"U1-C1-E2": {"valeur": "oui"}},
}


def text(**changes: Any) -> bytes:
    """Return the bytes of a valid file with some keys changed."""
    return json.dumps({**VALID, **changes}, ensure_ascii=False).encode()


REFUSALS = {
    "vide": (b"", "Ce fichier est vide."),
    "pas-du-json": (b"bonjour", "Ce fichier ne peut pas être lu"),
    "tronqué": (text()[:150], "son contenu s’interrompt ou se brouille à la ligne 1"),
    "liste": (b"[]", "n’est pas un fichier d’auto-positionnement Repère"),
    "autre-json": (b'{"a": 1}', "il ne porte pas la mention"),
    "autre-certification": (text(certification="tp-couvreur"), "concerne une autre certification"),
    "format-plus-récent": (text(version=4), "vient d’une version plus récente de Repère (format 4"),
    "abîmé": (text(reponses={"U1-C1-E2": {"valeur": 3}}), "À l’endroit « reponses › U1-C1-E2 › valeur »"),
    "utf-16": (text().decode().encode("utf-16"), "n’est pas un texte UTF-8"),
    "trop-gros": (b" " * 5_000_001, "plus de 5 Mo"),
    "clé-double": (b'{"format": "a", "format": "b"}', "donne deux fois « format »"),
}


def test_each_refusal_has_its_sentence(form: FormPage, tmp_path: Path) -> None:
    """The alert says what is wrong and what to do, takes the focus, and nothing on screen or in the draft changes."""
    form.computed()
    form.answer("U1-C1-E1", "non")
    form.note("U1-C1-E1", "à moi")
    wrong = {}
    for name, (content, expected) in REFUSALS.items():
        path = tmp_path / f"{name}.json"
        path.write_bytes(content)
        form.page.evaluate("document.activeElement.blur()")
        form.open_file(path)
        sentence = form.refusal()
        told = expected in sentence and sentence.endswith("Vos réponses à l’écran n’ont pas changé.")
        found = (told, form.page.evaluate("document.activeElement.id"), form.chosen(), list(form.notes().values()))
        if found != (True, "r-alerte", {"U1-C1-E1": "non"}, ["à moi"]):
            wrong[name] = (sentence, *found)
    assert wrong == {}
    form.page.reload()
    form.tied()
    assert (form.chosen(), list(form.notes().values())) == ({"U1-C1-E1": "non"}, ["à moi"])


def test_sentences_differ() -> None:
    """No two refusals are told with the same words."""
    sentences = [expected for _, expected in REFUSALS.values()]
    assert len(set(sentences)) == len(sentences)


def test_what_a_file_holds_is_shown_as_text(form: FormPage, tmp_path: Path) -> None:
    """HTML in a note, in an item's code or in a file's name is shown, never run."""
    attack = "<img src=x onerror=document.title='pris'>"
    form.computed()
    path = tmp_path / "<img src=x onerror=1>.json"
    path.write_bytes(text(reponses={"U1-C1-E1": {"valeur": "oui", "note": attack}}))
    title = form.page.title()
    form.open_file(path)
    until(lambda: form.chosen() == {"U1-C1-E1": "oui"}, "the file is open")
    assert list(form.notes().values()) == [attack]
    path.write_bytes(text(certification=attack))
    form.open_file(path)
    assert attack in form.refusal() or "À l’endroit" in form.refusal()
    assert form.page.locator("#contenu img[src=x]").count() == 0
    assert form.page.title() == title
