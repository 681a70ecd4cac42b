"""Files that a page opened from a folder may not read, as scripts that it may load (web/page.mjs receives them)."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Set as AbstractSet
from typing import Any


def script(content: bytes) -> bytes:
    """Return the script that hands a file over: compressed by gzip, in base64.  No clock in it."""
    packed = base64.b64encode(gzip.compress(content, mtime=0)).decode("ascii")
    return f'repereEmbarque("{packed}");\n'.encode()


def search_index(text: str, files: AbstractSet[str]) -> bytes:
    """Return the index of the search as the theme takes it from a folder, its addresses whole."""
    index: dict[str, Any] = json.loads(text)
    for entry in index["docs"]:
        path, mark, anchor = entry["location"].partition("#")
        if f"{path}index.html" in files:
            entry["location"] = f"{path}index.html{mark}{anchor}"
    return f"var __index = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n".encode()
