"""Files that a page opened from a folder may not read, as scripts that it may load (web/page.mjs receives them)."""

from __future__ import annotations

import base64
import gzip


def script(content: bytes) -> bytes:
    """Return the script that hands a file over: compressed by gzip, in base64.  No clock in it."""
    packed = base64.b64encode(gzip.compress(content, mtime=0)).decode("ascii")
    return f'repereEmbarque("{packed}");\n'.encode()
