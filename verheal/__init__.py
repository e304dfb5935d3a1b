"""Proves and refutes the contracts of Python code, function by function.

Imports nothing: `python -m verheal` runs this while the current directory, which holds the code to be
checked, still stands on `sys.path`.
"""

__version__ = "0.1.0"
