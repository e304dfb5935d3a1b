"""Class patterns.

Law (PEP 634): the class is asked by isinstance; then each attribute is read, those that stand by position by the names
in `__match_args__`; an AttributeError is no match, too many positions are a TypeError. int, str and their like match
themselves by the one position they take.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from verheal.contracts.core.expr import FALSE, TRUE, App, Expr, Var
from verheal.contracts.core.stmt import Assign, Assume, Handler, Havoc, Stmt, Try
from verheal.contracts.core.types import BOOL, ClassT, NeverT, OpaqueT, is_unknown
from verheal.contracts.lowering import access, instances, named_tuples, narrowing
from verheal.contracts.lowering.bindings import ClassRef
from verheal.contracts.lowering.bodies import is_named_tuple
from verheal.contracts.lowering.dataclass_fields import match_names
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.matching import all_match, bind, unknown, when
from verheal.contracts.lowering.values import Val

if TYPE_CHECKING:
    from verheal.contracts.lowering.program import Program

THEMSELVES = frozenset(name for name, _ in instances.OF_TYPE if name != "complex")


def matches(f: Frame, pattern: ast.MatchClass, value: Val, names: tuple[str, ...]) -> Expr:
    """case C(a, b, c=d)"""
    from verheal.contracts.lowering.access import is_global

    cls = pattern.cls
    found = f.meaning(ast.unparse(cls)) if is_global(f, cls) else None
    if isinstance(found, ClassRef) and is_named_tuple(f.round.program, found.key):
        same = value.type == OpaqueT((f"class {found.key}",))
        return _inside(f, pattern, value, f"class {found.key}", names) if same else unknown(f, pattern, value, names)
    classes = instances.classes_of(f, cls)
    if classes is None or classes == [instances.ANY]:
        return unknown(f, pattern, value, names)
    name = classes[0]
    test = instances.is_instance(f, value, name, cls)
    return when(f, test, lambda: _inside(f, pattern, _seen(f, value, name), name, names))


def _seen(f: Frame, value: Val, name: str) -> Val:
    """The value as an instance of the class."""
    kind = narrowing.instance_type(f, name)
    if kind is None:
        return value
    if is_unknown(value.type):
        f.round.assumptions.setdefault("known-subclasses")
        return f.havoc(kind, "seen")
    below = isinstance(value.type, ClassT) and isinstance(kind, ClassT) and value.type != kind
    if below and value.type.name in f.round.program.describe(kind.name).chain:  # type: ignore[union-attr]
        return f.val(App("ref.cast", (value.expr,), kind))
    return value


def _inside(f: Frame, pattern: ast.MatchClass, value: Val, name: str, names: tuple[str, ...]) -> Expr:
    """What stands in the parentheses, of a value that is an instance."""
    count = len(pattern.patterns)
    if name in THEMSELVES:
        if count > 1:
            f.fail_if(TRUE, "TypeError", pattern)
            return FALSE
        parts, order = [(one, value) for one in pattern.patterns], pattern.kwd_attrs
    else:
        known = match_args(f.round.program, name) if count else ()
        if known is None:
            return unknown(f, pattern, value, names)
        if count > len(known):
            f.fail_if(TRUE, "TypeError", pattern)
            return FALSE
        parts, order = [], [*known[:count], *pattern.kwd_attrs]
    if len(set(order)) < len(order) or any(word.startswith("__") for word in order):
        return unknown(f, pattern, value, names)
    wanted = [*pattern.patterns[len(parts) :], *pattern.kwd_patterns]

    def read(index: int, values: list[Val]) -> Expr:
        if index == len(order):
            test = all_match(f, [*parts, *zip(wanted, values, strict=True)])
            return when(f, test, lambda: _kept(f, names, value))
        there, one = _attribute(f, value, order[index], pattern)
        return when(f, there, lambda: read(index + 1, [*values, one]))

    return read(0, [])


def _kept(f: Frame, names: tuple[str, ...], value: Val) -> Expr:
    bind(f, names, value)
    return TRUE


def _attribute(f: Frame, value: Val, name: str, node: ast.AST) -> tuple[Expr, Val]:
    """(value.name does not raise AttributeError, what it is)."""
    found: list[Val] = []
    body, _, dead = f.collect(lambda: found.append(f.name_value(access.get(f, value, name, node), name)))
    if not dead and all(isinstance(one, Assign | Assume | Havoc) for one in body):
        for one in body:
            f.emit(one)
        return TRUE, found[0]
    there = f.round.fresh("there", BOOL)
    f.round.exceptions.setdefault("AttributeError")
    f.emit(Assign(there, FALSE))
    if isinstance(found[0].expr, Var) and not isinstance(found[0].type, NeverT):
        f.clear(found[0].expr)
    end: tuple[Stmt, ...] = () if dead else (Assign(there, TRUE),)
    f.emit(Try((*body, *end), (Handler(("AttributeError",), (Assign(there, FALSE),)),)))
    return there, found[0]


def match_args(program: Program, name: str) -> tuple[str, ...] | None:
    """`__match_args__` of a class, () where it has none; None where that is not known."""
    key = name.removeprefix("class ")
    if key == name:
        return ()  # object, complex
    if any(word == "__match_args__" for word in program.stores()) or program.replaced(key, "__match_args__"):
        return None
    chain = program.describe(key).chain
    for one in chain:
        node = program.class_node(one)
        if node is None or one in program.redefined:
            return None
        bound = [statement for statement in node.body if "__match_args__" in ast.unparse(statement)]
        if bound:
            return _written(bound)
        if program.classes[one].is_dataclass:
            return match_names(program, node, program.describe(one).chain)
    return named_tuples.names_of(program, key) if is_named_tuple(program, key) else ()


def _written(statements: list[ast.stmt]) -> tuple[str, ...] | None:
    match statements:
        case [ast.Assign(targets=[ast.Name(id="__match_args__")], value=ast.Tuple(elts=items))]:
            words = [item.value for item in items if isinstance(item, ast.Constant)]
            plain = [word for word in words if isinstance(word, str)]
            return tuple(plain) if len(plain) == len(items) else None
        case _:
            return None
