"""The builtin exceptions that classes may derive from and still be what their definitions say."""

from __future__ import annotations

# Builtin exceptions that keep their arguments and nothing else, and take any positional ones.
EXCEPTIONS = frozenset(
    {"BaseException", "Exception", "ArithmeticError", "AssertionError", "BufferError", "EOFError",
     "FloatingPointError", "IndexError", "KeyError", "LookupError", "NotImplementedError", "OverflowError",
     "RecursionError", "ReferenceError", "RuntimeError", "SystemError", "TypeError", "ValueError",
     "ZeroDivisionError", "Warning", "BytesWarning", "DeprecationWarning", "FutureWarning", "ImportWarning",
     "PendingDeprecationWarning", "ResourceWarning", "RuntimeWarning", "SyntaxWarning", "UnicodeWarning",
     "UserWarning"}
)  # fmt: skip
# What an exception keeps by itself is not a field like others.
KEPT_BY_EXCEPTIONS = frozenset(
    {"args", "with_traceback", "add_note", "__cause__", "__context__", "__traceback__", "__suppress_context__"}
    | {"__notes__", "__setstate__", "__dict__"}
)
