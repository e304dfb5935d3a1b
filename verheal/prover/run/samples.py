"""Ints, floats and texts that often break something: boundaries of machine types, of doubles, of Unicode."""

from __future__ import annotations

BOUNDARY_INTS = (0, 1, -1, 2, -2, 3, 7, 10, -10, 16, 64, 100, 255, 256, 1000)
BIG_INTS = (
    2**31 - 1, 2**31, -(2**31) - 1, 2**53 + 1, 2**63, -(2**63) - 1, 2**64 - 1, 10**20, -(10**20),
    "10 ** 400", "10 ** 5000",
)  # fmt: skip
FLOATS = (
    "0.0", "-0.0", "1.0", "-1.0", "0.5", "-0.5", "0.1", "2.0", "3.0", "1e-09", "100.0", "1e+16", "5e-324",
    "1.7976931348623157e+308", "-1e+308", "float('inf')", "float('-inf')", "float('nan')",
)  # fmt: skip
TEXTS = (
    "", "a", "b", "ab", "aa", "abc", "A", "Ab", "0", "1", "12", "-1", " ", "a b", " a ", "\n", "a,b", ".",
    "()", "aba", "hello world",
    "\u00e9", "\u00b2", "\u00df", "\u0130", "\uff11", "\u01c5", "e\u0301", "\U0001f600", "\x00",
)  # fmt: skip
ODD_TEXTS = ("\ud800", "\x00", "\ud800", "")
