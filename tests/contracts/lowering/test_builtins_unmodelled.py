"""What is not modelled says so in the core program, and the value that follows keeps its type."""

from __future__ import annotations

import re

import pytest

from tests.contracts.lowering.builtins_agreement import lowered, program_of
from verheal.contracts.core.stmt import If, Loop, Scope, Stmt, Stuck, Try
from verheal.contracts.core.types import FLOAT, INT, STR, ListT, Type

SOURCE = """
def upper(s: str) -> str:
    return s.upper()

def stripped(s: str) -> str:
    return s.strip()

def parts(s: str) -> list[str]:
    return s.split(",")

def joined(xs: list[int]) -> str:
    return ",".join(str(x) for x in xs)

def padded(s: str) -> str:
    return s.zfill(4)

def occurrences(s: str) -> int:
    return s.count("a")

def number(s: str) -> int:
    return int(s)

def cut(x: float) -> float:
    return round(x, 2)

def total(xs: list[float]) -> float:
    return sum(x for x in (1.5, 2.5))

def least(xs: list[list[int]]) -> list[int]:
    return min(xs)

def shown(xs: list[int]) -> str:
    return str(xs)

def code(s: str) -> int:
    return ord(s)

def letter(i: int) -> str:
    return chr(i)

def hashed(x: int) -> int:
    return hash(x)

def printed(x: int, stream: object) -> int:
    print(x, file=stream)
    return x

def sorted_lists(xs: list[list[int]]) -> list[list[int]]:
    return sorted(xs)

def by_unknown(xs: list[int], f) -> list[int]:
    return sorted(xs, key=f)

def generator_value(xs: object) -> object:
    return (x for x in xs)

def starred(xs: list[int]) -> int:
    return max(*xs)

def extended(xs: list[int]) -> None:
    xs.extend(x for x in xs)

def sort_reads_itself(xs: list[int]) -> None:
    xs.sort(key=lambda x: xs.index(x))

def set_popped(s: set[int]) -> None:
    s.symmetric_difference(s)

def formatted(s: str) -> str:
    return s.format(1)
"""
NAMES = tuple(re.findall(r"^def (\w+)", SOURCE, re.MULTILINE))
PROGRAM = program_of(SOURCE)
TYPES: tuple[tuple[str, Type], ...] = (
    ("upper", STR),
    ("parts", ListT(STR)),
    ("joined", STR),
    ("occurrences", INT),
    ("number", INT),
    ("cut", FLOAT),
    ("code", INT),
    ("letter", STR),
    ("hashed", INT),
    ("by_unknown", ListT(INT)),
)


def reasons(statements: tuple[Stmt, ...]) -> list[str]:
    found: list[str] = []
    for statement in statements:
        match statement:
            case Stuck(reason):
                found.append(reason)
            case If(_, then, orelse):
                found += reasons(then) + reasons(orelse)
            case Loop(head=head, body=body, step=step, orelse=orelse):
                found += reasons(head + body + step + orelse)
            case Scope(_, body):
                found += reasons(body)
            case Try(body, handlers, orelse, final):
                found += reasons(body + orelse + final)
                found += [reason for handler in handlers for reason in reasons(handler.body)]
            case _:
                pass
    return found


@pytest.mark.parametrize("name", NAMES)
def test_it_says_that_it_is_not_modelled(name: str) -> None:
    found = reasons(lowered(PROGRAM, name).function.body)
    assert found
    assert all(re.search(r", line \d+$", reason) for reason in found)


@pytest.mark.parametrize(("name", "kind"), TYPES)
def test_the_value_keeps_its_type(name: str, kind: Type) -> None:
    assert lowered(PROGRAM, name).function.result.type == kind
