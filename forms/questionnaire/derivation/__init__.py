"""What a form of fields takes from a library once and for all, so that the browser needs none."""
