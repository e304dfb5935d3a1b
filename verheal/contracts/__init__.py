"""From Python source to obligations as SMT-LIB text: source < dialects < core < lowering < obligations < smt.

Everything below this package is pure: no solver, no process, no clock, no randomness. The one
exception is `source.reader` and `source.discover`, which read files (and never import them).
"""
