"""Two certifications face to face: everything that the pages « Comparer » show, computed from the data of both."""
