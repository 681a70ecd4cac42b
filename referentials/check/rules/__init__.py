"""The rules, one module each.  A module's docstring is its documentation; `check` yields its findings.

Order is from the narrowest scope to the widest.
"""

from referentials.check.rules import codes, composantes, documents, durees, references, reussite

RULES = (documents, codes, references, composantes, durees, reussite)
