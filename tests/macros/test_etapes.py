"""Long forms in sections: every statement once, in order, and no section too long to be read on one screen."""

from __future__ import annotations

import pytest
from hypothesis import given

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.page.etapes import LONGUE, arrange
from referentials.load import load
from tests.outils_formulaires import flat, formulaires, small

SLUGS = [certification.slug for certification in load().certifications]


def codes(formulaire: Formulaire) -> list[str]:
    """Return the statements of a form's sections, in the order of the sections."""
    etapes = [etape for noeud in arrange(formulaire) for etape in noeud.etapes()]
    return [item.code for etape in etapes for groupe in etape.groupes for item in groupe.all_items()]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_published_form_has_sections_of_a_readable_size(slug: str) -> None:
    """Four to fifteen statements each, every statement in one of them, in reading order; a short form is not cut."""
    formulaire = derive(load().certification(slug))
    statements = [item.code for item in formulaire.all_items()]
    sizes = [etape.count() for noeud in arrange(formulaire) for etape in noeud.etapes()]
    if len(statements) <= LONGUE:
        assert sizes == []
        return
    assert len(sizes) > 1
    assert [size for size in sizes if not 4 <= size <= LONGUE] == []
    assert codes(formulaire) == statements


@given(formulaires())
def test_no_statement_is_lost_or_repeated(formulaire: Formulaire) -> None:
    """Whatever the shape of a form, its sections hold each statement once and have addresses of their own."""
    etapes = [etape for noeud in arrange(formulaire) for etape in noeud.etapes()]
    assert len({etape.ancre for etape in etapes}) == len(etapes)
    if etapes:
        assert codes(formulaire) == [item.code for item in formulaire.all_items()]


def test_a_short_form_is_shown_whole() -> None:
    """Fifteen statements need no section; one group that cannot be cut is one section."""
    assert codes(small()) == []
    assert codes(flat(LONGUE, 80)) == []
    assert len(codes(flat(LONGUE + 1, 80))) == LONGUE + 1
