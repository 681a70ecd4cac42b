"""Python whose memory runs out."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.outils_attaque import run

# Pages of memory that nothing writes in cost the machine nothing: the limit reached is the one that Python has.
FILL = """
blocks = []
while True:
    blocks.append(bytearray(1 << 28))
"""


def test_a_memory_that_runs_out_ends_a_request_not_python(armed: Page) -> None:
    """Whatever Python asks for beyond its own memory is refused it, request by request; the next one is answered."""
    for _ in range(2):
        assert run(armed, FILL) == {"raised": "MemoryError: "}
        assert run(armed, "result = 1 + 1") == {"result": "2"}
