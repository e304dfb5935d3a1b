"""Formatting raises in the core what it raises in CPython, for every type and specification tried; and nothing else."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from tests.contracts.lowering.builtins_agreement import lowered, program_of
from verheal.contracts.core.image import inject
from verheal.contracts.core.interpreter import Raised, Returned, Stopped, run
from verheal.contracts.core.stmt import Function, If, Stmt, Stuck
from verheal.contracts.obligations.syntax import walk

SPECS = (
    *("", "d", "5", ">5", "<>5", "=5", "05", "+", " ", ",", "_", ".2", ".0", ".3d", "x", "#x", "X", "o", "#b", "c"),
    *("+c", "n", "e", ".2f", "g", "%", ",.2f", "s", ">5s", ".2s", "+s", "z", "z.1f", "^", "q", "_x", ",x", "010.3f"),
)
CONVERSIONS = ("%s", "%r", "%a", "%d", "%5.2d", "%i", "%x", "%#o", "%c", "%e", "%.2f", "%g", "%s %s", "%%", "", "%(a)s")
TEMPLATES = ("{}", "{0}{0}", "{} {}", "{a}", "{!r:>5}", "{:d}", "{:.2f}", "{:c}", "plain", "{{}}")
HUGE = 10**5000
VALUES: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("int", (0, -1, 65, 0x110000, 10**400, HUGE, -HUGE)),
    ("bool", (True, False)),
    ("float", (0.0, -1.5, float("nan"), float("inf"), 1e300)),
    ("str", ("", "a", "ab")),
    ("None", (None,)),
    ("list[int]", ([], [1], [1, HUGE])),
    ("list[str]", ([], ["a"])),
    ("tuple[int, str]", ((1, "a"), (HUGE, ""))),
    ("dict[str, str]", ({}, {"a": "b"})),
)
BODIES = (
    *(f'f"{{x:{spec}}}"' for spec in SPECS),
    *(f"{conversion!r} % x" for conversion in CONVERSIONS),
    *(f"{template!r}.format(x)" for template in TEMPLATES),
    *('f"{x!r}"', 'f"{x!s:>5}"', 'f"{x!a:d}"', "str(x)", "repr(x)", "ascii(x)", 'format(x, ".1f")', "format(x)"),
)


def quiet(statements: tuple[Stmt, ...]) -> tuple[Stmt, ...]:
    """Without the notes that a value is not computed, which end a run of the interpreter."""
    kept = (one for one in statements if not isinstance(one, Stuck) or one.may_raise)
    return tuple(
        replace(one, then=quiet(one.then), orelse=quiet(one.orelse)) if isinstance(one, If) else one for one in kept
    )


def core_of(source: str, name: str) -> Function:
    core = lowered(program_of(source), name).function
    return replace(core, body=quiet(core.body))


@pytest.mark.parametrize(("kind", "values"), VALUES, ids=[kind for kind, _ in VALUES])
def test_it_raises_what_cpython_raises(kind: str, values: tuple[object, ...]) -> None:
    compared = 0
    for number, body in enumerate(BODIES):
        source = f"def f{number}(x: {kind}) -> object:\n    return {body}\n"
        core = core_of(source, f"f{number}")
        if any(isinstance(one, Stuck) and one.may_raise for one in walk(core.body)):
            continue  # it says that it does not know
        namespace: dict[str, object] = {}
        exec(source, namespace)
        function = namespace[f"f{number}"]
        assert callable(function)
        for value in values:
            outcome = run(core, inject({"x": value}, core.inputs), 10_000)
            try:
                expected = type(function(value)).__name__
            except Exception as error:
                expected = type(error).__name__
            if isinstance(outcome, Stopped) and "long" in outcome.reason:
                continue  # which of the ints is too long is not computed
            found = outcome.exception if isinstance(outcome, Raised) else "str"
            assert isinstance(outcome, Raised | Returned | Stopped)
            assert found == expected, f"{source} of a value of {type(value)}: {type(outcome)}"
            compared += 1
    assert compared >= len(values) * len(BODIES) // 2


def test_arguments_in_any_number() -> None:
    for template, count in itertools.product(("%s", "%s %s", "%d", "%%", "{}", "{1}", "{0}"), range(3)):
        given = "(" + "".join(f'"{n}", ' for n in range(count)) + ")"
        call = f"{template!r}.format{given}" if "{" in template else f"{template!r} % {given}"
        core = core_of(f"def f() -> object:\n    return {call}\n", "f")
        outcome = run(core, {}, 1_000)
        try:
            expected = type(eval(call)).__name__
        except Exception as error:
            expected = type(error).__name__
        assert (outcome.exception if isinstance(outcome, Raised) else "str") == expected, call
