"""Checks labels.json against what the code does: witnesses of different pairs, random inputs for equivalent ones.

    python tests/pairs/validate.py [--runs N] [--jobs N] [PAIR ...]

Each pair runs in a child process with a time limit. The exit status is 1 if a label is contradicted.
"""

from __future__ import annotations

import argparse
import ast
import collections.abc
import contextlib
import dataclasses
import enum
import functools
import inspect
import io
import itertools
import json
import os
import random
import resource
import signal
import subprocess
import sys
import types
import typing
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ITEMS_DRAINED = 2_000
SECONDS_PER_CALL = 0.3
SECONDS_PER_PAIR = 300


class OutOfTime(BaseException):
    pass


# ---- modules and calls


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


# ---- witnesses


def renamed(expression: ast.Call, function: str, after: str) -> None:
    last = after.rsplit(".", 1)[-1]
    if isinstance(expression.func, ast.Attribute):
        expression.func.attr = last
    else:
        assert isinstance(expression.func, ast.Name)
        expression.func.id = after


def witnessed(module: types.ModuleType, common: set[str], text: str, function: str, after: str | None) -> object:
    call = ast.parse(text, mode="eval").body
    assert isinstance(call, ast.Call), "a witness is a call"
    named = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    assert named == function.rsplit(".", 1)[-1] or function == f"{named}.__init__", f"{text} does not call {function}"
    if after:
        renamed(call, function, after)
    names = vars(module)

    def value(node: ast.expr) -> typing.Any:
        return eval(compile(ast.Expression(node), "<witness>", "eval"), names)

    before = set(names)
    args = []
    if isinstance(call.func, ast.Attribute):
        receiver = value(call.func.value)
        bound = getattr(receiver, call.func.attr)
        args = [receiver]

        def target(_: object, *rest: object, **named: object) -> object:
            return bound(*rest, **named)
    else:
        target = value(call.func)
    for node in call.args:
        args.append(value(node))
    kwargs = {keyword.arg: value(keyword.value) for keyword in call.keywords if keyword.arg}
    for name in set(names) - before:
        if name != "__builtins__":
            del names[name]
    return run(module, common, target, args, kwargs)


# ---- random inputs


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


def constants_of(*paths: Path) -> list:
    found = [node.value for path in paths for node in ast.walk(ast.parse(path.read_text()))
             if isinstance(node, ast.Constant) and type(node.value) in (int, float, str)]
    return [c for c in found if not (isinstance(c, str) and len(c) > 12)]


def random_difference(pair: dict, runs: int) -> tuple[str | None, dict[str, int]]:
    """The first random input on which the versions of a pair differ, and how often calls returned, raised, ..."""
    folder = HERE / pair["pair"]
    constants = constants_of(folder / "before.py", folder / "after.py")
    tally = {"returns": 0, "raises": 0, "skipped": 0}
    names = [pair["function"], pair.get("after_function") or pair["function"]]
    for number in range(runs):
        chance = random.Random(f"{pair['pair']} {number}")
        outcomes: list[typing.Any] = []
        try:
            first = load(folder / "before.py")
            second = load(folder / "after.py")
            common = vars(first).keys() & vars(second).keys()
            # Kinds are read off the version that is laid out first; objects are built in each version's own module.
            function, owner = resolve(first, names[0])
            sys.modules["pair"] = first
            maker = Maker(chance, first, constants, second)
            static = owner is not None and isinstance(inspect.getattr_static(owner, names[0].split(".")[-1]),
                                                      (staticmethod, classmethod))
            method = isinstance(owner, type) and not static
            hints = parameters(function, first, skip=1 if method else 0)
            given = {n: maker.recipe(h) for n, (h, optional) in hints.items() if not optional or chance.random() < 0.75}
            whole = list(given) == list(hints)[: len(given)]
            kinds = {parameter.kind for parameter in inspect.signature(function).parameters.values()}
            ordinary = kinds <= {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD}
            receiver = maker.recipe(owner) if method else None
            for module, name in zip((first, second), names, strict=True):
                sys.modules["pair"] = module
                memo: dict[int, object] = {}
                target, _ = resolve(module, name)
                with contextlib.redirect_stdout(io.StringIO()):
                    args = [receiver.build(module, memo)] if receiver else []
                    values = {n: r.build(module, memo) for n, r in given.items()}
                if whole and ordinary:
                    args, values = args + list(values.values()), {}
                outcomes.append(run(module, common, target, args, values))
        except OutOfTime:
            tally["skipped"] += 1
            continue
        except (ValueError, TypeError, KeyError, ZeroDivisionError, IndexError) as error:
            if len(outcomes) or "generator" in str(error) or "keyword" in str(error):
                raise
            tally["skipped"] += 1  # a constructor refused the arguments
            continue
        tally[outcomes[0][0][1][0][1][0][1]] += 1
        if outcomes[0] != outcomes[1]:
            return f"run {number}: {outcomes[0]} against {outcomes[1]}", tally
    return None, tally


# ---- one pair, and all of them


def check(pair: dict, runs: int) -> tuple[bool, str]:
    folder = HERE / pair["pair"]
    if pair["label"] == "different":
        outcomes = []
        first, second = load(folder / "before.py"), load(folder / "after.py")
        common = vars(first).keys() & vars(second).keys()
        for module, after in ((first, None), (second, pair.get("after_function"))):
            sys.modules["pair"] = module
            outcomes.append(witnessed(module, common, pair["witness"], pair["function"], after))
        if outcomes[0] == outcomes[1]:
            return False, f"same outcome on {pair['witness']}: {outcomes[0]}"
        if runs < 0:
            return True, f"{outcomes[0]} against {outcomes[1]}"
        return True, "witness differs"
    assert "witness" not in pair
    found, tally = random_difference(pair, runs)
    if found:
        return False, found
    return True, " ".join(f"{name} {count}" for name, count in tally.items())


def out_of_time(*_: object) -> None:
    raise OutOfTime


def child(name: str, runs: int) -> int:
    signal.signal(signal.SIGALRM, out_of_time)
    resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
    [pair] = [pair for pair in json.loads((HERE / "labels.json").read_text()) if pair["pair"] == name]
    good, words = check(pair, runs)
    print(words if len(words) < 3000 else words[:3000] + " ...")
    return 0 if good else 1


def in_child(name: str, runs: int) -> tuple[str, int, str]:
    command = [sys.executable, str(Path(__file__).resolve()), "--child", name, f"--runs={runs}"]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8:backslashreplace"}
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=SECONDS_PER_PAIR)
    except subprocess.TimeoutExpired:
        return name, 1, "out of time"
    return name, done.returncode, (done.stdout + done.stderr[-1500:]).strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="*", help="names of pairs or themes; all without")
    parser.add_argument("--runs", type=int, default=3000, help="random inputs for each equivalent pair")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return child(options.child, options.runs)
    pairs = json.loads((HERE / "labels.json").read_text())
    names = [pair["pair"] for pair in pairs]
    bad = 0
    if len(set(names)) != len(names):
        print("a pair is listed twice")
        bad += 1
    unlisted = {str(p.parent.relative_to(HERE)) for p in HERE.glob("*/*/before.py")} ^ set(names)
    if unlisted:
        print("listed without files, or files without being listed:", *sorted(unlisted))
        bad += 1
    if options.pairs:
        names = [n for n in names if n in options.pairs or n.split("/")[0] in options.pairs]
    with ThreadPoolExecutor(options.jobs) as pool:
        for name, status, words in pool.map(lambda n: in_child(n, options.runs), names):
            if status or options.verbose:
                print(f"{'CONTRADICTED' if status else 'ok'} {name}: {words}")
            bad += status != 0
    print(f"{len(names)} pairs, {bad} contradicted")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
