"""Validators in plain Python, generated from schemas/ by `python -m macros validators`.  Do not edit them."""
