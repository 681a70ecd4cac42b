"""How long a form takes: what is announced before one begins."""

from __future__ import annotations

# A question has about 25 words, which take 8 seconds to read at 180 words a minute, about as long to decide and press.
SECONDES = 15
MINUTE = 60


def minutes(questions: int) -> int:
    """Return about how many minutes it takes to answer some questions, one at least."""
    return max(1, round(questions * SECONDES / MINUTE))
