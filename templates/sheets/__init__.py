"""The sheets of a form, one module per kind of sheet."""
