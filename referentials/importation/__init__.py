"""What France compétences publishes, read as it is written: values that know nothing of our model yet."""
