"""Lists, dicts and sets on the heap: making, measuring, reading, writing."""

from __future__ import annotations

import ast

from verheal.contracts.core import heap
from verheal.contracts.core.build import (
    add,
    both,
    choose,
    coerce,
    constant_map,
    default,
    either,
    item_of,
    le,
    lt,
    no,
    same,
    select,
    store,
    sub,
)
from verheal.contracts.core.expr import FALSE, TRUE, App, Expr, forall, integer, mapping
from verheal.contracts.core.types import (
    BOOL,
    INT,
    BoolT,
    DictT,
    HoleT,
    LibraryT,
    ListT,
    MapT,
    NeverT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
    UnionT,
    is_unknown,
)
from verheal.contracts.lowering.annotations import accepts, exact_key
from verheal.contracts.lowering.conform import narrowed
from verheal.contracts.lowering.convert import bare, convert
from verheal.contracts.lowering.frame import Frame
from verheal.contracts.lowering.library_bytes import SLICED
from verheal.contracts.lowering.values import BOTTOM, Val


def element(f: Frame, kind: Type) -> Type:
    """The element type as it is known now: a hole is looked through."""
    return f.round.learned.bound(kind) if isinstance(kind, HoleT) else kind


def accept(f: Frame, kind: Type, value: Val, node: ast.AST) -> Expr:
    """The value as an element of type `kind`: a hole widens; a written type is an obligation."""
    learned = f.round.learned
    if isinstance(kind, HoleT):
        if isinstance(value.type, NeverT) or learned.widen(kind, value.type):
            return _moved(f, value, f.resolve(kind))
        kind = learned.bound(kind)
    resolved = f.resolve(kind)
    if isinstance(value.type, HoleT | NeverT) or convert(f.round.program, value.expr, resolved) is not None:
        return _moved(f, value, resolved)
    if learned.join(kind, value.type) == kind or is_unknown(resolved):
        return _moved(f, value, resolved)
    if isinstance(value.expr.type, UnionT) and (part := narrowed(f, resolved, value, node)) is not None:
        return part
    if not is_unknown(value.type) and not accepts(f.round.program, resolved, value.expr.type):
        f.check(f.site("type", node), FALSE)
    else:
        f.check(
            f.site("type", node, needs="a value of unknown type is stored where a type is written"), FALSE
        )
    f.give_up("stores a value of another type in a container", node)
    return f.havoc(kind).expr


def _moved(f: Frame, value: Val, target: Type) -> Expr:
    if isinstance(value.type, NeverT):
        return f.havoc(target).expr
    if is_unknown(target):
        return bare(value.expr) or f.opaque().expr
    moved = convert(f.round.program, value.expr, target, f.hidden)
    if moved is None:
        f.round.unsettled = True
        return f.havoc(target).expr
    return moved


def _list(f: Frame, value: Val) -> ListT:
    kind = f.resolve(value.type)
    assert isinstance(kind, ListT)
    return kind


def new_list(f: Frame, kind: Type, row: Expr, length: Expr) -> Val:
    """A new list with this row and length."""
    made = f.allocate(kind)
    set_row(f, made, row, length)
    return made


def set_row(f: Frame, value: Val, row: Expr, length: Expr) -> None:
    """Replace the contents of a list. What is made of elements that never come into being has none to be read."""
    kind = _list(f, value)
    if row.type != MapT(INT, kind.element):
        row = f.havoc(MapT(INT, kind.element), "row").expr
    f.write(heap.list_len(kind), value.expr, length)
    f.write(heap.list_data(kind), value.expr, row)


def row(f: Frame, value: Val) -> Expr:
    """The row (index -> element) of a list, as it is now."""
    kind = _list(f, value)
    return f.name_value(
        Val(select(f.heap(heap.list_data(kind)), value.expr), MapT(INT, kind.element)), "row"
    ).expr


def size(f: Frame, value: Val) -> Val:
    """len(value) of a list, dict, set, str or tuple, as it is now."""
    match f.resolve(value.type):
        case ListT() as kind:
            found = f.read(heap.list_len(kind), value.expr, INT, "len")
        case DictT() as kind:
            found = f.read(heap.dict_size(kind), value.expr, INT, "size")
        case SetT() as kind:
            members = select(f.heap(heap.set_has(kind)), value.expr)
            found = f.name_value(f.val(App("set.card", (members,), INT)), "card")
        case StrT():
            return f.val(App("str.len", (value.expr,), INT))
        case TupleT(items):
            return f.val(integer(len(items)))
        case other:
            raise AssertionError(other)
    f.assume(le(integer(0), found.expr), "lengths are not negative")
    return found


def normal_index(f: Frame, index: Expr, length: Expr) -> Expr:
    """A negative index counts from the end."""
    return f.name_value(f.val(choose(lt(index, integer(0)), add(index, length), index)), "i").expr


def checked_index(f: Frame, value: Val, index: Expr, node: ast.AST) -> Expr:
    """The position that value[index] means; IndexError outside."""
    length = size(f, value).expr
    position = normal_index(f, index, length)
    f.fail_if(no(both(le(integer(0), position), lt(position, length))), "IndexError", node)
    return position


def list_get(f: Frame, value: Val, position: Expr, node: ast.AST) -> Val:
    """The element at a position inside the list; a list whose elements have no type has none."""
    kind = value.type
    assert isinstance(kind, ListT)
    if isinstance(element(f, kind.element), NeverT):
        f.fail_if(TRUE, "IndexError", node)
        return BOTTOM
    found = f.name_value(Val(select(row(f, value), position), element(f, kind.element)), "item")
    f.assume_valid(found.expr)
    return found


def list_set(f: Frame, value: Val, position: Expr, new: Val, node: ast.AST) -> None:
    """value[position] = new, inside the list."""
    assert isinstance(value.type, ListT)
    kind = _list(f, value)
    part = accept(f, value.type.element, new, node)
    f.write(heap.list_data(kind), value.expr, store(row(f, value), position, part))


def slice_bounds(f: Frame, low: Val | None, high: Val | None, length: Expr) -> tuple[Expr, Expr]:
    """Start and stop of a slice with step 1: negative ones count from the end, both are clamped (never raise)."""

    def clamp(value: Val | None, missing: Expr) -> Expr:
        if value is None:
            return missing
        from verheal.contracts.lowering.operators import to_int

        number = to_int(value)
        shifted = add(number, length)
        below = choose(lt(shifted, integer(0)), integer(0), shifted)
        above = choose(lt(length, number), length, number)
        return f.name_value(f.val(choose(lt(number, integer(0)), below, above)), "bound").expr

    start = clamp(low, integer(0))
    stop = clamp(high, length)
    return start, f.name_value(f.val(choose(lt(stop, start), start, stop)), "stop").expr


def list_slice(f: Frame, value: Val, low: Val | None, high: Val | None) -> Val:
    """value[low:high], a new list."""
    start, stop = slice_bounds(f, low, high, size(f, value).expr)
    source = row(f, value)
    k = f.round.fresh("k", INT)
    return new_list(f, value.type, mapping(k, select(source, add(start, k))), sub(stop, start))


def list_concat(f: Frame, a: Val, b: Val, node: ast.AST) -> Val:
    """a + b, a new list."""
    kind = f.round.learned.join(a.type, b.type)
    if not isinstance(kind, ListT) or f.resolve(a.type) != f.resolve(b.type):
        return f.unsupported("+ of lists of different types", node)
    n, m = size(f, a).expr, size(f, b).expr
    left, right = row(f, a), row(f, b)
    k = f.round.fresh("k", INT)
    joined = mapping(k, choose(lt(k, n), select(left, k), select(right, sub(k, n))))
    return new_list(f, kind, joined, add(n, m))


def list_repeat(f: Frame, value: Val, times: Expr, node: ast.AST) -> Val:
    """value * times, a new list; that smaller results than these fit is an assumption about memory."""
    from verheal.contracts.lowering.operators import multiply

    n = size(f, value).expr
    source = row(f, value)
    fits = both(le(integer(-(2**63)), times), lt(times, integer(2**63)))
    f.fail_if(no(fits), "OverflowError", node)
    count = f.name_value(f.val(choose(lt(times, integer(0)), integer(0), times)), "times").expr
    k = f.round.fresh("k", INT)
    position = k if n == integer(1) else App("int.mod", (k, n), INT)
    body = select(source, integer(0)) if n == integer(1) else select(source, position)
    f.fail_if(le(integer(2**60), multiply(n, count)), "MemoryError", node)
    return new_list(f, value.type, mapping(k, body), multiply(n, count))


def new_dict(f: Frame, kind: Type) -> Val:
    """An empty dict."""
    made = f.allocate(kind)
    resolved = f.resolve(kind)
    assert isinstance(resolved, DictT)
    f.write(heap.dict_size(resolved), made.expr, integer(0))
    f.write(heap.dict_has(resolved), made.expr, constant_map(MapT(resolved.key, BOOL), FALSE))
    return made


def new_set(f: Frame, kind: Type) -> Val:
    """An empty set."""
    made = f.allocate(kind)
    resolved = f.resolve(kind)
    assert isinstance(resolved, SetT)
    f.write(heap.set_has(resolved), made.expr, constant_map(MapT(resolved.element, BOOL), FALSE))
    return made


def accept_key(f: Frame, kind: Type, key: Val, node: ast.AST) -> Expr:
    """The value as a new key."""
    part = accept(f, kind, key, node)
    if not exact_key(part.type):
        f.give_up("keys of this type are not modelled", node)
    return part


def dict_has(f: Frame, value: Val, key: Expr) -> Expr:
    """key in value"""
    kind = f.resolve(value.type)
    assert isinstance(kind, DictT)
    return f.name_value(f.val(select(select(f.heap(heap.dict_has(kind)), value.expr), key)), "has").expr


def dict_get(f: Frame, value: Val, key: Expr, node: ast.AST) -> Val:
    """The value under a key that is there."""
    kind = f.resolve(value.type)
    assert isinstance(kind, DictT) and isinstance(value.type, DictT)
    if isinstance(element(f, value.type.value), NeverT):
        f.fail_if(TRUE, "KeyError", node)
        return BOTTOM
    cell = select(select(f.heap(heap.dict_val(kind)), value.expr), key)
    found = f.name_value(Val(cell, element(f, value.type.value)), "value")
    f.assume_valid(found.expr)
    f.assume(le(integer(1), size(f, value).expr), "a dict with a key is not empty")
    return found


def dict_store(f: Frame, value: Val, key: Val, new: Val, node: ast.AST) -> None:
    """value[key] = new: a new key goes to the end, an old one keeps its place."""
    from verheal.contracts.lowering import dict_sums

    assert isinstance(value.type, DictT)
    k = accept_key(f, value.type.key, key, node)
    v = accept(f, value.type.value, new, node)
    dict_sums.told(f, value, k, v, lambda: _put(f, value, k, v))


def _put(f: Frame, value: Val, k: Expr, v: Expr) -> None:
    kind = f.resolve(value.type)
    assert isinstance(kind, DictT)
    there = dict_has(f, value, k)
    n = size(f, value).expr
    keys = select(f.heap(heap.dict_keys(kind)), value.expr)
    f.write(heap.dict_keys(kind), value.expr, choose(there, keys, store(keys, n, k)))
    f.write(heap.dict_size(kind), value.expr, choose(there, n, add(n, integer(1))))
    f.write(heap.dict_has(kind), value.expr, store(select(f.heap(heap.dict_has(kind)), value.expr), k, TRUE))
    f.write(heap.dict_val(kind), value.expr, store(select(f.heap(heap.dict_val(kind)), value.expr), k, v))


def set_members(f: Frame, value: Val) -> Expr:
    """The membership row of a set, as it is now."""
    kind = f.resolve(value.type)
    assert isinstance(kind, SetT)
    return f.name_value(f.val(select(f.heap(heap.set_has(kind)), value.expr)), "has").expr


def set_add(f: Frame, value: Val, new: Val, node: ast.AST) -> None:
    """value.add(new)"""
    assert isinstance(value.type, SetT)
    part = accept_key(f, value.type.element, new, node)
    kind = f.resolve(value.type)
    assert isinstance(kind, SetT)
    f.write(heap.set_has(kind), value.expr, store(set_members(f, value), part, TRUE))


def set_combine(f: Frame, word: str, a: Val, b: Val, node: ast.AST) -> Val:
    """a | b, a & b, a - b: a new set."""
    if f.resolve(a.type) != f.resolve(b.type):
        f.round.learned.join(a.type, b.type)
        return f.unsupported(f"{word} of sets of different types", node)
    rows = set_members(f, a), set_members(f, b)
    name = {"|": "set.union", "&": "set.intersection", "-": "set.difference"}[word]
    made = f.allocate(a.type)
    kind = f.resolve(a.type)
    assert isinstance(kind, SetT)
    f.write(heap.set_has(kind), made.expr, App(name, rows, rows[0].type))
    return made


def contains(f: Frame, container: Val, value: Val, node: ast.AST) -> Expr:
    """value in container, as a core bool."""
    from verheal.contracts.lowering import collections_read, compare, library
    from verheal.contracts.lowering.lookups import can_tell, key_of

    match container.type:
        case DictT(key, _) | SetT(key) if not can_tell(f, key, value, node):
            return f.havoc(BOOL, "in").expr
        case DictT(key, _):
            found = key_of(f, key, value)
            return FALSE if found is None else dict_has(f, container, found)
        case SetT(item):
            found = key_of(f, item, value)
            return FALSE if found is None else select(set_members(f, container), found)
        case StrT() if isinstance(value.type, StrT):
            return App("str.contains", (container.expr, value.expr), BOOL)
        case TupleT(items):
            if any(compare.has_float(t) for t in items) and compare.has_float(value.type):
                # Membership tries identity first, so a NaN may be found.
                f.stuck(
                    f"in on floats, line {getattr(node, 'lineno', 0)}",
                    getattr(node, "lineno", 0),
                    may_raise=False,
                    reads_only=True,
                )
                return f.havoc(BOOL, "in").expr
            parts = [Val(item_of(container.expr, i), t) for i, t in enumerate(items)]
            return either(*(compare.equal(f, part, value, node) for part in parts))
        case LibraryT() if (told := library.operator(f, container, "__contains__", [value], node)) is not None:
            return told.expr
        case OpaqueT() if (inside := collections_read.as_list(f, container)) is not None:
            return contains(f, inside, value, node)
        case ListT(item):
            return _in_list(f, container, value, f.resolve(element(f, item)), node)
        case _:
            f.stuck(f"in on this type, line {getattr(node, 'lineno', 0)}", getattr(node, "lineno", 0))
            return f.havoc(BOOL, "in").expr


def _in_list(f: Frame, container: Val, value: Val, kind: Type, node: ast.AST) -> Expr:
    if isinstance(kind, LibraryT) and kind == value.type and kind.label[0] in SLICED:
        line = getattr(node, "lineno", 0)
        f.stuck(f"in on a list of bytes, line {line}", line, may_raise=False, reads_only=True)
        return f.havoc(BOOL, "in").expr
    sought = coerce(value.expr, kind)
    if isinstance(value.type, BoolT) and sought is None:
        sought = coerce(App("int.of_bool", (value.expr,), INT), kind)
    if sought is None or not exact_key(kind):
        from verheal.contracts.lowering import identities

        return identities.asked(f, container, value, kind, node)
    n = size(f, container).expr
    source = row(f, container)
    k = f.round.fresh("k", INT)
    return no(forall(k, integer(0), n, no(same(select(source, k), sought))))


def empty_row(f: Frame, kind: Type) -> Expr:
    """Some row of the element type, for a list of length 0."""
    filler = default(kind)
    target = MapT(INT, kind)
    return constant_map(target, filler) if filler else f.havoc(target, "row").expr
