"""The referentials: JSON files, the model they are read into, and their checker."""
