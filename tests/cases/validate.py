"""Checks every label in CPython, without verheal: run as `python tests/cases/validate.py [TEXT]`.

The witness of a no-case must fail in the way it names; a yes-case must not fail on random inputs that
satisfy annotations and preconditions. Both under two hash seeds. With TEXT only cases whose name contains it.
Exit code 1 when a label is contradicted. Random inputs cannot prove a yes-case; they only fail to refute it.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import importlib.util
import inspect
import itertools
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import traceback
import types
import typing
from collections import abc
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "corpus")]

import annotated_runtime  # noqa: E402
import headers  # noqa: E402
import judge  # noqa: E402
import nagini_runtime  # noqa: E402
import pep316_runtime  # noqa: E402
import random_inputs  # noqa: E402

SEEDS = (0, 1)
WANTED = 200
ATTEMPTS = 20_000
CLAUSE = re.compile(r"\b(pre|post|inv|raises)\s*(\[[^\]]*\])?\s*:")
# What a value may be where nothing, or only `object`, is said of it.
ANYTHING = (int, bool, float, str, bytes, types.NoneType, list[int], tuple[int, str], dict[str, int])
# The exceptions with which special methods answer, by the data model.
ANSWERS = {
    "__getattr__": ("AttributeError",),
    "__getattribute__": ("AttributeError",),
    "__delattr__": ("AttributeError",),
    "__getitem__": ("KeyError", "IndexError"),
    "__delitem__": ("KeyError", "IndexError"),
    "__missing__": ("KeyError",),
    "__next__": ("StopIteration",),
}
ANNOUNCED = re.compile(r"^\s*:(?:raises?|except|exception)\s+([\w., ]+?)\s*:", re.MULTILINE)


class TooLong(BaseException):
    """A call did not end within its CPU time; the input is put aside."""


READ_ONLY = (abc.Sequence, abc.Iterable, abc.Mapping)


class Inputs(random_inputs.Inputs):
    """Also tuples of any length, objects of subclasses, and constants that the case compares with."""

    def __init__(self, case: headers.Case) -> None:
        super().__init__(0, frozenset(judge.read_source(str(case.path)).leading))
        self.rng = random.Random(case.name)
        self.depth = 0
        tree = ast.parse(case.path.read_text(encoding="utf-8"))
        self.constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]

    def fresh(self, hint: Any, module: types.ModuleType) -> Any:
        if hint is Any or hint is object:
            own = [c for c in vars(module).values() if inspect.isclass(c) and c.__module__ == module.__name__]
            return self.value(self.rng.choice((*ANYTHING, *own)), module)
        if isinstance(hint, typing.NewType):
            return self.value(hint.__supertype__, module)
        if typing.get_origin(hint) is type:
            base = typing.get_args(hint)[0]
            return self.rng.choice([c for c in vars(module).values() if inspect.isclass(c) and issubclass(c, base)])
        known = [value for value in self.constants if type(value) is hint] if inspect.isclass(hint) else []
        if known and self.rng.random() < 0.15:
            return self.rng.choice(known)
        return super().fresh(hint, module)

    def container(self, hint: Any, module: types.ModuleType) -> Any:
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        if origin is abc.Callable:
            answer = self.value(args[1], module)
            return lambda *_: answer
        if origin is tuple and len(args) == 2 and args[1] is ...:
            return tuple(self.value(args[0], module) for _ in range(self.rng.choice((0, 1, 2, 2, 3))))
        if origin in READ_ONLY:
            return self.read_only(origin, args, module)
        return super().container(hint, module)

    def read_only(self, origin: Any, args: tuple[Any, ...], module: types.ModuleType) -> Any:
        """Something that conforms to an abstract collection; an Iterable may be one that is gone after a look."""
        if origin is abc.Mapping:
            return self.value(dict[args], module)  # type: ignore[valid-type]
        items = self.value(list[args], module)  # type: ignore[valid-type]
        make = self.rng.choice((list, tuple, iter, dict.fromkeys) if origin is abc.Iterable else (list, tuple))
        return make(items)

    def instance(self, cls: type, module: types.ModuleType) -> Any:
        known = [c for c in vars(module).values() if inspect.isclass(c) and issubclass(c, cls)]
        trusted, self.depth = self.trusted, self.depth + 1
        if self.depth > 2:  # an argument's arguments get no history of their own, or there would be no end
            self.trusted = frozenset()
        try:
            return super().instance(self.rng.choice(known or [cls]), module)
        finally:
            self.trusted, self.depth = trusted, self.depth - 1


def conforms(value: Any, hint: Any) -> bool:
    if isinstance(hint, typing.NewType):
        return conforms(value, hint.__supertype__)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and len(args) == 2 and args[1] is ...:
        return isinstance(value, tuple) and all(conforms(item, args[0]) for item in value)
    return hint is Any or random_inputs.conforms(value, hint)


def load(path: Path, clauses: bool = True) -> types.ModuleType:
    """A fresh copy of a case; PEP 316 clauses, which CPython ignores, are checked unless switched off."""
    name = f"case_{path.parent.name}_{path.stem}"
    if path.parent.name == "contracts_nagini":
        return nagini_runtime.load(path, name)
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    # Wrappers halve the depth that recursion may reach, so only where there is something to check.
    if clauses and CLAUSE.search(path.read_text(encoding="utf-8")):
        pep316_runtime.install(module)
    if clauses and path.parent.name == "contracts_annotated":
        annotated_runtime.install(module)
    return module


def limited(seconds: float, call: Callable[[], Any]) -> Any:
    def stop(signum: int, frame: object) -> None:
        raise TooLong

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        return call()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def resolve(module: types.ModuleType, subject: str) -> Any:
    """What a qualified name stands for; of a property its getter."""
    value: Any = module
    for part in subject.split("."):
        value = getattr(value, part)
    return value.fget if isinstance(value, property) else value


def declared(function: Any) -> tuple[str, ...]:
    """What contracts let leave; where deal does not have the say also what docstring or data model announce."""
    contracts = getattr(function, "__deal_contract", None)
    by_deal = tuple(e.__name__ for v in getattr(contracts, "raises", ()) for e in v.exceptions)
    return by_deal + pep316_runtime.read(function.__doc__).raises + (() if by_deal else announced(function))


def announced(function: Any) -> tuple[str, ...]:
    """The exceptions a docstring names as Sphinx writes them, and the answers of a special method."""
    plain = inspect.unwrap(function)
    name, method = plain.__name__, "." in plain.__qualname__.split("<locals>.")[-1]
    found = ANNOUNCED.findall(function.__doc__ or "")
    names = tuple(part.split(".")[-1] for text in found for part in re.split(r"\s*,\s*|\s+or\s+", text))
    return names + (ANSWERS.get(name, ()) if method else ())


def returns(function: Any, module: types.ModuleType) -> Any:
    return typing.get_type_hints(inspect.unwrap(function), vars(module))["return"]


def seen(case: headers.Case, call: str, clauses: bool = True) -> tuple[frozenset[str], str]:
    """The kinds of obligations that fail when a call is evaluated in the case's namespace, and a note."""
    module = load(case.path, clauses)
    function = resolve(module, case.subject)
    try:
        value = limited(20, lambda: eval(call, vars(module)))
    except TooLong:
        return frozenset(), "the call did not end"
    except Exception as error:
        kind = judge.judge(error, case.subject, judge.read_source(str(case.path)), declared(function))
        note = f"{kind} ({type(error).__name__})"
        if isinstance(function, functools._lru_cache_wrapper) and unhashed(error):
            kind = "raises"  # in C, before any line of the function is run
        if kind in (judge.REJECTED, judge.DECLARED):
            return frozenset(), note
        # An undeclared raise of a callee has two names; a postcondition that raises does not hold.
        others = {"raises": f"safety:{type(error).__name__}", "contract-error": "post"}
        return frozenset({kind, others.get(kind, kind)}), note
    if "." not in case.subject and not conforms(value, returns(function, module)):
        return frozenset({"type"}), "type"
    return frozenset(), f"no failure, value {value!r:.60}"


def unhashed(error: Exception) -> bool:
    return isinstance(error, TypeError) and "unhashable type" in str(error)


def check_no(case: headers.Case) -> tuple[bool, str]:
    """Evaluate the witness; it must fail in one of the ways the header names."""
    kinds, note = seen(case, case.witness or "")
    return not kinds.isdisjoint(map(short, case.kinds)), note


def short(kind: str) -> str:
    """A kind as the judge names it: without the module of an exception."""
    return re.sub(r"safety:.*\.", "safety:", kind)


def check_refutation(case: headers.Case, kind: str, call: str) -> tuple[bool, str]:
    """Evaluate the call a verifier gives as a counterexample to an obligation of this kind."""
    kinds, note = seen(case, call)
    # The call of a function may break its clauses and then go on to fail; both are counterexamples.
    kinds |= seen(case, call, clauses=False)[0] if kinds else kinds
    # `raises` says that nothing undeclared leaves the function, whatever it was that failed inside.
    undeclared = {k for k in kinds if k.startswith(("safety:", "assert", "pre", "raises"))}
    return bool(undeclared if kind == "raises" else kinds & {short(kind)}), f"{kind} by {call}: {note}"


def check_yes(case: headers.Case) -> tuple[bool, str]:
    """Call the subject on random inputs until enough satisfied its preconditions."""
    module = load(case.path)
    inputs = Inputs(case)
    wanted = WANTED if inspect.signature(resolve(module, case.subject)).parameters else 1
    valid = late = 0
    for _ in range(ATTEMPTS):
        if valid >= wanted or late >= 20:
            break
        inputs.pool.clear()
        try:
            outcome = limited(0.05, lambda: one_call(module, case, inputs))
        except TooLong:
            late += 1
            continue
        if outcome not in ("ok", "rejected"):
            return False, outcome
        valid += outcome == "ok"
    return valid >= min(wanted, 20), f"{valid} inputs" + (f", {late} put aside" if late else "")


def one_call(module: types.ModuleType, case: headers.Case, inputs: Inputs) -> str:
    """ok, rejected, or a description of the failure of one random call."""
    function = resolve(module, case.subject)
    owner, _, name = case.subject.rpartition(".")
    making = name == "__init__"
    try:
        args = inputs.arguments(function, module, skip_self=bool(owner))
        if owner and not making and not inspect.ismethod(function):  # one of a class has that already
            args.insert(0, inputs.value(resolve(module, owner), module))
    except Exception as error:
        names = {cls.__name__ for cls in type(error).__mro__}
        refused = names & {"AssertionError", "ClauseFailed", "ViolationError", "ContractError"}
        if refused or str(case.path) in {frame.filename for frame in traceback.extract_tb(error.__traceback__)}:
            return "rejected"  # there is no such object
        raise
    shown = f"{case.subject}({', '.join(f'{a!r:.60}' for a in args)})"
    try:
        value = (resolve(module, owner) if making else function)(*args)
        items = list(itertools.islice(value, 100)) if inspect.isgenerator(value) else None
        if isinstance(value, contextlib._GeneratorContextManager):  # what contextmanager makes of one
            items = [given_to_block(value, inputs.rng)]
    except Exception as error:
        source = judge.read_source(str(case.path))
        kind = judge.judge(error, case.subject, source, declared(function))
        answers = {judge.DECLARED: "ok", judge.REJECTED: "rejected"}
        return answers.get(kind, f"{kind} {error!r:.80} for {shown}")
    expected = returns(function, module)
    if items is None:
        # Of two operands each may leave the answer to the other one.
        left = value is NotImplemented and name.startswith("__") and name.endswith("__") and len(args) == 2
        fits = making or left or conforms(value, expected)
    else:  # a generator is run over
        fits = all(conforms(item, typing.get_args(expected)[0]) for item in items)
    return "ok" if fits else f"type: {value!r:.60} for {shown}"


def given_to_block(manager: Any, rng: random.Random) -> Any:
    """What a block under a context manager is given; the block then ends, or raises what may leave again."""
    given = manager.__enter__()
    thrown = rng.choice((None, None, ValueError("block"), KeyError("block"), OSError("block")))
    try:
        manager.__exit__(None if thrown is None else type(thrown), thrown, None)
    except Exception as error:
        if error is not thrown:
            raise
    return given


def child(arguments: list[str]) -> None:
    """Prints one line of JSON for each case, or for each refutation read from standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (4 * 2**30, 4 * 2**30))
    answers = sys.stdout  # what the cases themselves print must not stand between
    sys.stdout = open(os.devnull, "w", errors="backslashreplace")  # noqa: SIM115 - until the process ends
    if arguments[0] == "--replay":
        for name, kind, call in json.load(sys.stdin):
            good, note = check_refutation(headers.read(HERE / name), kind, call)
            print(json.dumps([name, good, note]), file=answers, flush=True)
        return
    for case in headers.all_cases():
        if arguments[1] in case.name:
            try:
                good, note = check_yes(case) if case.is_yes else check_no(case)
            except Exception as error:  # of the check itself: the other cases go on
                good, note = False, f"not judged: {error!r}"
            print(json.dumps([case.name, good, note]), file=answers, flush=True)


def in_child(arguments: list[str], seed: int, text: str = "") -> tuple[list[tuple[str, bool, str]], str]:
    """What a child under limits and a hash seed printed, and the end of its standard error."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(HERE / "validate.py"), *arguments]
    done = subprocess.run(
        command, input=text, capture_output=True, text=True, env=environment, timeout=900, check=False
    )
    lines = map(json.loads, done.stdout.splitlines())
    return [(str(name), bool(good), str(note)) for name, good, note in lines], done.stderr[-300:]


def replay(refutations: list[tuple[str, str, str]]) -> list[str]:
    """What is wrong with counterexamples, each a case's name, an obligation's kind and a call."""
    problems = []
    for seed in SEEDS:
        results, error = in_child(["--replay"], seed, json.dumps(refutations))
        problems += [f"{name}: {note}" for name, good, note in results if not good]
        if len(results) < len(refutations):
            problems.append(f"{refutations[len(results)]}: child died: {error}")
    return problems


def run(text: str = "") -> dict[str, tuple[bool, str]]:
    """Name of each case to whether its label stands, and what was seen; the worse of both hash seeds."""
    merged: dict[str, tuple[bool, str]] = {
        case.name: (True, "") for case in headers.all_cases() if text in case.name
    }
    for seed in SEEDS:
        results, error = in_child(["--child", text], seed)
        found = {name: (good, note) for name, good, note in results}
        for name, before in merged.items():
            after = found.get(name, (False, "child died: " + error))
            merged[name] = after if before[0] else before
    return merged


def main() -> int:
    if sys.argv[1:2] in (["--child"], ["--replay"]):
        child(sys.argv[1:])
        return 0
    results = run(*sys.argv[1:2])
    bad = [f"BAD {name:45} {note}" for name, (good, note) in results.items() if not good]
    print("\n".join(bad))
    print(f"{len(results)} cases, {len(bad)} contradicted")
    return 1 if bad or not results else 0


if __name__ == "__main__":
    sys.exit(main())
