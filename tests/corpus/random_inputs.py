"""Random values that conform to an annotation, with a taste for edges and for shared objects."""

from __future__ import annotations

import datetime
import enum
import inspect
import random
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any

BIG_INTS = (2**31, -(2**31), 2**53 + 1, 2**63, -(2**64), 10**30, 10**400, -(10**400))
FLOATS = (0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 15.0, 1e308, 5e-324, float("inf"), float("-inf"), float("nan"))
TEXTS = ("", " ", "  ", "yes", "no", "a=b", "a=b=c", "80", "x # y", "\u00b2", "\u0663", "\u00df\u0130")
ODD = (property, classmethod, staticmethod)  # no methods of the object
LETTERS = "aabbcz =#1.,-\n\u00e9\u00b2"


class Inputs:
    """A generator of values; values made earlier for one argument list may come back as the same object."""

    def __init__(self, seed: int, trusted: frozenset[str]) -> None:
        self.rng = random.Random(seed)
        self.trusted = trusted
        self.pool: dict[str, list[Any]] = {}

    def arguments(self, function: Callable[..., Any], module: types.ModuleType, skip_self: bool) -> list[Any]:
        """One positional argument list for a function, defaults sometimes left out."""
        plain = inspect.unwrap(function)
        hints = typing.get_type_hints(plain, vars(module))
        params = list(inspect.signature(plain).parameters.values())[1 if skip_self else 0 :]
        result: list[Any] = []
        for param in params:
            if param.kind is param.KEYWORD_ONLY:
                break
            if param.default is not param.empty and self.rng.random() < 0.3:
                break
            count = self.rng.randrange(4) if param.kind is param.VAR_POSITIONAL else 1
            result += [self.value(hints[param.name], module) for _ in range(count)]
        return result

    def named(self, function: Callable[..., Any], module: types.ModuleType) -> dict[str, Any]:
        """Arguments for the parameters that can only be named, defaults sometimes left out."""
        plain = inspect.unwrap(function)
        hints = typing.get_type_hints(plain, vars(module))
        return {
            param.name: self.value(hints[param.name], module)
            for param in inspect.signature(plain).parameters.values()
            if param.kind is param.KEYWORD_ONLY
            and (param.default is param.empty or self.rng.random() < 0.7)
        }

    def value(self, hint: Any, module: types.ModuleType) -> Any:
        earlier = self.pool.setdefault(str(hint), [])
        if earlier and self.rng.random() < 0.2:
            return self.rng.choice(earlier)
        made = self.fresh(hint, module)
        earlier.append(made)
        return made

    def fresh(self, hint: Any, module: types.ModuleType) -> Any:
        rng = self.rng
        if hint is int:
            return self.integer()
        if hint is bool:
            return rng.random() < 0.5
        if hint is float:
            return rng.choice(FLOATS) if rng.random() < 0.4 else round(rng.uniform(-20, 20), 1)
        if hint is str:
            letters = "".join(rng.choices(LETTERS, k=rng.randrange(7)))
            return rng.choice(TEXTS) if rng.random() < 0.3 else letters
        if hint is type(None):
            return None
        if hint is bytes:
            return rng.randbytes(rng.randrange(7))
        if hint is datetime.date:
            return datetime.date(2026, 1, 1) + datetime.timedelta(days=rng.randrange(-4, 5))
        if isinstance(hint, typing.TypeVar):
            return self.integer()
        if typing.is_typeddict(hint):
            return {key: self.value(kind, module) for key, kind in typing.get_type_hints(hint).items()}
        if inspect.isclass(hint) and issubclass(hint, tuple) and hasattr(hint, "_fields"):
            return hint(*(self.value(kind, module) for kind in typing.get_type_hints(hint).values()))
        if inspect.isclass(hint) and issubclass(hint, enum.Enum):
            return rng.choice(list(hint))
        if inspect.isclass(hint) and typing.get_origin(hint) is None:
            return self.instance(hint, module)
        return self.container(hint, module)

    def integer(self) -> int:
        dice = self.rng.random()
        if dice < 0.86:
            return self.rng.randint(-3, 12)
        return self.rng.randint(-1000, 3000) if dice < 0.96 else self.rng.choice(BIG_INTS)

    def container(self, hint: Any, module: types.ModuleType) -> Any:
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        size = self.rng.choice((0, 1, 1, 2, 2, 3, 5))
        if origin in (typing.Union, types.UnionType):
            return self.value(self.rng.choice(args), module)
        if origin is typing.Literal:
            return self.rng.choice(args)
        if origin is Callable:
            given = self.value(args[-1], module)
            return lambda *_: given
        if origin is tuple and args[-1] is ...:
            return tuple(self.value(args[0], module) for _ in range(size))
        if origin is tuple:
            return tuple(self.value(arg, module) for arg in args)
        if origin is list:
            items = [self.value(args[0], module) for _ in range(size)]
            ordered = args[0] in (int, str) and self.rng.random() < 0.4
            return sorted(items) if ordered else items
        if origin is set:
            return {self.value(args[0], module) for _ in range(size)}
        if origin is dict:
            return {self.value(args[0], module): self.value(args[1], module) for _ in range(size)}
        raise TypeError(f"no generator for {hint!r}")

    def instance(self, cls: type, module: types.ModuleType) -> Any:
        """An object made by its constructor and moved on by methods that are labelled right."""
        # deal.inv hides the class behind a subclass of its own.
        own = [c for c in cls.__mro__ if c.__module__ == module.__name__ and hasattr(module, c.__name__)]
        base = own[0] if own else cls
        init = cls.__init__
        own_init = inspect.isfunction(inspect.unwrap(init))
        made = cls(*(self.arguments(init, module, skip_self=True) if own_init else []))
        public = [n for n, v in vars(base).items() if not n.startswith("_") and not isinstance(v, ODD)]
        names = [name for name in public if f"{base.__qualname__}.{name}" in self.trusted]
        for _ in range(self.rng.randrange(4) if names else 0):
            method = getattr(cls, self.rng.choice(names))
            try:
                method(made, *self.arguments(method, module, skip_self=True))
            except (AssertionError, LookupError):  # rejected, or declared by the method
                continue
        return made


def conforms(value: Any, hint: Any) -> bool:
    """Whether a value conforms to an annotation, an int for float and a bool for int included."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if hint is type(None) or hint is None:
        return value is None
    if hint is float:
        return isinstance(value, (int, float))
    if isinstance(hint, typing.TypeVar):
        return True
    if origin is typing.Literal:
        return value in args
    if origin is Callable:
        return callable(value)
    if origin is Iterator:
        return isinstance(value, Iterator) and all(conforms(item, args[0]) for item in value)
    if origin in (typing.Union, types.UnionType):
        return any(conforms(value, arg) for arg in args)
    if origin is tuple:
        return isinstance(value, tuple) and len(value) == len(args) and all(map(conforms, value, args))
    if origin in (list, set):
        return isinstance(value, origin) and all(conforms(item, args[0]) for item in value)
    if origin is dict:
        return isinstance(value, dict) and all(
            conforms(key, args[0]) and conforms(item, args[1]) for key, item in value.items()
        )
    return isinstance(value, hint)
