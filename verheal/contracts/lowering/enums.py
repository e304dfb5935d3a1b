"""Enumerations whose members are plain literals: a member is its number, in the order of definition (PEP 435)."""
from __future__ import annotations

import ast

from verheal.contracts.core.build import choose, same, text
from verheal.contracts.core.expr import Const, Expr, integer
from verheal.contracts.core.types import EnumT, Type
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.program import ClassRef, External, Program
from verheal.contracts.lowering.values import Val

BASES: tuple[tuple[str, str], ...] = (("enum.Enum", ""), ("enum.IntEnum", "int"), ("enum.StrEnum", "str"))
PLAIN_METHODS = frozenset({"__str__", "__repr__", "__format__"})
ORDERINGS = frozenset({"__lt__", "__le__", "__gt__", "__ge__"})
PLAIN_DECORATORS = frozenset({"enum.unique", "functools.total_ordering"})


def enum_type(program: Program, key: str) -> EnumT | None:
    """The type of a class's members; None when the class is no enumeration of distinct int or str literals."""
    one = program.classes.get(key)
    if one is None or len(one.bases) != 1 or one.keywords or key in program.redefined:
        return None
    base = program.attribute(one.module, one.bases[0])
    mixin = next((kind for name, kind in BASES if base == External(name)), None)
    names = {qualname.rpartition(".")[2] for qualname in one.methods}
    odd = {name for name in names - PLAIN_METHODS if name.startswith("_") and (mixin or name not in ORDERINGS)}
    if mixin is None or odd or any(_dotted(program, one.module, d) not in PLAIN_DECORATORS for d in one.decorators):
        return None
    found: dict[str, int | str] = {}
    for item in one.fields:
        value = _literal(item.default, mixin)
        if item.annotation is not None or value is None or item.name.startswith("_") or item.name in found:
            return None
        found[item.name] = value
    kinds = {type(value) for value in found.values()}
    if not found or len(kinds) != 1 or len(set(found.values())) != len(found) or set(found) & names:
        return None
    return EnumT(key, tuple(found), tuple(found.values()), mixin)


def is_ordered(program: Program, kind: Type) -> bool:
    """Does the class of a member say itself what `<` means?"""
    if not isinstance(kind, EnumT) or kind.mixin:
        return False
    one = program.classes[kind.name]
    names = {qualname.rpartition(".")[2] for qualname in one.methods}
    return bool(names & ORDERINGS) or any(_dotted(program, one.module, d) != "enum.unique" for d in one.decorators)


def _dotted(program: Program, module: str, source: str) -> str:
    found = program.attribute(module, source)
    return found.dotted if isinstance(found, External) else ""


def _literal(source: str | None, mixin: str) -> int | str | None:
    try:
        value = ast.literal_eval(source or "...")
    except (ValueError, SyntaxError):
        return None
    fits = {"int": type(value) is int, "str": type(value) is str, "": type(value) in (int, str)}[mixin]
    return value if fits else None


def member_of(f: Frame, module: str, node: ast.expr) -> Val | None:
    """`C.NAME` where C is a modelled enumeration, else None."""
    if not isinstance(node, ast.Attribute):
        return None
    found = f.round.program.attribute(module, ast.unparse(node.value))
    if not isinstance(found, ClassRef):
        return None
    kind = enum_type(f.round.program, found.key)
    if kind is None or node.attr not in kind.members:
        return None
    return f.val(Const(kind.members.index(node.attr), kind))


def value_of(f: Frame, value: Val) -> Val:
    """member.value"""
    assert isinstance(value.type, EnumT)
    return f.val(_chosen(value.expr, value.type, value.type.values))


def name_of(f: Frame, value: Val) -> Val:
    """member.name"""
    assert isinstance(value.type, EnumT)
    return f.val(_chosen(value.expr, value.type, value.type.members))


def as_plain(f: Frame, value: Val) -> Val:
    """A member of an IntEnum as the int, of a StrEnum as the str that it is, a literal of those that are listed as
    its int or str; any other value as it stands."""
    from verheal.contracts.lowering import literal_values  # which asks for enumerations itself

    if isinstance(value.type, EnumT):
        return value_of(f, value) if value.type.mixin else value
    return literal_values.listed(f, value) or value


def _chosen(member: Expr, kind: EnumT, values: tuple[int | str, ...]) -> Expr:
    terms: list[Expr] = [integer(v) if isinstance(v, int) else text(v) for v in values]
    if isinstance(member, Const) and isinstance(member.value, int):
        return terms[member.value]
    result = terms[-1]
    for index in range(len(terms) - 2, -1, -1):
        result = choose(same(member, Const(index, kind)), terms[index], result)
    return result
