"""Block elements inside an element that Markdown reads: each start tag at the start of a line.

`md_in_html` takes a start tag in the middle of a line for text, then lets its end tag close the outer element of the
same name: a list inside a list, or a fold inside a fold, would end too early.
"""

from __future__ import annotations

import re

BLOCK = "aside|dd|details|div|dl|dt|figcaption|figure|header|li|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul"
START = re.compile(rf"(?<!\n)(?=<(?:{BLOCK})[ >])")


def own_lines(text: str) -> str:
    """Return the Markdown of a page with the start tag of each block element at the start of a line."""
    return START.sub("\n", text)
