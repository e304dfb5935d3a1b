"""From core programs to obligations: symbolic execution that merges states at joins. No solver here."""
