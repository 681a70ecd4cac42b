"""Forms made of fields: what the dossier d'habilitation and the livret de repérage have in common."""
