"""Two builders, one site: what each made of the same pages, compared."""
