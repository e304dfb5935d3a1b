"""Comparisons: chained once-evaluated operands; ==, <, is, in on values of known type."""

from __future__ import annotations

import ast

from verheal.contracts.core.build import boolean, both, item_of, le, lt, no, same
from verheal.contracts.core.expr import FALSE, TRUE, App, Expr, Var
from verheal.contracts.core.types import (
    BOOL,
    NEVER,
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
    is_reference,
    is_unknown,
)
from verheal.contracts.lowering import equality, known_objects, library, literal_values, long_tuples, operators
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.convert import bare
from verheal.contracts.lowering.enums import as_plain, is_ordered
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.library_bytes import SLICED
from verheal.contracts.lowering.values import BOTTOM, Val
from verheal.contracts.lowering.written import never_none


def compare(f: Frame, node: ast.Compare) -> Val:
    """a < b < c: each operand once, later ones only while all before held."""
    from verheal.contracts.lowering import class_objects, counters, memberships
    from verheal.contracts.lowering.expressions import lower

    if (found := class_objects.compared(f, node)) is not None:
        return found
    if (found := counters.compared(f, node)) is not None:
        return found

    def go(left: Val, index: int) -> Val:
        if index + 1 == len(node.ops) and (held := memberships.in_values(f, left, node)) is not None:
            return held
        right = lower(f, node.comparators[index])
        if index + 1 < len(node.ops):
            right = f.name_value(right)
        test = one(f, node.ops[index], left, right, node)
        if index + 1 == len(node.ops):
            return f.val(test)
        return f.branch(test, lambda: go(right, index + 1), lambda: f.val(FALSE)) or BOTTOM

    return go(lower(f, node.left), 0)


def one(f: Frame, op: ast.cmpop, a: Val, b: Val, node: ast.AST) -> Expr:
    """a op b as a core bool."""
    if NEVER in (a.type, b.type):
        return FALSE
    match op:
        case ast.Is():
            return identical(f, a, b, node)
        case ast.IsNot():
            return no(identical(f, a, b, node))
        case ast.In():
            return contains(f, b, a, node)
        case ast.NotIn():
            return no(contains(f, b, a, node))
        case ast.Eq():
            return equal(f, a, b, node)
        case ast.NotEq():
            return no(equal(f, a, b, node))
        case _:
            return operators.both_cases(f, a, b, lambda x, y: f.val(_order(f, op, x, y, node))).expr


def identical(f: Frame, a: Val, b: Val, node: ast.AST) -> Expr:
    """a is b: decided for None, bools and modelled references only."""
    result = operators.both_cases(f, a, b, lambda x, y: f.val(_identical(f, x, y, node)))
    return FALSE if isinstance(result.type, NeverT) else result.expr


def _identical(f: Frame, a: Val, b: Val, node: ast.AST) -> Expr:
    if isinstance(a.type, LibraryT) and a.type == b.type:
        return same(a.expr, b.expr)
    if any(isinstance(one.type, LibraryT) for one in (a, b)):
        return FALSE if any(isinstance(one.type, NoneT | BoolT) for one in (a, b)) else f.havoc(BOOL, "is").expr
    if isinstance(a.type, OpaqueT) or isinstance(b.type, OpaqueT):
        other = b if isinstance(a.type, OpaqueT) else a
        known = a.type.label if isinstance(a.type, OpaqueT) else b.type.label if isinstance(b.type, OpaqueT) else ()
        if isinstance(other.type, NoneT) and never_none(f.round.program, known):
            return FALSE
        return _same_object(f, a, b)
    if isinstance(a.type, NoneT) or isinstance(b.type, NoneT):
        return boolean(a.type == b.type)
    if isinstance(a.type, BoolT) and isinstance(b.type, BoolT):
        return same(a.expr, b.expr)
    if isinstance(a.type, EnumT) or isinstance(b.type, EnumT):
        return same(a.expr, b.expr) if a.type == b.type else FALSE
    if {type(a.type), type(b.type)} == {IntT, BoolT}:  # what is read as an int may be a bool
        return both(same(operators.to_int(a), operators.to_int(b)), f.havoc(BOOL, "is").expr)
    if isinstance(a.type, ClassT) and isinstance(b.type, ClassT):
        return same(a.expr, b.expr)
    if is_reference(a.type) and f.resolve(a.type) == f.resolve(b.type):
        return same(a.expr, b.expr)
    kinds = (a.type, b.type)
    if any(is_reference(k) for k in kinds) and not all(is_reference(k) for k in kinds):
        return FALSE
    return f.havoc(BOOL, "is").expr


def _same_object(f: Frame, a: Val, b: Val) -> Expr:
    """Of two values, of one of which at least nothing is known."""
    a, b = (Val(bare(one.expr) or one.expr, one.type) for one in (a, b))
    if a.expr.type == b.expr.type:
        return same(a.expr, b.expr)
    value, other = (a, b) if is_unknown(a.expr.type) else (b, a)
    if isinstance(other.type, NoneT):
        return known_objects.is_one(f, value, "None")
    return known_objects.is_object(f, value, other) if isinstance(other.type, ClassT) else f.havoc(BOOL, "is").expr


def equal(f: Frame, a: Val, b: Val, node: ast.AST) -> Expr:
    """a == b as a core bool."""
    result = operators.both_cases(f, a, b, lambda x, y: f.val(_equal(f, x, y, node)))
    return FALSE if isinstance(result.type, NeverT) else result.expr


PLAIN = StrT | NoneT | IntT | BoolT | FloatT | TupleT | ListT | SetT | DictT


def _octets(value: Val) -> bool:
    return isinstance(value.type, LibraryT) and value.type.label[0] in SLICED


def _equal(f: Frame, a: Val, b: Val, node: ast.AST) -> Expr:
    a, b = (literal_values.listed(f, one) or one for one in (a, b))
    for one, other in ((a, b), (b, a)):
        if (found := library.operator(f, one, "__eq__", [other], node)) is not None:
            return found.expr
    if (_octets(a) and isinstance(b.type, PLAIN)) or (_octets(b) and isinstance(a.type, PLAIN)):
        return FALSE
    if (inside := long_tuples.both_lists(f, a, b)) is not None:
        return equality.of_lists(f, *inside, node)
    if isinstance(a.type, OpaqueT) or isinstance(b.type, OpaqueT):
        f.stuck(
            f"== on a value of unknown type, line {getattr(node, 'lineno', 0)}", getattr(node, "lineno", 0)
        )
        return f.havoc(BOOL, "eq").expr
    if isinstance(a.type, EnumT) and a.type == b.type:
        return same(a.expr, b.expr)
    a, b = as_plain(f, a), as_plain(f, b)
    if operators.is_number(a) and operators.is_number(b):
        return equal_numbers(a, b)
    if a.type == b.type and isinstance(a.type, StrT | NoneT):
        return same(a.expr, b.expr)
    if isinstance(a.type, TupleT) and isinstance(b.type, TupleT):
        if len(a.type.items) != len(b.type.items):
            return FALSE
        return _equal_items(f, a, b, node)
    if isinstance(a.type, ClassT) or isinstance(b.type, ClassT):
        from verheal.contracts.lowering import objects

        return objects.equal(f, a, b, node)
    if isinstance(a.type, ListT) and isinstance(b.type, ListT):
        return equality.of_lists(f, a, b, node)
    if isinstance(a.type, SetT | DictT) and isinstance(b.type, SetT | DictT):
        return equality.of_keyed(f, a, b, node)
    return FALSE


def equal_numbers(a: Val, b: Val) -> Expr:
    """a == b of two numbers, neither a union."""
    if isinstance(a.type, FloatT) and isinstance(b.type, FloatT):
        return App("float.eq", (a.expr, b.expr), BOOL)
    if isinstance(a.type, FloatT):
        return App("mixed.int_eq_float", (operators.to_int(b), a.expr), BOOL)
    if isinstance(b.type, FloatT):
        return App("mixed.int_eq_float", (operators.to_int(a), b.expr), BOOL)
    if isinstance(a.type, BoolT) and isinstance(b.type, BoolT):
        return same(a.expr, b.expr)
    return same(operators.to_int(a), operators.to_int(b))


def _equal_items(f: Frame, a: Val, b: Val, node: ast.AST) -> Expr:
    assert isinstance(a.type, TupleT) and isinstance(b.type, TupleT)
    if any(has_float(t) for t in a.type.items + b.type.items):
        # A tuple compares items by identity first, so a NaN may equal itself.
        f.stuck(
            f"== of tuples that hold floats, line {getattr(node, 'lineno', 0)}",
            getattr(node, "lineno", 0),
            may_raise=False,
            reads_only=True,
        )
        return f.havoc(BOOL, "eq").expr
    pairs = zip(a.type.items, b.type.items, strict=True)
    parts = [
        equal(f, Val(item_of(a.expr, i), x), Val(item_of(b.expr, i), y), node)
        for i, (x, y) in enumerate(pairs)
    ]
    return both(*parts)


def has_float(kind: Type) -> bool:
    """May a value of this type be, or hold in a tuple, a float?"""
    match kind:
        case FloatT():
            return True
        case TupleT(items) | UnionT(items):
            return any(has_float(item) for item in items)
        case _:
            return False


def _order(f: Frame, op: ast.cmpop, a: Val, b: Val, node: ast.AST) -> Expr:
    if isinstance(a.type, ClassT) or isinstance(b.type, ClassT):
        return _order_objects(f, op, a, b, node)
    if isinstance(op, ast.Gt | ast.GtE):
        a, b = b, a
    strict = isinstance(op, ast.Lt | ast.Gt)
    a, b = as_plain(f, a), as_plain(f, b)
    if operators.is_number(a) and operators.is_number(b):
        return order_numbers(a, b, strict)
    for one, other, word in ((a, b, "lt" if strict else "le"), (b, a, "gt" if strict else "ge")):
        if (found := library.operator(f, one, f"__{word}__", [other], node)) is not None:
            return found.expr
    if any(is_ordered(f.round.program, one.type) for one in (a, b)):
        return f.havoc(BOOL, "lt").expr if _unmodelled(f, node) else FALSE
    match a.type, b.type:
        case StrT(), StrT():
            return App("str.lt" if strict else "str.le", (a.expr, b.expr), BOOL)
        case TupleT(xs), TupleT(ys) if all(exact_key(t) for t in xs + ys):
            return _order_tuples(f, op, a, b, strict, node)
        case ((OpaqueT() | ClassT() | ListT() | SetT() | TupleT()), _):
            return f.havoc(BOOL, "lt").expr if _unmodelled(f, node) else FALSE
        case _, (OpaqueT() | ClassT()):
            return f.havoc(BOOL, "lt").expr if _unmodelled(f, node) else FALSE
        case _:
            f.fail_if(TRUE, "TypeError", node)
            return FALSE


def _order_objects(f: Frame, op: ast.cmpop, a: Val, b: Val, node: ast.AST) -> Expr:
    from verheal.contracts.lowering import object_orders

    if (pair := object_orders.fieldwise(f, a, b, node)) is not None:
        return _order(f, op, *pair, node)
    found = object_orders.by_method(f, op, a, b, node)
    if found is not None and (f.round.dead or isinstance(found.type, NeverT)):
        return FALSE
    told = object_orders.truth_of(found) if found is not None else None
    if told is None:
        _unmodelled(f, node)
    return told or f.havoc(BOOL, "lt").expr


def _unmodelled(f: Frame, node: ast.AST) -> bool:
    f.stuck(f"ordering of these types, line {getattr(node, 'lineno', 0)}", getattr(node, "lineno", 0))
    return True


def order_numbers(a: Val, b: Val, strict: bool) -> Expr:
    """a < b, or a <= b, of two numbers, neither a union."""
    if isinstance(a.type, FloatT) and isinstance(b.type, FloatT):
        return App("float.lt" if strict else "float.le", (a.expr, b.expr), BOOL)
    if isinstance(b.type, FloatT):
        x = operators.to_int(a)
        less = App("mixed.int_lt_float", (x, b.expr), BOOL)
        return less if strict else App("or", (less, App("mixed.int_eq_float", (x, b.expr), BOOL)), BOOL)
    if isinstance(a.type, FloatT):
        y = operators.to_int(b)
        less = App("mixed.float_lt_int", (a.expr, y), BOOL)
        return less if strict else App("or", (less, App("mixed.int_eq_float", (y, a.expr), BOOL)), BOOL)
    x, y = operators.to_int(a), operators.to_int(b)
    return lt(x, y) if strict else le(x, y)


def _order_tuples(f: Frame, op: ast.cmpop, a: Val, b: Val, strict: bool, node: ast.AST) -> Expr:
    assert isinstance(a.type, TupleT) and isinstance(b.type, TupleT)
    xs, ys = a.type.items, b.type.items

    def go(i: int) -> Expr:
        if i == min(len(xs), len(ys)):
            return boolean(len(xs) < len(ys) or (not strict and len(xs) == len(ys)))
        x, y = Val(item_of(a.expr, i), xs[i]), Val(item_of(b.expr, i), ys[i])
        if NONE_LIKE((x.type, y.type)):
            return go(i + 1)

        def less() -> Val:
            return operators.both_cases(f, x, y, lambda p, q: f.val(_order(f, ast.Lt(), p, q, node)))

        # What follows is compared, and may fail, only where these are equal.
        found = f.branch(equal(f, x, y, node), lambda: f.val(go(i + 1)), less)
        return found.expr if found is not None and not isinstance(found.type, NeverT) else FALSE

    return go(0)


def NONE_LIKE(kinds: tuple[Type, Type]) -> bool:
    """Both are None: equal, and never ordered."""
    return all(isinstance(kind, NoneT) for kind in kinds)


def contains(f: Frame, container: Val, value: Val, node: ast.AST) -> Expr:
    """value in container"""
    from verheal.contracts.lowering import containers
    from verheal.contracts.lowering.expressions import split

    found = split(f, container, lambda one: f.val(containers.contains(f, one, value, node)))
    return FALSE if isinstance(found.type, NeverT) else found.expr


__all__ = ["TRUE", "Var", "compare", "contains", "equal", "equal_numbers", "identical", "one", "order_numbers"]
