"""The fiche: every fact of certification.json is on it; what is drawn and what machines read come from the same data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from forms.socle.dates import in_words
from forms.socle.phrases import NBSP, in_french
from forms.socle.vocabulaire import VOIES
from macros.api.jsonld import credential
from macros.names import anchor, full_title
from macros.rendering import environment
from macros.vues import genres
from macros.vues.durees import exam_time
from macros.vues.frise import timeline
from macros.vues.six_questions import practice, routes
from referentials.etat import on, own_periods
from referentials.load import load
from tests.outils import CAS, SLUG, tree
from tests.outils_etats import vie
from tests.outils_pages import Reading, embedded, read, source

SLUGS = [certification.slug for certification in load().certifications]
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Codes of closed lists, which the page says in words: the tests below look at each of them.
CLOSED = {
    "nomenclature",
    "origine",
    "ouverte",
    "approximatif",
    "absence",
    "cle",
    "possible",
    "etat",
    "type_enregistrement",
    # Of a step: its rules and its form are links (tests/macros/test_chemin.py).
    "regles",
    "papier",
}
# What the head and the foot of the page say.
HEAD = {"intitule", "intitule_court", "abrege", "version", "date_mise_a_jour", "etat_relecture"}
# What is an address or an anchor rather than a text.
ADDRESSES = {"certification", "code", "correspond_a", "discordances", "site"}
LABELS = {
    "numero_fiche": "Numéro de fiche",
    "code_titre": "Code du titre",
    "validite_composantes": "Validité de ce qui est acquis",
}
LEVELS = {
    "cadre_national_2019": "Niveau du cadre national (2019)",
    "europe": "Niveau du cadre européen",
    "1969": "Niveau de la nomenclature de 1969",
}
ROWS = {
    "rome": "Métier (ROME)",
    "nsf": "Spécialité (NSF)",
    "formacodes": "Formacode",
    "conventions": "Convention collective",
}
DAYS = {
    "date_texte": "Signé le",
    "date_publication": "Publié le",
    "date_effet": "Effet le",
    "date_fin_enregistrement": "Échéance",
    "date_limite_delivrance": "Délivrance jusqu’au",
}
# Elements that hold text and no other of this list would hold it alone.
READ = {"h1", "h2", "h3", "h4", "p", "li", "dt", "dd", "caption", "th", "td", "summary"}


def plain(text: str) -> str:
    """Return a text with plain spaces, one between words."""
    return " ".join(re.sub(f"[{NBSP}\u202f]", " ", text).split())


def page(slug: str) -> Reading:
    """Return the fiche of a published certification."""
    return read(source("fiche", load(), slug), cited=True)


def shown(reading: Reading) -> str:
    """Return all that a reader sees, and the addresses of its links; not what machines read."""
    whole = " ".join(plain(e.text) for e in reading.elements if e.tag in READ)
    links = " ".join(str(link.attributes.get("href")) for link in reading.all("a"))
    identifiers = " ".join(str(element.attributes.get("id", "")) for element in reading.elements)
    return f"{whole} {links} {identifiers}"


def facts(node: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each value of a document with its key; for a source, the document, the section and the page."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from facts(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from facts(value, key)
    else:
        yield key, node


def test_pages_and_forms_write_days_alike() -> None:
    """One way to say a day: the first of a month is « 1er » on every page."""
    assert environment().filters["jour"]("2031-04-01") == in_words("2031-04-01") == "1er avril 2031"


def written(slug: str) -> Any:
    """Return certification.json as it is written."""
    return load().fichiers[f"certifications/{slug}/certification.json"]


def classified(slug: str) -> set[str]:
    """Return the codes of the nomenclatures, which are shown as they are."""
    identite = written(slug)
    return {fact["code"] for name in ("nsf", "rome", "formacodes", "conventions") for fact in identite.get(name, [])}


def expected(slug: str, key: str, value: Any) -> list[str]:
    """Return the ways in which a page may show a value; any of them is enough."""
    documents = load().documents
    sections = [section for document in documents.values() for section in document.sections]
    ways = {
        "document": lambda: [documents[value].intitule_court or documents[value].intitule],
        "documents": lambda: [documents[value].intitule],
        "section": lambda: [section.intitule for section in sections if section.code == value],
        "page": lambda: [f"page {value}"],
        "voie": lambda: [VOIES[value]],
        "certification": lambda: [f"certifications/{value}/"],
        "duree_ans": lambda: [f"{value} an"],
        "annee": lambda: [str(value)],
        "annees": lambda: [str(value)],
        "discordances": lambda: [f"discordances/#{anchor(value)}"],
        "adresse": lambda: [value.removeprefix("mailto:")],
        "code": lambda: [value] if value in classified(slug) else [value, anchor(value)],
    }
    if key in ways:
        return ways[key]()
    if isinstance(value, str) and DAY.fullmatch(value):
        return [in_words(value)]
    return [str(value) if isinstance(value, str) else in_french(value)]


def places(reading: Reading) -> dict[str, list[str]]:
    """Return the text of each place of the page that holds a fact, by the key of the fact."""
    found: dict[str, list[str]] = {}
    for element in reading.elements:
        if element.attributes.get("data-fait"):
            found.setdefault(str(element.attributes["data-fait"]), []).append(plain(element.text))
    return found


def signed(texts: list[str]) -> list[str]:
    """Return each place with the source of the first sign that comes after it: one sign covers those that share it."""
    found: list[str] = []
    sign = ""
    for text in reversed(texts):
        sign = text[text.index("Source : ") :] if "Source : " in text else sign
        found.append(text if "Source : " in text else f"{text} {sign}")
    return found[::-1]


def entries(identite: Any) -> Iterator[tuple[str, Any]]:
    """Yield each fact of an identity with its key: an entry of a list, or a value with its source."""
    for key, value in identite.items():
        if isinstance(value, list):
            for entry in value:
                # The steps of a route have their own place.
                steps = entry.get("etapes", []) if key == "voies_acces" else []
                yield from (("etapes", step) for step in steps)
                yield key, {name: one for name, one in entry.items() if name != "etapes"} if steps else entry
        elif key not in HEAD:
            yield key, value


@pytest.mark.parametrize("slug", SLUGS)
def test_every_fact_of_the_identity_is_in_its_own_place(slug: str) -> None:
    """Each entry of certification.json, with all its values and its source, is in one place that bears its key.

    What follows each other with one source has one sign, after the last.
    """
    identite = written(slug)
    reading = page(slug)
    found, whole = {key: signed(texts) for key, texts in places(reading).items()}, shown(reading)
    lost = []
    for key, entry in entries(identite):
        told = [(name, value) for name, value in facts(entry, key) if name not in CLOSED]
        wanted = [[plain(way) for way in expected(slug, name, value)] for name, value in told]
        # What is only an address or an anchor is in no text.
        inside = [ways for (name, _), ways in zip(told, wanted, strict=True) if name not in ADDRESSES]
        if not any(all(any(way in place for way in ways) for ways in inside) for place in found.get(key, [])):
            lost.append((key, entry))
        lost += [(key, ways) for ways in wanted if not any(way in whole for way in ways)]
    assert lost == []


def value(fact: dict[str, str]) -> str:
    """Return a value, or why the document does not decide it: in words, never « Indéterminé »."""
    return fact.get("valeur") or fact["indetermine"]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_short_value_stands_beside_its_label(slug: str) -> None:
    """A number, a level, a code, a day: the label that the reader needs begins the place, or comes just before."""
    identite = written(slug)
    found = {key: [text.replace(" ", "") for text in texts] for key, texts in places(page(slug)).items()}
    wanted = [(key, f"{LABELS[key]}{value(identite[key])}") for key in LABELS if key in identite]
    wanted += [
        ("niveaux", f"{LEVELS[niveau['nomenclature']]}{value(niveau)}") for niveau in identite.get("niveaux", [])
    ]
    wanted += [(key, f"{label}{fact['code']}") for key, label in ROWS.items() for fact in identite.get(key, [])]
    for texte in identite.get("enregistrements", []):
        wanted += [("enregistrements", f"{label}{in_words(texte[key])}") for key, label in DAYS.items() if key in texte]
        wanted += [("enregistrements", f"Durée{texte['duree_ans']}an")] if "duree_ans" in texte else []
        wanted += [("enregistrements", f"Niveau{texte['niveau']}")] if "niveau" in texte else []
    lost = [(key, text) for key, text in wanted if not any(plain(text).replace(" ", "") in one for one in found[key])]
    assert lost == []


@pytest.mark.parametrize("slug", SLUGS)
def test_the_head_and_the_foot_name_the_certification_and_its_data(slug: str) -> None:
    """Title and kind above, version and day of the data below."""
    certification = load().certification(slug)
    reading = page(slug)
    (title,) = reading.all("h1")
    assert plain(title.text) == plain(full_title(certification))
    (above,) = reading.all("p", **{"class": "r-chapeau-surtitre"})
    kind, _, rest = plain(above.text).partition(" · ")
    assert kind == genres.told(certification.identite)[1]
    assert ("importée" in rest) == certification.identite.importee
    (foot,) = reading.all("p", **{"class": "r-version"})
    day = in_words(certification.identite.date_mise_a_jour)
    assert plain(foot.text).startswith(f"Données version {certification.version}, mises à jour le {day}.")


@pytest.mark.parametrize("slug", SLUGS)
def test_each_route_and_territory_says_whether_it_is_open(slug: str) -> None:
    """Open, closed, or that the document does not say, one for each, in the order of the data; routes alike are said together.

    Where nothing says that the certification is in force, it is open by the document.
    """
    identite = load().certification(slug).identite
    reading = page(slug)
    words = {
        True: {"Ouverte", "Accessible", "Ouverte d’après le document"},
        False: {"Fermée", "Non accessible"},
        None: {"ouverte ou non : le document ne le dit pas", "accessible ou non : le document ne le dit pas"},
    }
    labels = [plain(e.text) for e in reading.all("span") if (e.attributes.get("class") or "").startswith("r-")]
    said = [label for label in labels if any(label in choice for choice in words.values())]
    together = routes(identite.voies_acces)
    assert [voie for some in together for voie in some] == [*identite.voies_acces]
    told = [*(some[0] for some in together), *identite.territoires]
    assert len(said) == len(told)
    assert all(word in words[fact.ouverte] for word, fact in zip(said, told, strict=True))


@pytest.mark.parametrize("slug", SLUGS)
def test_what_repere_infers_is_told_as_such(slug: str) -> None:
    """A certification linked by us, and by no document, says so."""
    identite = written(slug)
    linked = [*identite.get("predecesseurs", []), *identite.get("successeurs", [])]
    inferred = [other for other in linked if other.get("origine") == "repere"]
    told = [e for e in page(slug).all("span") if "Rapprochement proposé par Repère" in e.text]
    assert len(told) == len(inferred)


@pytest.mark.parametrize("slug", SLUGS)
def test_machines_read_the_facts_of_the_data(slug: str) -> None:
    """The JSON-LD parses, is what the data give, and says nothing that they do not decide."""
    collection = load()
    certification = collection.certification(slug)
    carried = embedded(page(slug), "r-json-ld")
    assert carried == credential(certification, collection.documents, "../../")
    published = credential(certification, collection.documents, "https://donnees.example/")
    assert published["@id"] == f"https://donnees.example/certifications/{certification.slug}/#certification"
    # Nothing but addresses depends on where the site is.
    assert json.dumps(published).replace("https://donnees.example/", "../../") == json.dumps(carried)
    assert (carried["@context"], carried["@type"]) == ("https://schema.org", "EducationalOccupationalCredential")
    assert carried["name"] == certification.intitule
    number = certification.identite.numero
    assert number in [identifier["value"] for identifier in carried.get("identifier", [])] or number is None
    assert carried.get("competencyRequired", []) == [
        competence.intitule for competence in certification.all_competences()
    ]
    values = [value for _, value in facts(carried)]
    assert all(value not in (None, "") for value in values)
    undecided = [value for key, value in facts(written(slug)) if key == "indetermine"]
    assert not set(undecided) & set(values)


def test_the_timeline_places_each_text_in_proportion() -> None:
    """A year in the middle of ten is in the middle of the axis; a text without an end has no end."""
    texts = [
        {"date_texte": "2015-01-01", "date_effet": "2015-01-01", "date_fin_enregistrement": "2020-01-01"},
        {"date_texte": "2012-01-01", "date_effet": "2018-01-01"},
        {"date_texte": "2010-06-01"},
        {"intitule": "Sans date"},
    ]
    frise = timeline(vie({"enregistrements": texts}).enregistrements, "2019-07-02")
    assert frise is not None
    assert (frise.debut, frise.fin) == ("2010-01-01", "2021-01-01")
    first, second, third = frise.traits
    assert first.debut == first.marque == pytest.approx(45.46, abs=0.1)
    assert (second.fin, second.ouvert) == (None, True)
    assert (third.debut, third.fin, third.ouvert) == (None, None, False)
    assert frise.jour == pytest.approx(86.3, abs=0.2)
    assert 2 <= len(frise.annees) <= 7
    assert timeline(vie({"enregistrements": [{"intitule": "Sans date"}]}).enregistrements, "2019-07-02") is None


def test_an_end_told_apart_closes_the_text_left_open() -> None:
    """A decree gives its effect, another source its end: the bar of the decree stops there, and is no longer dotted."""
    texts = [
        {"date_texte": "2010-06-01", "date_effet": "2010-06-01", "date_fin_enregistrement": "2015-06-01"},
        {"date_texte": "2015-06-01", "date_effet": "2015-06-01"},
        {"intitule": "Numéro et échéance relevés ailleurs", "date_fin_enregistrement": "2020-01-01"},
    ]
    frise = timeline(vie({"enregistrements": texts}).enregistrements, "2016-01-01")
    assert frise is not None
    assert len(frise.traits) == 2
    assert (frise.traits[1].ouvert, frise.traits[1].fin) == (False, pytest.approx(90.9, abs=0.1))


@pytest.mark.parametrize("last", [{"intitule": "Échéance relevée ailleurs"}, {"date_texte": "2012-03-01"}])
def test_an_end_told_apart_closes_what_the_states_close(last: dict[str, str]) -> None:
    """It is that of the latest text that had begun by then, not of one that begins later; the states say the same days."""
    texts = [
        {"date_effet": "2010-01-01"},
        {"date_effet": "2017-01-01"},
        last | {"date_fin_enregistrement": "2015-12-31"},
    ]
    frise = timeline(vie({"enregistrements": texts}).enregistrements, "2016-01-01")
    assert frise is not None
    assert [trait.ouvert for trait in frise.traits if trait.debut is not None] == [False, True]
    assert frise.traits[0].fin == pytest.approx(75.0, abs=0.1)
    states = own_periods(vie({"enregistrements": texts}))
    assert [(etat.du, etat.au) for etat in states if etat.etat == "en_vigueur"] == [("2010-01-01", "2015-12-31")]


def test_the_title_in_force_is_shown_with_its_number_its_end_and_the_reserve() -> None:
    """The ministry's title has a number and an end from a source read at second hand: each says « à recouper »."""
    slug = "tp-conseiller-commercial"
    assert on(load().certification(slug).etats, "2026-11-29").etat == "en_vigueur"
    assert on(load().certification(slug).etats, "2028-08-01").etat == "expiree"
    found = places(page(slug))
    (number,) = found["numero_fiche"]
    assert "RNCP37717" in number
    assert "à recouper" in number
    (text,) = [text for text in found["enregistrements"] if "31 juillet 2028" in text]
    assert "à recouper" in text
    assert any("Licence Ouverte 2.0" in text and "3 octobre 2026" in text for text in found["documents"])
    blocs = [composante.numero_bloc for composante in load().certification(slug).composantes]
    assert [bloc and bloc.valeur for bloc in blocs] == ["RNCP37717BC01", "RNCP37717BC02"]
    shown_blocs = plain(" ".join(e.text for e in read(source("referentiel", load(), slug)).all("p")))
    assert "Bloc RNCP37717BC01 au répertoire à recouper" in shown_blocs
    assert "Bloc RNCP37717BC02 au répertoire à recouper" in shown_blocs


def tile(slug_or_reading: str | Reading, label: str) -> list[str]:
    """Return the text of each key fact whose label begins so."""
    reading = page(slug_or_reading) if isinstance(slug_or_reading, str) else slug_or_reading
    return [plain(e.text) for e in reading.all("div") if plain(e.text).startswith(label)]


def test_a_total_of_the_exams_is_one_that_the_source_prints() -> None:
    """4 h are those of the session of the title, on its routes; elsewhere each exam has its own time, and no total."""
    (time,) = tile("tp-conseiller-commercial", "Durée des épreuves")
    assert time.startswith("Durée des épreuves 4 h Session du titre professionnel (formation et VAE). Un doute reste")
    (time,) = tile("charge-de-clientele", "Durée des épreuves")
    assert "Le document ne la dit pour aucune épreuve." in time
    (time,) = tile("cqp-vendeur-conseil-a-distance", "Durée des épreuves")
    assert "environ 15 min, puis 45 min" in time
    assert "durée non fixée, puis 45 min, puis durée non fixée" in time
    assert "Le document ne donne pas de total." in time


def test_a_range_and_an_undecided_number_of_times_are_not_added_up() -> None:
    """Half an hour or twice that, an hour or three, 30 to 45 minutes: never « 1 h 30 »."""
    (time,) = tile("cqp-vendeur-conseil-a-distance-2018", "Durée des épreuves")
    assert "1 h 30" not in time
    assert "Entretien en entreprise : au moins 30 min (durée totale non dite)" in time
    assert "Entretiens de vente en entreprise : au moins 1 h (durée totale non dite)" in time
    assert "Entretien externe : 30 min à 45 min" in time
    assert "1 autre épreuve n’a pas de durée fixée." in time


def test_three_exams_without_a_printed_total_have_none(tmp_path: Path) -> None:
    """80, 90 and 70 minutes are three times, not « 4 h en tout »."""
    collection = load(tree(CAS / "conformes" / "trois-blocs-evalues-a-part", tmp_path))
    assert exam_time(collection.certification(SLUG)).session is None
    (time,) = tile(read(source("fiche", collection, SLUG)), "Durée des épreuves")
    assert "4 h" not in time
    assert all(text in time for text in ("Selon les épreuves", "1 h 20", "1 h 30", "1 h 10"))


def test_a_figure_of_the_fiche_keeps_its_condition_and_its_route() -> None:
    """« Au moins », and by which route: practice, parts to validate, threshold."""
    title, part = tile("tp-conseiller-commercial", "Pratique avant l’évaluation")
    assert title.startswith("Pratique avant l’évaluation (formation) au moins 280 heuresAprès un parcours de formation")
    assert part.startswith(
        "Pratique avant l’évaluation (formation et capitalisation) au moins 140 heuresAprès un parcours"
    )
    (months,) = tile("cqp-vendeur-conseil-a-distance", "Pratique avant l’évaluation")
    assert months.startswith("Pratique avant l’évaluation (formation et candidature individuelle) au moins 6 mois")
    assert tile("tp-conseiller-commercial", "À valider")[0].startswith("À valider (capitalisation) 2 sur 2")
    assert len(tile("tp-conseiller-commercial", "À valider")) == 1
    assert tile("cqp-relation-commerciale-a-distance", "À valider") == []
    (threshold,) = tile("cqp-vendeur-conseil-a-distance", "Seuil de réussite")
    assert "80 % au moins d’indicateurs positifs, pour : Domaine 1 ; Domaine 2" in threshold
    assert "Un doute reste : sur quels indicateurs porte le seuil" in threshold


def test_the_length_of_practice_is_that_of_the_rules() -> None:
    """Only rules that bind the candidate before the exam; the page links to each."""
    certification = load().certification("tp-conseiller-commercial")
    rules = practice(certification)
    assert rules
    links = {link.attributes.get("href") for link in page(certification.slug).all("a")}
    assert {f"reglement/#{anchor(rule.code)}" for rule in rules} <= links
