"""Every place of a repository where an attribute is bound, by its name, with the class of the object where certain."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verheal.contracts.lowering.attributes import ANY_NAME, Place, dict_read, nodes, owner_of

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

_ODD = frozenset({"setattr", "vars", "__dict__", "__setattr__"})


@dataclass(frozen=True)
class Store:
    """`owner` is the key of the class of the object or of one above it, "" where it may be any object.

    `statement` binds the attribute, standing in `function`; None for a way to bind it that is not followed.
    """

    owner: str
    module: str
    function: ast.FunctionDef | ast.AsyncFunctionDef | None
    statement: ast.AST | None
    holder: str = ""  # key of the function, "" where it is in none that is followed


def stores_of(program: Program) -> dict[str, list[Store]]:
    """All of them. Under `ANY_NAME` are those whose name is not known: a computed `setattr`, `__dict__`, `vars`."""
    found: dict[str, list[Store]] = {}
    for module in program.modules:
        handled: set[int] = set()
        for node, place in nodes(program, module):
            if id(node) not in handled:
                for name, base, statement in _stores(node, handled):
                    owner = owner_of(program, module, base, place) if base is not None else ""
                    found.setdefault(name, []).append(_store(program, owner, module, place, statement))
    return found


def _store(program: Program, owner: str, module: str, place: Place, statement: ast.AST | None) -> Store:
    known = place.function is not None or not (place.inside or place.scope)
    # Verdicts under a name speak of its last definition: the getter that a setter follows has none.
    holder = f"{module}:{place.name}" if place.name and _is_last(program, module, place) else ""
    return Store(owner, module, place.function, statement if known else None, holder)


def _is_last(program: Program, module: str, place: Place) -> bool:
    try:
        return program.function_node(module, place.name)[0] is place.function
    except KeyError:  # defined where no other look finds it
        return False


def _stores(node: ast.AST, handled: set[int]) -> list[tuple[str, ast.expr | None, ast.AST | None]]:
    """(attribute, object, statement) of what a node binds; its parts that need no other look are `handled`."""
    if (read := dict_read(node)) is not None:
        handled |= {id(read), id(getattr(read, "func", read))}
        return []
    match node:
        case ast.Call(
            func=ast.Attribute(value=ast.Attribute(value=base, attr="__dict__") as whole, attr="setdefault"),
            args=[ast.Constant(value=str() as name), *_],
        ):
            handled.add(id(whole))
            return [(name, base, None)]
        case (
            ast.Assign(targets=[ast.Attribute(value=base, attr=name) as target])
            | ast.AnnAssign(target=ast.Attribute(value=base, attr=name) as target)
            | ast.AugAssign(target=ast.Attribute(value=base, attr=name) as target)
        ):
            handled.add(id(target))
            return [(name, base, node)]
        case ast.Attribute(value=base, attr=name, ctx=ast.Store() | ast.Del()):
            return [(name, base, None)]
        case ast.Call(
            func=ast.Name(id="setattr") | ast.Attribute(value=ast.Name(id="object"), attr="__setattr__") as func,
            args=[base, ast.Constant(value=str() as name), _],
            keywords=[],
        ):
            handled.add(id(func))
            return [(name, base, node)]
        case ast.Call(func=ast.Name(id="setattr" | "vars") as func, args=[base, *_]):
            handled.add(id(func))
            return [(ANY_NAME, base, None)]
        case ast.Attribute(value=base, attr="__dict__"):
            return [(ANY_NAME, base, None)]
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name) if name in _ODD:
            return [(ANY_NAME, None, None)]
        case ast.Constant(value="__dict__" | "__setattr__"):  # of a getattr
            return [(ANY_NAME, None, None)]
        case _:
            return []
