"""Types for parameters without annotations, found by trying: those with which the function gets somewhere.

They decide what inputs are tried, and nothing else. Where one of the two versions says that it is the wrong type, no
difference is told.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from verheal.contracts.source.model import Function
from verheal.prover.comparing.endings import Ending
from verheal.prover.run.calling import call_of
from verheal.prover.run.job import Record
from verheal.prover.run.scopes import Scope
from verheal.prover.run.shapes import FunctionShape
from verheal.prover.run.values import Unsupported, Values

TYPES = ("int", "str", "list[int]", "float", "list[str]", "dict[str, int]", "bool", "list[list[int]]", "set[int]")
LITERALS = {int: "int", str: "str", float: "float", bool: "bool", list: "list[int]", dict: "dict[str, int]"}
ASSIGNMENTS, CALLS, KEPT = 40, 4, 4
STARS = ("VarPos", "VarKw")
WRONG_TYPE = ("TypeError", "AttributeError")


@dataclass(frozen=True)
class Guess:
    """One way to annotate what is not annotated. `names` are the parameters that it is about."""

    shape: FunctionShape
    names: tuple[str, ...] = ()


def guesses(
    shape: FunctionShape, function: Function, scope: Scope, run: Callable[[Sequence[str]], list[Record]]
) -> tuple[Guess, ...]:
    """The shape itself where all is annotated; else the best guesses; none where nothing was found that returns."""
    open_ = [p.name for p in shape.params if p.annotation is None and p.kind not in STARS]
    if not open_:
        return (Guess(shape),)
    random = Random(f"types of {shape.qualname}")
    variants = [_annotated(shape, assignment) for assignment in _assignments(open_, function, random)]
    calls: dict[str, int] = {}
    for number, variant in enumerate(variants):
        for call in _calls(variant, scope, random):
            calls.setdefault(call, number)
    returned = [0] * len(variants)
    for record in run(list(calls)) if calls else []:
        if record["outcome"] == "returned" and record["call"] in calls:
            returned[calls[record["call"]]] += 1
    best = sorted((number for number, count in enumerate(returned) if count), key=lambda n: (-returned[n], n))
    return tuple(Guess(variants[number], tuple(open_)) for number in best[:KEPT])


def _annotated(shape: FunctionShape, types: dict[str, str]) -> FunctionShape:
    params = tuple(replace(p, annotation=types.get(p.name, p.annotation)) for p in shape.params)
    return replace(shape, params=params)


def _assignments(names: list[str], function: Function, random: Random) -> Iterator[dict[str, str]]:
    """The same type for all first, then any; what has a literal as its default mostly is of that type."""
    defaults = {p.name: _of_default(p.default) for p in function.parameters}
    for kind in TYPES:
        yield {name: defaults.get(name) or kind for name in names}
    for _ in range(ASSIGNMENTS - len(TYPES) if len(names) > 1 else 0):
        given = defaults if random.random() < 0.8 else {}
        yield {name: given.get(name) or random.choice(TYPES[:6]) for name in names}


def _of_default(text: str | None) -> str:
    try:
        return LITERALS.get(type(ast.literal_eval(text or "None")), "")
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return ""


def _calls(shape: FunctionShape, scope: Scope, random: Random) -> Iterator[str]:
    try:
        for _ in range(CALLS):
            yield call_of(shape, Values(scope, random, shape.ints, shape.texts, strict=True))
    except Unsupported:
        return


def of_wrong_type(ending: Ending) -> bool:
    """Whether the function has found an argument to be of the wrong type."""
    return ending["raised"] in WRONG_TYPE
