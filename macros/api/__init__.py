"""The open data: what the model publishes as JSON."""
