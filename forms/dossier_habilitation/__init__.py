"""The dossier d'habilitation: what an organisation sends to be accredited, and whether it conforms."""
