"""How the page keeps drafts, run by Node on a disk that is played: what it refuses, what it gives back, what is erased."""

from __future__ import annotations

from typing import Any

from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run

PAGE = ROOT / "forms" / "page"
# A disk that can be told to refuse, and the page's own keeping over it.
PLAYED = f"""
  import {{ createKeeping }} from "{(PAGE / "keeping.mjs").as_uri()}";
  const disk = new Map(), mirrored = new Map(), said = [];
  let refuses = false;
  const obeyed = (work) => async (...given) => {{
    await null;
    if (refuses) throw new Error("refused");
    return work(...given);
  }};
  const store = {{
    load: obeyed((id) => disk.get(id)),
    list: async () => [...disk.values()],
    save: obeyed((one) => {{ const before = disk.get(one.id); disk.set(one.id, one); return before; }}),
    remove: obeyed((id) => disk.delete(id)),
    close() {{}},
  }};
  const mirror = {{ put: (one, expected) => mirrored.set(one.id, expected), drop: (id) => mirrored.delete(id), left: () => [] }};
  const status = {{ saving() {{}}, waiting() {{}}, say: (key) => said.push(key), phrase: (key, {{ nom }}) => `${{key}} ${{nom}}` }};
  const keeping = createKeeping({{ store, durable: true, etat: "pret" }}, {{ mirror, status, written() {{}} }});
  const draft = (id, revision, contenu = revision) => ({{ id, nom: id, formulaire: "f", revision, contenu, modifie_le: "2026-11-29T10:00:00Z" }});
  let now = "2026-11-29T10:00:00.000Z";
  globalThis.Date = class extends Date {{ constructor(...given) {{ super(...(given.length ? given : [now])); }} }};
  const shown = async () => (await keeping.list("f")).map((one) => `${{one.id}} ${{one.contenu}}`).sort();
  const kept = () => [...disk.values()].map((one) => `${{one.id}} ${{one.contenu}}`).sort();
"""


def played(script: str) -> Any:
    """Return what a script says after the disk and the page are there."""
    return run(f"{PLAYED}\n{script}")


def test_a_refused_write_is_no_other_tabs() -> None:
    """Over a draft of an earlier page: what comes after a refusal, of it or of another draft, changes what the disk had."""
    script = """
      disk.set("a", draft("a", "before.7"));
      refuses = true;
      await keeping.put(draft("a", "now.1"), "before.7");
      refuses = false;
      if (values[0] === "a") await keeping.put(draft("a", "now.2"), "now.1");
      else await keeping.put(draft("b", "now.2"), "");
      console.log(JSON.stringify([kept(), said]));"""
    assert run(f"{PLAYED}\n{script}", "a") == [["a now.2"], []]
    assert run(f"{PLAYED}\n{script}", "b") == [["a now.1", "b now.2"], []]


def test_the_second_copy_says_what_the_disk_has() -> None:
    """Of two refused writes, it is the revision on the disk that the next page finds changed, not one that never was there."""
    script = """
      disk.set("a", draft("a", "before.7"));
      refuses = true;
      await keeping.put(draft("a", "now.1"), "before.7");
      await keeping.put(draft("a", "now.2"), "now.1");
      console.log(JSON.stringify([...mirrored]));"""
    assert played(script) == [["a", "before.7"]]


def test_what_another_tab_wrote_during_a_refusal_is_set_aside() -> None:
    """What is no longer what the first refused write changed is another tab's: it stays, in a draft of its own."""
    script = """
      disk.set("a", draft("a", "before.7"));
      refuses = true;
      await keeping.put(draft("a", "now.1"), "before.7");
      refuses = false;
      disk.set("a", draft("a", "other.1"));
      await keeping.put(draft("a", "now.2"), "now.1");
      console.log(JSON.stringify([kept().map((one) => one.split(" ")[1]).sort(), said]));"""
    assert played(script) == [["now.2", "other.1"], ["brouillon_conflit"]]


def test_what_was_written_after_another_tab_deleted_is_given_back() -> None:
    """From the moment when one asked for it, of one draft or of all: what was there before that moment stays deleted."""
    script = """
      const at = (id, le, revision) => {
        now = `2026-11-29T${le}:00.000Z`;
        return keeping.put(draft(id, revision), "");
      };
      await at("a", "10:00", "here.1");
      await at("b", "10:05", "here.2");
      await at("c", "10:10", "here.3");
      disk.clear();
      await keeping.giveBack(values[0], "2026-11-29T10:05:00.000Z");
      console.log(JSON.stringify(kept()));"""
    assert run(f"{PLAYED}\n{script}", "") == ["b here.2", "c here.3"]
    assert run(f"{PLAYED}\n{script}", "c") == ["c here.3"]
    assert run(f"{PLAYED}\n{script}", "a") == []


def test_what_comes_while_it_is_given_back_is_newer() -> None:
    """The disk is slow to say what it has: what one types meanwhile wins, and a draft deleted meanwhile stays so."""
    script = """
      await keeping.put(draft("a", "here.1"), "");
      disk.clear();
      const giving = keeping.giveBack("", "2026-11-29T09:00:00.000Z");
      if (values[0] === "typed") keeping.put(draft("a", "here.2"), "here.1");
      else await keeping.remove("a");
      await giving;
      await keeping.settled();
      console.log(JSON.stringify(kept()));"""
    assert run(f"{PLAYED}\n{script}", "typed") == ["a here.2"]
    assert run(f"{PLAYED}\n{script}", "deleted") == []


def test_what_another_tab_has_written_again_is_left_to_it() -> None:
    """A draft that is there again, or that this tab deleted itself, is not given back over it."""
    script = """
      await keeping.put(draft("a", "here.1"), "");
      await keeping.put(draft("b", "here.2"), "");
      await keeping.remove("b");
      disk.set("a", draft("a", "there.1"));
      await keeping.giveBack("", "2026-11-29T09:00:00Z");
      console.log(JSON.stringify(kept()));"""
    assert played(script) == ["a there.1"]


def test_a_draft_that_the_disk_keeps_is_not_deleted() -> None:
    """Its deletion is refused: it shows in the list, with what had not been written of it, and what is asked of it comes."""
    script = """
      disk.set("a", draft("a", "before.7"));
      refuses = true;
      await keeping.put(draft("a", "now.1"), "before.7");
      const answers = [];
      const removing = keeping.remove("a").catch(({ message }) => answers.push(message));
      refuses = true;
      const deleted = keeping.isDeleted(draft("a", "now.1"));
      await removing;
      answers.push(await deleted, await shown(), [...mirrored.keys()]);
      refuses = false;
      await keeping.remove("a");
      answers.push(await keeping.isDeleted(draft("a", "now.1")), await shown());
      console.log(JSON.stringify(answers));"""
    assert played(script) == ["refused", False, ["a now.1"], ["a"], True, []]


def test_what_one_writes_while_all_is_erased_comes_after() -> None:
    """It waits until one has looked, twice where erasing was asked twice; what waited before goes with the rest."""
    script = """
      disk.set("a", draft("a", "before.7"));
      refuses = true;
      await keeping.put(draft("b", "now.1"), "");
      refuses = false;
      const answers = [];
      const over = await keeping.forget("a");
      const again = await keeping.forget("a");
      const writing = keeping.put(draft("c", "now.2"), "");
      keeping.put(draft("c", "now.3"), "now.2");
      await new Promise((resolve) => setTimeout(resolve));
      const late = keeping.isDeleted(draft("a", "before.7"));
      answers.push(kept(), keeping.waiting(), [...mirrored.keys()]);
      disk.clear();
      over(true);
      await new Promise((resolve) => setTimeout(resolve));
      answers.push(kept());
      again(true);
      await writing;
      answers.push(kept(), [...mirrored.keys()], await late, keeping.atRisk());
      console.log(JSON.stringify(answers));"""
    assert played(script) == [["a before.7"], ["c"], ["c"], [], ["c now.3"], [], True, False]


def test_what_could_not_be_erased_shows() -> None:
    """Erasing was refused: the drafts that the disk still has are in the list."""
    script = """
      disk.set("a", draft("a", "before.7"));
      const over = await keeping.forget("a");
      over(false);
      console.log(JSON.stringify([await shown(), await keeping.isDeleted(draft("a", "before.7"))]));"""
    assert played(script) == [["a before.7"], False]


def test_a_fault_of_the_page_is_not_taken_for_one_of_python() -> None:
    """What Python cannot answer is told; what the page cannot show comes out as the fault that it is."""
    script = f"""
      const {{ createScoring }} = await import("{(PAGE / "scoring.mjs").as_uri()}");
      const told = [];
      const broken = () => {{ throw new Error("shown badly"); }};
      const base = {{ fail: (error) => told.push(error.message), released: async () => {{}} }};
      const refused = createScoring({{ ...base, ask: async () => {{ throw new Error("no Python"); }} }}, () => ({{}}), broken);
      await refused();
      const shown = createScoring({{ ...base, ask: async () => ({{ ok: true, resultat: 1 }}) }}, () => ({{}}), broken);
      told.push(await shown().then(() => "hidden", ({{ message }}) => message));
      console.log(JSON.stringify(told));"""
    assert run(script) == ["no Python", "shown badly"]


def test_what_was_deleted_here_is_and_what_was_never_written_is_not() -> None:
    """Of two drafts that the disk has not: one was deleted on this page, the other has had no answer yet."""
    script = """
      await keeping.put(draft("a", "here.1"), "");
      await keeping.remove("a");
      console.log(JSON.stringify([await keeping.isDeleted(draft("a", "")), await keeping.isDeleted(draft("b", ""))]));"""
    assert played(script) == [True, False]


def test_closing_the_page_is_a_risk_while_it_writes() -> None:
    """From the key to the disk, and no longer; where only this browser's reserve keeps it, until a file has it."""
    script = """
      const frail = createKeeping({ store, durable: false, etat: "reserve" }, { mirror, status, written() {} });
      const answers = [];
      for (const page of [keeping, frail]) {
        const writing = page.put(draft("a", "here.1"), "");
        answers.push(page.atRisk());
        await writing;
        answers.push(page.atRisk());
        page.inFile("a");
        answers.push(page.atRisk());
      }
      console.log(JSON.stringify(answers));"""
    assert played(script) == [True, False, False, True, True, False]


def test_what_was_erased_is_not_given_back() -> None:
    """Written before all was erased here, it stays away when another tab tells that it has erased too."""
    script = """
      await keeping.put(draft("a", "here.1"), "");
      const over = await keeping.forget("b");
      disk.clear();
      over(true);
      await keeping.giveBack("", "2026-11-29T09:00:00Z");
      console.log(JSON.stringify(kept()));"""
    assert played(script) == []


def test_what_waits_is_shown_in_place_of_what_the_disk_has() -> None:
    """An older write that comes to its end leaves the newer one waiting, over what is now there; a deletion hides both."""
    script = f"""
      const {{ createUnwritten }} = await import("{(PAGE / "unwritten.mjs").as_uri()}");
      const unwritten = createUnwritten();
      const [first, second, third] = ["here.1", "here.2", "here.3"].map((revision) => draft("a", revision));
      unwritten.put(first, "before.7");
      const told = [unwritten.put(second, "here.1").expected, unwritten.written(first), unwritten.has("a")];
      told.push(unwritten.put(third, "here.2").expected, unwritten.over([first]).map((one) => one.contenu));
      unwritten.fail("a");
      told.push(unwritten.failed().length, unwritten.inFile("a"), unwritten.failed().length);
      told.push(unwritten.delete("a").brouillon.contenu, unwritten.over([first]), unwritten.written(third), unwritten.has("a"));
      console.log(JSON.stringify(told));"""
    assert played(script) == ["before.7", False, True, "here.1", ["here.3"], 1, True, 0, "here.3", [], True, False]
