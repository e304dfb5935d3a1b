"""Methods of lists and tuples: contents are rows (index to element) that are rewritten pointwise."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from verheal.contracts.core.build import add, both, choose, either, le, lt, no, same, select, store, sub
from verheal.contracts.core.expr import TRUE, App, Const, Expr, forall, integer, mapping
from verheal.contracts.core.types import INT, BoolT, IntT, ListT, MapT, TupleT, Type
from verheal.contracts.lowering import containers
from verheal.contracts.lowering.annotations import exact_key
from verheal.contracts.lowering.arguments import Method, always_fails, impossible, unmodelled
from verheal.contracts.lowering.convert import convert
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.indices import first_index
from verheal.contracts.lowering.operators import to_int
from verheal.contracts.lowering.pure import attempt
from verheal.contracts.lowering.values import BOTTOM, NONE_VAL, Val

# sys.maxsize of a 64-bit CPython: no list is longer, and an index beyond it raises OverflowError.
LARGEST = 2**63 - 1


def length(f: Frame, value: Val) -> Expr:
    """Number of elements now."""
    return containers.size(f, value).expr


def fitting(f: Frame, index: Val, node: ast.AST) -> Expr | None:
    """An index for a method, as an int; OverflowError beyond sys.maxsize; None when it is no int."""
    if not isinstance(index.type, IntT | BoolT):
        return None
    number = to_int(index)
    if not isinstance(number, Const):
        f.fail_if(either(lt(integer(LARGEST), number), lt(number, integer(-LARGEST - 1))), "OverflowError", node)
    return number


def bounded_length(f: Frame, value: Val) -> Expr:
    """The length, known to fit: indices below it never raise OverflowError."""
    n = length(f, value)
    f.assume(le(n, integer(LARGEST)), "a list is no longer than sys.maxsize")
    return n


def sought(f: Frame, kind: Type, value: Val) -> Expr | None:
    """The value as an element, when == on these elements is being one value; else None."""
    known = f.resolve(containers.element(f, kind))
    if not exact_key(known):
        return None
    return convert(f.round.program, value.expr, known)


def without(f: Frame, source: Expr, position: Expr) -> Expr:
    """The row behind the removal of one position."""
    k = f.round.fresh("k", INT)
    return mapping(k, choose(lt(k, position), select(source, k), select(source, add(k, integer(1)))))


def first_position(f: Frame, source: Expr, count: Expr, value: Expr) -> Expr:
    """The least position of an element that is among the first `count`."""
    k = f.round.fresh("k", INT)
    return first_index(f, k, count, same(select(source, k), value))


def _append(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    assert isinstance(value.type, ListT)
    part = containers.accept(f, value.type.element, args[0], node)
    n = length(f, value)
    containers.set_row(f, value, store(containers.row(f, value), n, part), add(n, integer(1)))
    return NONE_VAL


def joined_row(f: Frame, value: Val, other: Val, node: ast.AST) -> tuple[Expr, Expr] | None:
    """(row, length) of the elements of the list followed by those of another; None when not modelled."""
    assert isinstance(value.type, ListT) and isinstance(other.type, ListT)
    if f.resolve(value.type) != f.resolve(other.type):
        stranger = Val(
            f.havoc(f.resolve(containers.element(f, other.type.element))).expr,
            containers.element(f, other.type.element),
        )
        containers.accept(f, value.type.element, stranger, node)
    n, m = length(f, value), length(f, other)
    left, right = containers.row(f, value), containers.row(f, other)
    k = f.round.fresh("k", INT)
    target = left.type
    assert isinstance(target, MapT)
    moved = convert(f.round.program, select(right, sub(k, n)), target.value)
    if moved is None:
        f.round.unsettled = True
        return None
    return mapping(k, choose(lt(k, n), select(left, k), moved)), add(n, m)


def _extend(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    from verheal.contracts.lowering.sequences import as_list

    other = as_list(f, args[0], node.args[0])
    if other is None or not isinstance(other.type, ListT):
        return f.unsupported("extend by this value", node)
    found = joined_row(f, value, other, node)
    if found is None:
        return f.unsupported("extend by a list of another type", node)
    containers.set_row(f, value, *found)
    return NONE_VAL


def _insert(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    assert isinstance(value.type, ListT)
    index = fitting(f, args[0], node)
    if index is None:
        return f.unsupported("insert at this index", node)
    part = containers.accept(f, value.type.element, args[1], node)
    n = length(f, value)
    shifted = choose(lt(index, integer(0)), add(index, n), index)
    low = choose(lt(shifted, integer(0)), integer(0), shifted)
    at = f.name_value(f.val(choose(lt(n, low), n, low)), "at").expr
    source = containers.row(f, value)
    k = f.round.fresh("k", INT)
    rest = choose(same(k, at), part, select(source, sub(k, integer(1))))
    containers.set_row(f, value, mapping(k, choose(lt(k, at), select(source, k), rest)), add(n, integer(1)))
    return NONE_VAL


def _pop(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    n = bounded_length(f, value) if args else length(f, value)
    index = fitting(f, args[0], node) if args else integer(-1)
    if index is None:
        return f.unsupported("pop at this index", node)
    position = containers.normal_index(f, index, n)
    f.fail_if(no(both(le(integer(0), position), lt(position, n))), "IndexError", node)
    found = containers.list_get(f, value, position, node)
    source = containers.row(f, value)
    last = index == integer(-1)
    containers.set_row(f, value, source if last else without(f, source, position), sub(n, integer(1)))
    return found


def _remove(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    found = _find(f, value, args[0], node)
    if found is None:
        return f.unsupported("remove from a list of these values", node)
    source, n, at = found
    containers.set_row(f, value, without(f, source, at), sub(n, integer(1)))
    return NONE_VAL


def _find(f: Frame, value: Val, new: Val, node: ast.AST) -> tuple[Expr, Expr, Expr] | None:
    """(row, length, first position of the element); ValueError where there is none."""
    assert isinstance(value.type, ListT)
    wanted = sought(f, value.type.element, new)
    if wanted is None:
        return None
    n, source = length(f, value), containers.row(f, value)
    k = f.round.fresh("k", INT)
    f.fail_if(forall(k, integer(0), n, no(same(select(source, k), wanted))), "ValueError", node)
    return source, n, first_position(f, source, n, wanted)


def _index(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    found = _find(f, value, args[0], node)
    return f.unsupported("index in a list of these values", node) if found is None else f.val(found[2])


def _count(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    assert isinstance(value.type, ListT)
    wanted = sought(f, value.type.element, args[0])
    if wanted is None:
        return f.unsupported("count in a list of these values", node)
    return f.val(App("seq.count", (containers.row(f, value), length(f, value), wanted), INT))


def _clear(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    containers.set_row(f, value, containers.row(f, value), integer(0))
    return NONE_VAL


def backwards(f: Frame, source: Expr, n: Expr) -> Expr:
    """The first n elements of the row in the opposite order."""
    k = f.round.fresh("k", INT)
    return mapping(k, select(source, sub(sub(n, integer(1)), k)))


def _reverse(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    containers.set_row(f, value, backwards(f, containers.row(f, value), length(f, value)), length(f, value))
    return NONE_VAL


def _copy(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    return containers.new_list(f, value.type, containers.row(f, value), length(f, value))


@dataclass(frozen=True)
class Order:
    """How a call sorts: by which key function, and whether in descending order."""

    key: ast.expr | None
    reverse: bool


def order_of(node: ast.Call) -> Order | None:
    """What the keywords of sort and sorted say; None when they are not modelled."""
    given = {keyword.arg: keyword.value for keyword in node.keywords}
    reverse = given.pop("reverse", ast.Constant(False))
    key = given.pop("key", None)
    if given or not isinstance(reverse, ast.Constant):
        return None
    return Order(None if isinstance(key, ast.Constant) and key.value is None else key, bool(reverse.value))


def sorted_row(f: Frame, value: Val, order: Order | None, node: ast.AST, in_place: bool = False) -> Expr:
    """The elements in order of themselves or their keys, where these are of an ordered type; else any row."""
    n, source = length(f, value), containers.row(f, value)
    kind = source.type
    assert isinstance(kind, MapT)
    if order is not None and order.key is None and kind.value == INT:
        row = f.name_value(f.val(App("seq.sorted", (source, n), source.type)), "sorted").expr
        return backwards(f, row, n) if order.reverse else row
    if order is not None:
        found = attempt(f, lambda: _by_keys(f, value, order, in_place))
        if found is not None:
            return found.expr
    unmodelled(f, "sorts values by what is not modelled", node, may_raise=True, reads_only=False)
    return f.havoc(source.type, "sorted").expr


def _by_keys(f: Frame, value: Val, order: Order, in_place: bool) -> Val | None:
    from verheal.contracts.lowering import keys

    found = keys.keys_of(f, value, order.key)
    if found is None or (in_place and order.key is not None and keys.reads_list(f, value, found)):
        return None
    return f.name_value(f.val(keys.sorted_by(f, value, found, order.reverse)), "sorted")


def sort(f: Frame, value: Val, node: ast.Call) -> Val:
    """value.sort(...)"""
    if node.args:
        return f.unsupported("sort with these arguments", node)
    row = sorted_row(f, value, order_of(node), node, True)
    if not f.round.dead:
        containers.set_row(f, value, row, length(f, value))
    return NONE_VAL


def _tuple_count(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    hits = _tuple_hits(f, value, args[0], node)
    if hits is None:
        return f.unsupported("count in a tuple of these values", node)
    total: Expr = integer(0)
    for hit in hits:
        total = add(total, choose(hit, integer(1), integer(0)))
    return f.val(total)


def _tuple_index(f: Frame, value: Val, args: list[Val], node: ast.Call) -> Val:
    hits = _tuple_hits(f, value, args[0], node)
    if hits is None:
        return f.unsupported("index in a tuple of these values", node)
    if not hits:
        return always_fails(f, "ValueError", node)
    f.fail_if(no(either(*hits)), "ValueError", node)
    found: Expr = integer(len(hits) - 1)
    for position in range(len(hits) - 2, -1, -1):
        found = choose(hits[position], integer(position), found)
    return f.val(found)


def _tuple_hits(f: Frame, value: Val, new: Val, node: ast.AST) -> list[Expr] | None:
    from verheal.contracts.core.build import item_of
    from verheal.contracts.lowering import compare

    assert isinstance(value.type, TupleT)
    if impossible([new]) or not all(exact_key(t) for t in (new.expr.type, *map(f.resolve, value.type.items))):
        return None
    items = value.type.items
    return [compare.equal(f, Val(item_of(value.expr, i), kind), new, node) for i, kind in enumerate(items)]


LIST_METHODS: tuple[Method, ...] = (
    Method("append", 1, 1, _append),
    Method("extend", 1, 1, _extend),
    Method("insert", 2, 2, _insert),
    Method("pop", 0, 1, _pop),
    Method("remove", 1, 1, _remove),
    Method("index", 1, 1, _index),
    Method("count", 1, 1, _count),
    Method("clear", 0, 0, _clear),
    Method("reverse", 0, 0, _reverse),
    Method("copy", 0, 0, _copy),
)
TUPLE_METHODS: tuple[Method, ...] = (Method("count", 1, 1, _tuple_count), Method("index", 1, 1, _tuple_index))

__all__ = ["BOTTOM", "LIST_METHODS", "TRUE", "TUPLE_METHODS", "sort"]
