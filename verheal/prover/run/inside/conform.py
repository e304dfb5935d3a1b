"""Whether a value conforms to an annotation, deeply. True, False, or None where that cannot be told.

True and False are said only where every type checker would say the same: that `isinstance` is false of a
protocol or of `typing.TextIO` says nothing.
"""

from __future__ import annotations

import collections
import collections.abc
import copy
import dataclasses
import enum
import inspect
import io
import re
import sys
import typing
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from .hints import Alternatives, evaluated, hints_of
from .protocols import follows
from .records import CALL_FILE

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
# A copy of one of these can be looked through.
ITERATORS: tuple[Any, ...] = (type(iter([])), type(iter(())), type(iter("")), type(iter(range(0))))
TEXT_STREAMS = (io.StringIO, io.TextIOWrapper)
BYTE_STREAMS = (io.BytesIO, io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom)
STREAMS: dict[Any, Any] = {typing.IO: Any, typing.TextIO: str, typing.BinaryIO: bytes}
SCALARS = (NONE_TYPE, bool, int, float, complex)
QUALIFIERS = ("typing.Final", "typing.ClassVar", "typing.Required", "typing.NotRequired", "typing.ReadOnly")


def all_of(answers: Iterable[Answer]) -> Answer:
    """False if any is, else None if any is, else True."""
    result: Answer = True
    for answer in answers:
        if answer is False:
            return False
        result = None if answer is None else result
    return result


def any_of(answers: Iterable[Answer]) -> Answer:
    """True if any is, else None if any is, else False."""
    result: Answer = False
    for answer in answers:
        if answer is True:
            return True
        result = None if answer is None else result
    return result


class Checker:
    """`names` resolves annotations written as text, `owner` is what `Self` means.

    `strict`, for arguments: an argument for `int` is no bool and one for `float` no int, and the fields of an
    object count too. Inside containers and objects, and for results, numbers are accepted as type checkers do:
    whoever stored them there may have done so; the items of a tuple of fixed length are as arguments are. The
    fields of a result are their makers' affair.
    """

    def __init__(self, names: dict[str, Any], strict: bool, owner: type | None = None) -> None:
        self.names, self.strict, self.owner = names, strict, owner
        self.variables: dict[Any, Any] = {}
        self.seen: set[tuple[int, str]] = set()
        self.inside = False

    def part(self, value: Any, hint: Any) -> Answer:
        """Whether what stands inside a container or an object conforms."""
        before, self.inside = self.inside, True
        try:
            return self.check(value, hint)
        finally:
            self.inside = before

    def check(self, value: Any, hint: Any) -> Answer:
        """Whether the value conforms to the annotation."""
        hint = evaluated(hint, self.names)
        if hint is Any or hint is object:
            return True
        if hint is None or hint is NONE_TYPE:
            return value is None
        if isinstance(hint, Alternatives):
            return any_of(self.check(value, part) for part in hint.parts)
        if hint is getattr(typing, "Self", Any):
            return self.unsure(isinstance(value, self.owner)) if self.owner is not None else None
        mark = (id(value), repr(hint))
        if mark in self.seen:
            return True  # being looked at already: a cycle
        self.seen.add(mark)
        try:
            origin = typing.get_origin(hint)
            return self.plain(value, hint) if origin is None else self.generic(value, hint, origin)
        finally:
            self.seen.discard(mark)

    def unsure(self, answer: Answer) -> Answer:
        """What is more than a run-time class: an argument may be refused for it, a result not blamed."""
        return answer if self.strict or answer is True else None

    def plain(self, value: Any, hint: Any) -> Answer:
        if isinstance(hint, typing.TypeVar):
            return self.variable(value, hint)
        if hasattr(hint, "__supertype__"):  # NewType
            return self.unsure(self.check(value, hint.__supertype__))
        if type(hint).__name__ == "TypeAliasType":
            return self.unsure(self.check(value, hint.__value__))
        if not isinstance(hint, type):
            return None
        if typing.is_typeddict(hint) if sys.version_info >= (3, 10) else hasattr(hint, "__total__"):
            return self.unsure(self.typed_dict(value, hint))
        if hint in STREAMS:
            return stream(value, STREAMS[hint])
        if hint in (int, float, complex):
            return self.number(value, hint)
        answer = is_instance(value, hint)
        return self.fields(value) if answer is True else answer

    def variable(self, value: Any, hint: Any) -> Answer:
        """A type variable: bound by the class's arguments, or to whatever its first use found."""
        if hint in self.variables:
            return self.unsure(self.check(value, self.variables[hint]))
        if not hint.__constraints__:
            return self.unsure(True if hint.__bound__ is None else self.check(value, hint.__bound__))
        for one in hint.__constraints__:
            if self.check(value, one) is True:
                self.variables[hint] = one
                return True
        return None

    def number(self, value: Any, hint: type) -> bool:
        exact = self.strict and not self.inside
        if isinstance(value, bool):
            return not exact
        if isinstance(value, hint):
            return True
        wider = {float: (int,), complex: (int, float)}.get(hint, ())
        return not exact and isinstance(value, wider)

    def fields(self, value: Any) -> Answer:
        """The declared fields of an argument: False for one that cannot be right.

        What cannot be told of a field is left to who stored it: a constructor may store what it likes.
        """
        kind = type(value)
        if not self.strict or isinstance(value, enum.Enum) or kind.__module__ == "builtins":
            return True
        hints = hints_of(kind)
        owned = [name for name in hints if name in own_attributes(value)]
        needed = [f.name for f in dataclasses.fields(kind) if f.init] if dataclasses.is_dataclass(kind) else []
        if any(not hasattr(value, name) for name in needed):
            return False
        inner = Checker(self.names, True, kind)
        inner.seen = self.seen
        return not any(inner.part(getattr(value, name), hints[name]) is False for name in owned)

    def typed_dict(self, value: Any, hint: Any) -> Answer:
        if type(value) is not dict:
            return False
        hints = hints_of(hint)
        required = getattr(hint, "__required_keys__", frozenset(hints) if hint.__total__ else frozenset())
        if not required <= set(value) <= set(hints):
            return False
        return all_of(self.part(item, hints[key]) for key, item in value.items())

    def generic(self, value: Any, hint: Any, origin: Any) -> Answer:
        arguments = typing.get_args(hint)
        name = getattr(origin, "__name__", str(origin)).rsplit(".", 1)[-1]
        if origin is typing.Union or name == "UnionType" or str(origin) == "typing.Union":
            return any_of(self.check(value, one) for one in arguments)
        if name == "Annotated" or hasattr(hint, "__metadata__"):
            # Of results they are clauses, which are evaluated by themselves.
            asked = hint.__metadata__ if self.strict else ()
            return all_of([self.check(value, arguments[0]), *(meets(value, m) for m in asked)])
        if str(origin) == "typing.Literal":
            return any(type(value) is type(one) and value == one for one in arguments)
        if str(origin) in QUALIFIERS:
            return self.check(value, arguments[0])
        if origin is type:
            return subclass_of(value, arguments[0])
        if origin is collections.abc.Callable:
            anything = tuple(arguments) in ((Ellipsis, Any), ())
            listed = not anything and arguments[0] is not Ellipsis
            lawful = anything or (listed and self.gives(value, arguments[1]))
            return (lawful or None) if callable(value) else self.unsure(False)
        if origin is typing.IO:
            return stream(value, arguments[0])
        if not isinstance(origin, type):
            return None
        answer = is_instance(value, origin)
        return self.elements(value, origin, arguments) if answer is True else answer

    def gives(self, value: Any, result: Any) -> bool:
        """Whether it is a function that stands in the call expression, takes anything and gives such a value.

        To find out it is called: it only writes down its value. Of `Callable[..., T]` it is not said what the value has
        to do with the arguments: one that ignores them may be none.
        """
        code = getattr(value, "__code__", None)
        if code is None or code.co_filename != CALL_FILE or code.co_argcount or code.co_flags & 12 != 12:
            return False
        try:
            return self.part(value(), result) is True
        except Exception:
            return False

    def elements(self, value: Any, origin: type, arguments: tuple[Any, ...]) -> Answer:
        if isinstance(value, re.Pattern):
            return self.check(value.pattern, arguments[0])
        if origin.__module__.split(".")[0] not in ("builtins", "collections", "typing"):
            return self.parametrised(value, origin, arguments)
        if issubclass(origin, tuple):
            if len(arguments) == 2 and arguments[1] is Ellipsis:
                return all_of(self.part(item, arguments[0]) for item in value)
            wanted = () if arguments == ((),) else arguments
            return len(value) == len(wanted) and all_of(
                self.check(v, a)
                for v, a in zip(value, wanted)  # noqa: B905 - Python 3.8
            )
        if isinstance(value, collections.abc.Mapping) and len(arguments) == 2:
            pairs = list(value.items())
            return all_of(
                a for k, v in pairs for a in (self.part(k, arguments[0]), self.part(v, arguments[1]))
            )
        if isinstance(value, collections.Counter):
            return all_of(self.part(key, arguments[0]) for key in value)
        if isinstance(value, (str, bytes, bytearray, range)):
            element: Any = str if isinstance(value, str) else int
            return True if arguments[0] in (element, Any, object) else (not value or None)
        if isinstance(value, CONTAINERS) and len(arguments) == 1:
            return all_of(self.part(item, arguments[0]) for item in list(value))
        if type(value) in ITERATORS and len(arguments) == 1:
            return all_of(self.part(item, arguments[0]) for item in copy.copy(value))
        return None

    def parametrised(self, value: Any, origin: type, arguments: tuple[Any, ...]) -> Answer:
        """A generic class of the user's: told by its fields, when it is a dataclass and that exact class."""
        variables = getattr(origin, "__parameters__", ())
        if type(value) is not origin or not dataclasses.is_dataclass(origin) or len(variables) != len(arguments):
            return None
        inner = Checker(self.names, self.strict, origin)
        inner.variables, inner.seen = dict(zip(variables, arguments)), self.seen  # noqa: B905 - Python 3.8
        hints = hints_of(origin)
        names = [field.name for field in dataclasses.fields(origin)]
        if any(not hasattr(value, name) for name in names):
            return False
        return self.unsure(all_of(inner.part(getattr(value, name), hints[name]) for name in names))


def own_attributes(value: Any) -> set[str]:
    """Names stored in the object itself."""
    slots = [name for kind in type(value).__mro__ for name in slots_of(kind)]
    stored = {name for name in slots if hasattr(value, name)} | set(getattr(value, "__dict__", ()))
    return stored | set(getattr(type(value), "_fields", ()) if isinstance(value, tuple) else ())


def slots_of(kind: type) -> tuple[str, ...]:
    slots = vars(kind).get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)


def is_instance(value: Any, kind: type) -> Answer:
    """`isinstance` where it decides what a type checker would say; None where it does not."""
    try:
        answer: Answer = isinstance(value, kind)
    except Exception:  # of a protocol that is not checked at run time, for one
        answer = None
    if getattr(kind, "_is_protocol", False):
        named = kind in type(value).__mro__ or (answer and type(value).__module__ == "builtins")
        return True if named or follows(value, kind) else None
    if answer is not False:
        return answer
    return False if is_nominal(kind) or (type(value) in SCALARS and is_collection(kind)) else None


def stream(value: Any, text: Any) -> Answer:
    """Of the classes of `io` type checkers know which of `typing.IO[str]` and `IO[bytes]` they are."""
    kind = str if isinstance(value, TEXT_STREAMS) else bytes if isinstance(value, BYTE_STREAMS) else None
    if kind is None:
        return None
    return text in (kind, Any) or isinstance(text, typing.TypeVar)


def is_nominal(kind: type) -> bool:
    """Whether only instances of the class and its subclasses count as its values."""
    root = kind.__module__.split(".")[0]
    if root in ("typing", "typing_extensions"):
        return False
    told_by = next(owner for owner in inspect.getmro(type(kind)) if "__instancecheck__" in vars(owner))
    if told_by is type:
        return True
    # An abstract class of the standard library may stand for whatever has its methods.
    library = getattr(sys, "stdlib_module_names", ("collections", "io", "numbers", "os", "contextlib"))
    return told_by.__module__ in ("abc", "_py_abc") and root not in library


def is_collection(kind: type) -> bool:
    return kind.__module__ == "collections.abc"


def subclass_of(value: Any, wanted: Any) -> Answer:
    if not isinstance(value, type):
        return False if type(value) in SCALARS else None
    if wanted in (Any, object):
        return True
    if not isinstance(wanted, type):
        return None
    return True if wanted in tuple(getattr(value, "__mro__", ())) else (False if is_nominal(wanted) else None)


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
