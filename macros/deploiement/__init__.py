"""Putting the site on a host: what it must send, ready files that say so to it, and the check of what it does send."""
