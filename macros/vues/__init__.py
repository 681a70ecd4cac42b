"""What the pages show, computed from the model and ready for a template: no HTML, no file."""
