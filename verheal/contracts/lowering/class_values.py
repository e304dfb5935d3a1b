"""Classes as values: the first parameter of a class method, `type[C]`, a class by its name.

Law (data model, "Class instances"): calling a class makes an object of just that class; what a value annotated
`type[C]` is called for is C or one of the classes below it. Nothing else than `C` is known of the name `C`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from verheal.contracts.core.types import BOOL, OpaqueT, Type, is_unknown
from verheal.contracts.lowering.attributes import bound_names
from verheal.contracts.lowering.values import BOTTOM, Val

if TYPE_CHECKING:
    from verheal.contracts.lowering.frame import Frame
    from verheal.contracts.lowering.program import Program

HEAD, TAIL = "builtins.type[Class<", ">]"
MOST = 4


def label_of(program: Program, key: str) -> OpaqueT:
    """The type of the class itself, or of one below it, as an annotation spells it."""
    plain = not program.describe(key).opaque and key not in program.redefined
    return OpaqueT((f"{HEAD}{key}{TAIL}",) if plain else ())


def family(program: Program, kind: Type) -> tuple[str, ...]:
    """Keys of the classes that a value of the type may be; () where that is not known, or they are too many."""
    if not is_unknown(kind) or len(kind.label) != 1 or not kind.label[0].startswith(HEAD):
        return ()
    key = kind.label[0].removeprefix(HEAD).removesuffix(TAIL)
    if key not in program.classes:
        return ()
    keys = (key, *program.subclasses(key))
    known = len(keys) <= MOST and not any(program.describe(one).opaque for one in keys)
    return keys if known else ()


def call(f: Frame, value: Val, node: ast.Call) -> Val | None:
    """value(args), value being a class; None where it is not known which, and nothing was lowered."""
    from verheal.contracts.lowering import objects
    from verheal.contracts.lowering.calls import arguments, unknown

    keys = family(f.round.program, value.type)
    if not keys:
        return None
    given = arguments(f, node)
    if given is None:
        return unknown(f, node, ast.unparse(node.func))
    return _each(f, keys, lambda key: objects.construct(f, key, given[0], given[1], node))


def of_field(f: Frame, value: Val, key: str, name: str, node: ast.Call) -> Val | None:
    """value.name(args) where the object keeps a class; None where it keeps none, and nothing was lowered."""
    from verheal.contracts.lowering import access, fields

    found = fields.field(f, key, name)
    if found is None or not family(f.round.program, found.kind):
        return None
    kept = access.get(f, value, name, node)
    return call(f, kept, node)


def method(f: Frame, value: Val, name: str, node: ast.Call) -> Val | None:
    """value.name(args), value being a class; None where it is not known which, and nothing was lowered."""
    from verheal.contracts.lowering.calls import arguments, on_class, unknown

    keys = family(f.round.program, value.type)
    if not keys:
        return None
    given = arguments(f, node)
    if given is None:
        return unknown(f, node, ast.unparse(node.func))
    return _each(f, keys, lambda key: on_class(f, key, name, given, node))


def constant(f: Frame, key: str, name: str) -> Val | None:
    """C.name for the class C with this key, where the body of a class binds it once, to an immutable literal, and
    nobody ever sets it of the class; None otherwise."""
    program = f.round.program
    info = program.describe(key)
    marked = any("slots" in word or "**" in word for one in info.chain for word in program.classes[one].decorators)
    if info.opaque or marked or program.replaced(key, name) or name.startswith("__"):
        return None
    for one in info.chain:
        body = program.class_node(one)
        bound = [node for node in ast.walk(body) if name in bound_names(node)] if body is not None else []
        if body is None or _may_bind_otherwise(body, name):
            return None
        if bound:
            source = next((found for s in body.body if (found := _given(s, bound[0])) is not None), None)
            return None if source is None or len(bound) > 1 else _literal(f, source)
    return None


def constant_of(f: Frame, value: Val, name: str) -> Val | None:
    """value.name, value being a class; None where it is not known which, or what it says."""
    keys = family(f.round.program, value.type)
    if not keys or any(constant(f, key, name) is None for key in keys):
        return None
    return _each(f, keys, lambda key: constant(f, key, name) or BOTTOM)


def _literal(f: Frame, source: ast.expr) -> Val | None:
    from verheal.contracts.lowering.names import literal

    try:
        return literal(f, ast.literal_eval(source))
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


def _given(statement: ast.stmt, target: ast.AST) -> ast.expr | None:
    match statement:
        case ast.Assign(targets=[one], value=value) | ast.AnnAssign(target=one, value=ast.expr() as value):
            return value if one is target else None
        case _:
            return None


def _may_bind_otherwise(body: ast.ClassDef, name: str) -> bool:
    """Does the name stand in a `global` or `nonlocal` statement, or does code look at namespaces?"""
    for node in ast.walk(body):
        match node:
            case ast.Global(names=names) | ast.Nonlocal(names=names) if name in names:
                return True
            case ast.Name(id="locals" | "vars" | "exec" | "eval"):
                return True
    return False


def _each(f: Frame, keys: tuple[str, ...], work: Callable[[str], Val]) -> Val:
    if len(keys) == 1:
        f.round.assumptions.setdefault("known-subclasses")
        return work(keys[0])
    test = f.havoc(BOOL, "class").expr
    return f.branch(test, lambda: work(keys[0]), lambda: _each(f, keys[1:], work)) or BOTTOM
