"""What the names in a condition may mean, as far as one module says."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Mapping
from dataclasses import dataclass

from .names import predicates, vocabulary

_CONTAINERS = (list, dict, set, frozenset, tuple, str, bytes, int, float)
_KNOWN_METHODS = frozenset(name for kind in _CONTAINERS for name in dir(kind))
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Scope:
    """A module's words, and the variables of the function that a condition stands in.

    words: Nagini's name by local name. callable: functions and methods that a condition may call: those of this module
    that are no predicates, and the builtin ones. What another module calls so may be a predicate, which is erased.
    ints: the variables that are annotated as int.
    """

    words: Mapping[str, str]
    callable: frozenset[str]
    variables: frozenset[str] = frozenset()
    ints: frozenset[str] = frozenset()

    def inside(self, function: _Function) -> Scope:
        """The same in a function of the module."""
        arguments = [node for node in ast.walk(function.args) if isinstance(node, ast.arg)]
        stored = [n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
        ints = {a.arg for a in arguments if isinstance(a.annotation, ast.Name) and a.annotation.id == "int"}
        return Scope(
            self.words,
            self.callable,
            self.variables | {a.arg for a in arguments} | set(stored),
            (self.ints | ints) - set(stored),
        )


def scope_of(tree: ast.Module) -> Scope | None:
    """The scope of a module; None for one without words of Nagini."""
    words = vocabulary(tree)
    if not words:
        return None
    defined = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    known = _KNOWN_METHODS | set(dir(builtins)) | defined
    return Scope(words, frozenset(known - predicates(tree, words)))
