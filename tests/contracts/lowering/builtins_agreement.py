"""CPython against the lowered program in the interpreter, on many inputs made from the annotations."""
from __future__ import annotations

import copy
import random
import typing
from collections.abc import Mapping
from dataclasses import dataclass

from verheal.contracts.core.image import Extraction, NotAnImage, inject
from verheal.contracts.core.interpreter import Outcome, Raised, Returned, Stopped, run
from verheal.contracts.core.stmt import Function
from verheal.contracts.core.values import NotExecutable
from verheal.contracts.lowering.function import Lowered, lower_function
from verheal.contracts.lowering.program import Program
from verheal.contracts.source.model import Module
from verheal.contracts.source.repository import assemble
from verheal.contracts.source.scan import scan_text

INTS = (0, 1, -1, 2, 3, 5, -7, 10, 2**63, -(2**70))
FLOATS = (0.0, -0.0, 1.5, -2.5, 3.0, float("nan"), float("inf"), float("-inf"), 1e300)
TEXTS = ("", "a", "ab", "aba", "b", "abcab", "é", " a ")
RUNS = 40


@dataclass
class Tally:
    """How many inputs gave the same outcome, and why the others could not be run."""

    agreed: int
    stopped: list[str]


def program_of(source: str) -> Program:
    """A repository of one module."""
    module = scan_text(source, "sample.py", "sample")
    assert isinstance(module, Module), module
    return Program(assemble([module]))


def lowered(program: Program, name: str) -> Lowered:
    """The function in the core, which must not have given up."""
    found = lower_function(program, "sample", name)
    assert not found.gave_up, (name, found.gave_up)
    return found


def sample(kind: object, rng: random.Random) -> object:
    """A value of an annotation."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is list:
        return [sample(args[0], rng) for _ in range(rng.choice((0, 1, 2, 3, 5)))]
    if origin is set:
        return {sample(args[0], rng) for _ in range(rng.choice((0, 1, 2, 4)))}
    if origin is dict:
        return {sample(args[0], rng): sample(args[1], rng) for _ in range(rng.choice((0, 1, 2, 4)))}
    if origin is tuple:
        return tuple(sample(arg, rng) for arg in args)
    if args:
        return sample(rng.choice(args), rng)
    if kind is int:
        return rng.choice(INTS) if rng.random() < 0.5 else rng.randint(-4, 6)
    if kind is float:
        return rng.choice(FLOATS)
    if kind is str:
        return rng.choice(TEXTS)
    return rng.random() < 0.5 if kind is bool else None


def agreement(program: Program, namespace: Mapping[str, object], name: str, runs: int = RUNS) -> Tally:
    """Run both on the same inputs; AssertionError on the first difference."""
    function = namespace[name]
    assert callable(function)
    core = lowered(program, name).function
    hints = typing.get_type_hints(function)
    hints.pop("return", None)
    rng = random.Random(name)
    tally = Tally(0, [])
    for _ in range(runs if hints else 1):
        given = {key: sample(kind, rng) for key, kind in hints.items()}
        entry = copy.deepcopy(given)
        outcome = run(core, inject(given, core.inputs), 50_000)
        expected = called(function, given)
        if isinstance(outcome, Stopped):
            tally.stopped.append(outcome.reason)
            continue
        try:
            found = observed(core, outcome, tuple(entry))
        except (NotAnImage, NotExecutable) as reason:
            tally.stopped.append(str(reason))
            continue
        assert found == expected, f"{name}({entry}): CPython {expected}, core {found}"
        tally.agreed += 1
    return tally


def called(function: typing.Callable[..., object], given: dict[str, object]) -> str:
    """What CPython does: the result, or the exception, and the arguments afterwards."""
    try:
        result = canonical(function(**given))
    except Exception as error:
        result = f"raises {type(error).__name__}"
    return f"{result}; {[canonical(value) for value in given.values()]}"


def canonical(value: object) -> str:
    """Text by which values are compared: sets in one order."""
    if isinstance(value, set):
        return "{" + ", ".join(sorted(map(repr, value))) + "}"
    return repr(value)


def observed(core: Function, outcome: Outcome, params: tuple[str, ...]) -> str:
    """What the interpreter did, in the same words."""
    assert isinstance(outcome, Returned | Raised), outcome
    reading = Extraction(outcome.state)
    seen = [v for v in core.params if v.name in params]
    after = [canonical(reading.value(outcome.state[v.name], v.type)) for v in seen]
    if isinstance(outcome, Raised):
        return f"raises {outcome.exception}; {after}"
    return f"{canonical(reading.value(outcome.value, core.result.type))}; {after}"


def namespace_of(source: str) -> dict[str, object]:
    """The module as CPython has it."""
    found: dict[str, object] = {}
    exec(compile(source, "sample.py", "exec"), found)
    return found


__all__ = ["agreement", "namespace_of", "program_of"]
