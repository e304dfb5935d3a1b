"""sum, any and all: of lists, tuples, and generators that are consumed at once."""

from __future__ import annotations

import ast
from collections.abc import Callable

from verheal.contracts.core.build import (
    add,
    boolean,
    both,
    choose,
    either,
    is_member,
    item_of,
    member,
    no,
    same,
    select,
)
from verheal.contracts.core.expr import FALSE, TRUE, App, Expr, forall, integer, mapping
from verheal.contracts.core.types import (
    FLOAT,
    INT,
    BoolT,
    FloatT,
    IntT,
    ListT,
    NeverT,
    TupleT,
    UnionT,
)
from verheal.contracts.lowering import containers, dict_sums, operators
from verheal.contracts.lowering.arguments import impossible, unmodelled
from verheal.contracts.lowering.comprehensions import binds_outside, items, own_names, target_names
from verheal.contracts.lowering.extremes import EXTREMES, only_numbers
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import to_int
from verheal.contracts.lowering.pure import attempt, raise_first
from verheal.contracts.lowering.quantified import quantified
from verheal.contracts.lowering.sequences import as_list, display, generator, is_lazy, listed
from verheal.contracts.lowering.values import BOTTOM, Val

Builtin = Callable[[Frame, ast.Call], Val]


def _no_stars(node: ast.Call) -> bool:
    return not any(isinstance(arg, ast.Starred) for arg in node.args)


def _sum(f: Frame, node: ast.Call) -> Val:
    from verheal.contracts.lowering.expressions import lower, split

    starts = [*node.args[1:], *(k.value for k in node.keywords if k.arg == "start")]
    if (
        not node.args
        or not _no_stars(node)
        or len(starts) != len(node.args) - 1 + len(node.keywords)
        or len(starts) > 1
        or (is_lazy(f, node.args[0]) and not all(map(_is_calm, starts)))  # it is evaluated before the items are
    ):
        return f.unsupported("sum with these arguments", node)

    def begin() -> Val:
        return lower(f, starts[0]) if starts else f.val(integer(0))

    gen = generator(f, node.args[0])
    match node.args[0] if gen is None else gen.generators[0].iter:
        case ast.Call(func=ast.Attribute(attr="values")):
            dict_sums.asked(f)
    if gen is not None:
        found = attempt(f, lambda: _sum_pure(f, gen, begin))
        if found is not None:
            return found
    if is_lazy(f, node.args[0]):
        given = listed(f, node.args[0])
        return f.unsupported("sum of this value", node) if given is None else sum_list(f, given, begin(), node)
    return split(f, lower(f, display(node.args[0])), lambda one: _sum_value(f, one, begin(), node))


def _is_calm(node: ast.expr) -> bool:
    """Does its evaluation change nothing?"""
    match node:
        case ast.Constant() | ast.Name() | ast.UnaryOp(operand=ast.Constant()):
            return True
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return all(map(_is_calm, parts))
        case _:
            return False


def _sum_pure(f: Frame, node: ast.GeneratorExp, begin: Callable[[], Val]) -> Val | None:
    """The sum of ints under conditions: what is left out counts as 0."""
    from verheal.contracts.lowering.expressions import lower, truth

    own = own_names(f, node)
    if not isinstance(own, ast.GeneratorExp) or len(own.generators) != 1 or binds_outside(f, own):
        return None
    gen = own.generators[0]

    def term(index: int) -> Val:
        if index < len(gen.ifs):
            test = truth(f, lower(f, gen.ifs[index]), gen.ifs[index])
            return f.branch(test, lambda: term(index + 1), lambda: f.val(integer(0))) or BOTTOM
        value = lower(f, own.elt)
        return f.val(to_int(value)) if isinstance(value.type, IntT | BoolT) else value

    # A start that raises does so before the items are run over, and after the first iterable is evaluated.
    over = items(f, gen, target_names(own))
    found = None if over is None else over.compute(lambda: term(0))
    if over is None or found is None or not only_numbers(found[1].value.type):
        return None
    start = begin()
    whole, number = _as_int(found[1].value)
    if not isinstance(start.type, IntT | BoolT) or whole == FALSE:
        return None
    raise_first(f, over.k, over.n, found[1])
    flag = _indicator(number)
    if flag is None:
        total = App("seq.sum", (mapping(over.k, number), over.n), INT)
    else:
        total = App("seq.count", (mapping(over.k, flag), over.n, TRUE), INT)
    exact = f.val(add(to_int(start), total))
    ints = TRUE if whole == TRUE else forall(over.k, integer(0), over.n, whole)
    return f.branch(ints, lambda: exact, lambda: _mixed(f, node))


def _as_int(value: Expr) -> tuple[Expr, Expr]:
    """Is the number an int, and which one."""
    if not isinstance(value.type, UnionT):
        return boolean(not isinstance(value.type, FloatT)), to_int(Val(value, value.type))
    kinds = value.type.alternatives
    held = [i for i, kind in enumerate(kinds) if not isinstance(kind, FloatT)]
    number: Expr = integer(0)
    for i in held:
        number = choose(is_member(value, i), to_int(Val(member(value, i), kinds[i])), number)
    return either(*(is_member(value, i) for i in held)), number


def _mixed(f: Frame, node: ast.AST) -> Val:
    unmodelled(f, "sums floats and ints", node, may_raise=True)
    return f.havoc(UnionT((FLOAT, INT)), "sum")


def _indicator(value: Expr) -> Expr | None:
    """The condition under which the value is 1, when it is 0 otherwise: a sum of such values counts."""
    if value == integer(1):
        return TRUE
    if value == integer(0):
        return FALSE
    match value:
        case App("int.of_bool", (test,)):
            return test
        case App("ite", (test, then, orelse)):
            one, other = _indicator(then), _indicator(orelse)
            if one is None or other is None:
                return None
            return both(test, one) if other == FALSE else choose(test, one, other)
        case _:
            return None


def _sum_value(f: Frame, value: Val, start: Val, node: ast.Call) -> Val:
    if impossible([value, start]):
        return BOTTOM
    if isinstance(value.type, TupleT) and all(isinstance(t, IntT | BoolT) for t in (start.type, *value.type.items)):
        total = to_int(start)
        for i, kind in enumerate(value.type.items):
            total = add(total, to_int(Val(item_of(value.expr, i), kind)))
        return f.val(total)
    given = as_list(f, value, node.args[0])
    return f.unsupported("sum of this value", node) if given is None else sum_list(f, given, start, node)


def sum_list(f: Frame, given: Val, start: Val, node: ast.Call) -> Val:
    """start + the elements of a list."""
    if impossible([given, start]):
        return BOTTOM
    assert isinstance(given.type, ListT)
    n, row = containers.size(f, given).expr, containers.row(f, given)
    kind = containers.element(f, given.type.element)
    if isinstance(kind, NeverT):
        return start
    whole = isinstance(start.type, IntT | BoolT)
    if isinstance(kind, IntT | BoolT) and whole:
        k = f.round.fresh("k", INT)
        numbers = row if isinstance(kind, IntT) else mapping(k, to_int(f.val(select(row, k))))
        return f.val(add(to_int(start), App("seq.sum", (numbers, n), INT)))
    if isinstance(kind, FloatT) and (whole or isinstance(start.type, FloatT)):
        nothing = f.val(to_int(start)) if whole else start
        return f.branch(same(n, integer(0)), lambda: nothing, lambda: _some_float(f, node, start)) or BOTTOM
    if only_numbers(f.resolve(kind)) and operators.is_number(start):
        k = f.round.fresh("k", INT)
        are_int, number = _as_int(select(row, k))
        exact = f.val(add(to_int(start), App("seq.sum", (mapping(k, number), n), INT))) if whole else BOTTOM
        ints = forall(k, integer(0), n, are_int) if whole else FALSE
        return f.branch(ints, lambda: exact, lambda: _mixed(f, node)) or BOTTOM
    return f.unsupported("sum of these values", node)


def _some_float(f: Frame, node: ast.Call, start: Val) -> Val:
    # A huge int as start does not fit in a float; the order of rounding depends on the version of CPython.
    unmodelled(f, "sums floats", node, may_raise=start.expr != integer(0) and not isinstance(start.type, FloatT))
    return f.havoc(FLOAT, "sum")


def _logical(universal: bool) -> Builtin:
    word = "all" if universal else "any"

    def call(f: Frame, node: ast.Call) -> Val:
        from verheal.contracts.lowering.expressions import lower, split

        if len(node.args) != 1 or node.keywords or not _no_stars(node):
            return f.unsupported(f"{word} with these arguments", node)
        gen = generator(f, node.args[0])
        if gen is not None:
            return quantified(f, universal, gen, node)
        if is_lazy(f, node.args[0]):
            given = listed(f, node.args[0])
            return f.unsupported(f"{word} of this value", node) if given is None else _truths(f, universal, given, node)
        return split(f, lower(f, display(node.args[0])), lambda one: _truths(f, universal, one, node))

    return call


def _truths(f: Frame, universal: bool, value: Val, node: ast.Call) -> Val:
    """all or any of a tuple or list."""
    from verheal.contracts.lowering.expressions import truth

    if isinstance(value.type, TupleT):
        parts = [Val(item_of(value.expr, i), kind) for i, kind in enumerate(value.type.items)]

        def go(index: int) -> Val:
            if index == len(parts):
                return f.val(TRUE if universal else FALSE)
            test = truth(f, parts[index], node)
            stop, rest = (lambda: f.val(FALSE if universal else TRUE)), (lambda: go(index + 1))
            return f.branch(test, rest if universal else stop, stop if universal else rest) or BOTTOM

        return go(0)
    given = as_list(f, value, node.args[0])
    if given is None:
        return f.unsupported("any or all of this value", node)
    if isinstance(given.type, NeverT):
        return BOTTOM
    return _over_row(f, universal, given, node)


def _over_row(f: Frame, universal: bool, given: Val, node: ast.Call) -> Val:
    from verheal.contracts.lowering.expressions import truth
    from verheal.contracts.lowering.pure import of_index

    assert isinstance(given.type, ListT)
    n, row = containers.size(f, given).expr, containers.row(f, given)
    kind = containers.element(f, given.type.element)
    if isinstance(kind, NeverT):
        return f.val(TRUE if universal else FALSE)
    k = f.round.fresh("k", INT)
    element = Val(select(row, k), kind)
    found = of_index(f, lambda: f.val(truth(f, element, node)), frozenset())
    if found is None or found[1].failures:
        return f.unsupported("any or all of these values", node)
    return f.val(quantify(universal, k, n, found[1].value))


def quantify(universal: bool, k: object, n: Expr, test: Expr) -> Expr:
    """for all, or for some, k in [0, n): test"""
    from verheal.contracts.core.expr import Var

    assert isinstance(k, Var)
    return forall(k, integer(0), n, test) if universal else no(forall(k, integer(0), n, no(test)))


REDUCTIONS: tuple[tuple[str, Builtin], ...] = (
    *EXTREMES,
    ("sum", _sum),
    ("any", _logical(False)),
    ("all", _logical(True)),
)

__all__ = ["REDUCTIONS", "quantify", "sum_list"]
