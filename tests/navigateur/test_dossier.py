"""The dossier d'habilitation in a browser: its state, its file, its draft, its days, its documents."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from forms.__main__ import main
from tests.forms.dossier_habilitation.organisme import organisme
from tests.forms.dossier_habilitation.outils_dossier import JOUR, changed, conforming
from tests.navigateur.dossier_page import DossierPage, export
from tests.navigateur.form_page import FormPage, until
from tests.navigateur.test_fichier import DROP
from tests.outils_papier import sheets
from tests.pannes.frappe import without_python

NOON = datetime(JOUR.year, JOUR.month, JOUR.day, 11, 30).astimezone()
LONG = "Une phrase assez longue pour passer à la ligne plusieurs fois sur le papier. " * 30


@pytest.fixture(scope="module")
def kept_dossier(kept_page: Page, serveur: str) -> DossierPage:
    """Return the page, opened once for all on the day of the worked examples, Python ready."""
    kept_page.clock.set_fixed_time(NOON)
    return DossierPage(kept_page, serveur).open().computed()


@pytest.fixture
def dossier(kept_dossier: DossierPage) -> DossierPage:
    """Return the page with an empty draft."""
    kept_dossier.blank()
    return kept_dossier


def test_the_state_is_that_of_the_command_line_to_the_byte(
    dossier: DossierPage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a dossier that conforms and on one that does not, whatever the day: the same text."""
    for changes in ({}, {"p-kbis-date": "2026-06-01", "modules/m2/composante": "D1", "evaluateurs/e1": ""}):
        dossier.open_values(changed(conforming(), changes), tmp_path)
        saved = dossier.save_file(tmp_path)
        assert main(["evaluer", str(saved), "--jour", JOUR.isoformat()]) == 0
        expected = capsys.readouterr().out
        until(lambda: f"{dossier.page.text_content('#etat [data-champ=json]')}\n" == expected, "the state follows")  # noqa: B023 — awaited here
    assert dossier.errors == []


def test_the_form_asks_for_what_the_applicant_has_to_give(dossier: DossierPage, tmp_path: Path) -> None:
    """A company that does not offer VAE: no declaration, no VAE; the sections follow each other without a gap."""
    page = dossier.page
    dossier.choose("demandeur", "entreprise_service_interne")
    dossier.choose("offres", "formation")
    asked = page.locator("[data-bloc=P-SERVICE-INTERNE]:not([data-cache])")
    until(lambda: asked.count() == 1 and not page.is_visible("[data-sommaire=s-offre-vae]"), "both answers are judged")
    assert page.locator("[data-bloc=P-DECLARATION]").get_attribute("data-cache") is not None
    dossier.go_to("s-offre-formation")
    page.get_by_role("link", name="Suivant : Les évaluations et les évaluateurs").click()
    until(lambda: page.is_visible("[data-bloc=P-EVALUATEURS]"), "the next section is the one asked for")
    assert "Section 4 sur 6" in page.inner_text("#s-evaluateurs .r-suite")
    assert dossier.values(tmp_path) == {"demandeur": "entreprise_service_interne", "offres": ["formation"]}


def test_a_draft_keeps_what_is_no_longer_asked(dossier: DossierPage, tmp_path: Path) -> None:
    """Hidden, an answer is in the file and in the draft; asked for again after a reload, it is on screen."""
    page = dossier.page

    def offered() -> bool:
        return page.locator("[data-section=offre_vae]:not([data-cache])").count() == 1

    dossier.choose("offres", "formation", "vae")
    until(offered, "VAE is asked for")
    dossier.write("p-vae-dossier-methodes", "Six rendez-vous")
    row = dossier.rows("accompagnateurs")[0]
    dossier.write(f"accompagnateurs/{row}/nom", "Leroy")
    dossier.box("offres").locator("input[value=vae]").uncheck()
    until(lambda: not offered(), "VAE is hidden")
    kept = {"accompagnateurs": [{"id": row, "nom": "Leroy"}], "p-vae-dossier-methodes": "Six rendez-vous"}
    assert {code: dossier.values(tmp_path)[code] for code in kept} == kept
    until(dossier.settled, "the draft is on the disk")
    page.reload()
    dossier.tied()
    dossier.computed()
    assert not offered()
    dossier.choose("offres", "vae")
    until(offered, "VAE is asked for again")
    assert dossier.box(f"accompagnateurs/{row}/nom").locator("input").input_value() == "Leroy"
    assert dossier.box("p-vae-dossier-methodes").locator("textarea").input_value() == "Six rendez-vous"


def test_a_fault_is_told_beside_its_field_once_one_has_left_it(dossier: DossierPage) -> None:
    """While one types nothing is red; then the sentence describes the field; the list of faults leads to it."""
    page = dossier.page

    def constats() -> list[str]:
        """Return what the state says of that date."""
        found = [c for x in dossier.etat()["exigences"] for c in x["constats"] if c["place"] == "p-kbis-date"]
        return [constat["phrase"].replace("\xa0", " ") for constat in found]

    def description() -> str:
        described = (control.get_attribute("aria-describedby") or "").split()
        return " ".join(page.locator(f"#{one}").text_content() or "" for one in described).replace("\xa0", " ")

    control = dossier.box("p-kbis-date").locator("input")
    control.focus()
    page.keyboard.type("1/6/2026")
    until(lambda: "n’a plus moins de 3 mois" in "".join(constats()), "the date is judged")
    assert control.get_attribute("aria-invalid") is None
    page.keyboard.press("Tab")
    until(lambda: control.get_attribute("aria-invalid") == "true", "the fault is told")
    assert control.input_value() == "01/06/2026"
    assert "n’a plus moins de 3 mois" in description()
    control.fill("")
    until(lambda: constats() == ["Il manque « Date écrite sur le document »."], "the date is missing")
    assert control.get_attribute("aria-invalid") is None
    page.click("[data-action=verifier]")
    assert page.evaluate("document.activeElement.id") == "r-a-faire"
    assert control.get_attribute("aria-invalid") == "true"
    dossier.go_to("s-gestion")
    page.locator("#r-a-faire li").filter(has_text="Extrait de KBIS").get_by_text("Date écrite").click()
    until(lambda: control.evaluate("(input) => input === document.activeElement"), "the link takes the focus")


def test_a_doubt_is_told_beside_its_field_as_no_fault(dossier: DossierPage, tmp_path: Path) -> None:
    """Once one has left what one wrote; mended, it goes; what is not written yet is asked for later."""
    dossier.open_values(changed(conforming(), {"sites/s1/usages": ""}), tmp_path)
    hours = dossier.box("modules/m1/heures_max")
    line = hours.locator(".r-erreur[data-doute]")
    assert line.count() == 0
    dossier.write("modules/m1/heures_max", "99999")
    until(line.is_visible, "the doubt is told")
    assert "99\u202f999\u00a0heures, est-ce bien cela" in line.inner_text()
    control = hours.locator("input")
    assert (control.get_attribute("aria-invalid"), control.get_attribute("aria-describedby") is None) == (None, False)
    dossier.write("modules/m1/heures_max", "49")
    until(lambda: line.count() == 0, "the doubt is lifted")
    usages = dossier.box("sites/s1/usages")
    usages.locator("input").first.focus()
    dossier.page.keyboard.press("Tab")
    dossier.write("denomination", "Val")
    assert usages.locator(".r-erreur").count() == 0


def test_rows_are_added_filled_moved_removed_and_brought_back_by_keyboard(dossier: DossierPage, tmp_path: Path) -> None:
    """The focus is always somewhere useful, what is done is said, and undoing brings every answer back, links too."""
    page = dossier.page
    dossier.open_values(changed(conforming(), {}), tmp_path)
    dossier.go_to("s-offre-formation")

    def focused() -> Any:
        return page.evaluate("document.activeElement.dataset.action ?? document.activeElement.name")

    page.locator("[data-liste=modules] [data-action=ajouter]").focus()
    page.keyboard.press("Enter")
    added = dossier.rows("modules")[2]
    assert focused() == f"modules/{added}/intitule"
    page.keyboard.type("Suivre")
    assert "Suivre" in dossier.box("formateurs/f1/modules").inner_text()
    page.locator(f"[data-ligne={added}] [data-action=monter]").focus()
    page.keyboard.press("Enter")
    assert focused() == "monter"
    page.keyboard.press("Enter")
    assert dossier.rows("modules") == [added, "m1", "m2"]
    assert focused() == "descendre"
    assert "place 1 sur 3" in dossier.announced()
    before = dossier.values(tmp_path)
    page.locator("[data-ligne=m1] [data-action=oter]").focus()
    page.keyboard.press("Enter")
    assert focused() == "remettre"
    assert "retirée" in dossier.announced()
    without = dossier.values(tmp_path)
    assert [row["id"] for row in without["modules"]] == [added, "m2"]
    assert without["formateurs"][0]["modules"] == ["m2"]
    page.locator("[data-action=remettre]").focus()
    page.keyboard.press("Space")
    assert focused() == "modules/m1/intitule"
    assert dossier.values(tmp_path) == before
    page.locator("[data-ligne=m1] [data-action=dupliquer]").focus()
    page.keyboard.press("Enter")
    _, first, copy, _ = dossier.values(tmp_path)["modules"]
    assert {**copy, "id": "m1"} == first
    assert len({row["id"] for row in dossier.values(tmp_path)["modules"]}) == 4
    assert dossier.errors == []


ZONES = {"Europe/Paris": "2026-11-24", "America/Cayenne": "2026-11-23", "Pacific/Noumea": "2026-11-24"}


def test_a_row_is_made_empty_of_one_that_was_filled_before_the_script_came(page: Page, serveur: str) -> None:
    """The page arrives with one row of each list: a text, a choice and a box given there at once stay there only."""
    held: list[Any] = []
    page.route("**/assets/repere/dossier-habilitation-*.js", lambda route: held.append(route))  # noqa: PLW0108 — Playwright marks its handlers
    dossier = DossierPage(page, serveur)
    page.goto(dossier.address, wait_until="commit")
    row = page.locator("[data-liste=modules] > ol > [data-ligne]")
    row.locator("input[type=text]").first.fill("Préparer ses appels")
    row.locator("input[type=checkbox]").first.check()
    row.locator("input[type=radio]").first.check()
    until(lambda: held != [], "the script is asked for")
    held[0].continue_()
    dossier.computed()
    page.locator("[data-action=deplier]").click()
    page.locator("[data-liste=modules] [data-action=ajouter]").click()
    until(lambda: row.count() == 2, "a row has come")
    first, second = row.nth(0), row.nth(1)
    assert first.locator("input[type=text]").first.input_value() == "Préparer ses appels"
    assert second.locator(":checked").count() == 0
    assert [one.input_value() for one in second.locator("input[type=text], textarea").all()] == [""] * second.locator(
        "input[type=text], textarea"
    ).count()
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len({*ids})


def test_a_day_can_be_chosen_in_the_calendar_of_the_browser(page: Page, serveur: str, tmp_path: Path) -> None:
    """It opens on the day that is written, and types the one that is chosen; where it does not open, one types."""
    page.add_init_script("HTMLInputElement.prototype.showPicker = function () { window.opened = this.value; }")
    dossier = DossierPage(page, serveur)
    dossier.open()
    box = dossier.box("p-kbis-date")
    typed, button = box.locator("input[type=text]"), box.locator("[data-action=calendrier]")
    typed.fill("environ mars")
    button.click()
    assert (page.evaluate("window.opened"), typed.input_value()) == ("", "environ mars")
    typed.fill("5/10/2026")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("window.opened") == "2026-10-05"
    page.locator(".r-calendrier").evaluate(
        "(picker) => { picker.value = '2026-11-02'; picker.dispatchEvent(new Event('change')); }"
    )
    assert (typed.input_value(), page.evaluate("document.activeElement.id")) == ("02/11/2026", "f-p-kbis-date")
    assert dossier.values(tmp_path) == {"p-kbis-date": "2026-11-02"}
    page.evaluate("() => { HTMLInputElement.prototype.showPicker = () => { throw new Error('refused'); }; }")
    button.click()
    assert page.evaluate("document.activeElement.id") == "f-p-kbis-date"
    assert dossier.errors == []
    page.add_init_script("delete HTMLInputElement.prototype.showPicker")
    page.reload()
    dossier.tied()
    assert dossier.box("p-kbis-date").locator("[data-action=calendrier]").is_hidden()


def test_days_do_not_drift_from_one_time_zone_to_another(navigateur: Browser, serveur: str, tmp_path: Path) -> None:
    """At one instant, each place has its own day of today; every other date is the same everywhere, in the file too."""
    context = navigateur.new_context(locale="fr-FR", service_workers="block")
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-23T23:30:00Z")
    devtools = context.new_cdp_session(page)
    dossier = DossierPage(page, serveur)
    texts, states = set(), {}
    for zone, today in ZONES.items():
        # The device goes from one place to the next; the page stays open.
        devtools.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
        if states:
            dossier.blank()
        else:
            dossier.open()
            dossier.computed()
        dossier.open_values(conforming(), tmp_path)
        dossier.write("p-assurance-fin", "1.1.2027")
        until(lambda: any(e["jour"] == "2027-01-02" for e in dossier.etat()["echeances"]), "it is judged")
        states[zone] = dossier.etat()
        assert states[zone].pop("jour") == states[zone]["etat_certification"].pop("jour") == today
        texts.add(json.dumps(dossier.values(tmp_path), sort_keys=True))
    context.close()
    assert len(texts) == 1
    assert '"p-assurance-fin": "2027-01-01"' in texts.pop()
    assert states["Europe/Paris"] == states["America/Cayenne"] == states["Pacific/Noumea"]


def test_the_file_comes_back_as_it_was_and_others_are_refused(dossier: DossierPage, tmp_path: Path) -> None:
    """Saved and dropped on the page, it gives the same values; what is set aside stays; another kind is refused."""
    page = dossier.page
    values = changed(conforming(), {"p-kbis-date": "le 31 février", "date_envoi": "31/02/2026"})
    dossier.open_values(values, tmp_path, valeurs_ecartees={"ancien": "gardé"})
    assert dossier.values(tmp_path) == values
    saved = dossier.save_file(tmp_path)
    assert json.loads(saved.read_text("utf-8"))["valeurs_ecartees"] == {"ancien": "gardé"}
    dossier.page.click("#r-ecartees > summary")
    until(lambda: "gardé" in (dossier.page.text_content("#r-ecartees li") or ""), "what is aside is shown")
    assert saved.name.startswith("repere-dossier-habilitation-cqp-vendeur")
    page.evaluate(DROP, ["autre.json", export(values, format="repere/auto-positionnement", version=2)])
    assert "dossier" in dossier.refusal()
    assert dossier.values(tmp_path) == values
    page.evaluate(DROP, ["mien.json", saved.read_text("utf-8")])
    dossier.said("à part")
    assert dossier.values(tmp_path) == values


def test_the_drafts_of_two_forms_do_not_mix(page: Page, serveur: str) -> None:
    """Each form of a certification has its own drafts, in one database."""
    without_python(page.context)
    dossier = DossierPage(page, serveur)
    dossier.open()
    dossier.write("denomination", "Formation du Val")
    until(dossier.settled, "the draft is on the disk")
    other = FormPage(dossier.page.context.new_page(), dossier.origin).open()
    assert other.state("brouillon") == "brouillon_pret"
    other.answer("U1-C1-E1", "oui")
    until(other.settled, "the other draft is on the disk")
    dossier.page.reload()
    dossier.tied()
    assert dossier.box("denomination").locator("input").input_value() == "Formation du Val"


# Puts what another time kept in the place of what the draft holds.
FORMER = """(valeurs) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("repere:/");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const transaction = opening.result.transaction("brouillons", "readwrite");
    const store = transaction.objectStore("brouillons");
    store.getAll().onsuccess = ({ target }) => {
      for (const draft of target.result) store.put({ ...draft, contenu: { ...draft.contenu, valeurs } });
    };
    transaction.oncomplete = () => { opening.result.close(); resolve(); };
  };
})"""
FORMER_VALUES = {
    "p-accessibilite-document": "06-registre.pdf",
    "p-sous-traitance-concerne": "oui",
    "p-sous-traitance-raisons": "Un module d’anglais.",
}


def test_a_draft_of_one_answer_is_a_first_row(page: Page, serveur: str, tmp_path: Path) -> None:
    """On screen and in the file, once; after a reload; taken away, it does not come back, but undone."""
    without_python(page.context)
    dossier = DossierPage(page, serveur)
    dossier.open()
    dossier.write("denomination", "Formation du Val")
    until(dossier.settled, "the draft is on the disk")
    page.evaluate(FORMER, FORMER_VALUES)
    page.reload()
    dossier.tied()
    proof = dossier.box("sites/ancien/accessibilite").locator("input")
    assert (dossier.rows("sites"), proof.input_value()) == (["ancien"], "06-registre.pdf")
    assert dossier.box("sous_traitants/ancien/raisons").locator("textarea").input_value() == "Un module d’anglais."
    expected = {
        "p-sous-traitance-concerne": "oui",
        "sites": [{"id": "ancien", "accessibilite": "06-registre.pdf"}],
        "sous_traitants": [{"id": "ancien", "raisons": "Un module d’anglais."}],
    }
    assert dossier.values(tmp_path) == expected
    dossier.write("sites/ancien/nom", "Tours")
    expected["sites"] = [{"id": "ancien", "accessibilite": "06-registre.pdf", "nom": "Tours"}]
    until(dossier.settled, "the draft is on the disk")
    page.reload()
    dossier.tied()
    assert dossier.values(tmp_path) == expected
    dossier.go_to("s-administratif")
    dossier.press_in("sites", "ancien", "oter")
    assert "sites" not in dossier.values(tmp_path)
    page.locator("[data-action=remettre]").click()
    assert dossier.values(tmp_path) == expected
    dossier.press_in("sites", "ancien", "oter")
    until(dossier.settled, "the draft is on the disk")
    page.reload()
    dossier.tied()
    assert "06-registre.pdf" not in json.dumps(dossier.values(tmp_path))
    assert dossier.errors == []


# All of the page is there, and its script has not run yet.
BEFORE = """document.addEventListener("readystatechange", () => {
  if (document.readyState === "interactive") document.getElementsByName("sites/sites-1/nom")[0].value = "Tours";
})"""


def test_what_is_written_before_the_script_joins_a_former_answer(own_page: Page, serveur: str, tmp_path: Path) -> None:
    """The first row of a list, begun before the draft is read, comes after the row that the answer of before is given."""
    page = own_page
    without_python(page.context)
    dossier = DossierPage(page, serveur)
    dossier.open()
    dossier.write("denomination", "Formation du Val")
    until(dossier.settled, "the draft is on the disk")
    page.evaluate(FORMER, FORMER_VALUES)
    page.add_init_script(BEFORE)
    page.reload()
    dossier.tied()
    sites = [{"id": "ancien", "accessibilite": "06-registre.pdf"}, {"id": "sites-1", "nom": "Tours"}]
    assert dossier.rows("sites") == ["ancien", "sites-1"]
    values = dossier.values(tmp_path)
    assert (values["sites"], "p-accessibilite-document" in values) == (sites, False)


def test_tables_are_handed_over(dossier: DossierPage, tmp_path: Path) -> None:
    """CSV, one file a table; a workbook, made in the page; the text, to copy."""
    page = dossier.page
    dossier.open_values(conforming(), tmp_path)
    page.click("[data-action=csv]")
    dossier.focused("#r-tableaux")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Formateurs").click()
    waiting.value.save_as(tmp_path / "formateurs.csv")
    assert "Diaz;Ana;10-cv-diaz.pdf" in (tmp_path / "formateurs.csv").read_text("utf-8-sig")
    with page.expect_download(timeout=60_000) as waiting:
        page.click("[data-action=xlsx]")
    waiting.value.save_as(tmp_path / "dossier.xlsx")
    with zipfile.ZipFile(tmp_path / "dossier.xlsx") as book:
        assert "10-cv-diaz.pdf" in book.read("xl/sharedStrings.xml").decode()


def test_without_python_all_shows_and_saves(page: Page, serveur: str, tmp_path: Path) -> None:
    """Nothing is hidden, rows work, the file is saved; what needs Python says so."""
    page.route("**/worker-*.js", lambda route: route.abort())
    dossier = DossierPage(page, serveur)
    dossier.open()
    until(lambda: dossier.state("calcul").startswith("calcul_absent"), "its absence is said")
    dossier.write("denomination", "Formation du Val")
    page.locator("[data-action=deplier]").click()
    assert page.locator("[data-bloc]:visible").count() == page.locator("[data-bloc]").count()
    assert page.locator(".r-si:visible").count() > 10
    page.locator("[data-liste=modules] [data-action=ajouter]").click()
    assert dossier.values(tmp_path) == {"denomination": "Formation du Val"}
    page.click("[data-action=bordereau]")
    dossier.said("n’est pas disponible")


def test_without_scripts_the_form_is_whole(navigateur: Browser, serveur: str) -> None:
    """As it arrives: every requirement, one row a list, conditions in words, no button that does nothing."""
    context = navigateur.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(DossierPage(page, serveur).address)
    assert page.locator("[data-bloc]:visible").count() == page.locator("[data-bloc]").count()
    assert page.locator("[data-ligne]:visible").count() == page.locator("[data-liste]").count()
    assert not page.locator("[data-action=ajouter]").first.is_visible()
    assert "Demandé si « Qui demande l’habilitation »" in page.inner_text("[data-bloc=P-DECLARATION]").replace(
        "\xa0", " "
    )
    context.close()


def printed(dossier: DossierPage, mode: str, folder: Path) -> tuple[str, int]:
    """Print as the button does; return the text of the sheets, spaces made plain, and their number."""
    found = printed_sheets(dossier, mode, folder)
    return " ".join(" ".join(found).split()), len(found)


def printed_sheets(dossier: DossierPage, mode: str, folder: Path) -> list[str]:
    """Print as the button does; return the text of each sheet."""
    page = dossier.page
    # In braces: a text that is a function would be called at once.
    page.evaluate("() => { window.print = () => document.documentElement.toggleAttribute('data-demande', true); }")
    if not page.is_visible("#r-impressions button"):
        page.click("#r-impressions > summary")
    page.click(f"[data-action=imprimer][data-mode={mode}]")
    until(lambda: page.get_attribute("html", "data-demande") is not None, "printing is asked for")
    ready = {"remplie": ["bordereau", "matrice"], "bordereau": ["bordereau"], "matrice": ["matrice"]}.get(mode, [])
    # What the button made ready is asserted here, so that a sheet that lacks it says why.
    assert [name for name in ready if page.locator(f"#{name}[data-rempli]").count() == 0] == []
    path = folder / f"{mode}.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    page.evaluate("document.documentElement.toggleAttribute('data-demande', false)")
    return sheets(path)


def squeezed(text: str) -> str:
    """Return a text without spaces: where lines are cut on paper does not matter."""
    return re.sub(r"\s", "", text)


def test_the_printed_dossier_has_every_answer(dossier: DossierPage, tmp_path: Path) -> None:
    """Read back as text: the address first, each answer whole however long, the matrix; nothing that is not asked for."""
    values = changed(conforming(), {"p-locaux-outils": LONG, "modules/m1/contenu": f"{LONG}Fin du contenu."})
    dossier.open_values(values, tmp_path)
    until(lambda: dossier.etat()["etat"] == "fait", "the state follows")
    # The browser's own command asks Python for no matrix: the head of the page then says the state of the certification.
    dossier.page.emulate_media(media="print")
    dossier.page.evaluate("() => { window.dispatchEvent(new Event('beforeprint')); }")
    assert dossier.page.get_attribute("html", "data-impression") == "remplie"
    assert dossier.page.locator(".r-chapeau-etats:visible").count() == 1
    dossier.page.evaluate("() => { window.dispatchEvent(new Event('afterprint')); }")
    dossier.page.emulate_media(media="null")
    text, count = printed(dossier, "remplie", tmp_path)
    assert squeezed(text).count("Cettecertification:") == 1
    assert "CGF" in text[:1500]
    assert count <= 13
    paper = squeezed(text)
    typed = [value for value in values.values() if isinstance(value, str) and " " in value]
    typed += [v for row in values["modules"] for v in row.values() if isinstance(v, str) and " " in v]
    assert len(typed) > 20
    assert [one for one in typed if squeezed(one) not in paper] == []
    assert "Service de formation identifié" not in text
    assert "Matrice de conformité" in text
    assert "à vérifier dans le guide officiel" in text
    # Told that printing is over, the page puts it back.
    until(lambda: dossier.page.locator("#etat + #bordereau").count() == 1, "the bordereau is back in its place")


# The smallest letter of what is visible on paper, in points, and the beginning of its text.
SMALLEST = """() => {
  const places = document.querySelectorAll(":is(.r-formulaire, #bordereau, #matrice) *");
  const shown = [...places].filter((one) => one.getClientRects().length && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const sizes = shown.map((one) => [parseFloat(getComputedStyle(one).fontSize) * 0.75, one.textContent.trim().slice(0, 40)]);
  return sizes.filter(([size]) => size > 0).sort(([one], [other]) => one - other)[0];
}"""


@pytest.mark.parametrize(
    ("size", "most"),
    [((5, 3, 3), {"matrice": 4, "remplie": 13}), ((12, 8, 6), {"matrice": 7, "remplie": 21})],
    ids=["5 modules", "12 modules"],
)
def test_a_dossier_of_real_size_holds_on_few_sheets(
    size: tuple[int, int, int], most: dict[str, int], dossier: DossierPage, tmp_path: Path
) -> None:
    """Half the paper of before, and less for the matrix, every answer in it, no letter under 8.5 points, heads repeated."""
    values = organisme(*size)
    dossier.open_values(values, tmp_path)
    until(lambda: dossier.etat()["etat"] == "fait", "the state follows")
    rows = [row for value in values.values() if isinstance(value[0], dict) for row in value]
    written = [one for row in (values, *rows) for one in row.values() if isinstance(one, str) and " " in one]
    assert len(written) > 30
    found = {}
    for mode in most:
        paper_sheets = printed_sheets(dossier, mode, tmp_path)
        found[mode] = len(paper_sheets)
        paper = squeezed(" ".join(paper_sheets))
        assert [one for one in written if squeezed(one) not in paper] == [], mode
        if mode == "matrice":
            heads = ("ExigenceClauseÉtat", "IndicateurDanscedossier")
            assert all(any(head in squeezed(sheet) for head in heads) for sheet in paper_sheets)
        assert paper.count("guideofficieldelecture") == 1
        dossier.page.emulate_media(media="print")
        dossier.page.evaluate("(mode) => { document.documentElement.dataset.impression = mode; }", mode)
        smallest = dossier.page.evaluate(SMALLEST)
        dossier.page.evaluate("() => { delete document.documentElement.dataset.impression; }")
        dossier.page.emulate_media(media="null")
        assert round(smallest[0], 2) >= 8.5, (mode, smallest)
    assert all(found[mode] <= number for mode, number in most.items()), found


def test_the_bordereau_on_the_page_says_what_is_missing(dossier: DossierPage, tmp_path: Path) -> None:
    """Under their families, each piece has its clause; what is missing is apart, and goes away once it is there."""
    page = dossier.page
    dossier.open_values(changed(conforming(), {"p-kbis-document": ""}), tmp_path)
    page.click("[data-action=bordereau]")
    dossier.focused("#titre-bordereau")
    shown = page.inner_text("#bordereau").replace("\xa0", " ")
    assert "Envoi incomplet : 1 exigence attend encore quelque chose." in shown
    assert "Extrait de KBIS (§ 6.2.1, page 18) : Il manque « Document que vous joignez »." in shown
    families = page.locator("#bordereau tbody [data-champ=famille]").all_inner_texts()
    assert families[:2] == ["Le dossier", "Vous et votre établissement"]
    row = page.locator("#bordereau tr").filter(has_text="04-casier.pdf")
    assert row.locator("[data-champ=clause]").inner_text().replace("\xa0", " ") == "§ 6.2.1, page 18"
    dossier.write("p-kbis-document", "03-kbis.pdf")
    page.locator("#bordereau [data-champ=manques]").wait_for(state="attached")
    until(lambda: page.is_hidden("#bordereau [data-champ=manques]"), "nothing is missing any more")
    assert "complet" not in page.inner_text("#bordereau")


def test_blank_paper_and_the_state_on_one_sheet(dossier: DossierPage, tmp_path: Path) -> None:
    """Blank, nothing of the answers is printed and all that could be asked is; the state holds on one sheet."""
    dossier.open_values(conforming(), tmp_path)
    until(lambda: dossier.etat()["etat"] == "fait", "the state follows")
    _, count = printed(dossier, "synthese", tmp_path)
    assert count == 1
    text, count = printed(dossier, "bordereau", tmp_path)
    assert count == 1
    assert "14-cv-petit.pdf" in text
    assert "Dossier de demande d’habilitation" in text
    assert "Référent chargé des relations avec la CPNEFP Yves Blanc Directeur 02 00 00 00 02" in text
    assert "75002 Paris" in text
    text, _ = printed(dossier, "vierge", tmp_path)
    assert "Service de formation identifié" in text
    assert "Module 3" in text
    assert "26 exigences" not in text
