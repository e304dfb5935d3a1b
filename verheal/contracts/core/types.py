"""Types of the core: what a value is at run time, exactly (an `IntT` holds no bool, a `FloatT` no int).

A reference type (list, set, dict, object) is carried as an address, a core int; what it points at lies in heap
variables that are named after the type (see `heap.py`). `MapT` is the type of those variables, never of a Python value.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import TypeGuard


@dataclass(frozen=True)
class IntT:
    """Unbounded Python int that is not a bool."""


@dataclass(frozen=True)
class BoolT:
    """True or False."""


@dataclass(frozen=True)
class FloatT:
    """IEEE 754 binary64, NaN, infinities and -0.0 included."""


@dataclass(frozen=True)
class StrT:
    """Sequence of Unicode code points."""


@dataclass(frozen=True)
class NoneT:
    """The type of None."""


@dataclass(frozen=True)
class EnumT:
    """Member of an enumeration, carried as its number in the order of definition.

    `values` are the members' values, all int or all str; `mixin` is "int" or "str" where a member is one itself.
    """

    name: str
    members: tuple[str, ...]
    values: tuple[int | str, ...]
    mixin: str


@dataclass(frozen=True)
class NeverT:
    """No value: element type of a container nothing was put into, result type of what always raises."""


@dataclass(frozen=True)
class OpaqueT:
    """A value nothing is known of; it has an identity and nothing else.

    `label`: the alternatives of what is written of it, in one spelling each. It never leaves the lowering.
    """

    label: tuple[str, ...] = ()


@dataclass(frozen=True)
class LibraryT(OpaqueT):
    """An instance of the one class of the standard library that `label` names, never None nor of a modelled type.

    No more is known of it than that and what the tables of `lowering/library` say. Where nothing is made of it, it
    is an opaque value like others; but it stays apart from the other members of a union.
    """


@dataclass(frozen=True)
class VariableT(OpaqueT):
    """A value of the type that the type variable `label` ("module:name") stands for in one call: any type at all.

    No more is known of a value than that it conforms to the variable; it may be None, or equal to anything.
    """


@dataclass(frozen=True)
class TupleT:
    """Tuple of fixed length."""

    items: tuple[Type, ...]


@dataclass(frozen=True)
class ListT:
    """Reference to a list; lists of different element types are different objects (invariance of list)."""

    element: Type


@dataclass(frozen=True)
class SetT:
    """Reference to a set."""

    element: Type


@dataclass(frozen=True)
class DictT:
    """Reference to a dict, insertion-ordered."""

    key: Type
    value: Type


@dataclass(frozen=True)
class ClassT:
    """Reference to an instance of the class `name` ("module:qualname") or of a known subclass."""

    name: str


@dataclass(frozen=True)
class UnionT:
    """Tagged choice; `alternatives` is sorted, flat, duplicate-free and has at least two members."""

    alternatives: tuple[Type, ...]


@dataclass(frozen=True)
class HoleT:
    """Element type still being inferred for the containers made at one place; never leaves the lowering."""

    key: str


@dataclass(frozen=True)
class MapT:
    """Total map, the type of heap variables and of a list's contents (from index to element)."""

    key: Type
    value: Type


Type = (
    IntT | BoolT | FloatT | StrT | NoneT | NeverT | OpaqueT | TupleT | ListT | SetT | DictT | ClassT | UnionT | MapT
    | HoleT | EnumT
)

INT = IntT()
BOOL = BoolT()
FLOAT = FloatT()
STR = StrT()
NONE = NoneT()
NEVER = NeverT()
OPAQUE = OpaqueT()


def show(kind: Type) -> str:
    """Name of a type, unique per type, used in the names of heap variables and of SMT sorts."""
    match kind:
        case TupleT(items):
            return "Tuple<" + ",".join(show(item) for item in items) + ">"
        case ListT(element):
            return f"List<{show(element)}>"
        case SetT(element):
            return f"Set<{show(element)}>"
        case DictT(key, value):
            return f"Dict<{show(key)},{show(value)}>"
        case ClassT(name):
            return f"Class<{name}>"
        case UnionT(members):
            return "Union<" + ",".join(show(item) for item in members) + ">"
        case HoleT(name):
            return f"Hole<{name}>"
        case EnumT(name):
            return f"Enum<{name}>"
        case LibraryT((name,)):
            return name
        case VariableT((name,)):
            return f"~{name}"
        case MapT(key, value):
            return f"Map<{show(key)},{show(value)}>"
        case _:
            return type(kind).__name__.removesuffix("T")


def is_unknown(kind: Type) -> TypeGuard[OpaqueT]:
    """Is nothing known of a value of this type? Of a library's object its class is; of others that they conform."""
    return isinstance(kind, OpaqueT) and not isinstance(kind, LibraryT | VariableT)


def plain(kind: Type) -> Type:
    """The type without labels, tuples looked through: only there they are kept."""
    match kind:
        case OpaqueT() if is_unknown(kind):
            return OPAQUE
        case TupleT(items):
            return TupleT(tuple(plain(item) for item in items))
        case _:
            return kind


def is_reference(kind: Type) -> bool:
    """Is a value of this type an address into the heap?"""
    return isinstance(kind, ListT | SetT | DictT | ClassT)


def alternatives(kind: Type) -> tuple[Type, ...]:
    """The members of a union; () of `NeverT`; the type itself otherwise."""
    match kind:
        case UnionT(members):
            return members
        case NeverT():
            return ()
        case _:
            return (kind,)


def join(left: Type, right: Type) -> Type:
    """Least type that holds the values of both; opaque absorbs everything.

    Tuples of one length join itemwise, so that a loop that rebuilds a pair has a finite chain of types.
    """
    if left == right or isinstance(right, NeverT):
        return left
    if isinstance(left, NeverT):
        return right
    if is_unknown(left) or is_unknown(right):
        return OPAQUE
    if isinstance(left, TupleT) and isinstance(right, TupleT) and len(left.items) == len(right.items):
        return TupleT(tuple(join(a, b) for a, b in zip(left.items, right.items, strict=True)))
    members: dict[str, Type] = {}
    for member in alternatives(left) + alternatives(right):
        twin = next((k for k, m in members.items() if _mergeable(m, member)), None)
        merged = join(members.pop(twin), member) if twin is not None else member
        members[show(merged)] = merged
    if not members:
        return NEVER
    ordered = tuple(members[name] for name in sorted(members))
    return ordered[0] if len(ordered) == 1 else UnionT(ordered)


def _mergeable(left: Type, right: Type) -> bool:
    same_length = isinstance(left, TupleT) and isinstance(right, TupleT) and len(left.items) == len(right.items)
    return left == right or same_length


def includes(wide: Type, narrow: Type) -> bool:
    """Does every value of `narrow` belong to `wide`?"""
    return is_unknown(wide) or join(wide, narrow) == wide
