"""How a call ended, so that two versions of a function can be compared: result, arguments, module state, what was
printed.

Two endings are the same when their texts are. The two versions are separate copies of their modules, in separate
processes: a class goes by its qualified name, and the module under test has no name.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import io
import itertools
import os
import re
import sys
import types
import warnings
from collections.abc import Iterator
from types import ModuleType
from typing import TYPE_CHECKING, Any

from .canonical import Canonical
from .made import Rejected
from .observe import Observation, Watch
from .records import bounded, message_of, short, type_name

if TYPE_CHECKING:
    Job = dict[str, Any]

MOST_ITEMS = 1000  # of an iterator that is returned
MOST_PRINTED = 4000  # characters
ADDRESS = re.compile(r"\bat 0x[0-9a-fA-F]{6,}\b")  # in a repr: another one in every process
LINES = re.compile(r'  File "[^"]*", line \d+, in .*(\n    .*)*')  # of a traceback
UNSEEN = (types.FunctionType, types.MethodType)
BUILTIN_ITERATORS = ("list_iterator", "tuple_iterator", "range_iterator", "str_iterator", "str_ascii_iterator")
REDUCED = (range, slice)
PLAIN = (type(None), bool, int, float, complex, str, bytes, tuple, frozenset)


class Told(Canonical):
    """The canonical text without the name of the module `own`, without addresses, lines of code and the folders that
    differ: `root`, that the code lies in, and the box's own. Objects of others' classes are what they give to be
    copied by: their fields are their own affair."""

    def __init__(self, own: str, root: str = "") -> None:
        super().__init__()
        self.own, self.root = own, root
        scratch = os.environ.get("TMPDIR", "")
        # The last is what stands of the second in a path that has been taken apart.
        self.places = [place for place in (root, scratch, os.path.basename(scratch)) if len(place) > 4]

    def fresh(self) -> Told:
        return Told(self.own, self.root)

    def kind_name(self, kind: type) -> str:
        name = type_name(kind)
        return "." + name[len(self.own) + 1 :] if kind.__module__ == self.own else name

    def text_of(self, text: str) -> str:
        text = ADDRESS.sub("at 0x", text) if "0x" in text else text
        text = LINES.sub("  File", text) if 'File "' in text else text
        for place in self.places:
            text = text.replace(place, "") if place in text else text
        return text

    def opaque(self, value: Any) -> None:
        if isinstance(value, type):
            self.parts.append("<" + self.kind_name(value) + ">;")
        elif isinstance(value, UNSEEN):
            self.complete = False  # what a function does is not looked into
            self.parts.append("<function>;")
        else:
            super().opaque(value)

    def opened(self, value: Any, kind: type) -> bool:
        if kind.__module__ == "builtins" and kind not in REDUCED:
            return super().opened(value, kind)
        return (self.foreign(kind) and self.copied(value)) or super().opened(value, kind)

    def foreign(self, kind: type) -> bool:
        """Whether the class is of a library, not of the code that is compared."""
        file = getattr(sys.modules.get(kind.__module__), "__file__", None)
        return kind.__module__ != self.own and not (self.root and str(file).startswith(self.root))

    def copied(self, value: Any) -> bool:
        if iterates(value):
            return False
        try:
            made = value.__reduce_ex__(4)
        except Exception:
            return False
        if not isinstance(made, tuple) or len(made) < 2:
            return False
        for part in made[1:]:
            self.walk(list(itertools.islice(part, MOST_ITEMS)) if iterates(part) else part)
        return True

    def attributes(self, value: Any, kind: type) -> bool:
        """Without what a cached property keeps: whether it has been read is no state."""
        found = getattr(value, "__dict__", None)
        kept = {n for n in found or () if isinstance(getattr(kind, n, None), functools.cached_property)}
        if not kept or not isinstance(found, dict):
            return super().attributes(value, kind)
        self.parts.append("{")
        for name in sorted(found.keys() - kept):
            self.parts.append(name + "=")
            self.walk(found[name])
        self.parts.append("}")
        return True


def root_of(module: ModuleType) -> str:
    """The folder where the names of modules start, for this one."""
    folder = os.path.dirname(os.path.abspath(str(getattr(module, "__file__", ""))))
    inside = module.__name__.count(".") + hasattr(module, "__path__")
    for _ in range(inside):
        folder = os.path.dirname(folder)
    return folder if len(folder) > 1 else ""


def iterates(value: Any) -> bool:
    return isinstance(value, Iterator) and not isinstance(value, io.IOBase)


class Compared(Watch):
    """Also keeps how the call of the function ended. Where the job is `lenient`, no input is judged: whether it counts
    has been found out with the other version."""

    def __init__(self, module: ModuleType, job: Job) -> None:
        super().__init__(module, job)
        self.lenient = bool(job.get("lenient"))
        self.guard.lenient = self.lenient
        self.given: tuple[tuple[Any, ...], dict[str, Any]] | None = None
        self.printed = Printed()
        self.before: dict[str, str] = {}
        self.ending: Job | None = None
        self.root = root_of(module)

    def enter(self, seen: Observation, original: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        if not self.lenient:
            super().enter(seen, original, args, kwargs)
        self.given = (args, kwargs)
        self.before = {name: self.digest(value) for name, value in self.state()}
        self.printed.begin()

    def end(self, result: Any, error: BaseException | None) -> BaseException | None:
        """Called once, when the expression has been evaluated, and before anything else looks at what it left. An
        iterator is run over; what that raised is returned."""
        if self.given is None or isinstance(error, Rejected):
            self.printed.end()
            return error
        told = Told(self.module.__name__, self.root)
        way, items = ("value", []) if error is None else ("raised", [type(error)])
        if error is None and iterates(result):
            way, told.complete = "iterator", False  # what else it does is not known
            items, error = drained(result)
            result = items
        value = [way, items if way != "value" else result, error and type(error)]
        printed = self.printed.end()
        alone = self.digest(value)
        arguments = [left_in(list(self.given[0])), left_in(dict(self.given[1]))]
        by_place = [arguments[0], list(arguments[1].values())]  # parameters may have other names in the other version
        told.walk([value, by_place])
        # A result that is a list of the module's own is another than a copy of it.
        shared = [(name, told.numbers.get(id(thing))) for name, thing in self.state()]
        state = {
            name: [self.before.get(name, ""), self.digest(thing), bounded(short(thing), 200)]
            for name, thing in self.state()
        }
        self.ending = {
            "raised": self.kind(error) if error is not None else "",
            "digest": told.digest,
            "value": alone,
            "arguments": self.digest(by_place),
            "complete": told.complete,
            "shared": {name: number for name, number in shared if number is not None},
            "state": state,
            "printed": bounded(told.text_of(printed), MOST_PRINTED),
            "shown": shown(result, error, way),
            "of": self.kind_of(error) if way == "value" else "",
            "same_as": self.same_as(error),
            "shown_arguments": bounded(short_arguments(*arguments), 600),
        }
        return error

    def kind(self, error: BaseException) -> str:
        return Told(self.module.__name__, self.root).kind_name(type(error))

    def kind_of(self, error: BaseException | None) -> str:
        """The type of what the function itself returned."""
        return "" if error is not None else Told(self.module.__name__, self.root).kind_name(type(self.calls[-1].result))

    def same_as(self, error: BaseException | None) -> str:
        """Which argument it returned, if it is an object that can be told from others like it."""
        result = self.calls[-1].result
        if error is not None or self.given is None or isinstance(result, PLAIN):
            return ""
        named = [(str(number), value) for number, value in enumerate(self.given[0], 1)]
        return next((name for name, value in [*named, *self.given[1].items()] if value is result), "")

    def digest(self, value: Any) -> str:
        told = Told(self.module.__name__, self.root)
        with contextlib.suppress(Exception):
            told.walk(value)
        return told.digest

    def state(self) -> list[tuple[str, Any]]:
        """The names of the job that the module binds, and the fields of its classes that are no code."""
        found = [(name, self.names[name]) for name in self.job.get("state") or () if name in self.names]
        for name, kind in sorted(self.names.items()):
            if isinstance(kind, type) and kind.__module__ == self.module.__name__:
                fields = [(key, value) for key, value in sorted(vars(kind).items()) if key[:2] != "__"]
                found += [(f"{name}.{key}", v) for key, v in fields if isinstance(v, (int, str, list, dict, set))]
        return found


class Left(list):  # type: ignore[type-arg]  # Python 3.8
    """What an iterator would still give."""

    def __repr__(self) -> str:
        return f"iter({super().__repr__()})"


def shown(result: Any, error: BaseException | None, way: str) -> str:
    given = "returns " + ("an iterator that gives " if way == "iterator" else "") + bounded(short(result), 600)
    if error is None:
        return given
    message = message_of(error)
    raised = f"raises {type_name(type(error))}" + (f": {bounded(message, 200)}" if message else "")
    return f"{given} and {raised}" if way == "iterator" else raised


def left_in(values: Any) -> Any:
    """The arguments, with what an iterator among them has left in its place; it stays as it is."""
    pairs = enumerate(values) if isinstance(values, list) else values.items()
    for key, value in list(pairs):
        if type(value).__name__ in BUILTIN_ITERATORS:
            values[key] = Left(itertools.islice(copy.copy(value), MOST_ITEMS))
    return values


def short_arguments(positional: list[Any], named: dict[str, Any]) -> str:
    return ", ".join([*map(short, positional), *(f"{name}={short(value)}" for name, value in named.items())])


def drained(result: Any) -> tuple[list[Any], BaseException | None]:
    """The first items of an iterator, and what it raised instead of giving more."""
    items: list[Any] = []
    try:
        items.extend(itertools.islice(result, MOST_ITEMS))
    except Exception as error:
        return items, error
    return items, None


class Printed:
    """What is written to standard output and standard error, in the order in which it is written."""

    def __init__(self) -> None:
        self.log = io.StringIO()
        self.kept: tuple[Any, Any, Any] | None = None

    def begin(self) -> None:
        if self.kept is None:
            self.kept = sys.stdout, sys.stderr, warnings.showwarning
            sys.stdout = sys.stderr = self.log
            warnings.showwarning = self.warned

    def warned(self, message: Any, category: Any, *rest: Any, **more: Any) -> None:
        """Without file and line, which no version promises."""
        self.log.write(f"warns {category.__name__}\n")

    def end(self) -> str:
        if self.kept is None:
            return ""
        sys.stdout, sys.stderr, warnings.showwarning = self.kept
        self.kept = None
        try:
            return self.log.getvalue()
        except ValueError:  # closed by who wrote there
            return ""
