"""Properties: the functions that reading and setting an attribute runs.

Law (descriptor guide, "Properties"): a property is a data descriptor of its class, so that no attribute of an object
ever stands before it; setting one that has no setter raises AttributeError.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verheal.contracts.lowering.bindings import External
from verheal.contracts.source import model

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

GETTER, SETTER = "getter", "setter"
_MARKS = frozenset({"abc.abstractmethod", "typing.final", "typing.override", "typing_extensions.override"})


@dataclass(frozen=True)
class Accessor:
    """One of the functions of a property. `last`: its name means this one, and so do verdicts about that name."""

    node: ast.FunctionDef
    function: model.Function
    last: bool


def is_property(program: Program, owner: str, name: str) -> bool:
    """Is what the class `owner` defines under this name, for all that is known, no plain method?"""
    module, _, qualname = owner.partition(":")
    written = program.modules[module].function(f"{qualname}.{name}")
    return written is not None and written.is_property


def accessors(program: Program, owner: str, name: str) -> dict[str, Accessor] | None:
    """The functions of the property that the body of the class `owner` makes; None where it makes it in odd ways."""
    module, _, qualname = owner.partition(":")
    body = program.class_node(owner)
    if body is None:
        return None
    defined = [node for node in ast.walk(body) if isinstance(node, ast.FunctionDef) and node.name == name]
    known = [one for one in program.modules[module].functions if one.qualname == f"{qualname}.{name}"]
    if len(defined) != len(known) or any(node not in body.body for node in defined):
        return None
    found: dict[str, Accessor] = {}
    for index, (node, function) in enumerate(zip(defined, known, strict=True)):
        part = _part(program, module, node, first=index == 0)
        if not part or part in found or function.span.line != node.lineno or function.is_generator:
            return None
        found[part] = Accessor(node, function, node is defined[-1])
    return found


def _part(program: Program, module: str, node: ast.FunctionDef, first: bool) -> str:
    """Which of them the definition is; "" where that is not plain."""
    makes = External("builtins.property")
    marks = [d for d in node.decorator_list if program.attribute(module, ast.unparse(d)) != makes]
    if len(marks) < len(node.decorator_list):
        plain = all(_mark(program, module, d) for d in marks)
        return GETTER if plain and first and len(marks) + 1 == len(node.decorator_list) else ""
    match marks:
        case [ast.Attribute(value=ast.Name(id=name), attr="setter" | "deleter" as part)] if name == node.name:
            return "" if first else part
        case _:
            return ""


def _mark(program: Program, module: str, node: ast.expr) -> bool:
    found = program.attribute(module, ast.unparse(node))
    return isinstance(found, External) and found.dotted in _MARKS
