"""Which call of a call expression is the call: the one that all others make the input for, or pass on the result of."""

from __future__ import annotations

import ast


def the_call(tree: ast.Expression) -> ast.AST:
    """The node whose evaluation calls the function under test: a call, or the look-up of a property.

    It is the last thing that the expression does, but for lambdas that bind names, a list or tuple whose last item is
    taken, and what drives a generator or a coroutine.
    """
    node: ast.AST = tree.body
    while True:
        inner = _inner(node)
        if inner is None:
            return node
        node = inner


def _inner(node: ast.AST) -> ast.AST | None:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Lambda):
        return node.func.body
    if isinstance(node, ast.Call):
        return _driven(node)
    if isinstance(node, ast.Subscript) and isinstance(node.value, (ast.List, ast.Tuple)) and _is_last(node):
        return node.value.elts[-1] if node.value.elts else None
    return None


def _is_last(node: ast.Subscript) -> bool:
    index = ast.dump(node.slice)
    return index in [ast.dump(one.slice) for one in _LAST]


_LAST = [node for node in ast.walk(ast.parse("x[-1]")) if isinstance(node, ast.Subscript)]


def _driven(node: ast.Call) -> ast.AST | None:
    """X of `list(__import__('itertools').islice(X, n))`, `__import__('operator').attrgetter('gen')(X)` and
    `__import__('asyncio').run(X)`."""
    if isinstance(node.func, ast.Name) and node.func.id == "list" and len(node.args) == 1:
        (inner,) = node.args
        return inner.args[0] if isinstance(inner, ast.Call) and _of_library(inner, "islice") and inner.args else None
    of_manager = isinstance(node.func, ast.Call) and _of_library(node.func, "attrgetter")
    return node.args[0] if (of_manager or _of_library(node, "run")) and node.args else None


def _of_library(node: ast.Call, name: str) -> bool:
    function = node.func
    if not (isinstance(function, ast.Attribute) and function.attr == name and isinstance(function.value, ast.Call)):
        return False
    return isinstance(function.value.func, ast.Name) and function.value.func.id == "__import__"
