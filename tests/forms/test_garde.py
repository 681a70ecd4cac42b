"""The worker's guard, run by Node: which files may be asked for, and until when."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run

WEB = ROOT / "forms" / "page"
SCRIPT = f"""
  import {{ guardNetwork }} from "{(WEB / "guard.mjs").as_uri()}";
  const asked = [], told = [], [good, lost, later, other] = values;
  globalThis.navigator ??= {{ userAgent: "node", language: "fr" }};
  globalThis.fetch = async (url, {{ method = "GET" }} = {{}}) => {{
    asked.push(`${{method}} ${{url}}`);
    if (url === lost) throw new TypeError("gone");
    return {{ ok: true, headers: new Map() }};
  }};
  // The guard takes away whatever Python does not need, what speaks to us included.
  const {{ stdout }} = process, {{ stringify }} = JSON;
  const allowed = {{ start: new Map([[good, "sha256-a"], [lost, "sha256-b"]]), later: new Map([[later, "sha256-c"]]) }};
  const close = guardNetwork(allowed, (echec) => told.push(echec.fichier));
  const asks = async (...urls) => {{
    const found = [];
    for (const url of urls) found.push(await fetch(url).then((r) => r.ok, (e) => e.name));
    return found;
  }};
  const open = await asks(good, lost, later, other), before = [...told], heard = asked.length;
  close();
  const closed = await asks(good, lost, later, other);
  stdout.write(stringify({{ open, before, closed, told, after: asked.slice(heard) }}));
"""


def test_the_files_of_the_start_are_refused_once_python_is_there() -> None:
    """Asked for again they do not leave, and nobody is told that Python failed; what an action needs still comes."""
    files = [f"https://exemple.fr/{name}" for name in ("depart.zip", "perdu.zip", "plus-tard.zip", "autre")]
    assert run(SCRIPT, *files) == {
        "open": [True, "DownloadFault", True, "TypeError"],
        "before": ["perdu.zip"],
        "closed": ["TypeError", "TypeError", True, "TypeError"],
        "told": ["perdu.zip"],
        "after": ["GET https://exemple.fr/plus-tard.zip"],
    }


REFUSALS = f"""
  import {{ guardNetwork }} from "{(WEB / "guard.mjs").as_uri()}";
  const asked = [], told = [], [changed, absent, lost, later] = values;
  globalThis.navigator ??= {{ userAgent: "node", language: "fr" }};
  globalThis.fetch = async (url, init = {{}}) => {{
    asked.push([url.slice(url.lastIndexOf("/") + 1), init.method ?? "GET", init.integrity ?? "", init.cache ?? ""]);
    if (url === lost || (init.integrity && url !== absent)) throw new TypeError("refused");
    return {{ ok: url !== absent, headers: new Map() }};
  }};
  globalThis.WebSocket ??= class {{}};
  const {{ stdout }} = process, {{ stringify }} = JSON;
  const start = new Map([changed, absent, lost].map((url) => [url, "sha256-a"]));
  guardNetwork({{ start, later: new Map([[later, "sha256-c"]]) }}, (echec) => told.push([echec.fichier, echec.motif]));
  const motifs = [];
  for (const url of [changed, absent, lost, later]) await fetch(url).catch((error) => motifs.push(error.motif));
  let evaluated = "";
  try {{ evaluated = (() => {{}}).constructor("return 1")(); }} catch (error) {{ evaluated = error.name; }}
  stdout.write(stringify({{ motifs, told, asked: asked.slice(0, 3), left: [typeof WebSocket, typeof process], evaluated }}));
"""


def test_a_file_that_is_not_ours_is_told_from_one_that_is_not_there() -> None:
    """Each is asked for with its digest; refused, whether it is there is asked past the cache; what is late is not Python's.

    Nothing else is left to code in the worker: no other way out, no text that becomes code.
    """
    files = [f"https://exemple.fr/{name}" for name in ("change.zip", "absent.zip", "perdu.zip", "plus-tard.zip")]
    assert run(REFUSALS, *files) == {
        "motifs": ["empreinte", "reseau", "reseau", "empreinte"],
        "told": [["change.zip", "empreinte"], ["absent.zip", "reseau"], ["perdu.zip", "reseau"]],
        "asked": [
            ["change.zip", "GET", "sha256-a", ""],
            ["change.zip", "HEAD", "", "no-store"],
            ["absent.zip", "GET", "sha256-a", ""],
        ],
        "left": ["undefined", "undefined"],
        "evaluated": "EvalError",
    }
