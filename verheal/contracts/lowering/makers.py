"""Calls of classes whose arguments plainly conform: what they make is as its annotations say.

An object that was given something else would not be, and nobody could tell by its class.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.types import Type
from verheal.contracts.lowering.annotations import Reader
from verheal.contracts.lowering.bodies import is_named_tuple
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.written import takes


def given_what_is_written(
    program: Program, key: str, node: ast.Call, of: Callable[[ast.expr], Type]
) -> bool:
    """Does each argument conform, for sure, to its annotation? Only of modelled classes and named tuples."""
    return given_otherwise(program, key, node, of) == ()


def given_otherwise(
    program: Program, key: str, node: ast.Call, of: Callable[[ast.expr], Type]
) -> tuple[str, ...] | None:
    """The parameters whose arguments may not conform; None where that is not known."""
    shape = _parameters(program, key)
    starred = any(isinstance(a, ast.Starred) for a in node.args) or any(k.arg is None for k in node.keywords)
    if shape is None or starred or len(node.args) > len(shape):
        return None
    module, parameters = shape[0][0] if shape else "", [(name, note) for _, name, note in shape]
    given = list(zip(parameters, node.args, strict=False))
    for keyword in node.keywords:
        found = [one for one in parameters if one[0] == keyword.arg]
        if not found:
            return None
        given.append((found[0], keyword.value))
    reader = Reader(program, module, labels=True)
    return tuple(
        name
        for (name, note), value in given
        if note is not None and not takes(program, reader.type_of(note, True), of(value))
    )


def _parameters(program: Program, key: str) -> list[tuple[str, str, str | None]] | None:
    """(module of the annotation, name, annotation) of what a call of the class takes, in order; None if not known."""
    one, info = program.classes[key], program.describe(key)
    if is_named_tuple(program, key):
        return [(one.module, item.name, item.annotation) for item in one.fields if item.annotation]
    if info.opaque:
        return None
    if info.constructor is not None:
        owners = {name: (info.field_of(name) or (key, None))[0].partition(":")[0] for name, _, _ in info.constructor}
        if len(set(owners.values())) > 1:
            return None
        return [(owners[name], name, note) for name, note, _ in info.constructor]
    owner = info.method("__init__")
    if owner is None:
        return []
    module, _, qualname = owner.partition(":")
    node, _cls = program.function_node(module, f"{qualname}.__init__")
    spec = node.args
    if spec.vararg or spec.kwarg or spec.posonlyargs:
        return None
    notes = [*spec.args[1:], *spec.kwonlyargs]
    return [(module, a.arg, ast.unparse(a.annotation) if a.annotation is not None else None) for a in notes]
