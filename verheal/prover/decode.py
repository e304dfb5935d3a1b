"""From a solver's model to a call that CPython can run. A guess until it is replayed: nothing here is
trusted.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from verheal.contracts.core.build import le, select
from verheal.contracts.core.expr import Binder, Expr, Var, integer
from verheal.contracts.core.heap import dict_has, dict_keys, dict_size, dict_val
from verheal.contracts.core.image import Extraction, NotAnImage
from verheal.contracts.core.maps import FiniteMap, members
from verheal.contracts.core.types import (
    BOOL,
    INT,
    BoolT,
    DictT,
    EnumT,
    FloatT,
    IntT,
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
from verheal.prover.backends.z3_model import Element, Made, Plain, PlainModel, Table
from verheal.prover.calls import Callee, ClassInfo, DecodedCall, GiveUp, write_call

__all__ = ["Callee", "ClassInfo", "DecodedCall", "GiveUp", "decode", "small", "values_of"]

SCALARS: Mapping[type, type] = {IntT: int, EnumT: int, BoolT: bool, FloatT: float, StrT: str}


def decode(
    model: PlainModel,
    names: Iterable[tuple[str, Var]],
    inputs: tuple[Var, ...],
    callee: Callee,
    classes: tuple[ClassInfo, ...] = (),
) -> DecodedCall:
    """The call that the model describes; `inputs` are the parameters and the heap in its entry state.

    Raises GiveUp where the model describes no Python values, or ones that are too large.
    """
    state = with_orders(values_of(model, names, inputs), inputs)
    reader = Extraction(state, tuple(info.shape for info in classes))
    by_name = {var.name: var for var in inputs}
    try:
        arguments = {
            parameter.variable: reader.value(state[parameter.variable], by_name[parameter.variable].type)
            for parameter in callee.parameters
        }
    except KeyError as missing:
        raise GiveUp(f"no value of {missing}") from None
    except (NotAnImage, RecursionError, AssertionError, TypeError) as error:
        raise GiveUp(str(error) or type(error).__name__) from None
    return write_call(arguments, callee, classes)


def scalars(
    model: PlainModel, names: Iterable[tuple[str, Var]], inputs: tuple[Var, ...], callee: Callee
) -> dict[str, str]:
    """Expressions for the parameters that are numbers, texts, bools or None in the model, by name."""
    try:
        reader = Extraction(state := values_of(model, names, inputs))
    except GiveUp:
        return {}
    by_name = {var.name: var for var in inputs}
    found: dict[str, str] = {}
    for one in callee.parameters:
        with suppress(KeyError, NotAnImage, AssertionError, TypeError, GiveUp):
            value = reader.value(state[one.variable], by_name[one.variable].type)
            if value is None or isinstance(value, bool | int | float | str):
                found[one.name] = write_call({one.variable: value}, Callee("f", (one,))).args[one.name]
    return found


def small(inputs: Iterable[Var], most: int = 6) -> tuple[Expr, ...]:
    """That no list or dict of the inputs is longer than `most`, for a second look when a model was too large.

    Never to be assumed in a proof.
    """
    address = Var("any address", INT)
    sizes = [var for var in inputs if var.name.startswith(("len@", "size@"))]
    return tuple(Binder("forall", address, le(select(var, address), integer(most)), BOOL) for var in sizes)


def values_of(
    model: PlainModel, names: Iterable[tuple[str, Var]], inputs: Iterable[Var] = ()
) -> dict[str, object]:
    """Core values of the variables of a text, and of inputs that the text does not mention, by name.

    Sets and dicts whose membership is true nearly everywhere are taken to have only the listed members.
    """
    state: dict[str, object] = {}
    for name, var in names:
        if name in model:
            value = _core(model[name], var.type)
            state[var.name] = _finite(value) if var.name.startswith("has@") else value
    for var in inputs:
        if var.name not in state:
            state[var.name] = zero(var.type)
    return state


def with_orders(state: dict[str, object], inputs: Iterable[Var]) -> dict[str, object]:
    """The same with what the function does not read of its dicts: an order of the keys, sorted by text, and values."""
    found = dict(state)
    for kind in {one for var in inputs for one in _dicts(var.type)}:
        table = state.get(dict_has(kind).name)
        if dict_keys(kind).name not in state and isinstance(table, FiniteMap):
            rows = {address: _ordered(row) for address, row in table.entries.items()}
            other = _ordered(table.default)
            orders = {address: FiniteMap.of_list(row) for address, row in rows.items()}
            found[dict_keys(kind).name] = FiniteMap(FiniteMap.of_list(other), orders)
            found[dict_size(kind).name] = FiniteMap(len(other), {address: len(row) for address, row in rows.items()})
            found.setdefault(dict_val(kind).name, zero(dict_val(kind).type))
    return found


def _dicts(kind: Type) -> Iterator[DictT]:
    match kind:
        case DictT(key, value):
            yield kind
            yield from (*_dicts(key), *_dicts(value))
        case ListT(element) | SetT(element):
            yield from _dicts(element)
        case TupleT(items) | UnionT(items):
            yield from (one for item in items for one in _dicts(item))
        case MapT(_, value):
            yield from _dicts(value)
        case _:
            return


def _ordered(row: object) -> list[object]:
    """The keys of a dict, of the row of its membership."""
    return sorted(map(from_key, members(row)), key=repr) if isinstance(row, FiniteMap) else []


def _core(plain: Plain, kind: Type) -> object:
    match kind, plain:
        case (MapT(key, value), Table(default, entries)):
            pairs = {as_key(_core(k, key)): _core(v, value) for k, v in entries}
            return FiniteMap(_core(default, value), pairs)
        case (TupleT(items), Made(arguments=arguments)) if len(items) == len(arguments):
            return tuple(_core(part, item) for part, item in zip(arguments, items, strict=True))
        case (UnionT(members), Made(constructor, arguments)):
            index = int(constructor.rsplit(".", 1)[1])
            return Tagged(index, _core(arguments[0], members[index]) if arguments else None)
        case (NoneT(), _):
            return None
        case (OpaqueT(), Element(name)):
            digits = "".join(filter(str.isdigit, name))
            return Opaque(int(digits) if digits else 0)
        case (_, int()) if is_reference(kind):
            return plain
        case _ if type(plain) is SCALARS.get(type(kind)):
            return plain
        case _:
            # An element of a sort without values, such as what an empty container holds.
            if isinstance(plain, Element):
                return Opaque(0)
            raise GiveUp(f"{plain!r} is no {show(kind)}")


def _finite(table: object) -> object:
    if not isinstance(table, FiniteMap):
        return table

    def row(value: object) -> object:
        return FiniteMap(False, value.entries) if isinstance(value, FiniteMap) else value

    return FiniteMap(row(table.default), {key: row(value) for key, value in table.entries.items()})
