"""Generated inputs find what is wrong, and only that; shrunk calls fail in the same way."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from verheal.contracts.source.repository import read_repository
from verheal.prover.run.calling import call_of
from verheal.prover.run.edits import arguments, simpler
from verheal.prover.run.job import Condition, Job, ModuleRef
from verheal.prover.run.mutating import lengthened, mutated, widened
from verheal.prover.run.runner import Runner
from verheal.prover.run.scopes import Scope, Universe
from verheal.prover.run.search import Budget, SearchReport, search
from verheal.prover.run.shapes import FunctionShape, function_shape
from verheal.prover.run.shrink import shrink
from verheal.prover.run.values import Unsupported, Values

PROGRAM = """
from dataclasses import dataclass
from enum import Enum
from typing import Awaitable, Callable, Literal, NewType, Optional, Union

Money = NewType("Money", int)

class Color(Enum):
    RED = 1
    BLUE = 2

@dataclass
class Node:
    val: int
    next: Optional["Node"] = None

class Plain:
    def __init__(self, name: str, *, size: float = 1.0) -> None:
        self.name, self.size = name, size
    @property
    def half(self) -> float:
        return self.size / 2
    @staticmethod
    def make(n: int) -> int:
        return 7 // (n - 41)
    @classmethod
    def build(cls, xs: dict[str, list[Money]]) -> int:
        return len(xs)
    def tail(self) -> str:
        return self.name[0]

class Child(Plain):
    pass

class Wide(Plain):
    def __init__(self, name: str, **more: object) -> None:
        super().__init__(name, **more)

def mean(xs: list[int]) -> float:
    return sum(xs) / len(xs)

def both(a: list[int], b: list[int]) -> int:
    a.append(1)
    assert a is not b
    return len(b)

def length(n: Optional[Node], c: Color, m: Literal["x", "y"], *rest: int, flag: bool = False) -> int:
    k = 0
    while n is not None:
        n, k = n.next, k + 1
    assert k < 2
    return k

def magic(n: int) -> int:
    return 1 // (n - 12345)

def mixed(a: Union[int, str, None], p: Plain, t: tuple[int, ...], s: frozenset[str], f: float) -> bool:
    return f == f

def guarded(xs: list[int]) -> int:
    return xs[0] // (xs[1] - 5)

def higher(f: Callable[[int], int]) -> float:
    return 1 / f(1)

def awaits(f: Awaitable[int]) -> int:
    return 1

def numbers(n: int):
    for k in range(n):
        yield 10 // (k - 3)

async def later(n: int) -> int:
    return 10 // (n - 3)

def forever(n: int) -> int:
    while n > 3:
        pass
    return n

class Kind(type):
    def label(cls) -> str:
        return cls.__name__

class Tool(metaclass=Kind):
    pass
"""


@pytest.fixture
def known(write_module) -> tuple[ModuleRef, Scope, dict[str, FunctionShape]]:
    ref = write_module(PROGRAM)
    repository = read_repository([ref.path], root=Path(ref.root))
    module = next(m for m in repository.modules if m.name == "m")
    shapes = {f.qualname: shape for f in module.functions if (shape := function_shape(module, f)) is not None}
    return ref, Universe(repository).scope(module), shapes


def found(runner: Runner, known, name: str, job: Job | None = None, calls: int = 200) -> SearchReport:
    module, scope, shapes = known
    return search(
        runner, module, shapes[name], scope, job or Job("", name), Budget(calls=calls, cpu_seconds=5)
    )


@pytest.mark.parametrize(
    ("name", "error", "call"),
    [
        ("mean", "ZeroDivisionError", "mean([])"),
        ("both", "AssertionError", "(lambda a: both(a, a))([])"),
        ("length", "AssertionError", None),
        ("magic", "ZeroDivisionError", "magic(12345)"),
        ("Plain.make", "ZeroDivisionError", "Plain.make(41)"),
        ("Plain.tail", "IndexError", "Plain('').tail()"),
        ("numbers", "ZeroDivisionError", "list(__import__('itertools').islice(numbers(4), 4))"),
        ("later", "ZeroDivisionError", "__import__('asyncio').run(later(3))"),
    ],
)
def test_failures_are_found_and_made_small(name, error, call, runner, known) -> None:
    report = found(runner, known, name)
    failure = next(f for f in report.failures if f.key.text == error)
    small = shrink(runner, known[0], Job("", name), failure)
    assert small.key == failure.key and small.record["exception"]["type"] == error
    assert call is None or small.call.replace("Wide", "Plain") == call  # a subclass will do
    assert len(small.call) <= max(len(failure.call), 60)


@pytest.mark.parametrize("name", ["Plain.half", "Plain.build", "mixed"])
def test_every_generated_input_conforms(name, runner, known) -> None:
    report = found(runner, known, name)
    assert report.satisfied == report.tried > 20, report
    assert not report.failures


def test_requires_are_respected_and_learned_from(runner, known) -> None:
    requires = (Condition("requires", "len(xs) >= 2 and xs[1] >= 5", "enough"),)
    report = found(runner, known, "guarded", Job("", "guarded", requires=requires), calls=300)
    assert {f.key.text for f in report.failures} == {"ZeroDivisionError"}
    assert 0.2 * report.tried < report.satisfied < report.tried


def test_a_false_postcondition_is_found(runner, known) -> None:
    job = Job(
        "",
        "mean",
        requires=(Condition("requires", "xs", "xs"),),
        ensures=(Condition("post", "__return__ > 0", "above"),),
    )
    failures = {(f.key.kind, f.key.text) for f in found(runner, known, "mean", job).failures}
    assert ("post", "above") in failures


def test_what_cannot_be_made_is_said(runner, known) -> None:
    assert found(runner, known, "awaits").stopped.startswith("unsupported: Awaitable")


def test_a_box_that_does_not_start_is_told(runner, known) -> None:
    missing = replace(runner.interpreter, executable="/nowhere/python")
    report = found(replace(runner, interpreter=missing), known, "mean")
    assert report.stopped == "not importable: lost" and report.problem is not None


def test_hangs_are_told_and_end_the_search_in_time(runner, known) -> None:
    report = found(runner, known, "forever", calls=400)
    assert any(f.key.kind == "hang" for f in report.failures)
    assert report.stopped in ("cpu", "budget", "hangs")


def test_the_same_seed_gives_the_same_calls(known) -> None:
    _, scope, shapes = known
    for shape in (shapes["length"], shapes["mixed"]):
        one, two = (
            [call_of(shape, Values(scope, Random(7), shape.ints, shape.texts)) for _ in range(20)]
            for _ in "ab"
        )
        assert one == two


def test_generated_calls_are_expressions(known) -> None:
    _, scope, shapes = known
    random = Random(3)
    for shape in shapes.values():
        for _ in range(50):
            try:
                call = call_of(shape, Values(scope, random, shape.ints, shape.texts, 1.0))
            except Unsupported:
                continue
            ast.parse(call, mode="eval")
            ast.parse(mutated(call, random), mode="eval")


def test_a_number_that_a_text_spells_gets_more_digits_than_are_read() -> None:
    call = lengthened("Version(1, 'v2.x', other='y')", Random(0))
    assert call == "Version(1, 'v' + '1' * 5000 + '.x', other='y')"
    assert lengthened("Version(1, 'x')", Random(0)) is None


def test_a_text_stream_may_have_an_encoding(known) -> None:
    _, scope, _ = known
    made = {Values(scope, Random(seed), (), (), 1.0).known("typing.TextIO", 0) for seed in range(40)}
    assert any("TextIOWrapper(" in one and "'ascii'" in one for one in made) and any("StringIO(" in one for one in made)
    assert all(hasattr(eval(one), "write") for one in made)


def test_a_class_is_an_instance_of_its_metaclass(known) -> None:
    _, scope, shapes = known
    assert Values(scope, Random(0), (), (), 1.0).of("Kind") == "Tool"
    assert call_of(shapes["Kind.label"], Values(scope, Random(0), (), (), 1.0)) == "Kind.label(Tool)"


def test_one_int_of_a_call_is_made_bigger_than_any_float() -> None:
    made = {widened("Bar(1, x=2.5).size(range(3), 2 ** 9, y=-7)", Random(seed)) for seed in range(40)}
    assert made == {
        text.format(f"10 ** {exponent}")
        for text in ("Bar({}, x=2.5).size(range(3), 2 ** 9, y=-7)", "Bar(1, x=2.5).size(range(3), 2 ** 9, y={})")
        for exponent in (400, 5000)
    }
    assert widened("Bar('1', x=2.5)", Random(0)) is None


def test_what_is_too_long_for_the_stack_may_hold_what_is_long_itself(known) -> None:
    _, scope, _ = known
    nested = Values(scope, Random(0), (), (), 1.0, deep=[3000]).of("list[list[int]]")
    assert nested.count("* 3000") == 1 and eval(nested)


def test_what_is_handed_on_has_the_names_of_who_takes_it(known) -> None:
    _, scope, _ = known
    shape = scope.shape("Wide")
    assert [one.name for one in shape.init[-1].passed] == ["size"]
    calls = {Values(scope, Random(seed)).instance(shape, 0) for seed in range(40)}
    assert any("size=" in call for call in calls) and not any("name=" in call for call in calls)


def test_simpler_calls_get_ever_simpler() -> None:
    call, steps = "f([3, -7, 2.5], 'abc', {1: Node(3, x=None)})", 0
    while nexts := list(simpler(call)):
        call, steps = nexts[0], steps + 1
        assert steps < 60
    assert call == "f()"


def test_arguments_by_name(known) -> None:
    shapes = known[2]
    assert arguments("(lambda a: both(a, a))([1])", shapes["both"]) == {"a": "[1]", "b": "[1]"}
    assert arguments("both((c := [1]), c)", shapes["both"]) == {"a": "[1]", "b": "[1]"}
    assert arguments("list(__import__('itertools').islice(numbers(4), 4))", shapes["numbers"]) == {"n": "4"}
    assert arguments("Plain.tail(Plain('x'))", shapes["Plain.tail"]) == {"self": "Plain('x')"}
    assert arguments("Plain('x').tail()", shapes["Plain.tail"]) == {"self": "Plain('x')"}
    wanted = {"n": "None", "c": "Color.RED", "m": "'x'", "rest": "(1, -2)", "flag": "True"}
    assert arguments("length(None, Color.RED, 'x', 1, -2, flag=True)", shapes["length"]) == wanted


DOORS = """
class Door:
    def __init__(self) -> None:
        self._open = False
        self._log: list[str] = []
    def open(self, who: str) -> None:
        self._log.append(who)
        self._open = True
    def shout(self, who: str) -> None:
        self._open = True
        print(who)
    def close(self) -> int:
        return 1 // (not self._open)
"""


def test_objects_get_a_history_by_their_own_methods(runner: Runner, write_module) -> None:
    module = write_module(DOORS)
    repository = read_repository([Path(module.path)], Path(module.root))
    (source,) = repository.modules
    shape = function_shape(source, source.functions[-1])
    assert shape is not None
    job = Job("", "Door.close")
    report = search(runner, module, shape, Universe(repository).scope(source), job, Budget(calls=100))
    (failure,) = [one for one in report.failures if one.key.text == "ZeroDivisionError"]
    assert ".open(" in failure.call and "shout" not in failure.call
    small = shrink(runner, module, job, failure)
    assert small.call.count(".open(") == 1


def test_a_key_and_its_table_get_simpler_together() -> None:
    assert "share({'': 0}, '')" in list(simpler("share({'zyx': 0}, 'zyx')"))
