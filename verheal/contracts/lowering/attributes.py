"""Which attributes the code of a repository sets or deletes, and of which objects."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

_DEF = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Touched:
    """(attribute, class key), the key being that of the class or of one above the object's; "" for any object.

    `stored` is without the fields that methods set of their own object.
    """

    stored: frozenset[tuple[str, str]]
    deleted: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class _Place:
    """Where code stands: in which class body, if any; and the name by which a method knows its own object."""

    scope: str = ""  # qualified name of the class whose body this is
    own: str = ""
    of: str = ""  # key of the class of that object
    inside: bool = False  # of a function


def touched_attributes(program: Program) -> Touched:
    """Every `object.name = value`, `del object.name`, setattr and delattr with a constant name."""
    stored: set[tuple[str, str]] = set()
    deleted: set[tuple[str, str]] = set()
    for module in program.modules:
        for node, place in _nodes(program.tree(module), module):
            match node:
                case ast.Attribute(value=ast.Name(id=base), ctx=ast.Store()) if base == place.own:
                    pass  # a field of its own class
                case ast.Attribute(value=base, attr=name, ctx=ast.Store()):
                    stored.add((name, _owner(program, module, base, place)))
                case ast.Attribute(value=base, attr=name, ctx=ast.Del()):
                    deleted.add((name, _owner(program, module, base, place)))
                case ast.Call(func=ast.Name(id="setattr"), args=[base, ast.Constant(value=str() as name), *_]):
                    stored.add((name, _owner(program, module, base, place)))
                case ast.Call(func=ast.Name(id="delattr"), args=[base, ast.Constant(value=str() as name), *_]):
                    deleted.add((name, _owner(program, module, base, place)))
    return Touched(frozenset(stored), frozenset(deleted))


def _owner(program: Program, module: str, base: ast.expr, place: _Place) -> str:
    """The class of the object, or the class itself, where that is certain."""
    from verheal.contracts.lowering.program import ClassRef

    if isinstance(base, ast.Name) and base.id == place.own:
        return place.of
    if place.inside or place.scope:  # the name may mean something else there
        return ""
    found = program.attribute(module, ast.unparse(base)) if isinstance(base, ast.Name | ast.Attribute) else None
    return found.key if isinstance(found, ClassRef) else ""


def _nodes(tree: ast.Module, module: str) -> Iterator[tuple[ast.AST, _Place]]:
    todo: list[tuple[ast.AST, _Place]] = [(tree, _Place())]
    while todo:
        node, place = todo.pop()
        yield node, place
        for child in ast.iter_child_nodes(node):
            inner = place
            if isinstance(child, ast.ClassDef):
                scope = f"{place.scope}.{child.name}".removeprefix(".")
                inner = _Place("" if place.inside else scope, inside=place.inside)
            elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                inner = _method(child, node, place, module)
            todo.append((child, inner))


def _method(child: _DEF | ast.Lambda, node: ast.AST, place: _Place, module: str) -> _Place:
    """Of a method: its first parameter, which is never bound anew, is an object of the class."""
    plain = isinstance(node, ast.ClassDef) and place.scope and isinstance(child, _DEF)
    if not plain or not child.args.args or any("static" in ast.unparse(d) for d in child.decorator_list):  # type: ignore[union-attr]
        return _Place(inside=True)
    own = child.args.args[0].arg
    bound = (n for n in ast.walk(child) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load))
    if any(n.id == own for n in bound):
        return _Place(inside=True)
    return _Place(own=own, of=f"{module}:{place.scope}", inside=True)
