"""Validators in plain Python, generated from schemas/ by `python -m macros navigateur`.  Do not edit them."""
