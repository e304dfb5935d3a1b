"""Proves and refutes the contracts of Python code, function by function."""

from __future__ import annotations

__version__ = "0.1.0"
