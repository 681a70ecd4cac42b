"""What the keeping of drafts is made of, piece by piece, run by Node: writes, tabs that meet, localStorage."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run

PAGE = ROOT / "forms" / "page"
MADE = """
  const draft = (id, revision, modifie_le = "10:00") => ({ id, nom: "", formulaire: "f", revision, modifie_le, contenu: revision });
"""


def module(name: str) -> str:
    """Return the address of a module of the page."""
    return (PAGE / name).as_uri()


def test_writes_come_one_at_a_time_and_what_is_forgotten_does_not() -> None:
    """While one is written the others wait, the newest of each draft only; a deleted draft leaves the queue; then all is."""
    script = f"""{MADE}
      const {{ createWriter }} = await import("{module("writing.mjs")}");
      const under = [], told = [];
      const writer = createWriter((one) => new Promise((end) => {{ told.push(one.revision); under.push(end); }}));
      const turn = () => new Promise((resolve) => setTimeout(resolve));
      writer.write(draft("a", "1"), "");
      writer.write(draft("b", "2"), "");
      writer.write(draft("c", "3"), "");
      writer.write(draft("c", "4"), "3");
      writer.forget("b");
      let settled = false;
      writer.settled().then(() => {{ settled = true; }});
      await turn();
      told.push(under.length, settled, writer.idle());
      under.pop()();
      await turn();
      told.push(under.length, settled);
      under.pop()();
      await turn();
      told.push(settled, writer.idle());
      console.log(JSON.stringify(told));"""
    assert run(script) == ["1", 1, False, False, "4", 1, False, True, True]


MEETING = f"""{MADE}
  const {{ createMeeting }} = await import("{module("meeting.mjs")}");
  const saved = [], dropped = [], [found, left, expected] = values;
  const drafts = {{ load: async () => found && draft("f", ...found), save: async (one) => void saved.push(one.id === "f" ? one.revision : `à part ${{one.revision}}`) }};
  const status = {{ say() {{}}, phrase: () => "nom" }};
  const meeting = createMeeting({{ drafts, mirror: {{ drop: (id) => dropped.push(id) }}, status }});
"""


@pytest.mark.parametrize(
    ("before", "changed", "aside"),
    [
        (None, "", []),
        (["a.1", "10:00"], "a.1", []),
        (["b.4", "10:00"], "b.3", []),
        (["c.1", "10:00"], "b.3", ["à part c.1"]),
    ],
)
def test_only_what_another_tab_wrote_is_set_aside(before: list[str] | None, changed: str, aside: list[str]) -> None:
    """Nothing was there; what was there is what was changed; this tab's own, a write between the two having failed."""
    script = f"""{MEETING}
      await meeting.keep(found && draft("f", ...found), expected, draft("f", ...left));
      console.log(JSON.stringify(saved));"""
    assert run(script, before, ["b.5", "10:00"], changed) == aside


@pytest.mark.parametrize(
    ("found", "saved"),
    [
        (None, ["b.5"]),
        (["b.4", "10:00"], ["b.5"]),
        (["b.5", "10:00"], []),
        (["b.6", "10:00"], []),
        (["a.1", "09:00"], ["b.5"]),
        (["c.1", "09:00"], ["b.5", "à part c.1"]),
        (["c.1", "11:00"], ["à part b.5"]),
    ],
)
def test_what_a_page_that_died_had_not_written(found: list[str] | None, saved: list[str]) -> None:
    """It is written, unless the disk has it or something newer of the same tab; another tab's is never lost, nor is it."""
    script = f"""{MEETING}
      await meeting.recover({{ brouillon: draft("f", ...left), expected }});
      console.log(JSON.stringify([saved, dropped]));"""
    assert run(script, found, ["b.5", "10:00"], "a.1") == [saved, ["f"]]


STORAGE = f"""{MADE}
  const room = {{}};
  let full = false;
  const hidden = (value) => ({{ value, enumerable: false }});
  Object.defineProperties(room, {{
    setItem: hidden((key, text) => {{ if (full) throw new Error("full"); room[key] = text; }}),
    getItem: hidden((key) => room[key] ?? null),
    removeItem: hidden((key) => delete room[key]),
  }});
  Object.defineProperty(globalThis, "localStorage", {{ value: room, configurable: true }});
  const {{ createMirror }} = await import("{module("mirror.mjs")}");
  const mirror = createMirror("/site/");
"""


def stored(script: str) -> Any:
    """Return what a script says after a localStorage is there."""
    return run(f"{STORAGE}\n{script}")


def test_the_second_copy_gives_back_the_drafts_of_a_form() -> None:
    """The first, which bears its name, and the others; not those of a form whose name begins alike, nor of another site."""
    script = """
      for (const id of ["f/x", "f/x:1", "f/x-2018", "f/x-2018:1", "f/y"]) mirror.put(draft(id, "1"), "");
      createMirror("/ailleurs/").put(draft("f/x:2", "1"), "");
      room["/site/.brouillon/f/x:9"] = "{illisible";
      console.log(JSON.stringify(mirror.left("f/x").map(({ brouillon }) => brouillon.id)));"""
    assert stored(script) == ["f/x", "f/x:1"]


def test_the_reserve_remembers_what_the_database_has() -> None:
    """Of several writes, it is what the first changed that the database is asked about; where there is no room it says so."""
    script = f"""
      const {{ createReserve }} = await import("{module("reserve.mjs")}");
      const reserve = createReserve(mirror);
      await reserve.save(draft("f", "b.1"), "a.7");
      await reserve.save(draft("f", "b.2"), "b.1");
      full = true;
      const refused = await reserve.save(draft("f", "b.3"), "b.2").then(() => "", (error) => error.message);
      console.log(JSON.stringify([mirror.get("f").expected, (await reserve.load("f")).revision, refused]));"""
    assert stored(script) == ["a.7", "b.2", "no room in localStorage"]
