"""What a branch edits in a spreadsheet: competences, statements, proofs and codes, out of the files and back into them."""
