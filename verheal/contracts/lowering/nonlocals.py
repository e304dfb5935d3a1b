"""Functions made inside that rebind variables of the function around (`nonlocal`).

Law (language reference, "The nonlocal statement"): the names are those of the function around. Where such a function is
only ever called, by its name and in the scope in which it was made, its body runs at these calls and nowhere else.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verheal.contracts.lowering.frame import Frame

Made = ast.FunctionDef | ast.AsyncFunctionDef
SCOPES = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef | ast.GeneratorExp


def names_of(definition: Made) -> frozenset[str]:
    """What it declares as `nonlocal` in its own scope."""
    found = (n for n in ast.walk(definition) if isinstance(n, ast.Nonlocal))
    return frozenset(name for one in found for name in one.names)


def rebound(f: Frame) -> Mapping[str, frozenset[str]]:
    """The functions made in this one that rebind its variables: what each of them rebinds, by its name."""
    if f.rebound is None:
        try:
            definition, _ = f.round.program.function_node(f.module, f.qualname)
            made = [node for node in ast.walk(definition) if isinstance(node, Made) and node is not definition]
            f.rebound = {node.name: names for node in made if (names := names_of(node))}
        except KeyError:
            f.rebound = {}
    return f.rebound


def called_in(f: Frame, nodes: list[ast.AST]) -> frozenset[str]:
    """The variables of this function that calls in these nodes may rebind."""
    table = rebound(f)
    if not table:
        return frozenset()
    named = {inner.id for node in nodes for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    return frozenset(name for function in named & set(table) for name in table[function])


def only_called(f: Frame, node: Made) -> bool:
    """Is it plain that the function is never a value: it is only called, by its name and in this scope?"""
    definition, _ = f.round.program.function_node(f.module, f.qualname)
    uses = [one for one in ast.walk(definition) if isinstance(one, ast.Name) and one.id == node.name]
    calls = {id(one.func) for one in _own(definition) if isinstance(one, ast.Call)}
    return all(id(use) in calls for use in uses)


def plain(f: Frame, node: Made) -> bool:
    """Does it rebind variables of just this function, by assignment, and run nothing later?"""
    names = names_of(node)
    inner = [one for one in ast.walk(node) if one is not node]
    later = SCOPES | ast.Global | ast.Yield | ast.YieldFrom | ast.Await
    if f.generator or any(isinstance(one, later) for one in inner):
        return False
    return names <= f.locals | f.parameters and not any(_binds_oddly(one, names) for one in inner)


def declared(definition: Made) -> frozenset[str]:
    """What the function declares, in its own scope, as a variable of elsewhere."""
    found = [one for one in _own(definition) if isinstance(one, ast.Global | ast.Nonlocal)]
    return frozenset(name for one in found for name in one.names)


def _binds_oddly(node: ast.AST, names: frozenset[str]) -> bool:
    from verheal.contracts.lowering.attributes import bound_names

    if isinstance(node, ast.Name):
        return node.id in names and isinstance(node.ctx, ast.Del)
    return not isinstance(node, ast.Nonlocal) and not names.isdisjoint(bound_names(node))


def _own(definition: Made) -> list[ast.AST]:
    """The nodes that are evaluated in the function's own scope, list, set and dict comprehensions included."""
    found: list[ast.AST] = []
    todo = list(ast.iter_child_nodes(definition))
    while todo:
        node = todo.pop()
        found.append(node)
        if not isinstance(node, SCOPES):
            todo += ast.iter_child_nodes(node)
    return found
