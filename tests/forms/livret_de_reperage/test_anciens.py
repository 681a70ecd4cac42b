"""A question that was asked under two codes: its answers come to one field, or are both kept and asked about."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from forms.livret_de_reperage.commandes import ouvrir
from forms.livret_de_reperage.etat import evaluate
from forms.livret_de_reperage.tableur import feuille
from forms.livret_de_reperage.texte import texte
from forms.plusieurs_mains import anciens, fichier, fusion, phrases
from forms.plusieurs_mains.conflits import put_aside
from forms.plusieurs_mains.ecrits import SANS_PLACE, Copie, Ecarte
from forms.socle.feuille import words as in_words
from tests.conftest import ROOT
from tests.forms.livret_de_reperage.outils_livret import MATIN, SOIR, candidat, published, saved, tuteur
from tests.forms.test_modules_du_navigateur import run
from tests.outils import CAS

CASES = json.loads((CAS / "livret" / "anciens.json").read_text("utf-8"))
CHAMP, ANCIEN = "r-vae-convocation-jour", "r-vae-programmation-jour"
JOUR = date(2026, 4, 1)
TWO = {CHAMP: "2026-01-10", ANCIEN: "2026-01-12"}


def livret(valeurs: dict[str, Any]) -> Copie:
    """Return a livret of a VAE, its old code written by another hand, later."""
    hands = {CHAMP: candidat, ANCIEN: tuteur}
    return Copie({"voies": candidat(("vae",)), **{place: hands[place](value) for place, value in valeurs.items()}})


@pytest.mark.parametrize("case", CASES, ids=[case["cas"] for case in CASES])
def test_an_old_file_pours_its_days_into_one_field(case: dict[str, Any]) -> None:
    """The day at the code of today; of two that differ none is chosen, both are kept with their authors."""
    found = ouvrir(saved(livret(case["valeurs"])), published()).copie
    assert (found.ecrits[CHAMP].valeur if CHAMP in found.ecrits else None) == case["champ"]
    assert ANCIEN not in found.ecrits
    assert [one.place for one in found.ecartees] == case["ecartees"]
    assert {one.ecrit.valeur for one in found.ecartees} == {case["valeurs"][place] for place in case["ecartees"]}


def test_a_draft_of_before_is_read_as_a_file_is() -> None:
    """The same table, by the module of the page."""
    script = f"""import {{ formerFields, gathered }} from '{(ROOT / "forms" / "plusieurs_mains" / "web" / "former.mjs").as_uri()}';
      const champs = formerFields([{{ elements: [{{ nature: "bloc", elements: [
        {{ code: "{CHAMP}", nature: "date", anciens: ["{ANCIEN}"] }}, {{ code: "autre", nature: "date" }}] }}] }}]);
      const hands = {{ "{CHAMP}": ["candidat", "{MATIN}"], "{ANCIEN}": ["entreprise", "{SOIR}"] }};
      console.log(JSON.stringify(values[0].map(({{ valeurs }}) => {{
        const written = Object.entries(valeurs).map(([place, valeur]) =>
          [place, {{ valeur, par: {{ role: hands[place][0], nom: "" }}, le: hands[place][1] }}]);
        const found = gathered({{ valeurs: Object.fromEntries(written), ecartees: [] }}, champs);
        return [found.valeurs["{CHAMP}"]?.valeur ?? null, found.ecartees.map(({{ place }}) => place)];
      }})));"""
    assert run(script, CASES) == [[case["champ"], case["ecartees"]] for case in CASES]


def told(found: Copie) -> list[tuple[str, str]]:
    """Return what is asked about the field, with plain spaces."""
    alertes = evaluate(published(), found, JOUR).alertes
    return [(one.place, one.phrase.replace("\u00a0", " ")) for one in alertes]


def test_two_different_days_are_asked_about_until_one_is_written() -> None:
    """In the state, at the field; saved and opened again it is asked again; a day written there ends it."""
    opened = ouvrir(saved(livret(TWO)), published())
    ((place, phrase),) = told(opened.copie)
    assert place == CHAMP
    assert "10 janvier 2026 et 12 janvier 2026" in phrase
    # The place exists, and awaits a choice: that is what is said, with the words of the question and no code.
    assert [avis.replace("\u00a0", " ") for avis in opened.avis if "à part" in avis] == [phrase]
    assert CHAMP not in " ".join(opened.avis)
    again = ouvrir(saved(opened.copie), published()).copie
    assert again == opened.copie
    answered = Copie({**again.ecrits, CHAMP: tuteur("2026-01-11")}, again.ecartees)
    assert told(fichier.place(answered, published())) == []
    assert len(fichier.place(answered, published()).ecartees) == 2


def test_text_and_table_have_every_answer_kept_beside() -> None:
    """Two days under two codes and a question that is gone: each with its words; none of the two days has lost its place."""
    found = ouvrir(saved(Copie({**livret(TWO).ecrits, "disparu": candidat(valeur=True)})), published()).copie
    text = texte(published(), found, JOUR).replace("\u00a0", " ")
    table = feuille(published(), found, JOUR.isoformat()).lignes
    for words in ("10 janvier 2026", "12 janvier 2026", "oui"):
        assert f"À côté : {words}" in text
        assert [in_words(line[3]) for line in table].count(words) == 1
    assert "  - disparu :" in text
    said = [line[5].replace("\u00a0", " ") for line in table if line[5]]
    assert [("n’a pas trouvé sa place" in one, "plusieurs réponses qui diffèrent" in one) for one in said] == [
        (False, True),
        (False, True),
        (True, False),
    ]
    (label,) = {line[2] for line in table if "janvier" in in_words(line[3])}
    told = [one for one in put_aside(published(), found) if "janvier" in one.reponse]
    assert [(one.question, one.raison) for one in told] == [(label, "en_attente")] * 2


def test_a_question_that_the_answers_hide_is_not_asked() -> None:
    """Two days of a VAE in a livret of a training: which one is right is not asked, and both are told, and printed."""
    hidden = Copie({**livret(TWO).ecrits, "voies": candidat(("formation",))})
    opened = ouvrir(saved(hidden), published())
    (avis,) = opened.avis
    assert "gardées à part" in avis
    assert told(opened.copie) == []
    text = texte(published(), opened.copie, JOUR).replace("\u00a0", " ")
    table = feuille(published(), opened.copie, JOUR.isoformat()).lignes
    for words in ("10 janvier 2026", "12 janvier 2026"):
        assert words in text
        assert [in_words(line[3]) for line in table].count(words) == 1
    assert len(opened.copie.ecartees) == 2


def test_three_answers_are_not_said_to_be_two() -> None:
    """Two disputed copies merged: each day once, and all of them kept."""
    said = [phrases.two_answers("Jour", [*days]).replace("\u00a0", " ") for days in ("AB", "ABCD")]
    assert "diffèrent, A et B. Les deux sont gardées" in said[0]
    assert "diffèrent, A, B, C et D. Toutes sont gardées" in said[1]


def test_what_has_no_place_is_called_by_its_question_where_the_form_has_one() -> None:
    """A choice that the question no longer has; a question that is gone has its code alone."""
    gone = Copie({"voies": candidat(("vae", "par_correspondance")), "disparue": candidat("Rien.")})
    (avis,) = [one.replace("\u00a0", " ") for one in ouvrir(saved(gone), published()).avis if "à part" in one]
    assert avis.startswith("Ces réponses n’ont pas trouvé leur place dans le formulaire et sont gardées à part : ")
    assert "disparue, « Voie envisagée » (Voie d’accès). " in avis
    assert "voies" not in avis


def test_one_of_them_left_alone_comes_back_to_its_field() -> None:
    """What a file kept aside under the old code has a place now."""
    aside = Copie({"voies": candidat(("vae",))}, (Ecarte(ANCIEN, tuteur("2026-01-12"), SANS_PLACE),))
    found = fichier.place(aside, published())
    assert found.ecrits[CHAMP].valeur == "2026-01-12"
    assert found.ecartees == ()


def test_merging_an_old_copy_asks_about_the_one_field() -> None:
    """10 January here, 12 January under the old code in the other copy: one conflict, at the field of today."""
    here = fichier.place(livret({CHAMP: "2026-01-10"}), published())
    other = ouvrir(saved(livret({ANCIEN: "2026-01-12"})), published()).copie
    found = fusion.merge(here, other, None)
    assert [conflit.place for conflit in found.conflits] == [CHAMP]


def test_only_what_was_published_has_old_codes() -> None:
    """Each old code names no other field."""
    codes = {element.code for element in published().racines()}
    olds = [code for champ in anciens.champs(published()) for code in champ.anciens]
    assert olds == [ANCIEN]
    assert not codes & {*olds}
