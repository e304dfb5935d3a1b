"""Expressions: each kind of syntax-tree node to a value, in Python's order of evaluation."""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core import heap
from verheal.contracts.core.build import (
    boolean,
    choose,
    constant_map,
    default,
    is_member,
    item_of,
    make_tuple,
    member,
    no,
    real,
    same,
    select,
    store,
    text,
)
from verheal.contracts.core.expr import FALSE, TRUE, App, Expr, integer
from verheal.contracts.core.types import (
    BOOL,
    INT,
    OPAQUE,
    BoolT,
    ClassT,
    DictT,
    EnumT,
    FloatT,
    HoleT,
    IntT,
    LibraryT,
    ListT,
    MapT,
    NeverT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
    UnionT,
    alternatives,
)
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.names import read_name
from verheal.contracts.lowering.narrowing import narrowed
from verheal.contracts.lowering.octets import literal
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val


def lower(f: Frame, node: ast.expr) -> Val:
    """The value of an expression, evaluated now."""
    if f.round.dead:
        return BOTTOM
    f.round.steps += 1
    if f.round.steps > 8_000:
        f.give_up("too large to lower", node)
        return BOTTOM
    if f.olds and isinstance(node, ast.Attribute | ast.Subscript | ast.Name | ast.Call):
        old = f.olds.get(ast.unparse(node))
        if old is not None:
            return old
    return _lower(f, node)


def _lower(f: Frame, node: ast.expr) -> Val:
    from verheal.contracts.lowering import (
        access,
        calls,
        closures,
        compare,
        comprehensions,
        formatting,
        generators,
        operators,
    )

    match node:
        case ast.Constant(value=value):
            return constant(f, value, node)
        case ast.Name(id=name):
            return read_name(f, name, node)
        case ast.BoolOp():
            return bool_op(f, node)
        case ast.BinOp(left=left, op=op, right=right):
            a = lower(f, left)
            return operators.binary(f, op, a, lower(f, right), node)
        case ast.UnaryOp(op=op, operand=operand):
            return operators.unary(f, op, lower(f, operand), node)
        case ast.Compare():
            return compare.compare(f, node)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            chosen = truth(f, lower(f, test), test)
            then = lambda: narrowed(f, test, lambda: lower(f, body))  # noqa: E731
            return f.branch(chosen, then, lambda: narrowed(f, test, lambda: lower(f, orelse), False)) or BOTTOM
        case ast.NamedExpr(target=ast.Name(id=name), value=value):
            result = lower(f, value)
            f.assign(name, result)
            return result
        case ast.Call():
            return calls.call(f, node)
        case ast.Attribute():
            return access.attribute(f, node)
        case ast.Subscript():
            return access.subscript(f, node)
        case ast.Tuple(elts=items):
            return tuple_display(f, items, node)
        case ast.List() | ast.Set() | ast.Dict():
            return display(f, node, None)
        case ast.ListComp() | ast.SetComp() | ast.DictComp():
            return comprehensions.comprehension(f, node)
        case ast.JoinedStr(values=values):
            return formatting.joined(f, values, node)
        case ast.Yield():
            return generators.yield_value(f, node)
        case ast.YieldFrom():
            return generators.yield_from(f, node)
        case ast.Lambda() | ast.GeneratorExp():
            return closures.value(f, node)
        case _:
            from verheal.contracts.lowering.statements import captured

            captured(f, node)
            return f.unsupported(_words(node), node)


def _words(node: ast.AST) -> str:
    names = {
        "Lambda": "lambda",
        "Await": "await",
        "Yield": "yield",
        "YieldFrom": "yield from",
        "Starred": "starred",
    }
    return names.get(type(node).__name__, type(node).__name__)


def constant(f: Frame, value: object, node: ast.AST) -> Val:
    """A literal."""
    match value:
        case bool():
            return f.val(boolean(value))
        case int():
            return f.val(integer(value))
        case float():
            return f.val(real(value))
        case str():
            return f.val(text(value))
        case None:
            return NONE_VAL
        case bytes():
            found = f.havoc(LibraryT(("builtins.bytes",)), "bytes")
            f.round.octets[found.expr] = value
            literal(f, found, value)
            return found
        case _:  # complex, ...: a literal has a value, if none that is modelled
            return Val(f.opaque().expr, OpaqueT((f"builtins.{type(value).__name__}",)))


def members(f: Frame, value: Val) -> list[tuple[Expr, Val]]:
    """The cases of a value: (it is this case, the value as this case). One case when its type is no union."""
    from verheal.contracts.lowering import collections_read

    kinds = alternatives(value.type)
    if not isinstance(value.expr.type, UnionT):
        one = Val(value.expr, kinds[0] if kinds else value.type)
        return collections_read.cases(f, value) or [(TRUE, one)]
    cases = []
    for index, option in enumerate(value.expr.type.alternatives):
        kind = next((k for k in kinds if f.resolve(k) == option), option)
        cases.append((is_member(value.expr, index), Val(member(value.expr, index), kind)))
    return cases


def split(f: Frame, value: Val, work: object) -> Val:
    """work(case) for each case of a value that may be of several types."""
    assert callable(work)
    if isinstance(value.type, NeverT):
        return BOTTOM
    cases = members(f, value)
    if not isinstance(value.type, UnionT) and len(cases) == 1:
        found = work(value)
        assert isinstance(found, Val)
        return found

    def go(index: int) -> Val:
        test, one = cases[index]
        if index == len(cases) - 1:
            return work(one)  # type: ignore[no-any-return]
        return f.branch(test, lambda: work(one), lambda: go(index + 1)) or BOTTOM

    return go(0)


def split_all(f: Frame, values: list[Val], work: Callable[[list[Val]], Val], done: tuple[Val, ...] = ()) -> Val:
    """work(cases) for each combination of the cases of several values."""
    if not values:
        return work(list(done))
    return split(f, values[0], lambda one: split_all(f, values[1:], work, (*done, one)))


def truth(f: Frame, value: Val, node: ast.AST) -> Expr:
    """bool(value) as a core bool."""
    from verheal.contracts.lowering import collections_read, enums, library, literal_values

    value = literal_values.listed(f, value) or value
    if isinstance(value.type, UnionT) or collections_read.cases(f, value) is not None:
        return split(f, value, lambda one: f.val(truth(f, one, node))).expr
    expr = value.expr
    match value.type:
        case EnumT(mixin=""):
            return TRUE
        case EnumT():
            return truth(f, enums.value_of(f, value), node)
        case NeverT() | NoneT():
            return FALSE
        case BoolT():
            return expr
        case IntT():
            return no(same(expr, integer(0)))
        case FloatT():
            return no(App("float.eq", (expr, real(0.0)), BOOL))
        case StrT():
            return no(same(expr, text("")))
        case TupleT(items):
            return boolean(bool(items))
        case ListT() | SetT() | DictT():
            from verheal.contracts.lowering.containers import size

            return no(same(size(f, value).expr, integer(0)))
        case ClassT(name):
            return _object_truth(f, name, value, node)
        case LibraryT() if (told := library.truth(f, value, node)) is not None:
            return told
        case OpaqueT() if (told := collections_read.truth(f, value)) is not None:
            return told
        case _:
            f.stuck(
                f"truth of a value of unknown type, line {getattr(node, 'lineno', 0)}",
                getattr(node, "lineno", 0),
            )
            return f.havoc(BOOL, "truth").expr


def _object_truth(f: Frame, name: str, value: Val, node: ast.AST) -> Expr:
    from verheal.contracts.lowering import calls

    program = f.round.program
    for dunder in ("__bool__", "__len__"):
        if any(program.describe(one).may_have(dunder) for one in (name, *program.subclasses(name))):
            return _told(f, calls.method(f, value, dunder, (), {}, node), dunder, node)
    return TRUE


def _told(f: Frame, found: Val, dunder: str, node: ast.AST) -> Expr:
    """The truth that a user's __bool__ or __len__ gives; CPython refuses other types and negative lengths."""
    from verheal.contracts.core.build import lt

    match dunder, found.type:
        case (_, NeverT()) | ("__bool__", BoolT()):
            return truth(f, found, node)
        case "__len__", IntT():
            f.fail_if(lt(found.expr, integer(0)), "ValueError", node)
            f.fail_if(lt(integer(2**63 - 1), found.expr), "OverflowError", node)
            return truth(f, found, node)
        case _:
            f.stuck(f"{dunder} gives another type, line {getattr(node, 'lineno', 0)}", getattr(node, "lineno", 0))
            return f.havoc(BOOL, "truth").expr


def bool_op(f: Frame, node: ast.BoolOp) -> Val:
    """`a and b` is a if a is false, else b; `or` the other way; operands are returned as they are."""
    from verheal.contracts.lowering.label_narrowing import kept_as

    conjunction = isinstance(node.op, ast.And)

    def go(index: int) -> Val:
        value = lower(f, node.values[index])
        if index == len(node.values) - 1 or isinstance(value.type, NeverT):
            return value
        test = truth(f, value, node.values[index])
        rest = lambda: narrowed(f, node.values[index], lambda: go(index + 1), conjunction)  # noqa: E731
        stay = lambda: kept_as(value, conjunction)  # noqa: E731
        kept = f.branch(test, rest if conjunction else stay, stay if conjunction else rest)
        return kept or BOTTOM

    return go(0)


def tuple_display(f: Frame, items: list[ast.expr], node: ast.expr) -> Val:
    """(a, b, c)"""
    if any(isinstance(item, ast.Starred) for item in items):
        from verheal.contracts.lowering import starred

        return starred.tuple_display(f, items, node)
    return tuple_of(f, [lower(f, item) for item in items])


def tuple_of(f: Frame, values: list[Val]) -> Val:
    """The tuple of values."""
    if any(isinstance(value.type, NeverT) for value in values):
        return BOTTOM
    return Val(
        make_tuple(tuple(value.expr for value in values)), TupleT(tuple(value.type for value in values))
    )


def hole(f: Frame, node: ast.AST, part: str = "") -> HoleT:
    """The element type of the container made at a node, to be learned."""
    place = f"{f.key}@{getattr(node, 'lineno', 0)}.{getattr(node, 'col_offset', 0)}{part}"
    return f.round.learned.hole(place)


def display(f: Frame, node: ast.List | ast.Set | ast.Dict, expected: Type | None) -> Val:
    """A list, set or dict written out; `expected` is the type that an annotation gives it."""
    from verheal.contracts.lowering import containers, dict_update, lookups

    if isinstance(node, ast.Dict):
        kind = expected if isinstance(expected, DictT) else DictT(hole(f, node, "k"), hole(f, node, "v"))
        if not lookups.modelled_keys(f, kind):
            return _unmodelled(f, [*(key for key in node.keys if key is not None), *node.values], node)
        return dict_update.display(f, node, kind)
    if any(isinstance(item, ast.Starred) for item in node.elts):
        return _starred(f, node, expected)
    members = expected if isinstance(expected, SetT) else SetT(hole(f, node))
    if isinstance(node, ast.Set) and not lookups.modelled_keys(f, members):
        return _unmodelled(f, node.elts, node)
    values = [lower(f, item) for item in node.elts]
    if isinstance(node, ast.Set):
        made = containers.new_set(f, members)
        for one in values:
            containers.set_add(f, made, one, node)
        return made
    return list_of(f, values, expected if isinstance(expected, ListT) else ListT(hole(f, node)), node)


def _starred(f: Frame, node: ast.List | ast.Set, expected: Type | None) -> Val:
    from verheal.contracts.lowering import constructors, starred

    if isinstance(node, ast.List):
        kind = expected if isinstance(expected, ListT) else ListT(hole(f, node))
        return starred.list_display(f, node.elts, kind, node)
    given = starred.list_display(f, node.elts, ListT(hole(f, node, "s")), node)
    return constructors.set_of(f, given, node) if isinstance(given.type, ListT | NeverT) else given


def _unmodelled(f: Frame, parts: list[ast.expr], node: ast.AST) -> Val:
    """A dict or set whose keys, as earlier rounds have learned, are of a type that is not modelled."""
    from verheal.contracts.lowering.calls import escape

    for part in parts:
        escape(f, lower(f, part))
    return f.unsupported("keys of this type", node)


def list_of(f: Frame, values: list[Val], kind: ListT, node: ast.AST) -> Val:
    """A new list with these elements."""
    from verheal.contracts.lowering import containers

    parts = [containers.accept(f, kind.element, value, node) for value in values]
    resolved = f.resolve(kind)
    assert isinstance(resolved, ListT)
    row_type = MapT(INT, resolved.element)
    filler = default(resolved.element)
    row: Expr = constant_map(row_type, filler) if filler else f.havoc(row_type, "row").expr
    for index, part in enumerate(parts):
        row = store(row, integer(index), part)
    return containers.new_list(f, kind, row, integer(len(parts)))


def element(f: Frame, kind: Type) -> Type:
    """The element type of a container as it is known now: a hole is looked through."""
    return f.round.learned.bound(kind) if isinstance(kind, HoleT) else kind


__all__ = [
    "OPAQUE",
    "choose",
    "display",
    "element",
    "heap",
    "item_of",
    "list_of",
    "lower",
    "members",
    "select",
    "split",
    "truth",
]
