"""Forms as data and the pure functions that score them: the same code in the page, on the command line and under test."""
