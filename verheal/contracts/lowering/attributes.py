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
class Place:
    """Where code stands: in which class body, if any; and the name by which a method knows its own object.

    `typed` are parameters that keep what was passed, with their annotations: arguments conform. `function` is the
    one it stands in, where that stands in no other.
    """

    scope: str = ""  # qualified name of the class whose body this is
    own: str = ""
    of: str = ""  # key of the class of that object
    inside: bool = False  # of a function
    typed: tuple[tuple[str, str], ...] = ()
    function: _DEF | None = None


def touched_attributes(program: Program) -> Touched:
    """Every `object.name = value`, `del object.name`, setattr and delattr with a constant name."""
    stored: set[tuple[str, str]] = set()
    deleted: set[tuple[str, str]] = set()
    for module in program.modules:
        for node, place in nodes(program.tree(module), module):
            match node:
                case ast.Attribute(value=ast.Name(id=base), ctx=ast.Store()) if base == place.own:
                    pass  # a field of its own class
                case ast.Attribute(value=base, attr=name, ctx=ast.Store()):
                    stored.add((name, owner_of(program, module, base, place)))
                case ast.Attribute(value=base, attr=name, ctx=ast.Del()):
                    deleted.add((name, owner_of(program, module, base, place)))
                case ast.Call(func=ast.Name(id="setattr"), args=[base, ast.Constant(value=str() as name), *_]):
                    stored.add((name, owner_of(program, module, base, place)))
                case ast.Call(func=ast.Name(id="delattr"), args=[base, ast.Constant(value=str() as name), *_]):
                    deleted.add((name, owner_of(program, module, base, place)))
    return Touched(frozenset(stored), frozenset(deleted))


def owner_of(program: Program, module: str, base: ast.expr, place: Place) -> str:
    """The class of the object, or the class itself, where that is certain."""
    from verheal.contracts.lowering.program import ClassRef

    if isinstance(base, ast.Name) and base.id == place.own:
        return place.of
    meant = ast.unparse(base) if isinstance(base, ast.Name | ast.Attribute) else ""
    if place.inside or place.scope:  # the name may mean something else there
        meant = dict(place.typed).get(meant, "")
    found = program.attribute(module, meant) if meant else None
    if not isinstance(found, ClassRef) or program.classes[found.key].is_protocol:  # to that any object may conform
        return ""
    return found.key


def nodes(tree: ast.Module, module: str) -> Iterator[tuple[ast.AST, Place]]:
    """Every node, outer ones first, with its place."""
    todo: list[tuple[ast.AST, Place]] = [(tree, Place())]
    while todo:
        node, place = todo.pop()
        yield node, place
        for child in ast.iter_child_nodes(node):
            inner = place
            if isinstance(child, ast.ClassDef):
                scope = f"{place.scope}.{child.name}".removeprefix(".")
                inner = Place("" if place.inside else scope, inside=place.inside)
            elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                inner = _method(child, node, place, module)
            todo.append((child, inner))


def _method(child: _DEF | ast.Lambda, node: ast.AST, place: Place, module: str) -> Place:
    """Of a method: its first parameter, which is never bound anew, is an object of the class."""
    if isinstance(child, ast.Lambda):
        return Place(inside=True)
    spec = child.args
    bound = {n.id for n in ast.walk(child) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load)}
    kept = [one for one in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs) if one.arg not in bound]
    typed = tuple((one.arg, _written(one.annotation)) for one in kept if one.annotation is not None)
    static = any("static" in ast.unparse(decorator) for decorator in child.decorator_list)
    first = spec.args[0].arg if spec.args and not spec.posonlyargs else ""
    function = None if place.inside else child
    if not isinstance(node, ast.ClassDef) or not place.scope or static or not first or first in bound:
        return Place(inside=True, typed=typed, function=function)
    return Place(own=first, of=f"{module}:{place.scope}", inside=True, typed=typed, function=function)


def _written(annotation: ast.expr) -> str:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    return ast.unparse(annotation)
