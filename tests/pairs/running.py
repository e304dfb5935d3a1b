"""One call of one version, and its outcome in a form that can be compared."""

from __future__ import annotations

import collections.abc
import contextlib
import dataclasses
import enum
import functools
import io
import itertools
import signal
import sys
import types
import typing
from pathlib import Path

ITEMS_DRAINED = 2_000
SECONDS_PER_CALL = 0.3


class OutOfTime(BaseException):
    pass


def load(path: Path) -> types.ModuleType:
    module = types.ModuleType("pair")
    module.__file__ = str(path)
    sys.modules["pair"] = module  # dataclasses and typing.get_type_hints look the module up
    exec(compiled(path), module.__dict__)
    return module


@functools.cache
def compiled(path: Path) -> types.CodeType:
    return compile(path.read_text(), str(path), "exec", dont_inherit=True)


def resolve(module: types.ModuleType, qualname: str) -> tuple[object, object]:
    """The function and, for one written in a class, that class."""
    owner: object = None
    found: object = module
    for part in qualname.split("."):
        owner, found = found, getattr(found, part)
    return found, owner if isinstance(owner, type) else None


def run(
    module: types.ModuleType, common: set[str], function: typing.Callable[..., object], args: list, kwargs: dict
) -> object:
    """The canonical outcome of one call: result or exception, output, arguments and module state afterwards."""
    sys.modules["pair"] = module
    out = io.StringIO()
    signal.setitimer(signal.ITIMER_REAL, SECONDS_PER_CALL)
    try:
        with contextlib.redirect_stdout(out):
            try:
                result: tuple = ("returns", drained(function(*args, **kwargs)))
            except Exception as error:
                result = ("raises", type(error).__name__, [k.__name__ for k in type(error).__mro__])
            left = [drained(value) for value in args], {name: drained(value) for name, value in kwargs.items()}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    state = {
        name: value
        for name, value in vars(module).items()
        if name in common
        and not name.startswith("__")
        and not isinstance(value, (types.ModuleType, types.FunctionType, type))
        and type(value).__module__ in ("builtins", "pair", "collections")
    }
    return canonical((result, left, state), {}), out.getvalue()


@dataclasses.dataclass
class Drained:
    kind: str
    items: list
    end: str


def drained(value: object) -> object:
    if not isinstance(value, collections.abc.Iterator):
        return value
    items: list = []
    end = "exhausted"
    try:
        for item in itertools.islice(value, ITEMS_DRAINED):
            items.append(item)
    except Exception as error:
        end = type(error).__name__
    return Drained(type(value).__name__, items, end)


def canonical(value: object, seen: dict[int, int]) -> object:
    """A tree equal for two values exactly if type, value and sharing of mutable objects are the same."""
    kind = type(value)
    if value is None or kind in (bool, int, str, bytes, type(Ellipsis)):
        return (kind.__name__, value)
    if kind in (float, complex):
        return (kind.__name__, repr(value))
    if kind is tuple:
        return ("tuple", [canonical(item, seen) for item in value])
    if isinstance(value, enum.Enum):
        return ("enum", kind.__qualname__, value.name)
    if kind is frozenset:
        return ("frozenset", sorted((canonical(item, seen) for item in value), key=repr))
    if kind is range:
        return ("range", repr(value))
    if isinstance(value, type):
        return ("class", value.__qualname__)
    if isinstance(value, (types.FunctionType, types.MethodType, types.BuiltinFunctionType)):
        return ("function",)
    if isinstance(value, tuple):
        return ("namedtuple", kind.__qualname__, [canonical(item, seen) for item in value])
    frozen = dataclasses.is_dataclass(value) and value.__dataclass_params__.frozen
    if not frozen:
        if id(value) in seen:
            return ("ref", seen[id(value)])
        seen[id(value)] = len(seen)
    name = kind.__qualname__
    if isinstance(value, (list, collections.deque)):
        return (name, [canonical(item, seen) for item in value])
    if isinstance(value, dict):
        return (name, [(canonical(key, seen), canonical(item, seen)) for key, item in value.items()])
    if isinstance(value, set):
        return (name, sorted((canonical(item, seen) for item in value), key=repr))
    if isinstance(value, bytearray):
        return (name, bytes(value))
    attributes = dict(getattr(value, "__dict__", {}))
    for base in kind.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for slot in (slots,) if isinstance(slots, str) else slots:
            if hasattr(value, slot):
                attributes[slot] = getattr(value, slot)
    if isinstance(value, BaseException):
        attributes.pop("__notes__", None)
    return (name, [(key, canonical(item, seen)) for key, item in sorted(attributes.items())])
