"""Modules of the page that are pure functions, run by Node: days of a file, values changed one place at a time."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from tests.conftest import ROOT

WEB = ROOT / "forms" / "questionnaire" / "web"


def run(script: str, *values: Any) -> Any:
    """Run a module with these values as `values`, and return what it says as JSON."""
    code = f"const values = {json.dumps(values)};\n{script}"
    command = ["node", "--input-type=module", "--eval", code]
    # What waits for ever is a failure, not the end of the run.
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=300)
    return json.loads(done.stdout)


def days(name: str, texts: list[str]) -> list[str]:
    """Return what a function of days.mjs makes of texts."""
    script = (
        f"import {{ {name} }} from '{(WEB / 'days.mjs').as_uri()}'; console.log(JSON.stringify(values[0].map({name})));"
    )
    return list(run(script, texts))


def test_a_day_of_a_file_is_shown_as_people_write_it() -> None:
    """What people write is in tests/cas/saisie/jours.json; what is no day is shown as it is."""
    assert days("dayToText", ["2026-10-05", "31/02/2026", ""]) == ["05/10/2026", "31/02/2026", ""]


STORE = (WEB / "store.mjs").as_uri()


def test_values_change_one_place_at_a_time() -> None:
    """Fields and cells come and go; a row without an answer is no row; what the screen cannot show stays."""
    script = f"""import {{ withValue, withRows, mergeValues, countValues, valueAt }} from '{STORE}';
      let v = {{ odd: {{ a: 1 }} }};
      v = withValue(v, "nom", "Val", []);
      v = withValue(v, "modules/b/titre", "Deux", ["a", "b"]);
      v = withValue(v, "modules/a/titre", "Un", ["a", "b"]);
      const whole = v;
      v = withValue(v, "modules/a/titre", undefined, ["a", "b"]);
      const without = v;
      v = withValue(withRows(v, "modules", []), "nom", undefined, []);
      const moved = withRows(whole, "modules", ["b", "a"]);
      const merged = mergeValues(whole, {{ nom: "Autre", modules: [{{ id: "c", titre: "Trois" }}] }});
      console.log(JSON.stringify([whole, without, v, moved.modules.map(({{ id }}) => id), merged.modules.length, merged.nom,
        countValues(whole), valueAt(whole, "modules/b/titre"), valueAt(whole, "modules/z/titre") ?? null]));"""
    modules = [{"id": "a", "titre": "Un"}, {"id": "b", "titre": "Deux"}]
    assert run(script) == [
        {"odd": {"a": 1}, "nom": "Val", "modules": modules},
        {"odd": {"a": 1}, "nom": "Val", "modules": modules[1:]},
        {"odd": {"a": 1}},
        ["b", "a"],
        3,
        "Autre",
        4,
        "Deux",
        None,
    ]


def test_a_row_that_is_pointed_to_stays_a_row_once_it_is_emptied() -> None:
    """As long as an answer of another list points to it: a file holds no answer that points to nothing."""
    script = f"""import {{ withValue, withRows }} from '{STORE}';
      const pointed = new Set(["a"]);
      const v = {{ modules: [{{ id: "a", titre: "Un" }}, {{ id: "b", titre: "Deux" }}], formateurs: [{{ id: "f", modules: ["a"] }}] }};
      const emptied = withValue(v, "modules/a/titre", undefined, ["a", "b"], pointed);
      console.log(JSON.stringify([emptied.modules, withRows(emptied, "modules", ["b", "a"], pointed).modules,
        withRows(emptied, "modules", ["a", "b"]).modules, withRows({{}}, "modules", ["c", "a"], pointed)]));"""
    other = {"id": "b", "titre": "Deux"}
    assert run(script) == [[{"id": "a"}, other], [other, {"id": "a"}], [other], {"modules": [{"id": "a"}]}]


PAGE = ROOT / "forms" / "page"


def test_an_answer_typed_again_as_it_was_is_again_what_its_author_wrote() -> None:
    """Written over by somebody else, then typed back: signed and dated as before, and nothing is left aside."""
    script = f"""import {{ write }} from '{(ROOT / "forms" / "plusieurs_mains" / "web" / "writings.mjs").as_uri()}';
      const ana = {{ valeur: "Vendre", par: {{ role: "candidat", nom: "Ana" }}, le: "2026-11-21T10:00:00+01:00" }};
      const begun = {{ valeurs: {{ projet: ana }}, ecartees: [], qui: {{ role: "entreprise", nom: "Paul" }} }};
      const over = write(begun, "projet", "Vendre mieux", "2026-11-29T10:00:00+01:00");
      const back = write(over, "projet", "Vendre", "2026-11-29T10:01:00+01:00");
      console.log(JSON.stringify([write(begun, "projet", "Vendre", "2026-11-29T10:00:00+01:00") === begun,
        over.valeurs.projet.par.nom, over.ecartees.map((one) => one.valeur), back.valeurs, back.ecartees]));"""
    ana = {"valeur": "Vendre", "par": {"role": "candidat", "nom": "Ana"}, "le": "2026-11-21T10:00:00+01:00"}
    assert run(script) == [True, "Paul", ["Vendre"], {"projet": ana}, []]


def test_drafts_of_one_instant_have_one_order() -> None:
    """The last changed first; of two that changed in the same instant, always the same one, whichever came first."""
    script = f"""import {{ lastChangedFirst }} from '{(PAGE / "draft-order.mjs").as_uri()}';
      const ids = values[0].map((drafts) => drafts.sort(lastChangedFirst).map(({{ id }}) => id));
      console.log(JSON.stringify([...ids, lastChangedFirst(values[0][0][0], values[0][0][0])]));"""
    a, b, c = ({"id": id_, "modifie_le": f"2026-11-2{day}"} for id_, day in (("a", 1), ("b", 1), ("c", 2)))
    assert run(script, [[a, b, c], [c, b, a], [b, c, a]]) == [["c", "a", "b"]] * 3 + [0]


def test_a_question_is_called_the_same_where_some_of_its_words_are_marked() -> None:
    """One comes by a search result: its words are marked in the label, at its beginning too; what it adds is left out."""
    script = f"""import {{ questionOf }} from '{(WEB / "question.mjs").as_uri()}';
      const box = (nodes) => ({{ querySelector: () => nodes && {{ childNodes: nodes.map(([nodeName, textContent]) => ({{ nodeName, textContent }})) }} }});
      console.log(JSON.stringify(values[0].map((nodes) => questionOf(box(nodes)))));"""
    more = ["SPAN", "(facultatif)"]
    whole = [["#text", "Un exemple "], more]
    marked = [["#text", "Un "], ["MARK", "exemple"], ["#text", " "], more]
    begun = [["#text", ""], ["MARK", "Un"], ["#text", " exemple"], more, ["#text", "ailleurs"]]
    assert run(script, [whole, marked, begun, [["#text", "Un exemple"]], [], None]) == ["Un exemple"] * 4 + ["", ""]
