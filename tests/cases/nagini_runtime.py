"""Checks Nagini's contracts in CPython, by counting permissions: written apart from how verheal reads them.

Conditions are evaluated as they stand, but `p` of `Implies(p, q)` guards `q`; a quantifier over `int` tries a few ints, and
one at which it cannot be evaluated does not count. Statements in the body are checked where they stand.
"""

from __future__ import annotations

import ast
import functools
import inspect
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pep316_runtime import ClauseFailed

CHECKED = ("Assert", "Assume", "Invariant")
TRIED = range(-2, 9)


def load(path: Path, name: str) -> types.ModuleType:
    """The module, checking."""
    module = types.ModuleType(name)
    module.__file__ = str(path)
    sys.modules[name] = module
    vars(module).update(words())
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tree.body = [one for one in tree.body if "nagini" not in (getattr(one, "module", None) or "")]
    found: dict[str, list[tuple[str, ast.Call]]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            found[node.name] = clauses(node)
    tree = ast.fix_missing_locations(Lazily().visit(tree))
    exec(compile(tree, str(path), "exec"), vars(module))
    for owner in (module, *(c for c in vars(module).values() if inspect.isclass(c) and c.__module__ == name)):
        for key, value in list(vars(owner).items()):
            if inspect.isfunction(value) and value.__module__ == name and found.get(key):
                setattr(owner, key, checking(value, found[key]))
    return module


def clauses(function: ast.FunctionDef) -> list[tuple[str, ast.Call]]:
    """Takes the clauses out of a function; what is checked in its body becomes asserts."""
    taken = []
    for part in [function, *ast.walk(function)]:
        for index, one in reversed(list(enumerate(getattr(part, "body", []) if isinstance(part, ast.stmt) else []))):
            match one:
                case ast.Expr(value=ast.Call(func=ast.Name(id=word)) as call) if word in CHECKED:
                    part.body[index] = ast.copy_location(ast.Assert(test=call.args[0]), one)
                case ast.Expr(value=ast.Call(func=ast.Name(id="Requires" | "Ensures" as word)) as call):
                    taken.append((word, call))
                    part.body[index] = ast.copy_location(ast.Pass(), one)
                case ast.Expr(value=ast.Call(func=ast.Name(id="Exsures"))):
                    part.body[index] = ast.copy_location(ast.Pass(), one)
    return taken[::-1]


class Lazily(ast.NodeTransformer):
    """`Implies(p, q)` evaluates `q` only where `p` holds, `Acc(x.f)` is told of `x`."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Name(id="Implies"), args=[p, q]):
                return ast.BoolOp(op=ast.Or(), values=[ast.UnaryOp(op=ast.Not(), operand=p), q])
            case ast.Call(func=ast.Name(id="Acc"), args=[ast.Attribute(value=x, attr=name), *ratio]):
                return ast.Call(func=node.func, args=[x, ast.Constant(value=name), *ratio], keywords=[])
        return node


def checking(function: Callable[..., Any], found: list[tuple[str, ast.Call]]) -> Callable[..., Any]:
    signature, scope = inspect.signature(function), function.__globals__
    needs, gives, before = [], [], []
    for word, call in found:
        for node in ast.walk(call):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Old":
                before.append(ast.unparse(node.args[0]))
                node.args = [ast.Constant(value=ast.unparse(node.args[0]))]
        text = ast.unparse(ast.fix_missing_locations(Lazily().visit(call.args[0])))
        (needs if word == "Requires" else gives).append(text)

    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        held: dict[tuple[int, str], float] = {}

        def take(x: Any, field: Any = None, ratio: float = 1) -> bool:
            if field is None:
                return x is not None
            held[id(x), field] = held.get((id(x), field), 0) + ratio
            return x is not None and held[id(x), field] <= 1

        values = {**scope, **bound.arguments, "Acc": take}
        for text in needs:
            if not eval(text, values):
                raise ClauseFailed("pre", function.__qualname__, text)
        old = {text: eval(text, values) for text in before}
        held.clear()
        result = function(*args, **kwargs)
        values.update(Result=lambda: result, Old=old.__getitem__)
        for text in gives:
            if not eval(text, values):
                raise ClauseFailed("post", function.__qualname__, text)
        return result

    return wrapper


def words() -> dict[str, Any]:
    """What Nagini's words do."""

    def over(domain: Any, predicate: Any) -> list[bool]:
        said = []
        for one in TRIED if domain is int else domain:
            try:
                told = predicate(one)
            except IndexError:
                continue
            said.append(bool(told[0] if isinstance(told, tuple) else told))
        return said

    def same(function: Any) -> Any:
        return function

    return {
        "Forall": lambda domain, predicate: all(over(domain, predicate)),
        "Exists": lambda domain, predicate: any(over(domain, predicate)),
        "Acc": lambda x, field=None, ratio=1: x is not None,
        "list_pred": lambda xs: xs is not None,
        "Pure": same,
    }
