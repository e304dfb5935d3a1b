"""Text that is not computed: what is assumed of it holds of what CPython gives, for every input tried.

Every program ends with an uninterpreted value. It is run on the value that CPython computed in its place; an
assumption that is false then would let something untrue be proved.
"""

from __future__ import annotations

import itertools
import sys
from dataclasses import replace

import pytest

from tests.contracts.lowering.builtins_agreement import lowered, program_of
from verheal.contracts.core.expr import Const, Expr, Var
from verheal.contracts.core.image import inject
from verheal.contracts.core.interpreter import Raised, Returned, run
from verheal.contracts.core.maps import FiniteMap
from verheal.contracts.core.stmt import Assign, Assume, Havoc, If, Stmt, Stuck
from verheal.contracts.core.types import INT, STR, MapT

TEXTS = ("", "a", "ab", "aba", " a ", "a,b,,c", "aaa", "\n", "a\r\nb", "\ud800", "é\u0130\u00df", "\x1c \u2028b", ",a")
SOUGHT = ("", "a", "b", "ab", ",", "aa", "\ud800", " ")
BOUNDS = (0, 1, -1, 2, 5, -5, 2**70, -(2**70), None)
NUMBERS = (0, 1, -1, 2, 5, -5)

# (expression over s, t and i; the name of the uninterpreted value)
OF_ONE = (
    *((f"s.{word}()", word) for word in ("upper", "lower", "casefold", "title", "capitalize", "swapcase")),
    *((f"s.{word}()", word) for word in ("strip", "lstrip", "rstrip")),
    ("s.split()", "parts"),
    ("s.rsplit()", "parts"),
    ("s.splitlines()", "parts"),
    ("s.splitlines(keepends=True)", "parts"),
    ("s[::-1]", "slice"),
    ("s[::2]", "slice"),
    ("s[3::-2]", "slice"),
    ("s[-2:1:-1]", "slice"),
    ("s[1:-1:3]", "slice"),
    ("s.replace('', 'xy')", "text"),
)
OF_TWO = (
    *((f"s.{word}(t)", word) for word in ("strip", "lstrip", "rstrip", "count")),
    ("s.rfind(t)", "last"),
    ("s.rindex(t)", "last"),
    ("s.split(t)", "parts"),
    ("s.rsplit(t)", "parts"),
    ("s.replace('', t)", "text"),
)
OF_NUMBER = (
    ("s * i", "repeated"),
    ("s.split(None, i)", "parts"),
    ("s.split(maxsplit=i)", "parts"),
    ("s.split(',', i)", "parts"),
    ("s.rsplit(',', maxsplit=i)", "parts"),
    ("s.zfill(i)", "zfill"),
    ("s.center(i, 'x')", "center"),
)


def told(block: tuple[Stmt, ...], hint: str, value: object) -> tuple[Stmt, ...]:
    """The statements with the uninterpreted value known, and nothing left out."""
    found: list[Stmt] = []
    for one in block:
        match one:
            case Stuck():
                pass
            case Havoc(var) if var.name.rpartition(".")[0] == hint:
                known = meaning(var, value)
                found += [one] if known is None else [Assign(var, known)]
            case If(test, then, orelse):
                found.append(If(test, told(then, hint, value), told(orelse, hint, value)))
            case _:
                found.append(one)
    return tuple(found)


def meaning(var: Var, value: object) -> Expr | None:
    """CPython's value as a literal; the number of parts of a list, whose row is given as an input."""
    if isinstance(value, list):
        return Const(len(value), INT) if var.type == INT else None
    if isinstance(value, Exception):
        return Const(-1, INT) if var.type == INT else None  # what find gives where index raises
    return Const(value, var.type) if isinstance(value, str | int) else None


def check(text: str, hint: str, given: dict[str, object]) -> bool:
    """Does the core, told the value, give the same? Stopped by a false assumption is an AssertionError."""
    names = {"s": "str", "t": "str", "i": "int"}
    head = ", ".join(f"{name}: {names[name]}" for name in given)
    function = lowered(PROGRAMS[text, head], "f").function
    try:
        expected: object = eval(text, {}, dict(given))
    except (ValueError, TypeError) as error:
        expected = error
    body = told(function.body, hint, expected)
    inputs = dict(inject(given, function.inputs))
    rows = [v.var for v in havocs(body) if isinstance(v.var.type, MapT) and v.var.type == MapT(INT, STR)]
    body = tuple(one for one in body if not (isinstance(one, Havoc) and one.var in rows))
    for row in rows:
        inputs[row.name] = FiniteMap.of_list(list[object](expected) if isinstance(expected, list) else [], "")
    assert any(isinstance(one, Assume) for one in flat(body)) or not isinstance(expected, str | int | list)
    outcome = run(replace(function, body=body), inputs, 10_000)
    if isinstance(expected, Exception):
        assert isinstance(outcome, Raised) and outcome.exception == type(expected).__name__, (text, given, outcome)
        return True
    assert isinstance(outcome, Returned), (text, given, expected, outcome)
    return isinstance(expected, list) or outcome.value == expected


def flat(block: tuple[Stmt, ...]) -> list[Stmt]:
    return [one for s in block for one in ([s, *flat(s.then), *flat(s.orelse)] if isinstance(s, If) else [s])]


def havocs(block: tuple[Stmt, ...]) -> list[Havoc]:
    return [one for one in flat(block) if isinstance(one, Havoc)]


def program(text: str, head: str) -> object:
    return program_of(f"def f({head}):\n    return {text}\n")


PROGRAMS = {
    **{(text, "s: str"): program(text, "s: str") for text, _ in OF_ONE},
    **{(text, "s: str, t: str"): program(text, "s: str, t: str") for text, _ in OF_TWO},
    **{(text, "s: str, i: int"): program(text, "s: str, i: int") for text, _ in OF_NUMBER},
}


@pytest.mark.parametrize(("text", "hint"), OF_ONE)
def test_of_one_string(text: str, hint: str) -> None:
    assert all(check(text, hint, {"s": s}) for s in TEXTS)


@pytest.mark.parametrize(("text", "hint"), OF_TWO)
def test_of_two_strings(text: str, hint: str) -> None:
    assert all(check(text, hint, {"s": s, "t": t}) for s, t in itertools.product(TEXTS, SOUGHT))


@pytest.mark.parametrize(("text", "hint"), OF_NUMBER)
def test_of_a_string_and_a_number(text: str, hint: str) -> None:
    assert all(check(text, hint, {"s": s, "i": i}) for s, i in itertools.product(TEXTS, NUMBERS))


@pytest.mark.parametrize("word", ["upper", "lower", "casefold", "title", "capitalize", "swapcase"])
def test_no_character_has_an_empty_other_case(word: str) -> None:
    assert all(getattr(chr(point), word)() for point in range(sys.maxunicode + 1))
