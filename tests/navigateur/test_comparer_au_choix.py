"""Any two certifications face to face, laid by the browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from macros.comparaison.faits import facts
from referentials.load import load

ONE, OTHER = "tp-conseiller-commercial", "charge-de-clientele"
WORDS = {"pareil": "Pareil", "different": "Différent", "indetermine": "Indéterminé"}
WORDS |= {"absent": "Dit d’un seul côté", "aucun": "Dit d’aucun côté"}


def test_two_chosen_stand_face_to_face_and_the_address_keeps_them(page: Page, serveur: str) -> None:
    """Choose two: the facts that one has at least, what each row amounts to; the address, opened again, shows the same."""
    collection = load()
    one, other = (collection.certification(slug) for slug in (ONE, OTHER))
    expected = [WORDS[ligne.ecart] for ligne in facts(one, other, collection.second_hand)]
    rows = page.locator("[data-rangee^=fait-]:visible [data-difference] .r-face-signe")

    def shown() -> list[str]:
        expect(rows).to_have_count(len(expected))
        return [text.split(maxsplit=1)[1] for text in rows.all_inner_texts()]

    page.goto(f"{serveur}/comparer/")
    lists, button = page.locator("form[data-comparer] select"), page.get_by_role("button", name="Comparer", exact=True)
    lists.nth(0).select_option(ONE)
    lists.nth(1).select_option(ONE)
    button.click()
    expect(page.locator("[data-comparer-annonce]")).to_have_text("Choisissez deux certifications différentes.")
    lists.nth(1).select_option(OTHER)
    button.click()
    assert shown() == expected
    address = page.evaluate("location.href")
    # These two have a page, in the other order.
    assert str(page.locator("[data-publiee]").evaluate("link => link.href")).endswith(f"/comparer/{OTHER}--{ONE}/")
    page.goto("about:blank")
    page.goto(address)
    assert shown() == expected
    state = page.locator("[data-rangee=etats] [data-ton]:visible")
    expect(state).to_have_count(2)
