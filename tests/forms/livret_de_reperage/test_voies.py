"""What each route, ticked alone, hides of the livret: a list that one reads, and what stands inside another route."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from forms.livret_de_reperage.derivation import derive
from forms.questionnaire import conditions
from forms.questionnaire.modele import Questionnaire
from referentials.load import load
from referentials.model_certification import Certification
from tests.outils import ATTENDUS, PUBLISHED

CERTIFICATIONS = load().certifications
FORMS = {certification.slug: form for certification in CERTIFICATIONS if (form := derive(certification))}


def hidden(form: Questionnaire, voie: str) -> tuple[str, ...]:
    """Return the parts of a form that a route ticked alone hides."""
    return conditions.hidden(form, conditions.asked(form, {"voies": [voie]}))


def routes(form: Questionnaire) -> list[str]:
    """Return the routes that a form offers."""
    champ = form.racine("voies")
    return [option.code for option in getattr(champ, "options", ())]


def table() -> Iterator[str]:
    """Yield what each route of each certification hides, one part a line."""
    for slug, form in FORMS.items():
        for voie in routes(form):
            yield f"{slug}, {voie}"
            found = hidden(form, voie)
            yield from (f"  {code}" for code in found or ("rien",))


def test_each_route_alone_hides_what_was_reviewed() -> None:
    """Read the difference before writing the expected list again: what is hidden is asked of nobody."""
    expected = (ATTENDUS / "voies" / "livret.txt").read_bytes().decode()
    assert "".join(f"{line}\n" for line in table()) == expected


def test_an_individual_candidate_meets_the_rules_of_the_training_that_they_are_in() -> None:
    """Admitted inside the training route (§ 3.1): six months, the tutor, their grids, fifteen working days."""
    form = FORMS[PUBLISHED]
    mine = hidden(form, "candidature_individuelle")
    assert mine == hidden(form, "formation")
    asked = {"R-PRATIQUE-6MOIS", "R-TUTEUR", "R-TUTEUR-CHOIX", "R-GRILLES-TUTEUR", "ECHEANCE-R-DOSSIER-15J"}
    assert not asked & {*mine}
    assert "ECHEANCE-R-VAE-CONVOCATION" in mine


@pytest.mark.parametrize("certification", CERTIFICATIONS, ids=lambda c: c.slug)
def test_a_route_inside_another_has_all_that_the_other_has(certification: Certification) -> None:
    """Every rule, and every question of a form, that holds for a route holds for those that stand inside it."""
    inside = [(acces.voie, acces.dans) for acces in certification.identite.voies_acces if acces.dans]
    pieces = [piece for epreuve in certification.epreuves for piece in epreuve.pieces]
    for one in (*certification.regles, *certification.epreuves, *pieces):
        assert all(inner in one.voies for inner, outer in inside if outer in one.voies), one.code
    form = FORMS.get(certification.slug)
    assert form is None or all({*hidden(form, inner)} <= {*hidden(form, outer)} for inner, outer in inside)
