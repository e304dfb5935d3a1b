"""Python values as inputs of core programs, and back: mutable objects become addresses, with their
sharing.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from verheal.contracts.core.expr import Var
from verheal.contracts.core.heap import (
    ALLOC,
    CLASS,
    attribute,
    dict_has,
    dict_keys,
    dict_size,
    dict_val,
    list_data,
    list_len,
    set_has,
)
from verheal.contracts.core.maps import FiniteMap, PointwiseMap
from verheal.contracts.core.types import (
    BoolT,
    ClassT,
    DictT,
    FloatT,
    IntT,
    LibraryT,
    ListT,
    MapT,
    NoneT,
    OpaqueT,
    SetT,
    StrT,
    TupleT,
    Type,
    UnionT,
    is_reference,
    show,
)
from verheal.contracts.core.values import Opaque, Tagged, as_key, from_key, zero

MOST_ELEMENTS = 10_000


class NotAnImage(Exception):
    """The Python value does not conform to the type, or the core value stands for no Python value."""


@dataclass(frozen=True)
class Field:
    """An attribute of instances: the class whose heap variable holds it, its name and its type."""

    owner: str
    name: str
    type: Type


@dataclass(frozen=True)
class ClassShape:
    """A class as the core sees it: its number in the heap variable `class`, all its fields, its
    superclasses.
    """

    name: str
    number: int
    fields: tuple[Field, ...] = ()
    bases: tuple[str, ...] = ()


@dataclass(eq=False)
class Instance:
    """An object of a user's class, without the class: a name and fields. Identity counts."""

    cls: str
    fields: dict[str, object] = field(default_factory=dict)


def inject(
    values: Mapping[str, object], inputs: tuple[Var, ...], classes: tuple[ClassShape, ...] = ()
) -> dict[str, object]:
    """Values for all `inputs` of a function: of the parameters those in `values`, of the heap what they
    reach.

    Raises NotAnImage for a value that does not conform exactly to its variable's type.
    """
    image = _Injection({shape.name: shape for shape in classes})
    result = {var.name: image.value(values[var.name], var.type) for var in inputs if var.name in values}
    heap = {name: FiniteMap(default, entries) for name, (default, entries) in image.heap.items()}
    for var in (*inputs, ALLOC, CLASS):
        if var.name not in result:
            result[var.name] = heap.pop(var.name, None) or zero(var.type)
    result |= heap
    result[ALLOC.name] = image.next
    return result


def conforms(value: object, kind: Type, shapes: Mapping[str, ClassShape]) -> bool:
    """Could the value, by its own type and one look inside containers, belong to the type?"""
    match kind:
        case IntT():
            return type(value) is int
        case BoolT():
            return type(value) is bool
        case FloatT():
            return type(value) is float
        case StrT():
            return type(value) is str
        case NoneT():
            return value is None
        case LibraryT():
            return value is not None and not isinstance(value, int | float | str | tuple | list | set | dict | Instance)
        case OpaqueT():
            return True
        case TupleT(items):
            return type(value) is tuple and len(value) == len(items) and all(
                conforms(part, item, shapes) for part, item in zip(value, items, strict=True)
            )
        case ListT(element):
            return type(value) is list and all(conforms(part, element, shapes) for part in value)
        case SetT(element):
            return type(value) is set and all(conforms(part, element, shapes) for part in value)
        case DictT(key, inner):
            return type(value) is dict and all(
                conforms(k, key, shapes) and conforms(v, inner, shapes) for k, v in value.items()
            )
        case ClassT(name):
            return isinstance(value, Instance) and _is_subclass(value.cls, name, shapes)
        case UnionT(members):
            return any(conforms(value, member, shapes) for member in members)
        case _:
            return False


def _is_subclass(name: str, base: str, shapes: Mapping[str, ClassShape]) -> bool:
    return name == base or (name in shapes and base in shapes[name].bases)


class _Injection:
    """Addresses given so far, and the rows of the heap under way: default and entries per heap variable."""

    def __init__(self, shapes: Mapping[str, ClassShape]) -> None:
        self.shapes = shapes
        self.next = 0
        self.heap: dict[str, tuple[object, dict[object, object]]] = {}
        self.addresses: dict[int, tuple[int, Type, object]] = {}
        self.opaque: dict[int, tuple[Opaque, object]] = {}

    def value(self, value: object, kind: Type) -> object:
        """Core value of a Python value at a type."""
        if not conforms(value, kind, self.shapes):
            raise NotAnImage(f"{type(value).__name__} is no {show(kind)}")
        if is_reference(kind):
            return self._reference(value, kind)
        match kind:
            case TupleT(items):
                assert isinstance(value, tuple)
                return tuple(self.value(part, item) for part, item in zip(value, items, strict=True))
            case UnionT(members):
                index = next(i for i, member in enumerate(members) if conforms(value, member, self.shapes))
                return Tagged(index, self.value(value, members[index]))
            case OpaqueT():
                return self.opaque.setdefault(id(value), (Opaque(len(self.opaque) + 1), value))[0]
            case _:
                return value

    def _reference(self, value: object, kind: Type) -> int:
        if id(value) in self.addresses:
            address, known, _ = self.addresses[id(value)]
            if known != kind and not isinstance(value, Instance):
                raise NotAnImage(f"one object as {show(known)} and as {show(kind)}")
            return address
        address = self.next
        self.next += 1
        self.addresses[id(value)] = (address, kind, value)
        match kind, value:
            case ListT(element), list():
                row = [self.value(part, element) for part in value]
                self._put(list_len(kind), address, len(row))
                self._put(list_data(kind), address, FiniteMap.of_list(row, zero(element)))
            case SetT(element), set():
                members = {as_key(self.value(part, element)): True for part in value}
                self._put(set_has(kind), address, FiniteMap(False, members))
            case DictT(), dict():
                self._dict(value, kind, address)
            case ClassT(), Instance():
                self._instance(value, address)
        return address

    def _dict(self, value: dict[object, object], kind: DictT, address: int) -> None:
        keys = [self.value(key, kind.key) for key in value]
        stored = [self.value(item, kind.value) for item in value.values()]
        self._put(dict_size(kind), address, len(keys))
        self._put(dict_keys(kind), address, FiniteMap.of_list(keys, zero(kind.key)))
        self._put(dict_has(kind), address, FiniteMap(False, {as_key(key): True for key in keys}))
        rows = {as_key(key): item for key, item in zip(keys, stored, strict=True)}
        self._put(dict_val(kind), address, FiniteMap(zero(kind.value), rows))

    def _instance(self, value: Instance, address: int) -> None:
        shape = self.shapes.get(value.cls)
        if shape is None or set(value.fields) != {part.name for part in shape.fields}:
            raise NotAnImage(f"an instance of {value.cls} with fields that are not known")
        self._put(CLASS, address, shape.number)
        for part in shape.fields:
            stored = self.value(value.fields[part.name], part.type)
            self._put(attribute(part.owner, part.name, part.type), address, stored)

    def _put(self, variable: Var, address: int, content: object) -> None:
        assert isinstance(variable.type, MapT)
        self.heap.setdefault(variable.name, (zero(variable.type.value), {}))[1][address] = content


def extract(
    value: object, kind: Type, state: Mapping[str, object], classes: tuple[ClassShape, ...] = ()
) -> object:
    """The Python value that a core value stands for in a state. See `Extraction` for several with their
    sharing.
    """
    return Extraction(state, classes).value(value, kind)


class Extraction:
    """Reads values out of one state; what has one address becomes one object."""

    def __init__(self, state: Mapping[str, object], classes: tuple[ClassShape, ...] = ()) -> None:
        self.state = state
        self.numbers = {shape.number: shape for shape in classes}
        self.shapes = {shape.name: shape for shape in classes}
        self.objects: dict[tuple[int, str], object] = {}

    def value(self, value: object, kind: Type) -> object:
        """The Python value. Raises NotAnImage where lengths are negative or beyond 10,000, or data is
        missing.
        """
        match kind:
            case TupleT(items):
                assert isinstance(value, tuple)
                return tuple(self.value(part, item) for part, item in zip(value, items, strict=True))
            case UnionT(members):
                assert isinstance(value, Tagged)
                return self.value(value.value, members[value.index])
            case _ if is_reference(kind):
                assert isinstance(value, int)
                return self._object(value, kind)
            case _:
                return from_key(value)

    def _object(self, address: int, kind: Type) -> object:
        family = "object" if isinstance(kind, ClassT) else show(kind)
        if (address, family) in self.objects:
            return self.objects[address, family]
        match kind:
            case ListT(element):
                made: list[object] = []
                self.objects[address, family] = made
                made.extend(self._row(list_len(kind), list_data(kind), address, element))
                return made
            case SetT(element):
                members = {self.value(key, element) for key in self._members(set_has(kind), address)}
                return self.objects.setdefault((address, family), members)
            case DictT():
                return self._dict(address, kind, family)
            case ClassT(name):
                return self._instance(address, name)
            case _:
                raise NotAnImage(show(kind))

    def _read(self, variable: Var, key: object) -> object:
        row = self.state.get(variable.name)
        if not isinstance(row, FiniteMap | PointwiseMap):
            raise NotAnImage(f"no value of {variable.name}")
        return row[key]

    def _row(self, lengths: Var, table: Var, address: int, element: Type) -> list[object]:
        length, row = self._read(lengths, address), self._read(table, address)
        if not isinstance(length, int) or not 0 <= length <= MOST_ELEMENTS:
            raise NotAnImage(f"a length of {length}")
        assert isinstance(row, FiniteMap | PointwiseMap)
        return [self.value(row[index], element) for index in range(length)]

    def _members(self, variable: Var, address: int) -> list[object]:
        row = self._read(variable, address)
        if not isinstance(row, FiniteMap) or row.default is not False:
            raise NotAnImage("a set that is not finite")
        return [key for key, present in row.entries.items() if present]

    def _dict(self, address: int, kind: DictT, family: str) -> dict[object, object]:
        made: dict[object, object] = {}
        self.objects[address, family] = made
        rows = self._read(dict_val(kind), address)
        assert isinstance(rows, FiniteMap | PointwiseMap)
        size, order = self._read(dict_size(kind), address), self._read(dict_keys(kind), address)
        if not isinstance(size, int) or not 0 <= size <= MOST_ELEMENTS:
            raise NotAnImage(f"a size of {size}")
        assert isinstance(order, FiniteMap | PointwiseMap)
        for index in range(size):
            key = order[index]
            made[self.value(key, kind.key)] = self.value(rows[as_key(key)], kind.value)
        return made

    def _instance(self, address: int, name: str) -> Instance:
        number = self._read(CLASS, address) if self.numbers else None
        shape = self.numbers.get(number) if isinstance(number, int) else None
        if shape is None or not _is_subclass(shape.name, name, self.shapes):
            raise NotAnImage(f"an instance of no known subclass of {name}")
        made = Instance(shape.name)
        self.objects[address, "object"] = made
        for part in shape.fields:
            stored = self._read(attribute(part.owner, part.name, part.type), address)
            made.fields[part.name] = self.value(stored, part.type)
        return made
