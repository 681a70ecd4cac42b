"""The checker: findings of the schemas and of the rules, gathered in one run."""
