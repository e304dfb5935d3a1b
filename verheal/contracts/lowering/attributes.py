"""Which attributes the code of a repository sets or deletes, and of which objects."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verheal.contracts.core.types import OpaqueT, alternatives

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

ANY_NAME = "*"
_DEF = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Touched:
    """(attribute, class key), the key being that of the class or of one above the object's; "" for any object.

    `stored` is without the fields that methods set of their own object. `replaced` are those set or deleted where
    the object may be a class.
    """

    stored: frozenset[tuple[str, str]]
    deleted: frozenset[tuple[str, str]]
    replaced: frozenset[tuple[str, str]]


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
    name: str = ""  # of that function, qualified
    cls: str = ""  # the name by which a class method knows its class


def touched_attributes(program: Program) -> Touched:
    """Every `object.name = value`, `del object.name`, setattr, `__dict__`; ANY_NAME where that is computed."""
    stored: set[tuple[str, str]] = set()
    deleted: set[tuple[str, str]] = set()
    replaced: set[tuple[str, str]] = set()

    def note(base: ast.expr, name: str, sets: bool, module: str, place: Place) -> None:
        one = (name, owner_of(program, module, base, place))
        if name == ANY_NAME and not one[1]:
            return  # docs/soundness.md tells of it
        (stored if sets else deleted).add(one)
        if not _is_object(program, module, base, place):
            replaced.add(one)

    for module in program.modules:
        seen: set[int] = set()
        for node, place in nodes(program, module):
            seen |= {id(whole) for whole in (dict_read(node), _dict_changed(node)) if whole is not None}
            for whole in of_dict(node) if isinstance(node, ast.expr) and id(node) not in seen else ():
                note(whole, ANY_NAME, True, module, place)  # whoever has it may do anything to it
                note(whole, ANY_NAME, False, module, place)
            match node:
                case ast.Attribute(value=ast.Name(id=base), ctx=ast.Store()) if base == place.own:
                    pass  # a field of its own class
                case ast.Attribute(value=whole, attr=name, ctx=ast.Store() | ast.Del()):
                    note(whole, name, isinstance(node.ctx, ast.Store), module, place)
                case ast.Call() | ast.Subscript():
                    for whole, name, sets in _by_name(node):
                        note(whole, name, sets, module, place)
    return Touched(frozenset(stored), frozenset(deleted), frozenset(replaced))


def _is_object(program: Program, module: str, base: ast.expr, place: Place) -> bool:
    """Is it, for sure, an object of modelled classes, and no class?"""
    from verheal.contracts.lowering.annotations import Reader

    if not isinstance(base, ast.Name) or base.id == place.cls:
        return False
    if base.id == place.own:
        return True
    meant = dict(place.typed).get(base.id, "")
    kinds = alternatives(Reader(program, module).type_of(meant)) if meant else ()
    return bool(kinds) and not any(isinstance(kind, OpaqueT) for kind in kinds)


def _by_name(node: ast.Call | ast.Subscript) -> Iterator[tuple[ast.expr, str, bool]]:
    """(object, attribute, is it set?) of setattr, `__setattr__`, `__dict__[...] = ...` and the like."""
    match node:
        case ast.Call(
            func=ast.Name(id="setattr" | "delattr" as word) | ast.Attribute(attr="setattr" | "delattr" as word),
            args=[base, name, *_],
        ):
            yield base, _constant(name), word == "setattr"
        case ast.Call(
            func=ast.Attribute(value=base, attr="__setattr__" | "__delattr__" as word),
            args=[ast.Constant(value=str() as name), *rest],
        ) if len(rest) == (word == "__setattr__"):
            yield base, name, word == "__setattr__"
        case ast.Call(
            func=ast.Attribute(attr="__setattr__" | "__delattr__" as word), args=[base, name, *_]
        ):  # object.__setattr__(base, name, value)
            yield base, _constant(name), word == "__setattr__"
        case ast.Call(func=ast.Attribute(value=whole, attr="setdefault"), args=[name, *_]):
            yield from ((base, _constant(name), True) for base in of_dict(whole))
        case ast.Call(func=ast.Attribute(value=whole, attr="update" | "setdefault")):
            yield from ((base, ANY_NAME, True) for base in of_dict(whole))
        case ast.Subscript(value=whole, slice=name, ctx=ast.Store() | ast.Del()):
            yield from ((base, _constant(name), isinstance(node.ctx, ast.Store)) for base in of_dict(whole))
        case _:
            return


def dict_read(node: ast.AST) -> ast.expr | None:
    """`x.__dict__` or `vars(x)` where the node does no more than read it."""
    match node:
        case ast.Call(func=ast.Attribute(value=whole, attr="get" | "items" | "keys" | "values" | "copy")):
            pass
        case ast.Subscript(value=whole, ctx=ast.Load()):
            pass
        case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[whole]):
            pass
        case _:
            return None
    return whole if list(of_dict(whole)) else None


def _dict_changed(node: ast.AST) -> ast.expr | None:
    """The same where `_by_name` says what the node does to it."""
    match node:
        case ast.Call(func=ast.Attribute(value=whole, attr="update" | "setdefault")):
            return whole
        case ast.Subscript(value=whole):
            return whole
        case _:
            return None


def of_dict(node: ast.expr) -> Iterator[ast.expr]:
    """x of `x.__dict__` and vars(x)"""
    match node:
        case ast.Attribute(value=base, attr="__dict__") | ast.Call(func=ast.Name(id="vars"), args=[base]):
            yield base
        case _:
            return


def _constant(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ANY_NAME


def has_virtual_subclasses(program: Program, key: str) -> bool:
    """Is a class registered as a subclass of this one, or of one below it (`abc.ABCMeta.register`)?"""
    if program.virtual is None:
        program.virtual = _registering(program)
    return not program.virtual.isdisjoint((key, *program.subclasses(key)))


def _registering(program: Program) -> frozenset[str]:
    """The classes whose `register` is named anywhere."""
    from verheal.contracts.lowering.bindings import ClassRef

    bases: set[tuple[str, str]] = set()
    for module in program.modules:
        for node in ast.walk(program.tree(module)):
            match node:
                case ast.Attribute(value=ast.Name() | ast.Attribute() as base, attr="register"):
                    bases.add((module, ast.unparse(base)))
    found = (program.attribute(module, base) for module, base in bases)
    return frozenset(one.key for one in found if isinstance(one, ClassRef))


def owner_of(program: Program, module: str, base: ast.expr, place: Place) -> str:
    """The class of the object, or the class itself, where that is certain."""
    from verheal.contracts.lowering.bindings import ClassRef

    if isinstance(base, ast.Name) and base.id == place.own:
        return place.of
    meant = ast.unparse(base) if isinstance(base, ast.Name | ast.Attribute) else ""
    if place.inside or place.scope:  # the name may mean something else there
        meant = dict(place.typed).get(meant, "")
    found = program.attribute(module, meant) if meant else None
    if not isinstance(found, ClassRef) or program.classes[found.key].is_protocol:  # to that any object may conform
        return ""
    return found.key


def nodes(program: Program, module: str) -> Iterator[tuple[ast.AST, Place]]:
    """Every node, outer ones first, with its place."""
    todo: list[tuple[ast.AST, Place]] = [(program.tree(module), Place())]
    while todo:
        node, place = todo.pop()
        yield node, place
        for child in ast.iter_child_nodes(node):
            inner = place
            if isinstance(child, ast.ClassDef):
                scope = f"{place.scope}.{child.name}".removeprefix(".")
                inner = Place("" if place.inside else scope, inside=place.inside)
            elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                inner = _method(program, child, node, place, module)
            todo.append((child, inner))


def _method(program: Program, child: _DEF | ast.Lambda, node: ast.AST, place: Place, module: str) -> Place:
    """Of a method: its first parameter, which is never bound anew, is an object of the class."""
    if isinstance(child, ast.Lambda):
        return Place(inside=True)
    spec = child.args
    bound = {each for n in ast.walk(child) if n is not child for each in bound_names(n)}
    kept = [one for one in (*spec.posonlyargs, *spec.args, *spec.kwonlyargs) if one.arg not in bound]
    typed = tuple((one.arg, _written(one.annotation)) for one in kept if one.annotation is not None)
    first = spec.args[0].arg if spec.args and not spec.posonlyargs else ""
    function = None if place.inside else child
    name = "" if place.inside else f"{place.scope}.{child.name}".removeprefix(".")
    own = isinstance(node, ast.ClassDef) and bool(place.scope and first) and first not in bound
    cls = first if own and _is_of_class(child) else ""
    if cls:  # whatever is set of the class is set of its objects
        typed += ((first, place.scope),)
    if not own or not _of_objects(program, module, child):
        return Place(inside=True, typed=typed, function=function, name=name, cls=cls)
    return Place("", first, f"{module}:{place.scope}", True, typed, function, name)


def _is_of_class(child: _DEF) -> bool:
    implicit = child.name in ("__new__", "__init_subclass__", "__class_getitem__")
    return implicit or [ast.unparse(one) for one in child.decorator_list] == ["classmethod"]


def _of_objects(program: Program, module: str, child: _DEF) -> bool:
    """Is the first argument an object of the class, for sure: neither the class itself nor what a decorator passes?"""
    from verheal.contracts.lowering.bindings import External

    if _is_of_class(child):
        return False
    for decorator in child.decorator_list:
        text = ast.unparse(decorator).partition("(")[0]
        if text.rpartition(".")[2] in ("setter", "deleter", "getter"):
            continue
        found = program.attribute(module, text)
        if not isinstance(found, External) or found.dotted in ("builtins.staticmethod", "builtins.classmethod"):
            return False
    return True


def bound_names(node: ast.AST) -> Iterator[str]:
    """Names that the node binds, in whatever way."""
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            yield name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case (
            ast.ExceptHandler(name=str() as name) | ast.MatchAs(name=str() as name) | ast.MatchStar(name=str() as name)
        ):
            yield name
        case ast.MatchMapping(rest=str() as name):
            yield name
        case ast.alias(name=name, asname=other):
            yield other or name.partition(".")[0]
        case _:
            return


def bound_in_class(program: Program, module: str, name: str) -> bool:
    """Does the body of a class of the module bind the name? What stands in it may then mean something else there."""
    from verheal.contracts.lowering.loops import assigned_names

    tree = program.tree(module)
    if tree not in program.bound:
        bodies = [part for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for part in node.body]
        program.bound[tree] = frozenset(assigned_names(bodies))
    return name in program.bound[tree]


def only_binding(tree: ast.Module, name: str) -> ast.expr | None:
    """What is assigned to the name at the top of the module or of a class, where nothing else in the file binds it.

    Code that runs when the module is imported, and finds the name, finds this value.
    """
    bound = [node for node in ast.walk(tree) if {name, "*"} & set(bound_names(node))]
    declared = any(isinstance(node, ast.Global | ast.Nonlocal) and name in node.names for node in ast.walk(tree))
    if len(bound) != 1 or declared or hasattr(builtins, name) or not isinstance(bound[0], ast.Name):
        return None
    todo: list[ast.stmt] = list(tree.body)
    while todo:
        match todo.pop():
            case ast.Assign(targets=[ast.Name() as target], value=value) if target is bound[0]:
                return value
            case ast.AnnAssign(target=ast.Name() as target, value=ast.expr() as value) if target is bound[0]:
                return value
            case ast.ClassDef(body=body):
                todo += body
            case _:
                pass
    return None


def assigned_once(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> ast.expr | None:
    """What is assigned to a local that is bound nowhere else: whoever reads it there finds this value, or nothing."""
    bound = [node for node in ast.walk(function) if node is not function and name in set(bound_names(node))]
    taken = any(isinstance(node, ast.arg) and node.arg == name for node in ast.walk(function))
    shared = any(isinstance(node, ast.Global | ast.Nonlocal) and name in node.names for node in ast.walk(function))
    if len(bound) != 1 or taken or shared:
        return None
    todo: list[ast.AST] = list(function.body)
    while todo:
        match node := todo.pop():
            case ast.Assign(targets=[ast.Name() as target], value=value) if target is bound[0]:
                return value
            case ast.AnnAssign(target=ast.Name() as target, value=ast.expr() as value) if target is bound[0]:
                return value
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.Lambda():
                pass
            case _:
                todo += ast.iter_child_nodes(node)
    return None


def _written(annotation: ast.expr) -> str:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    return ast.unparse(annotation)
