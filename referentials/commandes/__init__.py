"""The commands that bring fiches of France compétences into a collection: `importer`, `update`, `retirer`."""
