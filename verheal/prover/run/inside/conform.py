"""Whether a value conforms to an annotation, deeply. True, False, or None where that cannot be told."""

from __future__ import annotations

import collections
import collections.abc
import dataclasses
import enum
import sys
import typing
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    Answer = bool | None
NONE_TYPE = type(None)
CONTAINERS = (
    list,
    tuple,
    set,
    frozenset,
    dict,
    collections.abc.Set,
    collections.deque,
    collections.abc.Mapping,
)


def all_of(answers: Iterable[Answer]) -> Answer:
    """False if any is, else None if any is, else True."""
    result: Answer = True
    for answer in answers:
        if answer is False:
            return False
        result = None if answer is None else result
    return result


def any_of(answers: Iterable[Answer]) -> Answer:
    result: Answer = False
    for answer in answers:
        if answer is True:
            return True
        result = None if answer is None else result
    return result


class Checker:
    """`names` resolves annotations written as text. `strict`: an int is no float and a bool no int
    (arguments);
    otherwise they are accepted as type checkers do (results)."""

    def __init__(self, names: dict[str, Any], strict: bool) -> None:
        self.names, self.strict = names, strict
        self.seen: set[tuple[int, str]] = set()

    def check(self, value: Any, hint: Any) -> Answer:
        if isinstance(hint, typing.ForwardRef):
            hint = hint.__forward_arg__
        if isinstance(hint, str):
            try:
                hint = eval(hint, dict(self.names))
            except Exception:
                return None
        if hint is Any or hint is object or hint is getattr(typing, "Self", None):
            return True
        if hint is None or hint is NONE_TYPE:
            return value is None
        mark = (id(value), repr(hint))
        if mark in self.seen:
            return True  # being looked at already: a cycle
        self.seen.add(mark)
        try:
            origin = typing.get_origin(hint)
            return self.plain(value, hint) if origin is None else self.generic(value, hint, origin)
        finally:
            self.seen.discard(mark)

    def plain(self, value: Any, hint: Any) -> Answer:
        if isinstance(hint, typing.TypeVar):
            options = hint.__constraints__ or ((hint.__bound__,) if hint.__bound__ is not None else ())
            return any_of(self.check(value, one) for one in options) if options else True
        if hasattr(hint, "__supertype__"):  # NewType
            return self.check(value, hint.__supertype__)
        if type(hint).__name__ == "TypeAliasType":
            return self.check(value, hint.__value__)
        if not isinstance(hint, type):
            return None
        if typing.is_typeddict(hint) if sys.version_info >= (3, 10) else hasattr(hint, "__total__"):
            return self.typed_dict(value, hint)
        if getattr(hint, "_is_protocol", False) and not getattr(hint, "_is_runtime_protocol", False):
            return None
        if hint in (int, float, complex):
            return self.number(value, hint)
        if not isinstance(value, hint):
            return False
        return self.fields(value)

    def number(self, value: Any, hint: type) -> bool:
        if isinstance(value, bool):
            return not self.strict
        if isinstance(value, hint):
            return True
        wider = {float: (int,), complex: (int, float)}.get(hint, ())
        return not self.strict and isinstance(value, wider)

    def fields(self, value: Any) -> Answer:
        """The fields of a dataclass or named tuple, by their annotations."""
        kind = type(value)
        if isinstance(value, enum.Enum):
            return True
        if dataclasses.is_dataclass(kind):
            names = [f.name for f in dataclasses.fields(kind)]
        elif isinstance(value, tuple) and hasattr(kind, "_fields"):
            names = list(kind._fields)
        else:
            return True
        hints = hints_of(kind, self.names)
        present = [name for name in names if hasattr(value, name) and name in hints]
        missing = any(not hasattr(value, name) for name in names)
        return False if missing else all_of(self.check(getattr(value, name), hints[name]) for name in present)

    def typed_dict(self, value: Any, hint: Any) -> Answer:
        if type(value) is not dict:
            return False
        hints = hints_of(hint, self.names)
        required = getattr(hint, "__required_keys__", frozenset(hints) if hint.__total__ else frozenset())
        if not required <= set(value) <= set(hints):
            return False
        return all_of(self.check(item, hints[key]) for key, item in value.items())

    def generic(self, value: Any, hint: Any, origin: Any) -> Answer:
        arguments = typing.get_args(hint)
        name = getattr(origin, "__name__", str(origin)).rsplit(".", 1)[-1]
        if origin is typing.Union or name == "UnionType" or str(origin) == "typing.Union":
            return any_of(self.check(value, one) for one in arguments)
        if name == "Annotated" or hasattr(hint, "__metadata__"):
            return all_of([self.check(value, arguments[0]), *(meets(value, m) for m in hint.__metadata__)])
        if str(origin) == "typing.Literal":
            return any(type(value) is type(one) and value == one for one in arguments)
        if str(origin) in ("typing.Final", "typing.ClassVar", "typing.Required", "typing.NotRequired"):
            return self.check(value, arguments[0])
        if origin is type:
            return isinstance(value, type) and (
                None if not isinstance(arguments[0], type) else issubclass(value, arguments[0])
            )
        if origin is collections.abc.Callable:
            return callable(value)
        if not isinstance(origin, type):
            return None
        if not isinstance(value, origin):
            return False
        return self.elements(value, origin, arguments)

    def elements(self, value: Any, origin: type, arguments: tuple[Any, ...]) -> Answer:
        if issubclass(origin, tuple):
            if len(arguments) == 2 and arguments[1] is Ellipsis:
                return all_of(self.check(item, arguments[0]) for item in value)
            wanted = () if arguments == ((),) else arguments
            return len(value) == len(wanted) and all_of(
                self.check(v, a)
                for v, a in zip(value, wanted)  # noqa: B905 - Python 3.8
            )
        if isinstance(value, collections.abc.Mapping) and len(arguments) == 2:
            pairs = list(value.items())
            return all_of(
                a for k, v in pairs for a in (self.check(k, arguments[0]), self.check(v, arguments[1]))
            )
        if isinstance(value, collections.Counter):
            return all_of(self.check(key, arguments[0]) for key in value)
        if isinstance(value, (str, bytes, bytearray, range)):
            element: Any = str if isinstance(value, str) else int
            return True if arguments[0] in (element, Any, object) else (not value or None)
        if isinstance(value, CONTAINERS) and len(arguments) == 1:
            return all_of(self.check(item, arguments[0]) for item in list(value))
        return (
            self.fields(value)
            if type(value).__module__ in sys.modules and hasattr(origin, "__parameters__")
            else None
        )


def hints_of(thing: Any, names: dict[str, Any]) -> dict[str, Any]:
    """Annotations by name, evaluated where that works; the others stay text and answer None. Never raises."""
    extras: dict[str, Any] = {} if sys.version_info[:2] == (3, 8) else {"include_extras": True}
    try:
        return typing.get_type_hints(thing, **extras)
    except Exception:
        found: dict[str, Any] = {}
        for owner in reversed(getattr(thing, "__mro__", (thing,))):
            try:
                found.update(getattr(owner, "__annotations__", {}))
            except Exception:
                continue
        return found


def meets(value: Any, constraint: Any) -> Answer:
    """A constraint of the annotated-types family (by its attributes: the package need not be there)."""
    tests: dict[str, Callable[[Any], Any]] = {
        "gt": lambda bound: value > bound, "ge": lambda bound: value >= bound,
        "lt": lambda bound: value < bound, "le": lambda bound: value <= bound,
        "multiple_of": lambda bound: value % bound == 0,
        "min_length": lambda bound: len(value) >= bound, "max_length": lambda bound: len(value) <= bound,
    }  # fmt: skip
    try:
        found = [bool(test(getattr(constraint, name))) for name, test in tests.items()
                 if getattr(constraint, name, None) is not None]  # fmt: skip
        if type(constraint).__name__ == "Predicate":
            found.append(bool(constraint.func(value)))
        return all(found)
    except Exception:
        return None
