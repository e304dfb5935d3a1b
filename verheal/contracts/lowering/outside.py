"""Which classes that were not read the classes that were read derive from.

Law: an instance of a subclass is one of the class, and may do otherwise in all that the subclass defines. A base that
is not written as one class may be any that its names stand for; where that is not known, it may be any that has an
attribute which the subclass defines.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verheal.contracts.lowering.bindings import ClassRef, ConstantRef, External
from verheal.contracts.source import model

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

# Modules of the classes that are asked for, and of others below them.
MODULES = frozenset(
    {"builtins", "collections", "datetime", "enum", "gettext", "logging", "logging.handlers", "pathlib", "re", "typing"}
)
KEPT_APART = frozenset({"__init__", "__new__", "__doc__", "__module__", "__slots__"})
DEPTH = 5


@dataclass(frozen=True)
class Bases:
    """Dotted names of the classes derived from; what is defined by classes that derive from what is not known."""

    dotted: frozenset[str]
    defined: frozenset[str]


def bases(program: Program) -> Bases:
    """Those of all classes that were read."""
    dotted, defined = set[str](), set[str]()
    for one in program.classes.values():
        found = {name for base in one.bases for name in _meant(program, one.module, base, DEPTH)}
        dotted |= {above for name in found for above in _above(name)}
        if "" in found:
            defined |= names_of(one)
    return Bases(frozenset(dotted), frozenset(defined - KEPT_APART))


def derives(found: Bases, dotted: str) -> bool:
    """May one of them derive from this class?"""
    name = dotted.partition("[")[0]
    known = _real(name)
    return name in found.dotted or (known is not None and any(hasattr(known, word) for word in found.defined))


def names_of(one: model.Class) -> set[str]:
    """What the class defines: its methods and fields."""
    return {qualname.rpartition(".")[2] for qualname in one.methods} | {item.name for item in one.fields}


def _meant(program: Program, module: str, text: str, depth: int) -> set[str]:
    """Dotted names of what is not read among what the expression names; "" where a name's meaning is not known."""
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {""}
    found: set[str] = set()
    for name in _names(tree.value if isinstance(tree, ast.Subscript) else tree):
        match program.attribute(module, name):
            case ClassRef():
                pass
            case External(dotted):
                found.add(dotted)
            case ConstantRef(where, constant) if depth and constant.value is not None:
                found |= _meant(program, where, constant.value, depth - 1)
            case _:
                found |= _one_of(program, module, name) or {""}
    return found


def _one_of(program: Program, module: str, name: str) -> set[str]:
    """Of a name that several imports bind: what they import."""
    head, dot, rest = name.partition(".")
    known = program.modules[module]
    if known.constant(head) or known.function(head) or known.class_named(head):
        return set()
    targets = {f"{i.module}.{i.attribute}" if i.attribute else i.module for i in known.imports if i.name == head}
    return {f"{target}{dot}{rest}" for target in targets}


def _names(node: ast.expr) -> list[str]:
    """The longest dotted names in an expression."""
    inner = node
    while isinstance(inner, ast.Attribute):
        inner = inner.value
    if isinstance(inner, ast.Name):
        return [ast.unparse(node)]
    return [name for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr) for name in _names(child)]


def _above(dotted: str) -> set[str]:
    known = _real(dotted)
    return {dotted, *(f"{one.__module__}.{one.__qualname__}" for one in (known.__mro__[:-1] if known else ()))}


def _real(dotted: str) -> type | None:
    import importlib

    module, _, name = dotted.rpartition(".")
    found = getattr(importlib.import_module(module), name, None) if module in MODULES else None
    found = getattr(found, "__origin__", found)  # typing.Dict is dict
    return found if isinstance(found, type) else None
