"""One cause, one finding: what was renamed, moved or taken away in the published data is told once, not at each place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from referentials.check import run as checker
from referentials.check import schemas
from referentials.check.finding import Finding
from referentials.check.rules import evenements, fiches
from referentials.check.run import run
from referentials.load import EVENEMENTS, Collection, load
from referentials.model import TexteSource
from referentials.read import ROOT, Fichier
from tests.outils import FOLDER as SMALL
from tests.outils import MINIMALE, PUBLISHED, edit, tree, typed

FOLDER = Path("certifications") / PUBLISHED
TITLE = Path("certifications") / "tp-conseiller-commercial"
DOCUMENT = "cahier-des-charges-vendeur-conseil-a-distance"


@pytest.fixture(autouse=True, scope="module")
def once() -> Iterator[None]:
    """Look once at each file by itself: nearly all are the same from one test to the next, and that is most of the time."""
    every: dict[tuple[object, ...], list[Finding]] = {}
    follow, rules = schemas.findings, checker.FILE_RULES

    def findings(chemin: str, schema: str, donnees: Any) -> Iterator[Finding]:
        key = (chemin, schema, json.dumps(donnees))
        if key not in every:
            every[key] = [*follow(chemin, schema, donnees)]
        return iter(every[key])

    class Rules:
        @staticmethod
        def check(fichier: Fichier) -> list[Finding]:
            key = (fichier.chemin, fichier.texte)
            if key not in every:
                every[key] = [finding for rule in rules for finding in rule.check(fichier)]
            return every[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schemas, "findings", findings)
        patch.setattr(checker, "FILE_RULES", (Rules,))
        yield


def document(root: Path) -> None:
    """Rename a document that every page cites."""
    path = root / "documents" / f"{DOCUMENT}.json"
    path.rename(path.with_name("cahier-des-charges.json"))


def document_gone(root: Path) -> None:
    """Take it away."""
    (root / "documents" / f"{DOCUMENT}.json").unlink()


def component(root: Path) -> None:
    """Rename a component, file and code."""
    renamed(root, FOLDER, "D1", "D9")


def renamed(root: Path, folder: Path, old: str, new: str) -> None:
    """Rename a component of a certification, file and code."""
    path = root / folder / "composantes" / f"{old}.json"
    edit(path, lambda found: found.update(code=new))
    path.rename(path.with_name(f"{new}.json"))


def components(root: Path) -> None:
    """Rename two components, as one does who finds their codes ugly."""
    renamed(root, TITLE, "CCP1", "B1")
    renamed(root, TITLE, "CCP2", "B2")


def component_and_rule(root: Path) -> None:
    """Rename a component, and give a rule another code."""
    component(root)
    rule(root)


def component_file(root: Path) -> None:
    """Rename its file alone."""
    path = root / FOLDER / "composantes" / "D1.json"
    path.rename(path.with_name("D9.json"))


def component_gone(root: Path) -> None:
    """Take the file away, and with it tens of published codes."""
    (root / FOLDER / "composantes" / "D1.json").unlink()


def component_outside(root: Path) -> None:
    """Put it beside its folder."""
    path = root / FOLDER / "composantes" / "D1.json"
    path.rename(root / FOLDER / "D1.json")


def folder(root: Path) -> None:
    """Rename the folder that other certifications cite."""
    (root / FOLDER).rename(root / "certifications" / "cqp-vendeur")


def folder_and_discrepancies(root: Path) -> None:
    """Rename with it the file of its discrepancies."""
    folder(root)
    path = root / "discordances" / f"{PUBLISHED}.json"
    path.rename(path.with_name("cqp-vendeur.json"))


def scale(root: Path) -> None:
    """Rename a scale that three certifications cite."""
    (root / "echelles" / "oui-non.json").rename(root / "echelles" / "deux-valeurs.json")


def folder_accented(root: Path) -> None:
    """Give it an accent and a capital, and write its name so wherever it is cited, files named after it included."""
    bad = PUBLISHED.replace("cqp", "CQP").replace("distance", "distancé")
    (root / FOLDER).rename(root / "certifications" / bad)
    for path in [*root.rglob("*.json")]:
        path.write_text(path.read_text("utf-8").replace(f'"{PUBLISHED}"', f'"{bad}"'), "utf-8")
        if PUBLISHED in path.name and f"{PUBLISHED}-2018" not in path.name.split("--"):
            path.rename(path.with_name(path.name.replace(PUBLISHED, bad)))


def folder_too_high(root: Path) -> None:
    """Put the folder beside certifications/."""
    (root / FOLDER).rename(root / PUBLISHED)


def files_too_high(root: Path) -> None:
    """Empty the folder into certifications/."""
    for path in (root / FOLDER).iterdir():
        path.rename(root / "certifications" / path.name)
    (root / FOLDER).rmdir()


def file_too_high(root: Path) -> None:
    """Put one file of it into certifications/."""
    (root / FOLDER / "regles.json").rename(root / "certifications" / "regles.json")


def extension(root: Path) -> None:
    """Save a file under the ending that another system gives it."""
    (root / FOLDER / "regles.json").rename(root / FOLDER / "regles.JSON")


def folder_too_low(root: Path) -> None:
    """Put the folder into another of its name."""
    (root / FOLDER).rename(root / "a-part")
    (root / FOLDER).mkdir()
    (root / "a-part").rename(root / FOLDER / PUBLISHED)


def rule(root: Path) -> None:
    """Give a published rule another code."""
    edit(root / FOLDER / "regles.json", lambda rules: rules[0].update(code="R-AUTRE"))


def folder_copied(root: Path) -> None:
    """Begin another certification with a copy of this one."""
    shutil.copytree(root / FOLDER, root / "certifications" / "autre")


def folder_copied_with_its_number(root: Path) -> None:
    """Copy one that has a number, under a name that comes before: the copy is to blame, not what other files are about."""
    shutil.copytree(root / "certifications" / "tp-conseiller-commercial", root / "certifications" / "autre")


def route(root: Path) -> None:
    """Take away a route that rules and exams name."""

    def without(found: dict[str, Any]) -> None:
        found["voies_acces"] = [acces for acces in found["voies_acces"] if acces["voie"] != "vae"]

    edit(root / FOLDER / "certification.json", without)


def event(root: Path) -> None:
    """Give another code to an event that rules count from."""
    edit(root / EVENEMENTS, lambda events: events[0].update(code="epreuves_passees"))


def events_gone(root: Path) -> None:
    """Take away all the events."""
    (root / EVENEMENTS).unlink()


def page_of_a_section(root: Path) -> None:
    """Write a page in the table of a document ten pages too far."""
    edit(root / "documents" / f"{DOCUMENT}.json", lambda found: of(found, "2.3").update(page=15))


def page_of_a_section_too_low(root: Path) -> None:
    """Write it too low: then those of the section before are wrong."""
    edit(root / "documents" / f"{DOCUMENT}.json", lambda found: of(found, "2.3").update(page=1))


def section(root: Path) -> None:
    """Give another code to a section that files of several folders cite."""
    edit(root / "documents" / f"{DOCUMENT}.json", lambda found: of(found, "2.2").update(code="2.2-bis"))


def discrepancies_gone(root: Path) -> None:
    """Take away all the discrepancies of a certification."""
    (root / "discordances" / f"{PUBLISHED}.json").unlink()


def of(document: dict[str, Any], code: str) -> dict[str, Any]:
    """Return a section of a document."""
    return next(one for one in document["sections"] if one["code"] == code)


# What is done → code of the one finding, and what its file or its remedy names.
CHANGES: dict[Callable[[Path], None], tuple[str, str]] = {
    document: ("REF001", f"renommez ce fichier en {DOCUMENT}.json"),
    document_gone: ("REF001", f"créez documents/{DOCUMENT}.json"),
    component: ("REF014", "rendez-lui le code « D1 »"),
    components: ("REF014", "rendez leurs codes (CCP1, CCP2)"),
    component_and_rule: ("REF014", "Rien n’est à noter avant"),
    component_file: ("REF002", "renommez le fichier en D1.json"),
    component_gone: ("REF014", "remettez composantes/D1.json"),
    component_outside: ("SCH000", f"déplacez-le en {FOLDER.as_posix()}/composantes/D1.json"),
    folder: ("REF003", f"renommez ce dossier en {PUBLISHED}, ou"),
    folder_and_discrepancies: ("REF003", f"et discordances/cqp-vendeur.json en {PUBLISHED}.json"),
    scale: ("REF007", "renommez echelles/deux-valeurs.json en oui-non.json"),
    folder_accented: ("SCH000", f"renommez-le en « {PUBLISHED} »"),
    folder_too_high: ("SCH000", f"déplacez-le en {FOLDER.as_posix()}/"),
    files_too_high: ("SCH000", "mettez-les dans certifications/<slug>/"),
    file_too_high: ("SCH000", f"déplacez-le en {FOLDER.as_posix()}/regles.json"),
    extension: ("SCH000", f"{FOLDER.as_posix()}/regles.JSON renommez-le en regles.json"),
    folder_too_low: ("SCH000", f"déplacez-le en {FOLDER.as_posix()}/"),
    rule: ("REF014", "remplacé par « R-AUTRE »"),
    folder_copied: ("REF031", "retirez autre/"),
    folder_copied_with_its_number: ("REF031", "certifications/autre/certification.json"),
    route: ("REF017", "« voies_acces » dans certification.json"),
    event: ("REF028", "citez "),
    events_gone: ("REF028", "remettez-le"),
    page_of_a_section: ("REF015", "corrigez cette page d’après le document"),
    page_of_a_section_too_low: ("REF015", "corrigez cette page d’après le document"),
    section: ("REF001", f"documents/{DOCUMENT}.json rendez-lui le code « 2.2 »"),
    discrepancies_gone: ("REF003", "remettez ce fichier"),
}


def published(folder: Path) -> Path:
    """Copy the published data."""
    shutil.copytree(ROOT, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return folder


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_one_cause_is_one_finding(change: Callable[[Path], None], tmp_path: Path) -> None:
    """Whatever the number of places that cite it, one finding says it, and what to do about the cause."""
    root = published(tmp_path)
    change(root)
    code, remedy = CHANGES[change]
    found = run(root)
    assert [finding.code for finding in found] == [code], found
    assert remedy in f"{found[0].fichier} {found[0].remede}"


def test_two_documents_renamed_are_each_told(tmp_path: Path) -> None:
    """Each that is missing is one of the two that nothing cites: what is cited of it, then its name, say which."""
    root = published(tmp_path)
    for number in ("32204", "32391"):
        path = root / "documents" / f"fiche-rncp{number}.json"
        path.rename(path.with_name(f"fiche-{number}.json"))
    assert [(one.fichier, one.code, one.remede.partition(",")[0]) for one in run(root)] == [
        (f"documents/fiche-{number}.json", "REF001", f"renommez ce fichier en fiche-rncp{number}.json")
        for number in ("32204", "32391")
    ]


def test_a_cause_comes_first_and_its_effects_wait(tmp_path: Path) -> None:
    """What is wrong elsewhere is still told in the same run, after it."""
    root = published(tmp_path)
    component_file(root)
    resume = root / "certifications" / "charge-de-clientele" / "certification.json"
    edit(resume, lambda found: found["resume"].update(valeur="Atteste que l'on sait vendre."))
    found = run(root)
    assert [finding.code for finding in found] == ["REF002", "REF011"]


@pytest.mark.parametrize("place", [{"section": "9.9"}, {"document": "absent"}])
def test_a_place_that_leads_nowhere_hides_nothing(place: dict[str, str], tmp_path: Path) -> None:
    """A source changes neither numbers nor exams: a number that is skipped is told beside it, in the same run."""
    root = tree(MINIMALE, tmp_path)
    edit(root / SMALL / "composantes" / "D1.json", lambda found: found.update(numero=7))
    assert [finding.code for finding in run(root)] == ["REF020"]
    edit(root / SMALL / "regles.json", lambda rules: rules[0]["source"].update(place))
    assert {finding.code for finding in run(root)} == {"REF001", "REF020"}


def from_an_event(code: str) -> dict[str, Any]:
    """Return a rule that counts from an event, in words that are not its own."""
    return {"parametres": {"depuis": code, "acte": "jury", "evenement": "la fin"}}


def test_one_finding_for_all_places_only_where_its_remedy_mends_them_all() -> None:
    """The same wrong words for two events: each has its own to write; for one event twice, it is said once."""
    known = {"epreuve": "l’épreuve", "stage": "le stage", "jury": "le jury"}
    rules = [from_an_event(code) for code in ("epreuve", "stage", "stage")]
    files = {"certifications/une/regles.json": rules, EVENEMENTS: []}
    found = [*evenements.check(Collection((), {}, {}, files, evenements=known))]
    assert [(one.endroit, one.remede) for one in found] == [
        ("$[0].parametres.evenement", "écrivez « l’épreuve »"),
        ("$[1].parametres.evenement", "écrivez « le stage »"),
    ]
    assert [one.message.rpartition(" : ")[2] for one in found][1] == "2 endroits y renvoient"


@pytest.mark.parametrize(("acte", "words"), [("epreuve", "epreuve n’a pas"), ("jury", "epreuve, jury n’ont pas")])
def test_one_event_has_no_words_and_two_have_none(acte: str, words: str) -> None:
    """The verb agrees with what is cited."""
    rule = {"parametres": {"depuis": "epreuve", "acte": acte, "evenement": "l’épreuve"}}
    (found,) = evenements.check(Collection((), {}, {}, {"certifications/une/regles.json": [rule]}))
    assert f"{words} de mots" in found.message


def written_twice(tmp_path: Path, others: dict[str, dict[str, Any]], **files: Any) -> list[str]:
    """Return the folders to blame among copies of the minimal certification, each with what differs in its identity."""
    collection = load(tree(MINIMALE, tmp_path))
    (one,) = collection.certifications
    source = {"document": "x", "section": "1"}
    facts = {
        slug: {key: typed(TexteSource, {**fact, "source": source}) for key, fact in found.items()}
        for slug, found in others.items()
    }
    copies = tuple(replace(one, slug=slug, identite=replace(one.identite, **facts[slug])) for slug in sorted(others))
    named = {f"certifications/{slug}/certification.json": content for slug, content in files.items()}
    return [
        finding.fichier.split("/")[1]
        for finding in fiches.check(replace(collection, certifications=copies, fichiers=named))
    ]


@pytest.mark.parametrize("key", ["successeurs", "rapprochements"])
def test_the_copy_is_the_one_that_no_other_certification_names(key: str, tmp_path: Path) -> None:
    """What another names as its successor, or compares itself with, was there first; what one says of itself counts not."""
    number = {"numero_fiche": {"valeur": "RNCP1"}}
    other = {key: [{"certification": "origine"}]}
    copy = {key: [{"certification": "copie"}]}
    assert written_twice(tmp_path, {"copie": number, "origine": number}, autre=other, copie=copy) == ["copie"]


def test_identities_without_a_number_are_all_compared(tmp_path: Path) -> None:
    """A copy is found even where a third certification of the same title comes before both."""
    none: dict[str, Any] = {"numero_fiche": {"indetermine": "Non cité."}}
    others = {"a": none | {"resume": {"valeur": "Une autre."}}, "b": none, "c": none}
    assert written_twice(tmp_path, others) == ["c"]


def test_a_number_is_that_of_one_thing(tmp_path: Path) -> None:
    """A bloc of another fiche, one number on two blocs, a predecessor that is the certification, or under a wrong number."""
    root = published(tmp_path)
    components, identity = root / TITLE / "composantes", root / TITLE / "certification.json"

    def said() -> list[tuple[str, str]]:
        return [(finding.code, finding.message) for finding in run(root)]

    def numbered(number: str) -> Callable[[dict[str, Any]], None]:
        return lambda found: found["numero_bloc"].update(valeur=number)

    edit(components / "CCP1.json", numbered("RNCP99999BC01"))
    edit(components / "CCP2.json", numbered("RNCP37717BC01"))
    edit(identity, lambda found: found["predecesseurs"][0].update(numero_fiche="RNCP37717"))
    edit(root / FOLDER / "certification.json", lambda found: found["predecesseurs"][0].update(numero_fiche="RNCP1234"))
    assert said() == [
        ("REF031", "RNCP1234 n’est pas le numéro de « cqp-vendeur-conseil-a-distance-2018 », qui est RNCP32391"),
        ("REF031", "RNCP37717 est cette certification elle-même"),
        ("REF031", "RNCP99999BC01 n’est pas un bloc de RNCP37717, la fiche de cette certification"),
    ]
    edit(components / "CCP1.json", numbered("RNCP37717BC01"))
    assert ("REF031", "RNCP37717BC01 est déjà le numéro de « CCP1 »") in said()


def test_a_finding_says_the_same_to_machines_whatever_comes_of_it() -> None:
    """Its JSON has the five names that were published."""
    finding = Finding("a.json", "$", "REF001", "message", "remède", cause=True)
    assert [*finding.as_json()] == ["fichier", "endroit", "code", "message", "remede"]
