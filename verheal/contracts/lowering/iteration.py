"""What a for loop or comprehension runs over: how many items there are now, and the item at a position."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, replace

from verheal.contracts.core import heap
from verheal.contracts.core.build import add, both, choose, item_of, le, lt, make_tuple, no, same, select, sub
from verheal.contracts.core.expr import TRUE, App, Const, Expr, integer
from verheal.contracts.core.types import (
    BOOL,
    INT,
    STR,
    BoolT,
    DictT,
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
    UnionT,
)
from verheal.contracts.lowering import collections_read, containers, library
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.operators import multiply, to_int
from verheal.contracts.lowering.program import External
from verheal.contracts.lowering.values import BOTTOM, Val


@dataclass(frozen=True)
class Iteration:
    """count(): the number of items as it is now (it may emit reads); item(k): the item at position k.

    stable: the number cannot change while the loop runs. pure_count: the same number as one expression without
    emissions, for ranking functions, or None. guard(): emitted before each item (a dict that changes size raises).
    lasting: facts that may well hold at the top of the loop (candidate invariants). reversible: None where it is not
    known.
    """

    count: Callable[[], Expr]
    item: Callable[[Expr], Val]
    stable: bool
    pure_count: Callable[[], Expr] | None = None
    guard: Callable[[], None] | None = None
    reversible: bool | None = True
    lasting: tuple[Expr, ...] = ()


def iterate(f: Frame, node: ast.expr, still: bool = False) -> Iteration | None:
    """The iteration over an expression, which is evaluated now; None (and Stuck emitted) when it is not modelled.

    `still`: the caller sees to it that nothing changes the heap until the last item was given.
    """
    from verheal.contracts.lowering.access import is_local
    from verheal.contracts.lowering.expressions import lower

    if (
        isinstance(node, ast.Call)
        and not node.keywords
        and not any(isinstance(a, ast.Starred) for a in node.args)
    ):
        if isinstance(node.func, ast.Name) and not is_local(f, node.func.id):
            binding = f.meaning(node.func.id)
            if isinstance(binding, External) and (made := _builtin(f, binding.dotted, node, still)) is not None:
                return made
        if (
            isinstance(node.func, ast.Attribute)
            and node.func.attr in ("keys", "values", "items")
            and not node.args
        ):
            value = collections_read.present(f, f.name_value(lower(f, node.func.value)), node.func)
            if isinstance(value.type, DictT):
                return _dict(f, value, node.func.attr, node, still)
            if (seen := collections_read.view(f, value, node.func.attr)) is not None:
                found = over(f, seen, node, still)
                return None if found is None else replace(found, pure_count=None, reversible=None)
            _not_modelled(f, node)
            return None
    return over(f, f.name_value(lower(f, node)), node, still)


def _not_modelled(f: Frame, node: ast.AST) -> None:
    line = getattr(node, "lineno", 0)
    f.stuck(f"unsupported: iteration over this, line {line}", line)


def _builtin(f: Frame, dotted: str, node: ast.Call, still: bool) -> Iteration | None:
    match dotted:
        case "builtins.range" if 1 <= len(node.args) <= 3:
            return _range(f, node)
        case "builtins.enumerate" if len(node.args) in (1, 2):
            from verheal.contracts.lowering.expressions import lower

            inner = iterate(f, node.args[0], still)
            start = to_int(lower(f, node.args[1])) if len(node.args) == 2 else integer(0)
            return _enumerate(f, inner, start) if inner else None
        case "builtins.reversed" if len(node.args) == 1:
            inner = iterate(f, node.args[0], still)
            return _reversed(f, inner, node) if inner else None
        case "builtins.zip" if node.args:
            parts = [iterate(f, arg, still) for arg in node.args]
            kept = [part for part in parts if part is not None]
            if any(part.guard is not None for part in kept[1:]):
                _not_modelled(f, node)  # whether it is looked at depends on those before it
                return None
            return _zip(f, kept) if len(kept) == len(parts) else None
        case _:
            return None


def over(f: Frame, value: Val, node: ast.AST, still: bool = False) -> Iteration | None:
    """The iteration over a value."""
    match value.type:
        case NeverT():
            return Iteration(lambda: integer(0), lambda k: BOTTOM, True, lambda: integer(0))
        case ListT():
            kind = f.resolve(value.type)
            assert isinstance(kind, ListT)
            lengths = f.heap(heap.list_len(kind))
            containers.size(f, value)  # that it is not negative is known before the first round too
            return Iteration(
                lambda: containers.size(f, value).expr,
                lambda k: containers.list_get(f, value, k, node),
                False,
                lambda: select(lengths, value.expr),
            )
        case StrT():
            n = f.name_value(f.val(App("str.len", (value.expr,), INT))).expr
            return Iteration(lambda: n, lambda k: f.val(App("str.at", (value.expr, k), STR)), True, lambda: n)
        case TupleT(items):
            return _tuple(f, value, items)
        case DictT():
            return _dict(f, value, "keys", node, still)
        case SetT():
            return _set(f, value, node, still)
        case LibraryT() if (octets := library.items(f, value)) is not None:
            return over(f, octets, node, still)
        case OpaqueT() if collections_read.cases(f, value) is not None:
            return _by_case(f, value, node, still)
        case OpaqueT() if (inside := collections_read.as_list(f, value)) is not None:
            found = over(f, inside, node, still)
            if found is None or not collections_read.is_abstract(f, value):
                return found
            # It may be one that never ends, or that grows meanwhile.
            return replace(found, pure_count=None, reversible=collections_read.is_sequence(f, value) or None)
        case UnionT() | NoneT() | IntT() | BoolT():
            return _by_case(f, value, node, still)
        case _:
            _not_modelled(f, node)
            return None


def _by_case(f: Frame, value: Val, node: ast.AST, still: bool) -> Iteration | None:
    from verheal.contracts.core.build import either
    from verheal.contracts.lowering.expressions import members

    cases = members(f, value)
    good = [(test, one) for test, one in cases if not isinstance(one.type, NoneT | IntT | BoolT)]
    f.fail_if(
        either(*(test for test, one in cases if isinstance(one.type, NoneT | IntT | BoolT))),
        "TypeError",
        node,
    )
    if not good:
        return Iteration(lambda: integer(0), lambda k: BOTTOM, True, lambda: integer(0))
    if len(good) == 1:
        return over(f, f.name_value(good[0][1]), node, still)
    _not_modelled(f, node)
    return None


def _tuple(f: Frame, value: Val, items: tuple[object, ...]) -> Iteration:
    parts = [Val(item_of(value.expr, i), value.type.items[i]) for i in range(len(items))]  # type: ignore[union-attr]

    def item(k: Expr) -> Val:
        def go(i: int) -> Val:
            if i == len(parts) - 1:
                return parts[i]
            return f.branch(same(k, integer(i)), lambda: parts[i], lambda: go(i + 1)) or BOTTOM

        return go(0) if parts else BOTTOM

    n = integer(len(parts))
    return Iteration(lambda: n, item, True, lambda: n)


def _range(f: Frame, node: ast.Call) -> Iteration | None:
    from verheal.contracts.lowering.expressions import lower

    values = [lower(f, arg) for arg in node.args]
    if any(not isinstance(v.type, IntT | BoolT | NeverT) for v in values):
        _not_modelled(f, node)
        return None
    numbers = [f.name_value(f.val(to_int(v))).expr for v in values]
    start, stop = (integer(0), numbers[0]) if len(numbers) == 1 else (numbers[0], numbers[1])
    step = numbers[2] if len(numbers) == 3 else integer(1)
    f.fail_if(same(step, integer(0)), "ValueError", node)
    if isinstance(step, Const) and step.value == 1:
        count = choose(lt(start, stop), sub(stop, start), integer(0))
    else:
        # ceil((stop - start) / step), never negative: the length CPython computes.
        up = App("int.floordiv", (sub(sub(stop, start), integer(1)), step), INT)
        down = App("int.floordiv", (add(sub(stop, start), integer(1)), step), INT)
        ahead, behind = lt(integer(0), step), lt(step, integer(0))
        rising = choose(lt(start, stop), add(up, integer(1)), integer(0))
        falling = choose(lt(stop, start), add(down, integer(1)), integer(0))
        count = choose(ahead, rising, choose(behind, falling, integer(0)))
    n = f.name_value(f.val(count), "n").expr
    scaled = (lambda k: k) if step == integer(1) else (lambda k: multiply(k, step))
    return Iteration(lambda: n, lambda k: f.val(add(start, scaled(k))), True, lambda: n)


def _enumerate(f: Frame, inner: Iteration, start: Expr) -> Iteration:
    def item(k: Expr) -> Val:
        value = inner.item(k)
        if isinstance(value.type, NeverT):
            return BOTTOM
        return Val(make_tuple((add(start, k), value.expr)), TupleT((INT, value.type)))

    return Iteration(inner.count, item, inner.stable, inner.pure_count, inner.guard, False, inner.lasting)


def _reversed(f: Frame, inner: Iteration, node: ast.AST) -> Iteration | None:
    if inner.reversible is None:
        _not_modelled(f, node)
        return None
    if not inner.reversible:
        f.fail_if(TRUE, "TypeError", node)
    n = f.name_value(f.val(inner.count()), "n").expr
    last = sub(n, integer(1))
    if inner.stable:
        number = (lambda: n) if inner.guard is None else inner.count
        back = lambda k: inner.item(sub(last, k))  # noqa: E731
        return Iteration(number, back, True, lambda: n, inner.guard, False, inner.lasting)

    def count() -> Expr:
        # CPython stops where the position is behind the end: once resized, there may be any number.
        kept = same(inner.count(), n)
        return n if kept == TRUE else choose(kept, n, f.havoc(INT, "left").expr)

    return Iteration(count, lambda k: inner.item(sub(last, k)), False, lambda: n, None, False)


def _zip(f: Frame, parts: list[Iteration]) -> Iteration:
    def count() -> Expr:
        least = parts[0].count()
        for part in parts[1:]:
            other = part.count()
            least = f.name_value(f.val(choose(lt(other, least), other, least)), "n").expr
        return least

    def item(k: Expr) -> Val:
        values = [part.item(k) for part in parts]
        if any(isinstance(v.type, NeverT) for v in values):
            return BOTTOM
        return Val(make_tuple(tuple(v.expr for v in values)), TupleT(tuple(v.type for v in values)))

    pure = [part.pure_count for part in parts]
    known = [p for p in pure if p is not None]

    def pure_count() -> Expr:
        least = known[0]()
        for part in known[1:]:
            least = choose(lt(part(), least), part(), least)
        return least

    return Iteration(
        count,
        item,
        all(p.stable for p in parts),
        pure_count if len(known) == len(pure) else None,
        parts[0].guard,
        False,
        tuple(fact for part in parts for fact in part.lasting),
    )


def _dict(f: Frame, value: Val, view: str, node: ast.AST, still: bool) -> Iteration:
    kind = f.resolve(value.type)
    assert isinstance(kind, DictT) and isinstance(value.type, DictT)
    first = f.name_value(containers.size(f, value), "size").expr
    declared = value.type

    rows = f.heap(heap.dict_keys(kind))
    row = f.name_value(f.val(select(rows, value.expr)), "keys").expr

    def kept() -> Expr:
        """Are the keys those of the start? Once one was taken out and another put in, CPython may do much."""
        return TRUE if still else same(select(f.heap(heap.dict_keys(kind)), value.expr), row)

    def guard() -> None:
        f.fail_if(no(same(containers.size(f, value).expr, first)), "RuntimeError", node)
        f.fail_if(both(no(kept()), f.havoc(BOOL, "noticed").expr), "RuntimeError", node)

    def count() -> Expr:
        return first if still else choose(kept(), first, f.havoc(INT, "left").expr)

    def item(k: Expr) -> Val:
        found_key = select(row, k)
        if not still:
            found_key = choose(kept(), found_key, f.havoc(kind.key, "key").expr)
        key = f.name_value(Val(found_key, containers.element(f, declared.key)), "key")
        f.assume(select(select(f.heap(heap.dict_has(kind)), value.expr), key.expr), "a dict's keys are in it")
        if view == "keys":
            return key
        found = containers.dict_get(f, value, key.expr, node)
        if view == "values":
            return found
        return Val(make_tuple((key.expr, found.expr)), TupleT((key.type, found.type)))

    unchanged = same(select(f.heap(heap.dict_size(kind)), value.expr), first)
    return Iteration(count, item, True, lambda: first, guard, lasting=(unchanged, kept()))


def _set(f: Frame, value: Val, node: ast.AST, still: bool) -> Iteration:
    kind = f.resolve(value.type)
    assert isinstance(kind, SetT) and isinstance(value.type, SetT)
    first = f.name_value(containers.size(f, value), "size").expr
    order = f.havoc(MapT(INT, kind.element), "order").expr
    declared = value.type

    def guard() -> None:
        f.fail_if(no(same(containers.size(f, value).expr, first)), "RuntimeError", node)

    def item(k: Expr) -> Val:
        found = f.name_value(Val(select(order, k), containers.element(f, declared.element)), "item")
        f.assume_valid(found.expr)
        f.assume(select(containers.set_members(f, value), found.expr), "what a set yields is in it")
        return found

    members = containers.set_members(f, value)

    def kept() -> Expr:
        return same(select(f.heap(heap.set_has(kind)), value.expr), members)

    def count() -> Expr:  # other members at one size: some may come twice, or never
        return first if still else choose(kept(), first, f.havoc(INT, "left").expr)

    return Iteration(count, item, True, lambda: first, guard, False, (kept(),))


__all__ = ["Iteration", "iterate", "le", "over"]
