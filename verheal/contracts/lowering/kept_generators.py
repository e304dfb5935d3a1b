"""Generator expressions kept in a local that the next statement reads once: taken to stand where it is read.

Law: between making the generator and reading the local nothing is evaluated but names of builtins and constants, so
that it makes no difference which comes first; and nobody else sees the local.
"""

from __future__ import annotations

import ast
import builtins
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from verheal.contracts.lowering.attributes import bound_names

Function = ast.FunctionDef | ast.AsyncFunctionDef
BLOCKS = ast.If | ast.For | ast.While | ast.Try | ast.With | ast.ExceptHandler | ast.Match | ast.match_case
SEES_LOCALS = frozenset({"locals", "vars", "eval", "exec", "dir", "_getframe", "currentframe"})


def moved(tree: ast.Module) -> ast.Module:
    """The tree itself, with such generators where they are read."""
    for function in ast.walk(tree):
        if isinstance(function, Function):
            for block in _blocks(function):
                _move(function, block)
    return tree


def _blocks(function: Function) -> Iterator[list[ast.stmt]]:
    """Lists of statements, but for those of classes: what these bind everybody sees."""
    todo: list[ast.AST] = [function]
    while todo:
        node = todo.pop()
        for name in ("body", "orelse", "finalbody"):
            found = getattr(node, name, None)
            if isinstance(found, list) and any(_kept(one) for one in found):
                yield found
        todo += [one for one in ast.iter_child_nodes(node) if isinstance(one, BLOCKS)]


def _kept(node: ast.stmt) -> tuple[str, ast.GeneratorExp] | None:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.GeneratorExp() as made):
            return name, made
        case _:
            return None


def _move(function: Function, block: list[ast.stmt]) -> None:
    for at, (one, after) in enumerate(pairwise(block)):
        found = _kept(one)
        if found is None or not _seen_twice(function, found[0]):
            continue
        place = _first_read(after, found[0], _bound(function))
        if place is not None:
            parent, field, index = place
            if index is None:
                setattr(parent, field, found[1])
            else:
                getattr(parent, field)[index] = found[1]
            block[at] = ast.copy_location(ast.Pass(), one)


def _bound(function: Function) -> set[str]:
    spec = function.args
    names = {a.arg for a in ast.walk(spec) if isinstance(a, ast.arg)}
    return names | {name for node in ast.walk(function) if node is not function for name in bound_names(node)}


def _seen_twice(function: Function, name: str) -> bool:
    """Is the name a local that stands in the function twice, where it is bound and where it is read?"""
    seen: Counter[str] = Counter()
    for node in ast.walk(function):
        match node:
            case ast.Name(id=word):
                seen[word] += 1
            case ast.Attribute(attr=word) if word in SEES_LOCALS:
                return False
            case ast.arg(arg=word):
                seen[word] += 1
            case ast.Global(names=words) | ast.Nonlocal(names=words):
                seen.update(words)
            case _:
                seen.update(bound_names(node))
    return seen[name] == 2 and not any(seen[word] for word in SEES_LOCALS)


Place = tuple[ast.AST, str, int | None]


def _first_read(node: ast.AST, name: str, bound: set[str]) -> Place | None:
    """Where the statement, or expression, reads the name, when nothing that matters is evaluated before."""
    for parent, field, index in _in_order(node, bound):
        part = getattr(parent, field)
        part = part if index is None else part[index]
        if isinstance(part, ast.Name) and part.id == name:
            return parent, field, index
        if not isinstance(part, ast.Constant):
            return _first_read(part, name, bound)
    return None


def _in_order(node: ast.AST, bound: set[str]) -> tuple[Place, ...]:
    """What is evaluated first of it, up to the first part that may do something."""
    match node:
        case ast.Return(value=ast.expr()) | ast.Expr() | ast.Assign():
            return ((node, "value", None),)
        case ast.If() | ast.Assert():
            return ((node, "test", None),)
        case ast.For():
            return ((node, "iter", None),)
        case ast.Call(func=ast.Name(id=called), args=[_, *_]) if called not in bound and hasattr(builtins, called):
            return ((node, "args", 0),)
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str() as text), attr=attr), args=[_, *_]):
            return ((node, "args", 0),) if hasattr(text, attr) else ()
        case ast.BinOp():
            return ((node, "left", None), (node, "right", None))
        case ast.Compare():
            return ((node, "left", None), (node, "comparators", 0))
        case ast.UnaryOp():
            return ((node, "operand", None),)
        case ast.BoolOp():
            return ((node, "values", 0),)
        case ast.Subscript() | ast.Attribute():
            return ((node, "value", None),)
        case _:
            return ()
