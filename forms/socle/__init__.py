"""What every kind of form stands on: strict reading, refusals, days and numbers in French, tables, the file."""
