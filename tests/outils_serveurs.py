"""What serves the folders that tests open in a browser, as hosts do."""

from __future__ import annotations

import sys
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder with the types that hosts send, whatever this machine has in its tables, and says nothing."""

    extensions_map = {  # noqa: RUF012 — the base class declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
    }

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the name of the base class
        """Print nothing: pytest's summary is what matters."""


class QuietServer(ThreadingHTTPServer):
    """A server that says nothing of a browser gone in the middle of an answer: tests read what is printed."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Print what went wrong, unless it is that."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # both are the base's own
