"""Random arguments that conform to annotations, with references shared between them."""

from __future__ import annotations

import collections.abc
import contextlib
import enum
import inspect
import random
import types
import typing


class Recipe:
    """How to build a value; built once per call, so that the same recipe met twice is the same object."""

    def __init__(self, make: typing.Callable[[types.ModuleType, dict[int, object]], object]) -> None:
        self.make = make

    def build(self, module: types.ModuleType, memo: dict[int, object]) -> typing.Any:
        if id(self) not in memo:
            memo[id(self)] = self.make(module, memo)
        return memo[id(self)]


SMALL = [0, 0, 1, 1, 2, 3, -1, -2, 4, 5, 7, 10, -3, -5, -10, 12, 24, 100]
LARGE = [255, 256, 1000, 999, -1000, 2**31, 2**53 + 1, -(2**63), 10**20, -(10**20) - 7, 10**400, 3**50]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 0.1, 0.2, 0.3, 1e-9, 1e16, 1e300, 100.0, 99.995, 3.7, -3.7]
ODD_FLOATS = [float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308]
LETTERS = "aabbcxyzABZ0129 ,.-_=:;/#'\"()[]{}"
ODD_LETTERS = "\n\t\r\x00\x1c\x85\u00a0\u2028éßİıſ²٣½ΣςŉA\u0301\ud800\U0001f600"
WORDS = ["", " ", "a", "ab", "abc", "A", "key=value", "a,b,,c", "12", "-7", "+3", " 4 ", "1_000", "0x10", "3.5", "aa",
         "aba", "racecar", "hello world", "  x  ", "a b  c", "None", "true", "é", "\n", "a\nb\n", "/a/b", "x.y.z"]


class Maker:
    def __init__(
        self, chance: random.Random, module: types.ModuleType, constants: list, other: types.ModuleType | None = None
    ) -> None:
        self.chance = chance
        self.module = module
        self.other = other or module
        self.ints = [c for c in constants if type(c) is int]
        self.strings = [c for c in constants if type(c) is str]
        self.floats = [c for c in constants if type(c) is float]
        self.pool: dict[str, list[Recipe]] = {}

    def recipe(self, hint: typing.Any, depth: int = 0) -> Recipe:
        known = self.pool.setdefault(str(hint), [])
        if known and self.chance.random() < 0.25:
            return self.chance.choice(known)
        made = Recipe(self.maker(hint, depth))
        known.append(made)
        return made

    def integer(self) -> int:
        roll = self.chance.random()
        if roll < 0.25 and self.ints:
            return self.chance.choice(self.ints) * self.chance.choice([1, 1, 1, -1]) + self.chance.choice([0, 0, -1, 1])
        if roll < 0.45:
            return self.chance.randint(-30, 130)
        return self.chance.choice(LARGE) if roll > 0.94 else self.chance.choice(SMALL)

    def floating(self) -> float:
        roll = self.chance.random()
        if roll < 0.15 and self.floats:
            return self.chance.choice(self.floats)
        if roll < 0.3:
            return self.chance.uniform(-100, 100)
        return self.chance.choice(ODD_FLOATS) if roll > 0.8 else self.chance.choice(FLOATS)

    def text(self) -> str:
        roll = self.chance.random()
        if roll < 0.2:
            return self.chance.choice(WORDS)
        letters = LETTERS if self.chance.random() < 0.7 else LETTERS + ODD_LETTERS
        if roll < 0.3:
            letters = "ab "
        parts: list[str] = list(letters)
        if self.strings:
            parts += self.strings * (1 + len(letters) // (2 * len(self.strings)))
            if roll > 0.85:
                return self.chance.choice(self.strings)
        return "".join(self.chance.choice(parts) for _ in range(self.size()))

    def size(self) -> int:
        return self.chance.choice([0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 9])

    def maker(self, hint: typing.Any, depth: int) -> typing.Callable[[types.ModuleType, dict[int, object]], object]:
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        simple = {int: self.integer, float: self.floating, str: self.text}
        if hint in simple:
            value: typing.Any = simple[hint]()
            if value != value:
                return lambda module, memo: float("nan")
            return lambda module, memo: value
        if hint is bool:
            flag = self.chance.random() < 0.5
            return lambda module, memo: flag
        if hint is None or hint is type(None):
            return lambda module, memo: None
        if hint in (object, typing.Any):
            some = [int, str, float, bool, None, list[int], dict[str, int], tuple[int, str]]
            return self.maker(self.chance.choice(some), depth + 1)
        if hint is bytes:
            raw = bytes(self.chance.choice([0, 10, 13, 32, 65, 97, 255]) for _ in range(self.size()))
            return lambda module, memo: raw
        if origin in (typing.Union, types.UnionType):
            return self.maker(self.chance.choice(args), depth)
        if origin is typing.Literal:
            chosen = self.chance.choice(args)
            return lambda module, memo: chosen
        if origin is tuple:
            hints = [args[0]] * self.size() if len(args) == 2 and args[1] is Ellipsis else list(args)
            parts = [self.recipe(h, depth + 1) for h in hints]
            return lambda module, memo: tuple(part.build(module, memo) for part in parts)
        if origin in (list, set, frozenset, collections.deque, collections.abc.Sequence, collections.abc.Iterable,
                      collections.abc.Iterator):
            size = self.size() if depth < 3 else 0
            parts = [self.recipe(args[0], depth + 1) for _ in range(size)]
            kind: typing.Any = origin
            if origin is collections.abc.Sequence:
                kind = self.chance.choice([list, tuple])
            elif origin is collections.abc.Iterable:
                kind = self.chance.choice([list, tuple, iter])
            elif origin is collections.abc.Iterator:
                kind = iter
            return lambda module, memo: kind([part.build(module, memo) for part in parts])
        if origin is dict:
            pairs = [(self.recipe(args[0], depth + 1), self.recipe(args[1], depth + 1)) for _ in range(self.size())]
            return lambda module, memo: {k.build(module, memo): v.build(module, memo) for k, v in pairs}
        if origin is collections.abc.Callable:
            return self.callback(args[1], self.chance.random())
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            member = self.chance.choice(list(hint)).name
            return lambda module, memo: getattr(module, hint.__qualname__)[member]
        if isinstance(hint, type) and hint.__module__ == "pair":
            return self.instance(hint, depth)
        raise TypeError(f"no generator for {hint!r}")

    def instance(self, hint: type, depth: int) -> typing.Callable[[types.ModuleType, dict[int, object]], object]:
        subclasses = [kind for kind in vars(self.module).values() if isinstance(kind, type) and issubclass(kind, hint)]
        subclasses = [kind for kind in subclasses if not inspect.isabstract(kind)]
        kind = self.chance.choice(subclasses)
        hints = parameters(kind, self.module)
        chosen = {name: self.recipe(h, depth + 1) for name, (h, optional) in hints.items()
                  if not optional or self.chance.random() < 0.6}
        calls = []
        twin = getattr(self.other, kind.__qualname__)
        for name in sorted(vars(kind)) if depth == 0 else ():
            method = inspect.getattr_static(kind, name)
            if not isinstance(method, types.FunctionType) or name.startswith("_") or not hasattr(twin, name):
                continue
            if self.chance.random() < 0.25:
                wanted = parameters(method, self.module, skip=1)
                calls.append((name, [self.recipe(h, depth + 1) for h, _ in wanted.values()]))
        self.chance.shuffle(calls)

        def build(module: types.ModuleType, memo: dict[int, object]) -> object:
            built = getattr(module, kind.__qualname__)(*[r.build(module, memo) for r in chosen.values()]
                                                       if len(chosen) == len(hints) else (),
                                                       **{} if len(chosen) == len(hints) else
                                                       {n: r.build(module, memo) for n, r in chosen.items()})
            for name, recipes in calls:
                with contextlib.suppress(Exception):
                    getattr(built, name)(*[r.build(module, memo) for r in recipes])
            return built

        return build

    def callback(
        self, result: typing.Any, seed: float
    ) -> typing.Callable[[types.ModuleType, dict[int, object]], object]:
        def build(module: types.ModuleType, memo: dict[int, object]) -> object:
            chances = {}

            def called(*args: object) -> object:
                print("called", args)
                chance = chances.setdefault(repr(args), random.Random(f"{seed} {args!r}"))
                if chance.random() < 0.1:
                    raise chance.choice([ValueError, KeyError, ZeroDivisionError, StopIteration, LookupError])("called")
                return Maker(chance, self.module, []).recipe(result).build(module, {})

            return called

        return build


def parameters(
    function: typing.Any, module: types.ModuleType, skip: int = 0
) -> dict[str, tuple[typing.Any, bool]]:
    if isinstance(function, type):
        if issubclass(function, tuple):
            hints = typing.get_type_hints(function.__new__) or typing.get_type_hints(function)
        elif function.__init__ is object.__init__:
            return {}
        else:
            hints = typing.get_type_hints(function.__init__, vars(module))
        signature = inspect.signature(function)
    else:
        hints = typing.get_type_hints(function, vars(module))
        signature = inspect.signature(function)
    return {
        parameter.name: (hints[parameter.name], parameter.default is not parameter.empty or
                         parameter.kind is parameter.VAR_POSITIONAL)
        for parameter in list(signature.parameters.values())[skip:]
    }
