"""What a printed page reads, sheet by sheet."""

from __future__ import annotations

from pathlib import Path

from pypdfium2 import PdfDocument


def sheets(path: Path) -> list[str]:
    """Return the text of each sheet of a PDF; a hyphen that ends a line is a hyphen, which PDFium tells by a sign of its own."""
    with PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded().replace("\x02", "-") for page in document]


def read(path: Path) -> tuple[int, str]:
    """Return the number of sheets, and what they read, spaces and lines as one."""
    found = sheets(path)
    return len(found), " ".join(" ".join(found).split())
