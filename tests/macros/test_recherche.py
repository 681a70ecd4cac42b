"""Search without a browser: what it reads of pages, what it makes of words, and whether it finds the page awaited."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.pages.rubriques import rubriques
from macros.recherche.documents import COMPARED, PAGES, about, documents, weight
from macros.recherche.etats import FERMEE, states
from macros.recherche.lecture import Section, read
from referentials.load import load
from tests.outils import CAS

WEB = Path(__file__).parents[2] / "macros" / "recherche" / "web"
# Of the requests of tests/cas/recherche: a page awaited is the first, is one of the first three.
BAR = (24, 24)
# Of those of questions.json, written before the synonyms that answer them.
BAR_OF_QUESTIONS = (16, 17)
# Of those of tenues-a-part.json, for which no synonym is written; families and questions were written having seen them.
BAR_OF_HELD_OUT = (10, 12)
# Of those of tenues-a-part-2.json, written after families and questions: first measured at 7 and 10.
BAR_OF_HELD_OUT_2 = (7, 10)
HEAVIEST = 60_000

PAGE = """<html><head><title>Fiche : Chargé(e) de clientèle · Repère</title></head><body><nav>Menu</nav><article>
<nav>Fil</nav><h1>Chargé(e)<a class="headerlink" href="#haut">#</a></h1><dl><div><dt>Numéro de fiche</dt><dd>
<span>Indéterminé</span>Ni l’un ni l’autre<details class="r-source"><summary>Source</summary>Page 3</details></dd></div></dl><p data-periode hidden>Expirée <b>hier</b></p><p>Un <em>m</em>ot<br>coupé</p>
<h2 id="regles">Les règles</h2><p>80 %</p><div data-hors-recherche><div>Imprimer</div></div><button>Effacer</button><form data-filtres>Qui</form>
<dl><div id="mot-jury"><dt><a href="#mot-jury">Jury</a></dt><dd>Il décide.</dd></div></dl></article><p>Pied</p></body></html>"""


def node(script: str, told: Any = None) -> Any:
    """Run a module that prints JSON; WEB stands for the folder of the search's own modules, `told` for what it is given."""
    text = script.replace("WEB", WEB.as_uri()).replace("TOLD", json.dumps(told))
    command = [shutil.which("node") or "node", "--input-type=module", "--eval", text]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_page_is_read_by_section() -> None:
    """Each text under its heading or its definition, with its anchor; no control, no navigation, nothing of one day only."""
    found = read(PAGE, "Repère")
    assert (found.nom, found.titre) == ("Fiche : Chargé(e) de clientèle", "Chargé(e)")
    assert found.sections == (
        Section("", "", "Numéro de fiche Indéterminé Ni l’un ni l’autre Un mot coupé"),
        Section("regles", "Les règles", "80 %"),
        Section("mot-jury", "Jury", "Il décide."),
    )


def test_a_page_weighs_what_its_kind_does_and_half_once_closed() -> None:
    """Of a certification, what its rubric says; half from the day after the last; a page that answers for none is nothing."""
    collection = load()
    slug = "cqp-vendeur-conseil-a-distance-2018"
    for rubrique in rubriques(collection, slug):
        address = f"certifications/{slug}/{rubrique.adresse}"
        assert weight(address, collection) == rubrique.poids
        assert weighed(address, "2024-01-04") == rubrique.poids
        assert weighed(address, "2024-01-05") == rubrique.poids * FERMEE
    others = "cqp-vendeur-conseil-a-distance", "tp-conseiller-commercial"
    # One of two that lives is what one may still want; of two that are dead, none.
    for pair, poids in (
        (others, COMPARED),
        ((slug, others[0]), COMPARED),
        ((slug, "charge-de-clientele"), COMPARED * FERMEE),
    ):
        assert weighed(f"comparer/{'--'.join(pair)}/", "2024-01-05") == poids, pair
    assert (weighed("comparer/", "2024-01-05"), weighed("glossaire/", "2024-01-05")) == (PAGES["comparer/"], 1)
    assert weight("hors-ligne/", collection) == 0


def weighed(address: str, day: str) -> float:
    """Return what a page weighs for who searches on a day, as the browser computes it from the index."""
    collection = load()
    ranks = {one.slug: rank for rank, one in enumerate(collection.certifications)}
    page = [address, "", weight(address, collection), [ranks[slug] for slug in about(address, collection)]]
    script = """import { poids } from "WEB/etats.mjs";
      console.log(JSON.stringify(poids(TOLD.page, TOLD.etats, TOLD.day)));"""
    return float(node(script, {"page": page, "etats": states(collection), "day": day}))


def test_a_fiche_found_has_the_state_of_the_day_and_no_other_page_has() -> None:
    """The word that its fiche shows, then until when or since when; a state without any day is its word alone."""
    collection = load()
    script = """import { etat } from "WEB/etats.mjs";
      console.log(JSON.stringify(TOLD.days.map((day) => etat(["x", "", 1, [TOLD.rank], ...(TOLD.fiche ? [1] : [])], TOLD.etats, day))));"""
    for slug, days, said in (
        (
            "cqp-vendeur-conseil-a-distance-2018",
            ["2024-01-04", "2024-01-05"],
            ["En vigueur jusqu’au 4 janvier 2024", "Expirée depuis le 5 janvier 2024"],
        ),
        ("tp-conseiller-commercial", ["2026-11-30"], ["En vigueur jusqu’au 31 juillet 2028"]),
        ("cqp-vendeur-conseil-a-distance", ["2026-11-30"], ["À vérifier"]),
    ):
        rank = [one.slug for one in collection.certifications].index(slug)
        told = {"rank": rank, "fiche": True, "etats": states(collection), "days": days}
        found = [" ".join(filter(None, (one["libelle"], one["phrase"]))) for one in node(script, told)]
        assert [text.replace(" (date à recouper)", "") for text in found] == said
        assert node(script, told | {"fiche": False}) == [None] * len(days)


def test_of_two_that_say_the_same_the_open_one_comes_first() -> None:
    """Whatever their order in the site: on the day after the last of one, it goes behind the other."""
    script = ENGINE.replace("poids: 1, champs", "poids: 1, de: TOLD.de[adresse], champs").replace(
        "lecteur(index(documents, vocabulaire))", "lecteur({ ...index(documents, vocabulaire), etats: TOLD.etats })"
    )
    last = "2024-01-04"
    etats = {
        "certifications": [
            [{"etat": "en_vigueur", "au": last}, {"etat": "expiree", "du": "2024-01-05"}],
            [{"etat": "en_vigueur"}],
        ],
        "fermes": ["expiree"],
        "poids": FERMEE,
    }
    told = {"pages": {"a": "Le jury.", "b": "Le jury."}, "de": {"a": [0], "b": [1]}, "etats": etats}
    for day, first in ((last, "a"), ("2024-01-05", "b")):
        ((found, _),) = node(script.replace("DAY", day), told | {"vocabulaire": VOCABULAIRE, "requetes": ["jury"]})
        assert found[0] == first, day


SAME = [
    ("l’évaluation", "évaluation"),
    ("d'appels", "appel"),
    ("œuvre", "OEUVRES"),
    ("télévendeuse", "televendeur"),
    ("formatrices", "formateur"),
    ("conseillère", "conseiller"),
    ("commerciaux", "commercial"),
    ("chargée", "Chargé(e)"),
    ("auto-positionnement", "autopositionnement"),
    ("TP-00115", "TP00115"),
    ("80 %", "80%"),
]


def test_a_word_is_the_same_however_it_is_written() -> None:
    """Accents, elisions of both apostrophes, ligatures, plurals, feminines, hyphens, codes and spaces of a percentage."""
    script = """import { tokens } from "WEB/mots.mjs";
      console.log(JSON.stringify(TOLD.map((pair) => pair.map((text) => tokens(text).map(({ mot }) => mot)))));"""
    found = node(script, SAME)
    assert [pair for pair, (one, other) in zip(SAME, found, strict=True) if one != other or len(one) != 1] == []


# Words of one family, and others that only begin alike.
FAMILIES = (
    ("composer", "composition", "compose"),
    ("former", "formation", "formateur"),
    ("démarcher", "démarchage"),
    ("travailler", "travail"),
    ("évaluer", "évaluation", "évaluatrice"),
    ("financer", "financement"),
    ("certifier", "certification"),
)
STRANGERS = (
    ("page", "pagaie"),
    ("compte", "comptoir"),
    ("client", "clic"),
    ("stage", "station"),
    ("portail", "porter"),
)


def test_words_of_a_family_share_their_root() -> None:
    """Verb, act and person have one root; a word that only begins as another has its own."""
    script = """import { racine } from "WEB/familles.mjs";
      import { fold, stem } from "WEB/mots.mjs";
      console.log(JSON.stringify(TOLD.map((words) => new Set(words.map((word) => racine(stem(fold(word))))).size)));"""
    assert node(script, [*FAMILIES, *STRANGERS]) == [1] * len(FAMILIES) + [2] * len(STRANGERS)


ENGINE = """import { index } from "WEB/../indexer.mjs";
  import { lecteur } from "WEB/lecteur.mjs";
  import { chercher } from "WEB/moteur.mjs";
  const { pages, vocabulaire, requetes } = TOLD;
  const documents = Object.entries(pages).map(([adresse, texte]) =>
    ({ adresse, nom: adresse, poids: 1, champs: { texte: { poids: 1, texte } }, sections: [] }));
  const read = lecteur(index(documents, vocabulaire));
  const found = [];
  for (const requete of requetes) {
    const { reponses, partie } = await chercher(requete, read, "DAY");
    found.push([reponses.map(({ page }) => read.pages[page][0]), partie && reponses.length > 0]);
  }
  console.log(JSON.stringify(found));"""
PAGES_OF_TEST = {
    "jury": "Le jury délibère sur la réclamation du candidat.",
    "vente": "La télévente de 3239 articles, l’auto-positionnement et les conseillers.",
    "glossaire": "Jury : personnes qui décident.",
    "code": "La fiche RNCP32391.",
}
VOCABULAIRE = {
    "mots_vides": ["le", "la", "de", "c", "est", "quoi", "un"],
    "definitions": {"amorces": ["c’est quoi"], "page": "glossaire"},
    "familles": [{"mots": ["vendre", "vente", "vendeur"]}],
    "synonymes": [{"mots": ["centre d’appels"], "aussi": ["télévente"]}],
}
REQUESTS: dict[str, tuple[list[str], bool]] = {
    "jury candidat": (["jury"], False),
    "jury télévente": (["vente", "jury", "glossaire"], True),
    "jury candidat télévente": (["jury", "vente", "glossaire"], True),
    "relcamation": (["jury"], False),
    "reclam": (["jury"], False),
    "positi": (["vente"], False),
    "positi candidat": (["jury"], True),
    "juri": ([], False),
    "autopositionnement": (["vente"], False),
    "auto positionnement": (["vente"], False),
    "centre d’appels": (["vente"], False),
    "c’est quoi un jury": (["glossaire", "jury"], False),
    "32391": (["code"], False),
    "RNCP 32391": (["code"], False),
    "RNCP32392": ([], False),
    "32390": ([], False),
    "zzzzqqqxx": ([], False),
    "la": ([], False),
    "": ([], False),
}


def test_the_engine_asks_for_all_the_words_then_says_that_it_does_not() -> None:
    """All words first, then some, and said; a slip only for a word of five letters that is nowhere, never for a number.

    The best page is first: the one that has more of the words, then the one that has the rarer.
    """
    found = node(ENGINE, {"pages": PAGES_OF_TEST, "vocabulaire": VOCABULAIRE, "requetes": [*REQUESTS]})
    given = {request: (pages, partie) for request, (pages, partie) in zip(REQUESTS, found, strict=True)}
    assert given == REQUESTS


OF_A_FAMILY = {
    "regles": "La composition du jury.",
    "metier": "La vente de vins.",
    "verbe": "Le candidat compose un dossier.",
    "autre": "Le comptoir du candidat.",
}


def test_a_word_of_the_family_answers_less_than_the_word() -> None:
    """« composer » finds « composition »; who writes a word has first the page that writes it so; a list has what no ending says."""
    requests = ["composer jury", "compose", "composition", "vendre", "compter"]
    found = node(ENGINE, {"pages": OF_A_FAMILY, "vocabulaire": VOCABULAIRE, "requetes": requests})
    assert found == [
        [["regles"], False],
        [["verbe", "regles"], False],
        [["regles", "verbe"], False],
        [["metier"], False],
        [[], False],
    ]


def test_a_page_that_lacks_a_common_word_may_come_before_one_that_has_all_in_passing() -> None:
    """All the words is the rule; a page that says the rare ones much better is not hidden by one that has them all by chance."""
    chance = "Un dossier. " * 40 + "Une visite, un tuteur."
    pages = {
        "hasard": chance,
        "tuteur": "Le tuteur. Rôle du tuteur, tuteur.",
        **{f"page-{rank}": "Une visite." for rank in range(9)},
    }
    told = {"pages": pages, "vocabulaire": VOCABULAIRE, "requetes": ["visite tuteur", "visite dossier"]}
    (first, partie), (other, _) = node(ENGINE, told)
    assert (first, partie) == (["tuteur", "hasard"], False)
    assert other == ["hasard"]


def test_who_asks_what_a_word_means_has_its_definition_first() -> None:
    """However it is asked, before the word or after it: the words that ask it are not looked for, even where a page says them."""
    definitions = load().fichiers["recherche/mots.json"]["definitions"]["amorces"]
    asking = [*definitions, "QU'EST-CE QUE", "qu est ce que le", "qu’est-ce qu’un", "Ça veut dire quoi,"]
    requests = [*(f"{one} jury" for one in asking), "jury, ça veut dire quoi ?", "Le jury c'est quoi"]
    others = {f"page-{rank}": f"{one} autre jury ?" for rank, one in enumerate(definitions)}
    vocabulaire = load().fichiers["recherche/mots.json"] | {
        "definitions": {"amorces": definitions, "page": "glossaire"}
    }
    told = {"pages": {**others, **PAGES_OF_TEST}, "vocabulaire": vocabulaire, "requetes": [*requests, "définition"]}
    *found, alone = node(ENGINE, told)
    first = {request: (pages[0], partie) for request, (pages, partie) in zip(requests, found, strict=True)}
    assert {request: answer for request, answer in first.items() if answer != ("glossaire", False)} == {}
    # Alone, it is a word like any other, before those of its family.
    assert alone == [[f"page-{definitions.index(one)}" for one in ("definition", "définir")], False]


def test_an_excerpt_shows_the_words_found_and_where() -> None:
    """The section that has most of them, some words around, each of them marked as the page writes it."""
    script = """import { extrait } from "WEB/extrait.mjs";
      const trouves = { mots: new Set(["jury", "reclamation"]), vides: new Set() };
      console.log(JSON.stringify(extrait(TOLD, "Une page", trouves)));"""
    long = "Un mot après l’autre, " * 30
    sections = [["", "", "Le jury siège."], ["voies", "Les voies", f"{long}Les réclamations vont au jury. {long}"]]
    found = node(script, sections)
    assert (found["ancre"], found["titre"]) == ("voies", "Les voies")
    # What people ask in other words leads to the section that answers.
    asked = node(
        script, [["", "", "Le jury siège."], ["suites", "Les suites", "Qui n’a pas réussi.", "réclamation, jury"]]
    )
    assert (asked["ancre"], asked["morceaux"]) == ("suites", [["Qui n’a pas réussi.", False]])
    assert [text for text, marked in found["morceaux"] if marked] == ["réclamations", "jury"]
    whole = "".join(text for text, _ in found["morceaux"])
    assert whole.startswith("… ")
    assert whole.endswith(" …")
    assert len(whole) < 200


TOGETHER = {
    "titre": "Un titre de niveau 4.",
    "autre": "Quatre épreuves de niveau 3, et 4 heures.",
    "gros": "Le commerce de gros.",
    "detail": "Le commerce de détail, en gros volumes.",
    "copie": "La copie hors ligne.",
}
SYNONYMES = [
    {"mots": ["bac"], "aussi": ["niveau 4"]},
    {"mots": ["b2b"], "aussi": ["commerce de gros"]},
    {"mots": ["sans accès à internet"], "aussi": ["hors ligne"]},
]


def test_several_words_stand_for_what_is_asked_only_where_they_follow_each_other() -> None:
    """A page that has « niveau » here and « 4 » there is not of level 4; three words asked together are one thing."""
    vocabulaire = {**VOCABULAIRE, "mots_vides": ["le", "la", "de", "un"], "synonymes": SYNONYMES}
    requests = ["bac", "b2b", "sans accès à internet", "accès"]
    found = node(ENGINE, {"pages": TOGETHER, "vocabulaire": vocabulaire, "requetes": requests})
    assert found == [[["titre"], False], [["gros"], False], [["copie"], False], [[], False]]


def test_words_that_stand_together_are_marked_together() -> None:
    """« niveau 4 » is marked whole, the small words inside it too; the same words apart are not."""
    script = """import { places } from "WEB/extrait.mjs";
      console.log(JSON.stringify(TOLD.map(([text, found]) =>
        places(text, { mots: new Set([found]), vides: new Set(["de"]) }).map(({ debut, fin }) => text.slice(debut, fin)))));"""
    told = [
        ("De niveau 4, pas de niveau 3 ni 4.", "niveau_4"),
        ("Le compte personnel de formation ; le compte de la personne.", "compt_personnel_formation"),
    ]
    assert node(script, told) == [["niveau 4"], ["compte personnel de formation"]]


PARTED = {
    "perso": "Un compte dans votre espace, celui de la personne : compte dans votre personnel projet.",
    "sigle": "Le compte BTS personnel.",
    "entre": "Le compte est-ce personnel ?",
    "suite": "Le compte personnel.",
}


def test_what_is_found_together_is_marked_and_nothing_else_is() -> None:
    """What may part words that are looked for together is one rule, that of the index: a long empty word, no short full one."""
    script = ENGINE.replace(
        '"WEB/moteur.mjs";', '"WEB/moteur.mjs";\n  import { places } from "WEB/extrait.mjs";'
    ).replace(
        "found.push(",
        """for (const [page, text] of Object.entries(pages)) found.push([page,
        places(text, { mots: (await chercher(requete, read, "")).trouves, vides: read.vides }).map(({ debut, fin }) => text.slice(debut, fin))]);
      found.push(""",
    )
    vocabulaire = VOCABULAIRE | {
        "mots_vides": ["le", "dans", "votre", "est", "ce"],
        "synonymes": [{"mots": ["CPF"], "aussi": ["compte personnel"]}],
    }
    *marked, (pages, partie) = node(script, {"pages": PARTED, "vocabulaire": vocabulaire, "requetes": ["CPF"]})
    assert dict(marked) == {
        "perso": ["compte dans votre personnel"],
        "sigle": [],
        "entre": ["compte est-ce personnel"],
        "suite": ["compte personnel"],
    }
    assert ({*pages}, partie) == ({page for page, found in marked if found}, False)


def test_empty_words_held_by_hyphens_are_not_looked_for() -> None:
    """« est-ce », « faut-il »: a page that does not say them answers all the same."""
    vocabulaire = VOCABULAIRE | {"mots_vides": ["est", "ce", "que", "faut", "il", "un"]}
    requests = ["est-ce que jury candidat", "faut-il un jury ?"]
    found = node(ENGINE, {"pages": PAGES_OF_TEST, "vocabulaire": vocabulaire, "requetes": requests})
    assert found == [[["jury"], False], [["jury", "glossaire"], False]]


TABLES = ("requetes.json", "questions.json", "tenues-a-part.json", "tenues-a-part-2.json")


@pytest.fixture(scope="module")
def answered(site_dir: Path) -> dict[str, list[str]]:
    """Ask the index of the built site for each request of tests/cas/recherche; return addresses, the best first."""
    script = """import { readFileSync } from "node:fs";
      import { lecteur } from "WEB/lecteur.mjs";
      import { chercher } from "WEB/moteur.mjs";
      let read;
      globalThis.repereRecherche = (name, held) => { read = lecteur(held); };
      (0, eval)(readFileSync(TOLD.index, "utf-8"));
      const found = [];
      for (const requete of TOLD.requetes) {
        const { reponses } = await chercher(requete, read, "2026-11-30");
        found.push(reponses.map(({ page }) => read.pages[page][0]));
      }
      console.log(JSON.stringify(found));"""
    asked = [one["q"] for name in TABLES for one in requests_of(name)]
    told = {"index": str(site_dir / "assets" / "recherche" / "index.js"), "requetes": asked}
    return dict(zip(asked, node(script, told), strict=True))


def requests_of(name: str) -> list[dict[str, Any]]:
    """Return the requests of a table, each with the pages of which one must be first."""
    requests: list[dict[str, Any]] = json.loads((CAS / "recherche" / name).read_text("utf-8"))["requetes"]
    return requests


def ranks(name: str, answered: dict[str, list[str]]) -> dict[str, int | None]:
    """Return where a page awaited stands for each request of a table; None where none does."""
    return {
        one["q"]: next((rank for rank, page in enumerate(answered[one["q"]]) if page in one["attendu"]), None)
        for one in requests_of(name)
    }


@pytest.mark.parametrize(
    ("name", "size", "bar"),
    [*zip(TABLES, (27, 20, 15, 15), (BAR, BAR_OF_QUESTIONS, BAR_OF_HELD_OUT, BAR_OF_HELD_OUT_2), strict=True)],
)
def test_the_page_awaited_comes_first(
    name: str, size: int, bar: tuple[int, int], answered: dict[str, list[str]]
) -> None:
    """Of the requests of a table, how many have a page awaited at the head, and among the first three."""
    found = ranks(name, answered)
    first = sum(rank == 0 for rank in found.values())
    three = sum(rank is not None and rank < 3 for rank in found.values())
    missed = {request: rank for request, rank in found.items() if rank != 0}
    assert (len(found), first >= bar[0], three >= bar[1]) == (size, True, True), (first, three, missed)


# What people ask first: each has its page first, whatever the others do.
NAMED = (
    *("téléconseiller", "centre d'appel", "CPF", "bac", "b2b", "TP00115", "combien ça coûte", "c'est quoi un CQP"),
    "mes données personnelles",
)


def test_what_people_ask_first_is_answered_first(answered: dict[str, list[str]]) -> None:
    """A trade, a place of work, money, a level, a code, a word, one's data: the page awaited is at the head."""
    found = ranks("requetes.json", answered)
    assert {request: found[request] for request in NAMED if found[request] != 0} == {}


def test_the_index_holds_statements_never_controls(site_dir: Path) -> None:
    """What forms say is there, not the words on their buttons; script and index are light, each text by itself."""
    folder = site_dir / "assets" / "recherche"
    told = "".join(path.read_text("utf-8") for path in sorted((folder / "textes").iterdir()))
    for control in ("Retirer ma réponse", "Le résultat s’affichera ici", "Changer le premier fichier"):
        assert control not in told, control
    assert "Je transmets à la bonne personne" in told
    script = """import { readFileSync } from "node:fs";
      import { brotliCompressSync } from "node:zlib";
      console.log(TOLD.reduce((sum, path) => sum + brotliCompressSync(readFileSync(path)).length, 0));"""
    assert node(script, [str(folder / "recherche.js"), str(folder / "index.js")]) < HEAVIEST


# Names of a trade, of a place, of a right, that people and documents write: requests of the tables are such a name alone.
LOCUTIONS = frozenset(
    {"centre d’appels", "plateforme téléphonique", "vente par téléphone", "centre habilité", "données personnelles"}
)
# Who speaks: with one of them, words that follow each other are a sentence.
PERSONS = frozenset({"je", "me", "mes", "moi", "mon", "ma", "qui", "se", "m", "vos", "votre"})


def test_a_synonym_of_several_words_is_a_name_never_a_request() -> None:
    """No table of requests is answered by writing its requests among the synonyms; a sentence that one person wrote is none."""
    vocabulaire = load().fichiers["recherche/mots.json"]
    several = [mots for entry in vocabulaire["synonymes"] for mots in entry["mots"] if " " in mots]
    requests = [one["q"] for name in TABLES for one in requests_of(name)]
    script = """import { fold, stem, tokens, vide } from "WEB/mots.mjs";
      const vides = new Set(TOLD.vides.map((word) => stem(fold(word))));
      const said = (text) => tokens(text).filter((token) => !vide(token, vides)).map(({ mot }) => mot).join(" ");
      console.log(JSON.stringify([TOLD.several.map(said), TOLD.requests.map(said)]));"""
    told = {"vides": vocabulaire["mots_vides"], "several": several, "requests": requests}
    phrases, asked = node(script, told)
    written = {mots for mots, said in zip(several, phrases, strict=True) if said in asked and " " in said}
    assert written == LOCUTIONS
    assert [mots for mots in several if PERSONS & {*mots.lower().replace("’", " ").split()}] == []


def test_each_question_has_a_page_that_answers_it(site_dir: Path) -> None:
    """None is written for a section that no page has, nor for a page that does not say what the question is about."""
    collection = load()
    questions = collection.fichiers["recherche/questions.json"]["questions"]
    held = [
        section[3] for document in documents(site_dir, collection) for section in document["sections"] if section[3]
    ]
    assert [one for one in questions if not any(" ".join(one["mots"]) in words for words in held)] == []


def test_a_question_is_words_never_a_request_of_a_table() -> None:
    """The words that lead to a section are those of a subject; no request of the tables is among them whole."""
    written = [mots for one in load().fichiers["recherche/questions.json"]["questions"] for mots in one["mots"]]
    asked = {one["q"].lower().replace("'", "’") for name in TABLES for one in requests_of(name) if " " in one["q"]}
    assert [mots for mots in written for part in mots.lower().split(", ") if part in asked] == []


def test_each_name_of_a_trade_belongs_to_a_code_that_is_cited() -> None:
    """The ROME has 13,000 names: those kept are of the codes of the certifications, all of them and no other."""
    collection = load()
    every = {fait.code for found in collection.certifications for fait in found.identite.rome}
    # A code of an earlier edition, which a fiche of the register still has, has no name any more.
    cited = every & set(collection.fichiers["nomenclatures/rome.json"]["codes"])
    assert collection.fichiers["recherche/appellations-rome.json"]["appellations"].keys() == cited
    assert collection.fichiers["recherche/metiers-courants.json"]["metiers"].keys() <= cited
