"""A Django application: a model, and a line that gives it an admin."""
