"""What it means that two runs from one state end alike, over the heaps that they leave behind.

Law (design, section 5): type and value of everything reachable are the same, with the sharing of mutable objects. An
object that was there before is itself on both sides; one that was made is another on each, of the same type and
contents; and two places hold one such object on one side exactly if they do on the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import combinations_with_replacement

from verheal.contracts.core import heap
from verheal.contracts.core.build import both, either, implies, is_member, item_of, le, lt, member, no, same, select
from verheal.contracts.core.expr import FALSE, TRUE, App, Binder, Expr, Var, forall, integer
from verheal.contracts.core.types import (
    INT,
    ClassT,
    DictT,
    ListT,
    MapT,
    SetT,
    TupleT,
    Type,
    UnionT,
    alternatives,
    is_reference,
)


class Incomparable(Exception):
    """Values of this type are not compared, for the reason that the message says."""


@dataclass(frozen=True)
class Shape:
    """A class that objects may be of: its number, and the heap variables of all its fields; None: not modelled."""

    number: int
    fields: tuple[str, ...] | None


@dataclass(frozen=True)
class Place:
    """A reference as both sides have it, for all values of `bound` variables (each with its bound) under `guard`."""

    left: Expr
    right: Expr
    bound: tuple[tuple[Var, Expr], ...]
    guard: Expr

    @property
    def kind(self) -> Type:
        """Objects of different kinds are different objects; classes may share some."""
        return ClassT("") if isinstance(self.left.type, ClassT) else self.left.type


@dataclass
class Comparison:
    """`left` and `right` are the heap variables by name at the end, `entry` as they were before both ran, `old` the
    least address not in use then.


    `family` gives the shapes of a class and of those below it. `places` are the references that were compared,
    `left_out` says of which objects made here the contents were not.
    """

    left: Mapping[str, Var]
    right: Mapping[str, Var]
    entry: Mapping[str, Var]
    old: Expr
    family: Callable[[str], tuple[Shape, ...]]
    places: list[Place] = field(default_factory=list)
    left_out: dict[str, None] = field(default_factory=dict)
    _serial: int = 0

    def alike(self, left: Expr, right: Expr, guard: Expr) -> Expr:
        """The two values, which there are where the guard holds, are the same. Raises Incomparable."""
        return self._alike(left, right, (), guard, ())

    def identical(self) -> Expr:
        """Both sides left the very same heap behind: whatever is one value in both is the same."""
        return both(*(same(self.left[name], self.right[name]) for name in sorted(self.left)))

    def kept(self, changed: frozenset[str]) -> Expr:
        """What was there at entry is the same now; only the heap variables named here may have changed."""
        address = self._bound("a")
        names = sorted(changed & set(self.left) - {heap.ALLOC.name})
        by_address = [name for name in names if isinstance(self.left[name].type, MapT)]
        told = [same(self.left[name], self.right[name]) for name in names if name not in by_address]
        parts = dict.fromkeys(self._cells(name, address) for name in by_address)
        return both(*told, *(forall(address, integer(0), self.old, part) for part in parts if part != TRUE))

    def sharing(self) -> Expr:
        """Two places hold one new object on one side exactly if they do on the other."""
        goals = []
        for one, other in combinations_with_replacement(self.places, 2):
            if one.kind != other.kind or (one is other and not one.bound):
                continue
            other = self._apart(other)
            fresh = both(le(self.old, one.left), le(self.old, other.left), one.guard, other.guard)
            goal = implies(fresh, same(_same(one.left, other.left), _same(one.right, other.right)))
            for var, bound in reversed((*one.bound, *other.bound)):
                goal = forall(var, integer(0), bound, goal)
            goals.append(goal)
        return both(*goals)

    def _bound(self, hint: str) -> Var:
        self._serial += 1
        return Var(f"%{hint}{self._serial}", INT)

    def _apart(self, place: Place) -> Place:
        """The place with bound variables of its own."""
        names: dict[Var, Var] = {}
        bound = []
        for var, high in place.bound:
            names[var] = self._bound("b")
            bound.append((names[var], _renamed(high, names)))
        left, right, guard = (_renamed(part, names) for part in (place.left, place.right, place.guard))
        return Place(left, right, tuple(bound), guard)

    def _alike(
        self, left: Expr, right: Expr, bound: tuple[tuple[Var, Expr], ...], guard: Expr, above: tuple[str, ...]
    ) -> Expr:
        one, two = left.type, right.type
        if isinstance(one, UnionT) or isinstance(two, UnionT):
            cases = []
            for i, a in enumerate(alternatives(one)):
                for j, b in enumerate(alternatives(two)):
                    mine, here = _part(left, one, i)
                    other, there = _part(right, two, j)
                    if _may_be_one(a, b):
                        met = both(here, there)
                        cases.append(both(met, self._alike(mine, other, bound, both(guard, met), above)))
            return either(*cases)
        if isinstance(one, TupleT) and isinstance(two, TupleT):
            if len(one.items) != len(two.items):
                return FALSE
            pairs = ((item_of(left, i), item_of(right, i)) for i in range(len(one.items)))
            return both(*(self._alike(a, b, bound, guard, above) for a, b in pairs))
        if not _may_be_one(one, two):
            return FALSE
        if is_reference(one):
            return self._reference(left, right, bound, guard, above)
        return same(left, right) if one == two else FALSE

    def _reference(
        self, left: Expr, right: Expr, bound: tuple[tuple[Var, Expr], ...], guard: Expr, above: tuple[str, ...]
    ) -> Expr:
        one = left.type
        self.places.append(Place(left, right, bound, guard))
        old = both(_same(left, right), lt(left, self.old)) if _castable(one, right.type) else FALSE
        if isinstance(one, ClassT) and one.name in above:
            return old  # an object made here, below one of its class: how deep that goes is not known
        fresh = both(le(self.old, left), le(self.old, right))
        inside = both(guard, fresh)
        try:
            return either(old, both(fresh, self._contents(left, right, bound, inside, above)))
        except Incomparable as error:
            self.left_out.setdefault(str(error))
            return old

    def _contents(
        self, left: Expr, right: Expr, bound: tuple[tuple[Var, Expr], ...], guard: Expr, above: tuple[str, ...]
    ) -> Expr:
        match left.type, right.type:
            case ListT() as one, ListT() as two:
                mine, other = self._cell(heap.list_len(one), left), self._cell(heap.list_len(two), right, True)
                rows = self._cell(heap.list_data(one), left), self._cell(heap.list_data(two), right, True)
                place = self._bound("k")
                item = self._alike(
                    select(rows[0], place), select(rows[1], place), (*bound, (place, mine)), guard, above
                )
                return both(same(mine, other), forall(place, integer(0), mine, item))
            case SetT() as one, SetT() as two:
                if one != two:
                    raise Incomparable("sets of different types")
                self._plain(one.element)
                has = heap.set_has(one)
                return same(self._cell(has, left), self._cell(has, right, True))
            case DictT() as one, DictT() as two:
                return self._dicts(left, right, one, two, bound, guard, above)
            case ClassT(name), ClassT(twin):
                return self._objects(left, right, name, twin, bound, guard, above)
            case _:
                raise Incomparable("objects of different types")

    def _dicts(
        self, left: Expr, right: Expr, one: DictT, two: DictT,
        bound: tuple[tuple[Var, Expr], ...], guard: Expr, above: tuple[str, ...],
    ) -> Expr:  # fmt: skip
        self._plain(one.key)
        self._plain(two.key)
        sizes = self._cell(heap.dict_size(one), left), self._cell(heap.dict_size(two), right, True)
        keys = self._cell(heap.dict_keys(one), left), self._cell(heap.dict_keys(two), right, True)
        values = self._cell(heap.dict_val(one), left), self._cell(heap.dict_val(two), right, True)
        place = self._bound("k")
        key, twin = select(keys[0], place), select(keys[1], place)
        inner = (*bound, (place, sizes[0]))
        item = both(
            self._alike(key, twin, inner, guard, above),
            self._alike(select(values[0], key), select(values[1], twin), inner, guard, above),
        )
        return both(same(*sizes), forall(place, integer(0), sizes[0], item))

    def _objects(
        self, left: Expr, right: Expr, name: str, twin: str,
        bound: tuple[tuple[Var, Expr], ...], guard: Expr, above: tuple[str, ...],
    ) -> Expr:  # fmt: skip
        tag, other = self._cell(heap.CLASS, left), self._cell(heap.CLASS, right, True)
        cases = []
        for shape in self.family(name):
            if shape.fields is None or any(field not in self.left for field in shape.fields):
                continue
            of = same(tag, integer(shape.number))
            cells = [
                self._alike(
                    select(self.left[field], left), select(self.right[field], right),
                    bound, both(guard, of), (*above, name, twin),
                )
                for field in shape.fields
            ]  # fmt: skip
            cases.append(both(of, same(other, integer(shape.number)), *cells))
        if not cases:
            raise Incomparable(f"objects of {name.partition(':')[2]}")
        return either(*cases)

    def _cell(self, var: Var, address: Expr, right: bool = False) -> Expr:
        found = (self.right if right else self.left).get(var.name)
        if found is None:
            raise Incomparable(f"{var.name} is not modelled on both sides")
        return select(found, address)

    def _plain(self, kind: Type) -> None:
        """Equal members of a set or keys of a dict are the same where nothing mutable is in them."""
        for one in alternatives(kind):
            if is_reference(one):
                raise Incomparable("objects as keys")
            if isinstance(one, TupleT):
                for item in one.items:
                    self._plain(item)

    def _cells(self, name: str, address: Var) -> Expr:
        """What one heap variable holds at an address that was in use at entry; rows are compared item by item."""
        mine, other, first = (select(side[name], address) for side in (self.left, self.right, self.entry))
        bound: tuple[tuple[Var, Expr], ...] = ((address, self.old),)
        component, _, what = name.partition("@")
        unchanged = _unchanged(mine, other, first)
        match component:
            case "data":
                length = select(self.left[f"len@{what}"], address)
                return either(unchanged, self._row((mine, other, first), (), length, bound, unchanged))
            case "val":
                size = select(self.left[f"size@{what}"], address)
                keys = tuple(select(side[f"keys@{what}"], address) for side in (self.left, self.right, self.left))
                return either(unchanged, self._row((mine, other, first), keys, size, bound, unchanged))
            case "keys":
                size = select(self.left[f"size@{what}"], address)
                assert isinstance(mine.type, MapT)
                self._plain(mine.type.value)
                place = self._bound("k")
                return either(
                    unchanged, forall(place, integer(0), size, same(select(mine, place), select(other, place)))
                )
            case "has":
                assert isinstance(mine.type, MapT)
                self._plain(mine.type.key)
                return same(mine, other)
            case _:
                return either(unchanged, self._alike(mine, other, bound, no(unchanged), ()))

    def _row(
        self, rows: tuple[Expr, ...], keys: tuple[Expr, ...], length: Expr,
        bound: tuple[tuple[Var, Expr], ...], unchanged: Expr,
    ) -> Expr:  # fmt: skip
        """Item by item; what a place held at entry and holds still, on both sides, is the same."""
        place = self._bound("k")
        at = tuple(select(row, place) for row in keys) if keys else (place, place, place)
        mine, other, first = (select(row, key) for row, key in zip(rows, at, strict=True))
        still = both(same(at[0], at[1]), _unchanged(mine, other, first))
        guard = both(no(unchanged), no(still))
        return forall(
            place, integer(0), length, either(still, self._alike(mine, other, (*bound, (place, length)), guard, ()))
        )


def _unchanged(mine: Expr, other: Expr, first: Expr) -> Expr:
    """What is there was there at entry, when everything was in order: whatever it leads to is compared by itself."""
    return both(same(mine, first), same(other, first))


def _same(left: Expr, right: Expr) -> Expr:
    """The two references are one address."""
    if left.type != right.type:
        right = App("ref.cast", (right,), left.type)
    return same(left, right)


def _castable(one: Type, two: Type) -> bool:
    return one == two or (isinstance(one, ClassT) and isinstance(two, ClassT))


def _part(value: Expr, kind: Type, index: int) -> tuple[Expr, Expr]:
    """(the value as one alternative of its type, that it is this one)"""
    if not isinstance(kind, UnionT):
        return value, TRUE
    return member(value, index), is_member(value, index)


def _may_be_one(one: Type, two: Type) -> bool:
    """May values of these types be the same?"""
    kinds = (ListT, SetT, DictT, ClassT, TupleT)
    return one == two or any(isinstance(one, kind) and isinstance(two, kind) for kind in kinds)


def _renamed(term: Expr, names: Mapping[Var, Var]) -> Expr:
    match term:
        case Var():
            return names.get(term, term)
        case App():
            return App(term.op, tuple(_renamed(arg, names) for arg in term.args), term.type, term.index)
        case Binder():
            low, high = (None if part is None else _renamed(part, names) for part in (term.low, term.high))
            return Binder(term.kind, term.var, _renamed(term.body, names), term.type, low, high)
        case _:
            return term


__all__ = ["Comparison", "Incomparable", "Shape"]
