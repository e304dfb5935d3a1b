"""Two functions as one: their composition, and what it means that they do the same."""
