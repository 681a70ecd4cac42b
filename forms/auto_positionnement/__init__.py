"""The auto-positionnement: statements that one answers for oneself, and the result that the rules make of them."""
