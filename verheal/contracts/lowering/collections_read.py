"""Values annotated as abstract collections: what is read of an Iterable, a Sequence, a Mapping.

Law: they give items of the types that are written; that reading them fails only as a builtin container's does, and
changes nothing, is the assumption `abstract-collections`. Nothing that is read is kept: a second look may differ.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from verheal.contracts.core.build import le, no
from verheal.contracts.core.expr import Expr, integer
from verheal.contracts.core.types import (
    BOOL,
    INT,
    STR,
    BoolT,
    IntT,
    ListT,
    MapT,
    OpaqueT,
    StrT,
    TupleT,
    Type,
    is_unknown,
    join,
)
from verheal.contracts.lowering import known_objects, long_tuples, spelled
from verheal.contracts.lowering.quiet import quiet_truth
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val

if TYPE_CHECKING:
    from verheal.contracts.lowering.frame import Frame
    from verheal.contracts.lowering.program import Program

SEQUENCES = frozenset({"typing.Sequence"})
SIZED = SEQUENCES | {"typing.Collection", "typing.AbstractSet", "typing.Mapping", "builtins.frozenset"}
ITERABLES = SIZED | {"typing.Iterable", "typing.Reversible"}
MAPPINGS = frozenset({"typing.Mapping"})
VIEWS = frozenset({"keys", "values", "items"})


def known(program: Program, kind: Type, heads: frozenset[str]) -> tuple[Type, ...] | None:
    """The types of what is written between the brackets, joined over the alternatives of a label; None of all else.

    Texts and lists are among what may be written beside an abstract collection.
    """
    if not is_unknown(kind) or not kind.label:
        return None
    found: tuple[Type, ...] | None = None
    abstract = False
    for name in kind.label:
        head, _, _ = name.partition("[")
        parts = spelled.arguments(program, name) if head in heads and not _odd(program, head) else None
        abstract = abstract or parts is not None
        parts = _builtin(program, name, heads) if parts is None else parts
        if not parts or (found is not None and len(found) != len(parts)):
            return None
        found = parts if found is None else tuple(join(a, b) for a, b in zip(found, parts, strict=True))
    return found if abstract or len(kind.label) > 1 else None


def _odd(program: Program, head: str) -> bool:
    """Is it a class of Python's own of which a class that was read may derive?"""
    return head.startswith("builtins.") and program.derived(head)


def _builtin(program: Program, name: str, heads: frozenset[str]) -> tuple[Type, ...] | None:
    """What a builtin container beside an abstract one holds, where it is one as well."""
    if heads == MAPPINGS:
        return None
    kind = spelled.kind_of(program, name)
    match kind:
        case None:
            return None
        case ListT(element):
            return (element,)
        case StrT():
            return (STR,)
        case _:
            inside = long_tuples.items_of(program, kind)
            return None if inside is None else (inside,)


def cases(f: Frame, value: Val) -> list[tuple[Expr, Val]] | None:
    """The cases of what is None or something that can be read; None where it is no such."""
    if not is_unknown(value.type) or "None" not in value.type.label:
        return None
    rest = OpaqueT(tuple(name for name in value.type.label if name != "None"))
    readable = known(f.round.program, rest, ITERABLES) or long_tuples.items_of(f.round.program, rest)
    if readable is None:
        return None
    none = known_objects.is_one(f, value, "None")
    return [(none, NONE_VAL), (no(none), Val(value.expr, rest))]


def present(f: Frame, value: Val, node: ast.AST) -> Val:
    """The value, whose attribute is asked for: where it is None that is an AttributeError."""
    found = cases(f, value)
    if found is None:
        return value
    f.fail_if(found[0][0], "AttributeError", node)
    return found[1][1]


def elements(f: Frame, value: Val) -> Type | None:
    """The type of what running over the value gives; None where that is not known."""
    found = known(f.round.program, value.type, ITERABLES)
    if found is None:
        return None
    _assumed(f)
    return found[0]  # of a mapping its keys


def _assumed(f: Frame) -> None:
    f.round.assumptions.setdefault("abstract-collections")
    f.round.assumptions.setdefault("containers-invariant")


def as_list(f: Frame, value: Val) -> Val | None:
    """What running over the value gives, as a new list; None where that is not known."""
    inside = long_tuples.as_list(f, value)
    if inside is not None:
        return inside
    element = elements(f, value)
    return None if element is None else _some_list(f, element)


def _some_list(f: Frame, element: Type) -> Val:
    from verheal.contracts.lowering import containers

    kind = ListT(element)
    resolved = f.resolve(element)
    return containers.new_list(f, kind, f.havoc(MapT(INT, resolved), "items").expr, length(f).expr)


def is_abstract(f: Frame, value: Val) -> bool:
    """Is it, for all that is known, no builtin container? Running over it need not end."""
    return is_unknown(value.type) and long_tuples.items_of(f.round.program, value.type) is None


def is_sequence(f: Frame, value: Val) -> bool:
    """Can it be run over backwards?"""
    return known(f.round.program, value.type, SEQUENCES) is not None


def length(f: Frame) -> Val:
    """Some length."""
    n = f.havoc(INT, "length")
    f.assume(le(integer(0), n.expr), "lengths are not negative")
    return n


def counted(f: Frame, value: Val) -> Val | None:
    """len(value)"""
    if known(f.round.program, value.type, SIZED) is None:
        return None
    _assumed(f)
    return length(f)


def truth(f: Frame, value: Val) -> Expr | None:
    """bool(value)"""
    if long_tuples.items_of(f.round.program, value.type) is not None:
        return long_tuples.truth(f, value)
    if not is_unknown(value.type) or not value.type.label:
        return None
    program = f.round.program
    asked = [
        name
        for name in value.type.label
        if not quiet_truth(program, (name,)) and _builtin(program, name, ITERABLES) is None
    ]
    if any(known(program, OpaqueT((name,)), ITERABLES) is None for name in asked):
        return None
    if asked:
        _assumed(f)
    return f.havoc(BOOL, "truth").expr


def item(f: Frame, value: Val, index: Val, node: ast.AST) -> Val | None:
    """value[index]"""
    from verheal.contracts.lowering.annotations import exact_key

    found = known(f.round.program, value.type, SEQUENCES)
    if found is not None and isinstance(index.type, IntT | BoolT):
        _assumed(f)
        f.fail_if(f.havoc(BOOL, "outside").expr, "IndexError", node)
        return f.havoc(found[0], "item")
    mapped = known(f.round.program, value.type, MAPPINGS)
    if mapped is None or len(mapped) != 2 or not exact_key(f.resolve(index.type)):
        return None
    _assumed(f)
    f.fail_if(f.havoc(BOOL, "missing").expr, "KeyError", node)
    return f.havoc(mapped[1], "value")


def sliced(f: Frame, value: Val) -> Val | None:
    """value[low:high] of a sequence"""
    if known(f.round.program, value.type, SEQUENCES) is None:
        return None
    _assumed(f)
    return Val(f.opaque().expr, value.type)


def method(f: Frame, value: Val, name: str, node: ast.Call) -> Val | None:
    """value.get(key), value.get(key, default) of a mapping, its views; None, and nothing evaluated, of all else."""
    from verheal.contracts.lowering.annotations import exact_key
    from verheal.contracts.lowering.arguments import impossible
    from verheal.contracts.lowering.expressions import lower

    mapped = known(f.round.program, value.type, MAPPINGS)
    plain = not node.keywords and not any(isinstance(one, ast.Starred) for one in node.args)
    if mapped is None or len(mapped) != 2 or name != "get" or not plain or len(node.args) not in (1, 2):
        return None
    given = [lower(f, one) for one in node.args]
    if impossible(given):
        return BOTTOM
    if not exact_key(f.resolve(given[0].type)):
        return f.unsupported("get with this key", node)
    _assumed(f)
    there = f.havoc(BOOL, "there").expr
    other = given[1] if len(given) == 2 else NONE_VAL
    return f.branch(there, lambda: f.havoc(mapped[1], "value"), lambda: other) or BOTTOM


def view(f: Frame, value: Val, name: str) -> Val | None:
    """What `value.items()` and the like give, as a new list."""
    mapped = known(f.round.program, value.type, MAPPINGS)
    if mapped is None or len(mapped) != 2:
        return None
    _assumed(f)
    kinds = {"keys": mapped[0], "values": mapped[1], "items": TupleT(mapped)}
    return _some_list(f, kinds[name])
