"""Namespaces of modules as dicts: `globals()`, `frame.f_globals`, `function.__globals__`.

Law: names are bound and deleted through such a dict only by who has a reference to it. Where all that is done with it
is to look up literal keys, directly or by a local variable of which the same holds, nobody else has one.
"""

from __future__ import annotations

import ast

NAMESPACES = frozenset({"globals", "exec", "__globals__", "f_globals"})
_DEF = ast.FunctionDef | ast.AsyncFunctionDef
Parents = dict[int, ast.AST]


def looked_up(tree: ast.Module) -> frozenset[str] | None:
    """The names that are looked up in namespaces; None where more may be done with one."""
    mentions = [node for node in ast.walk(tree) if _is_namespace(node)]
    if not mentions:
        return frozenset()
    parents = {id(child): node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    found: set[str] = set()
    for node in mentions:
        names = _of(node, parents)
        if names is None:
            return None
        found |= names
    return frozenset(found)


def _is_namespace(node: ast.AST) -> bool:
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            return name in ("globals", "exec")
        case ast.Attribute(attr=name) | ast.arg(arg=name):
            return name in NAMESPACES
        case _:
            return False


def _of(node: ast.AST, parents: Parents) -> set[str] | None:
    """What is looked up where the expression gives the namespace, and in the variable that it is assigned to."""
    above = parents.get(id(node))
    match node, above:
        case ast.Name(id="globals"), ast.Call(args=[], keywords=[]):
            return _of(above, parents)
        case (ast.Name() | ast.arg(), _) | (ast.Attribute(attr="globals" | "exec"), _):
            return None
    if (names := _read(node, parents)) is not None:
        return names
    while isinstance(above, ast.IfExp) and above.test is not node:
        node, above = above, parents.get(id(above))
    match above:
        case ast.Assign(targets=[ast.Name(id=name)]):
            return _of_variable(name, _function(above, parents), parents)
        case _:
            return None


def _of_variable(name: str, function: ast.AST | None, parents: Parents) -> set[str] | None:
    if function is None:
        return None
    found: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Global | ast.Nonlocal) and name in node.names:
            return None
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
            names = _read(node, parents)
            if names is None:
                return None
            found |= names
    return found


def _function(node: ast.AST, parents: Parents) -> ast.AST | None:
    above = parents.get(id(node))
    while above is not None and not isinstance(above, _DEF):
        above = None if isinstance(above, ast.ClassDef) else parents.get(id(above))
    return above


def _read(node: ast.AST, parents: Parents) -> set[str] | None:
    """The literal keys that are looked up in the value of the expression, which goes nowhere else."""
    above = parents.get(id(node))
    match above:
        case ast.Subscript(slice=ast.Constant(value=str() as name), ctx=ast.Load()) if above.value is node:
            return {name}
        case ast.Compare(left=left, ops=[ast.Is() | ast.IsNot()]) if left is node:
            return set()
        case ast.Compare(left=ast.Constant(value=str() as name), ops=[ast.In() | ast.NotIn()]):
            return {name}
        case ast.Attribute(attr="get", ctx=ast.Load()):
            match parents.get(id(above)):
                case ast.Call(func=func, args=[ast.Constant(value=str() as name), *_]) if func is above:
                    return {name}
    return None
