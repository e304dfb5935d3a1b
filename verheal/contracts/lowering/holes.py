"""What the rounds of lowering one function have learned: element types, types at joins, what is written.

A function is lowered again and again until a round learns nothing new; every table only grows, towards the opaque
type, so the rounds end. The result of the last round is consistent with what it assumed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce

from verheal.contracts.core.types import (
    NEVER,
    NONE,
    OPAQUE,
    DictT,
    HoleT,
    ListT,
    NeverT,
    OpaqueT,
    SetT,
    TupleT,
    Type,
    UnionT,
    alternatives,
    is_unknown,
    join,
    plain,
    show,
)

WIDTH = 6


@dataclass
class Learned:
    """Tables that persist over the rounds. `changed` says that the current round learned something."""

    bounds: dict[str, Type] = field(default_factory=dict)
    fixed: set[str] = field(default_factory=set)
    parents: dict[str, str] = field(default_factory=dict)
    slots: dict[str, Type] = field(default_factory=dict)
    writes: dict[str, frozenset[str]] = field(default_factory=dict)
    notes: dict[str, frozenset[str]] = field(default_factory=dict)
    changed: bool = False

    def hole(self, key: str) -> HoleT:
        """The hole at `key`, by its representative."""
        while key in self.parents:
            key = self.parents[key]
        return HoleT(key)

    def bound(self, hole: HoleT) -> Type:
        """What the hole is known to hold so far."""
        return self.bounds.get(self.hole(hole.key).key, NEVER)

    def widen(self, hole: HoleT, kind: Type) -> bool:
        """Let the hole hold `kind` too. False when the hole stands for a type that was written and excludes it."""
        root = self.hole(hole.key)
        old = self.bound(root)
        kind = OPAQUE if self._mentions(kind, root) else plain(kind)
        new = self.join(old, kind)
        if new == old:
            return True
        if root.key in self.fixed:
            return False
        self.bounds[root.key] = new
        self.changed = True
        return True

    def _mentions(self, kind: Type, root: HoleT) -> bool:
        match kind:
            case HoleT():
                found = self.hole(kind.key)
                return found == root or self._mentions(self.bounds.get(found.key, NEVER), root)
            case ListT(element) | SetT(element):
                return self._mentions(element, root)
            case DictT(key, value):
                return self._mentions(key, root) or self._mentions(value, root)
            case TupleT(items) | UnionT(items):
                return any(self._mentions(item, root) for item in items)
            case _:
                return False

    def fix(self, hole: HoleT, kind: Type) -> None:
        """The hole is exactly `kind`, as an annotation says."""
        root = self.hole(hole.key)
        bound = self.bound(root)
        if root.key in self.fixed and self.resolve(bound) == self.resolve(kind):
            return
        both = self.join(bound, kind)
        self.bounds[root.key] = kind if self.resolve(both) == self.resolve(kind) else both
        self.fixed.add(root.key)
        self.changed = True

    def _merge(self, left: HoleT, right: HoleT) -> HoleT:
        a, b = self.hole(left.key), self.hole(right.key)
        if a == b:
            return a
        keep, gone = (a, b) if a.key < b.key else (b, a)
        both = self.join(self.bound(a), self.bound(b))
        self.parents[gone.key] = keep.key
        self.bounds[keep.key] = both
        if gone.key in self.fixed:
            self.fixed.add(keep.key)
        self.changed = True
        return keep

    def join(self, left: Type, right: Type) -> Type:
        """Join of two types in which holes of like containers become one."""
        if left == right:
            return left
        if isinstance(left, HoleT) and isinstance(right, HoleT):
            return self._merge(left, right)
        if isinstance(left, HoleT) or isinstance(right, HoleT):
            hole, other = (left, right) if isinstance(left, HoleT) else (right, left)
            assert isinstance(hole, HoleT)
            self.fix(hole, other)
            return hole
        if is_unknown(left) or is_unknown(right):
            return left if right == NEVER else right if left == NEVER else OPAQUE
        members = list(alternatives(left))
        for new in alternatives(right):
            members = self._add(members, new)
        result: Type = NEVER
        for one in sorted(members, key=show):
            result = join(result, one)
        return OPAQUE if isinstance(result, UnionT) and len(result.alternatives) > WIDTH else result

    def _add(self, members: list[Type], new: Type) -> list[Type]:
        for index, old in enumerate(members):
            merged = self._unified(old, new)
            if merged is not None:
                return [*members[:index], merged, *members[index + 1 :]]
        return [*members, new]

    def _unified(self, left: Type, right: Type) -> Type | None:
        if left == right:
            return left
        match left, right:
            case ListT(a), ListT(b) if isinstance(a, HoleT) or isinstance(b, HoleT):
                return ListT(self.join(a, b))
            case SetT(a), SetT(b) if isinstance(a, HoleT) or isinstance(b, HoleT):
                return SetT(self.join(a, b))
            case DictT(a, c), DictT(b, d) if any(isinstance(t, HoleT) for t in (a, b, c, d)):
                return DictT(self.join(a, b), self.join(c, d))
            case TupleT(xs), TupleT(ys) if len(xs) == len(ys):
                return TupleT(tuple(self.join(x, y) for x, y in zip(xs, ys, strict=True)))
            case _:
                return None

    def resolve(self, kind: Type) -> Type:
        """The type without holes."""
        match kind:
            case HoleT():
                return self.resolve(self.bound(kind))
            case NeverT():
                return NONE
            case OpaqueT() if is_unknown(kind):
                return OPAQUE
            case ListT(element):
                return ListT(self.resolve(element))
            case SetT(element):
                return SetT(self.resolve(element))
            case DictT(key, value):
                return DictT(self.resolve(key), self.resolve(value))
            case TupleT(items):
                return TupleT(tuple(self.resolve(item) for item in items))
            case UnionT(members):
                result: Type = NEVER
                for one in members:
                    result = join(result, self.resolve(one))
                return result
            case _:
                return kind

    def seen(self, kind: Type) -> Type:
        """The type with its holes looked through; what nothing was put into, and labels, stay as they are."""
        match kind:
            case HoleT():
                return self.seen(self.bound(kind))
            case ListT(element):
                return ListT(self.seen(element))
            case SetT(element):
                return SetT(self.seen(element))
            case DictT(key, value):
                return DictT(self.seen(key), self.seen(value))
            case TupleT(items):
                return TupleT(tuple(self.seen(item) for item in items))
            case UnionT(members):
                return reduce(join, (self.seen(one) for one in members))
            case _:
                return kind

    def slot(self, key: str, kind: Type) -> Type:
        """Type of a variable that several paths reach: what was learned, widened by `kind`."""
        old = self.slots.get(key, NEVER)
        new = self.join(old, kind)
        if new != old:
            self.slots[key] = new
            self.changed = True
        return new

    def note(self, table: str, name: str) -> None:
        """Remember a name in a table that only grows. Whoever looks there says that the round is to be repeated."""
        old = self.notes.get(table, frozenset())
        if name not in old:
            self.notes[table] = old | {name}

    def note_write(self, owner: str, name: str) -> None:
        """The function or loop `owner` writes the heap variable `name`."""
        old = self.writes.get(owner, frozenset())
        if name not in old:
            self.writes[owner] = old | {name}
            self.changed = True
