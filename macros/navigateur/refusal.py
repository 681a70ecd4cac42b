"""The one way in which the bundle stops on something that its reader can mend."""

from __future__ import annotations


class BundleError(Exception):
    """The bundle cannot be made; the text is a French sentence that says what was found and what to do."""
