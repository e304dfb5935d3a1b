"""Sequence and mapping patterns.

Law (PEP 634): what matches a sequence pattern is a `collections.abc.Sequence` by its class, but no str, bytes or
bytearray; a mapping pattern, a Mapping of which `get` finds each key. Lengths and keys come before what they hold.
"""

from __future__ import annotations

import ast

from verheal.contracts.core.build import item_of, le, same, sub
from verheal.contracts.core.expr import FALSE, TRUE, Expr, integer
from verheal.contracts.core.types import (
    BOOL,
    BoolT,
    ClassT,
    DictT,
    EnumT,
    FloatT,
    IntT,
    LibraryT,
    ListT,
    NeverT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
    UnionT,
)
from verheal.contracts.lowering import containers, dict_methods, long_tuples, lookups, named_tuples
from verheal.contracts.lowering.bindings import ClassRef, External
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.library_bytes import SLICED
from verheal.contracts.lowering.matching import all_match, unknown, when
from verheal.contracts.lowering.program import Program
from verheal.contracts.lowering.values import Val

NEITHER = NeverT | NoneT | BoolT | IntT | FloatT | StrT | SetT | EnumT
PLACES = ("collections.", "typing.", "typing_extensions.")


def sequence(f: Frame, pattern: ast.MatchSequence, value: Val) -> Expr:
    """case [a, *b, c]"""
    from verheal.contracts.lowering.expressions import hole, list_of

    parts = pattern.patterns
    star = next((i for i, part in enumerate(parts) if isinstance(part, ast.MatchStar)), None)
    match value.type:
        case TupleT():
            items = [Val(item_of(value.expr, i), kind) for i, kind in enumerate(value.type.items)]
        case ListT() if not _may_change(f, pattern, star, value.type):
            return _list(f, parts, star, value)
        case _ if isinstance(value.type, NEITHER | DictT):
            return FALSE
        case LibraryT((label, *_)) if label in SLICED:
            return FALSE
        case ClassT(key) if _is_neither(f.round.program, key):
            return FALSE
        case OpaqueT() if (read := long_tuples.as_list(f, value)) is not None:
            return _list(f, parts, star, read)
        case OpaqueT(label) if (fields := named_tuples.items_of(f, value, label, pattern)) is not None:
            items = fields
        case _:
            return unknown(f, pattern, value)
    fixed = len(parts) - (star is not None)
    if len(items) < fixed or (star is None and len(items) > fixed):
        return FALSE
    if star is None:
        return all_match(f, list(zip(parts, items, strict=True)))
    end = len(items) - (fixed - star)
    rest = list_of(f, items[star:end], ListT(hole(f, parts[star])), pattern) if _named(parts[star]) else None
    return _starred(f, parts, star, items[:star] + items[end:], rest)


def _list(f: Frame, parts: list[ast.pattern], star: int | None, value: Val) -> Expr:
    n = containers.size(f, value).expr
    fixed = len(parts) - (star is not None)

    def inside() -> Expr:
        if star is None:
            items = [containers.list_get(f, value, integer(i), parts[i]) for i in range(fixed)]
            return all_match(f, list(zip(parts, items, strict=True)))
        behind = fixed - star
        items = [containers.list_get(f, value, integer(i), parts[i]) for i in range(star)]
        items += [containers.list_get(f, value, sub(n, integer(behind - i)), parts[star]) for i in range(behind)]
        low, high = f.val(integer(star)), f.val(sub(n, integer(behind)))
        rest = containers.list_slice(f, value, low, high) if _named(parts[star]) else None
        return _starred(f, parts, star, items, rest)

    return when(f, same(n, integer(fixed)) if star is None else le(integer(fixed), n), inside)


def _named(part: ast.pattern) -> bool:
    return isinstance(part, ast.MatchStar) and part.name is not None


def _starred(f: Frame, parts: list[ast.pattern], star: int, items: list[Val], rest: Val | None) -> Expr:
    """The patterns beside the star, and what the star takes, in order."""
    others = [(part, item) for part, item in zip(parts[:star] + parts[star + 1 :], items, strict=True)]
    if rest is not None and isinstance(part := parts[star], ast.MatchStar):
        others.insert(star, (ast.copy_location(ast.MatchAs(pattern=None, name=part.name), part), rest))
    return all_match(f, others)


def _may_change(f: Frame, pattern: ast.MatchSequence, star: int | None, kind: ListT) -> bool:
    """`[a, *_]` reads an item when it comes to it: may code of the user's have changed the list by then?"""
    if star is None or _named(pattern.patterns[star]):
        return False
    tests = ast.MatchValue | ast.MatchClass | ast.MatchMapping
    return any(isinstance(one, tests) for one in ast.walk(pattern)) and _runs_code(f.resolve(kind.element))


def _runs_code(kind: Type) -> bool:
    match kind:
        case LibraryT() | NoneT() | BoolT() | IntT() | FloatT() | StrT() | NeverT() | EnumT():
            return False
        case TupleT(items) | UnionT(items):
            return any(_runs_code(item) for item in items)
        case _:
            return True


def mapping(f: Frame, pattern: ast.MatchMapping, value: Val) -> Expr:
    """case {"a": x, **rest}"""
    match value.type:
        case DictT() if all(isinstance(key, ast.Constant) for key in pattern.keys) or len(pattern.keys) == 1:
            return _dict(f, pattern, value)
        case _ if isinstance(value.type, NEITHER | ListT | TupleT):
            return FALSE
        case LibraryT((label, *_)) if label in SLICED:
            return FALSE
        case ClassT(key) if _is_neither(f.round.program, key):
            return FALSE
        case _:
            return unknown(f, pattern, value)


def _dict(f: Frame, pattern: ast.MatchMapping, value: Val) -> Expr:
    """Every key is looked up before what is found is matched; the rest is a new dict."""
    from verheal.contracts.lowering.expressions import lower

    assert isinstance(value.type, DictT)
    kind, found = value.type.key, list[Expr]()
    if any(not isinstance(key, ast.Constant) for key in pattern.keys):
        test = le(integer(1), containers.size(f, value).expr)
    else:
        test = TRUE

    def look(index: int, values: list[Val]) -> Expr:
        if index == len(pattern.keys):
            pairs = list(zip(pattern.patterns, values, strict=True))
            return when(f, all_match(f, pairs), lambda: _rest(f, pattern, value, found))
        key = lower(f, pattern.keys[index])
        if isinstance(key.type, NeverT):
            return FALSE
        if not lookups.can_tell(f, kind, key, pattern):
            return unknown(f, pattern, value)
        place = lookups.key_of(f, kind, key)
        if place is None:
            return FALSE
        found.append(place)
        there = containers.dict_has(f, value, place)
        return when(f, there, lambda: look(index + 1, [*values, containers.dict_get(f, value, place, pattern)]))

    return when(f, test, lambda: look(0, []))


def _rest(f: Frame, pattern: ast.MatchMapping, value: Val, keys: list[Expr]) -> Expr:
    from verheal.contracts.lowering.matching import bind

    if pattern.rest is not None:
        made = dict_methods.copy(f, value)
        for key in keys:
            dict_methods.dict_remove(f, made, key)
        bind(f, (pattern.rest,), made)
    return TRUE


def _is_neither(program: Program, key: str) -> bool:
    """Is no instance a sequence or mapping: does no class of it derive from what was not read, or is registered?"""
    from verheal.contracts.lowering.harmless import HARMLESS_BASES
    from verheal.contracts.lowering.outside import names_of

    if program.registers is None:
        program.registers = _registers(program)
    if program.registers:
        return False
    for one in {above for k in (key, *program.subclasses(key)) for above in program.describe(k).chain}:
        written = program.classes[one]
        if one in program.redefined or "__abc_tpflags__" in names_of(written):
            return False
        for base in written.bases:
            match program.attribute(written.module, base.partition("[")[0]):
                case ClassRef():
                    pass
                case External(dotted) if dotted.removeprefix("builtins.") in HARMLESS_BASES:
                    pass
                case External(dotted) if dotted.startswith("builtins.") and dotted.endswith(("Error", "Exception")):
                    pass
                case _:
                    return False
    return True


def _registers(program: Program) -> bool:
    """Does code say of classes that they are subclasses of one of the library's, or of one that was read?"""
    bases = {
        (module, ast.unparse(node.value))
        for module in program.modules
        for node in ast.walk(program.tree(module))
        if isinstance(node, ast.Attribute) and node.attr == "register"
    }
    for module, base in bases:
        match program.attribute(module, base) if "(" not in base else None:
            case ClassRef():
                return True
            case External(dotted) if dotted.startswith(PLACES):
                return True
            case _:
                pass
    return False


__all__ = ["BOOL", "mapping", "sequence"]
