"""One module per solver or search."""
