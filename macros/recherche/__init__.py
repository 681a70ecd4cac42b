"""The site's own search: what it reads of the built pages, the index that it makes, and its scripts (web/)."""
