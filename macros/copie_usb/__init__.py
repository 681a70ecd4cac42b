"""The site as a folder that opens by double click, without a server, and the zip of it: docs/adr/0010-copie-sans-serveur.md."""
