"""Canonical SMT-LIB text of sequents over core expressions."""
