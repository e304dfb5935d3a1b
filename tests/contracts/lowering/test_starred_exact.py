"""Starred displays and targets, slices as targets: the core gives what CPython gives for every input tried."""

from __future__ import annotations

import re

import pytest

from tests.contracts.lowering.builtins_agreement import agreement, namespace_of, program_of

SOURCE = """
def takes_the_rest(xs: list[int]) -> list[int]:
    a, *rest, b = xs
    rest.append(a + b)
    return rest

def takes_all(xs: list[int]) -> tuple[list[int], list[int]]:
    [*ys] = xs
    ys.append(1)
    return xs, ys

def twice(xs: list[int]) -> list[int]:
    a, *a = xs
    return a

def of_tuple(t: tuple[int, str, int]) -> tuple[list[int], str]:
    *a, b, c = t
    return a, b

def too_few(t: tuple[int, int]) -> int:
    a, b, c, *d = t
    return a

def of_text(s: str) -> str:
    a, *b, c = s
    return c + a + b[0]

def plain_text(s: str) -> str:
    a, b = s
    return b + a

def of_either(t: tuple[int, int] | list[int]) -> int:
    a, *b = t
    return a * len(b)

def nested(xs: list[list[int]]) -> int:
    (a, *b), *c = xs
    return a + len(b) + len(c)

def in_a_loop(xs: list[list[int]]) -> int:
    total = 0
    for a, *b in xs:
        total += a - len(b)
    return total

def not_iterable(x: int | None) -> int:
    a, *b = x
    return a

def list_display(xs: list[int], y: int) -> list[int]:
    return [y, *xs, y, *xs, *(y, 1)]

def set_display(xs: list[int], y: int) -> bool:
    return y in {1, *xs}

def tuple_display(t: tuple[int, str], y: int) -> tuple[int, int, str, int]:
    return (y, *t, y)

def of_generator(xs: list[int]) -> list[int]:
    return [*(x + 1 for x in xs), *range(3)]

def slice_deleted(xs: list[int], i: int, j: int) -> list[int]:
    del xs[i:j]
    return xs

def tail_deleted(xs: list[int], i: int | None) -> None:
    if i is not None:
        del xs[i:]
    else:
        del xs[:]

def slice_replaced(xs: list[int], ys: list[int], i: int, j: int) -> list[int]:
    zs = xs
    xs[i:j] = ys
    return zs

def slice_of_itself(xs: list[int], i: int) -> list[int]:
    xs[i:i] = xs
    return xs

def slice_of_tuple(xs: list[int], i: int) -> list[int]:
    xs[:i] = (i, 1)
    return xs

def first_key(d: dict[str, int]) -> str:
    return next(iter(d))

def first_or(xs: list[int], y: int) -> int:
    return next(iter(xs), y)

def first_of_either(x: list[int] | None, y: str) -> str:
    return next(iter(y), "") if x is None else "ab"[next(iter(x)) % 2]

def grows_meanwhile(xs: list[int]) -> list[int]:
    return [*xs, xs.pop(), *xs]
"""
NAMES = tuple(re.findall(r"^def (\w+)", SOURCE, re.MULTILINE))
PROGRAM = program_of(SOURCE)
NAMESPACE = namespace_of(SOURCE)


@pytest.mark.parametrize("name", NAMES)
def test_the_core_agrees_with_cpython(name: str) -> None:
    tally = agreement(PROGRAM, NAMESPACE, name)
    assert not tally.stopped, set(tally.stopped)
    assert tally.agreed
