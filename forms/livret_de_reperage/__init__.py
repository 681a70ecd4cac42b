"""The livret de repérage des acquis: a conversation written by several hands, and the path that follows from it."""
