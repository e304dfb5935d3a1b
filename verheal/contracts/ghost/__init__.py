"""The module that runs: specification statements, which CPython is not meant to execute, erased or made asserts.

Nagini's contracts are calls of functions without a body (`Requires(x > 0)`); it strips them before a program is run.
What is proved and what is replayed have to be one program, so both are made here: by the lowering from the file's
text, and by the child in which code runs. The child loads these files by their folder, so they import nothing but the
standard library and each other.
"""

from __future__ import annotations

from .elaborate import Elaborated, Owned, Unread, elaborated
from .erase import obligation, plain
from .names import mentions
from .scope import Scope, scope_of

__all__ = ["Elaborated", "Owned", "Scope", "Unread", "elaborated", "mentions", "obligation", "plain", "scope_of"]
