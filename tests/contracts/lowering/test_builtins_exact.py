"""Builtins and methods that are modelled exactly: the core gives what CPython gives for every input tried."""
from __future__ import annotations

import re

import pytest

from tests.contracts.lowering.builtins_agreement import agreement, namespace_of, program_of

SOURCE = '''
def lengths(xs: list[int], s: str, d: dict[str, int], t: set[int]) -> int:
    return len(xs) + 10 * len(s) + 100 * len(d) + 1000 * len(t) + len((1, 2))

def absolute(x: int, y: float, b: bool) -> tuple[int, float, int]:
    return abs(x), abs(y), abs(b)

def smallest(a: int, b: int, c: int) -> int:
    return min(a, b, c)

def greatest_mixed(a: int, b: float) -> float:
    return max(a, b)

def least_floats(a: float, b: float, c: float) -> float:
    return min(a, b, c)

def least_of_list(xs: list[int]) -> int:
    return min(xs)

def greatest_or(xs: list[int]) -> int:
    return max(xs, default=7)

def greatest_of_tuple(a: int, b: int) -> int:
    return max((a, b))

def greatest_square(xs: list[int]) -> int:
    return max(x * x for x in xs)

def total(xs: list[int]) -> int:
    return sum(xs)

def total_from(xs: list[int], n: int) -> int:
    return sum(xs, n)

def total_of_bools(xs: list[int]) -> int:
    return sum(x > 0 for x in xs)

def total_where(xs: list[int]) -> int:
    return sum(x * 2 for x in xs if x % 2 == 0)

def total_by_index(xs: list[int], n: int) -> int:
    return sum(xs[i] for i in range(n % 7))

def total_quotients(xs: list[int]) -> int:
    return sum(10 // x for x in xs)

def total_of_range(n: int) -> int:
    return sum(range(n % 10))

def total_of_pair(a: int, b: bool) -> int:
    return sum((a, b, 3))

def all_positive(xs: list[int]) -> bool:
    return all(x > 0 for x in xs)

def any_even(xs: list[int]) -> bool:
    return any(x % 2 == 0 for x in xs if x > 1)

def all_pairs(xs: list[int]) -> bool:
    return all(x != y for x in xs for y in range(3))

def is_sorted(xs: list[int]) -> bool:
    return all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1))

def all_indexed(xs: list[int], n: int) -> bool:
    return all(xs[i] == xs[0] for i in range(n % 4))

def any_true(a: bool, xs: list[int]) -> tuple[bool, bool, bool]:
    return any([a, False]), all(xs), any((a, 0, ""))

def all_keys(d: dict[str, int]) -> bool:
    return all(v > 0 for v in d.values()) and all(len(k) < 3 for k in d)

def in_order(xs: list[int]) -> list[int]:
    return sorted(xs)

def backwards(xs: list[int]) -> list[int]:
    return sorted(xs, reverse=True)

def order_of_range(n: int) -> list[int]:
    return sorted(-i for i in range(n % 5))

def in_place(xs: list[int]) -> None:
    xs.sort()
    xs.reverse()

def divides(a: int, b: int) -> tuple[int, int]:
    return divmod(a, b)

def cube(a: int) -> int:
    return pow(a, 3)

def rounded(a: int, b: bool) -> tuple[int, int, int]:
    return round(a), round(b), round(a, 2)

def ints(a: int, b: bool, c: float) -> tuple[int, int, int, int]:
    return int(), int(a), int(b), int(c)

def parsed() -> tuple[int, float]:
    return int(" 12_0 "), float("-1e3")

def badly_parsed() -> int:
    return int("x")

def floats(a: int, b: bool, c: float) -> tuple[float, float, float]:
    return float(a), float(b), float(c)

def huge(a: int) -> float:
    return float(a ** 8 * a ** 8 * a)

def texts(a: int, b: bool, s: str) -> tuple[str, str, str, str, str]:
    return str(a), str(b), str(s), repr(a), str(None)

def truths(a: int, b: float, s: str, xs: list[int]) -> tuple[bool, bool, bool, bool, bool]:
    return bool(a), bool(b), bool(s), bool(xs), bool()

def kinds(x: int | str | None, y: float, b: bool) -> tuple[bool, bool, bool, bool, bool, bool]:
    return (
        isinstance(x, int), isinstance(x, (str, bool)), isinstance(x, int | None),
        isinstance(y, (int, float)), isinstance(b, int), isinstance(b, bool),
    )

def copied(xs: list[int]) -> list[int]:
    ys = list(xs)
    ys.append(1)
    return ys

def from_range(n: int) -> list[int]:
    return list(range(n % 5)) + list(range(5, 0, -2)) + list(reversed([1, 2, n]))

def pairs(xs: list[int], s: str) -> list[tuple[int, str]]:
    return list(zip(xs, s))

def numbered(xs: list[int]) -> list[tuple[int, int]]:
    return list(enumerate(xs, 1))

def spelled(s: str) -> list[str]:
    return list(s)

def listed_tuple(a: int, b: int) -> list[int]:
    return list((a, b))

def mapped(xs: list[int]) -> list[int]:
    return list(map(lambda x: x + 1, xs)) + list(map(abs, xs))

def filtered(xs: list[int]) -> list[int]:
    return list(filter(lambda x: x > 0, xs))

def from_dict(d: dict[str, int]) -> list[str]:
    return list(d)

def items(d: dict[str, int]) -> list[tuple[str, int]]:
    return list(d.items())

def squares(xs: list[int]) -> list[int]:
    return [x * x for x in xs]

def evens(xs: list[int]) -> list[int]:
    return [x for x in xs if x % 2 == 0]

def table(n: int) -> list[tuple[int, int]]:
    return [(i, j) for i in range(n % 4) for j in range(i)]

def nested(n: int) -> int:
    return len([[j for j in range(i)] for i in range(n % 4)])

def failing(xs: list[int]) -> list[int]:
    return [10 // x for x in xs]

def failing_twice(xs: list[int]) -> list[int]:
    return [xs[x] // x for x in xs]

def choosing(xs: list[int]) -> list[int]:
    return [x if x > 0 else -x for x in xs]

def unpacking(d: dict[str, int]) -> list[int]:
    return [v + len(k) for k, v in d.items()]

def shadow(x: int, xs: list[int]) -> tuple[int, list[int]]:
    ys = [x + 1 for x in xs if x > 0]
    return x, ys

def shadow_pure(x: int) -> tuple[int, list[int]]:
    ys = [x for x in range(x % 3)]
    return x, ys

def helped(xs: list[int]) -> list[int]:
    return [half(x) for x in xs]

def half(x: int) -> int:
    if x < 0:
        return -half_up(-x)
    return x // 2

def half_up(x: int) -> int:
    return (x + 1) // 2

def all_helped(xs: list[int]) -> bool:
    return all(half(x) * 2 == x for x in xs)

def members(xs: list[int]) -> set[int]:
    return {x % 3 for x in xs}

def distinct(xs: list[int]) -> int:
    return len({x for x in xs if x > 0})

def index_of(xs: list[str]) -> dict[str, int]:
    return {x: i for i, x in enumerate(xs)}

def inverse(d: dict[str, int]) -> dict[int, str]:
    return {v: k for k, v in d.items() if v > 0}

def appended(xs: list[int], x: int) -> None:
    xs.append(x)

def extended(xs: list[int]) -> None:
    xs.extend(xs)
    xs.extend((1, 2))
    xs.extend([3])
    xs.extend(range(3))

def inserted(xs: list[int], i: int, x: int) -> None:
    xs.insert(i, x)

def popped(xs: list[int]) -> int:
    return xs.pop()

def popped_at(xs: list[int], i: int) -> int:
    return xs.pop(i)

def popped_first(xs: list[int]) -> tuple[int, int]:
    return xs.pop(0), len(xs)

def counted(xs: list[int], x: int) -> int:
    return xs.count(x)

def cleared(xs: list[int], d: dict[str, int], t: set[int]) -> None:
    xs.clear()
    d.clear()
    t.clear()

def turned(xs: list[int]) -> list[int]:
    ys = xs.copy()
    ys.reverse()
    return ys

def in_tuple(a: int, b: int) -> tuple[int, int]:
    return (a, b, 1).count(1), (a, b, 1).index(1)

def missing(a: int) -> int:
    return (a, 2).index(1)

def got(d: dict[str, int], k: str) -> tuple[int | None, int]:
    return d.get(k), d.get(k, 3)

def put(d: dict[str, int], k: str) -> int:
    return d.setdefault(k, 5)

def popped_key(d: dict[str, int], k: str) -> int:
    return d.pop(k)

def grouped(xs: list[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for x in xs:
        found[x % 3] = found.get(x % 3, 0) + 1
    return found

def dict_copied(d: dict[str, int]) -> dict[str, int]:
    e = dict(d)
    e["z"] = 1
    f = e.copy()
    f["y"] = 2
    return f

def sets(s: set[int], x: int) -> None:
    s.add(x)
    s.discard(1)

def removed(s: set[int], x: int) -> None:
    s.remove(x)

def united(s: set[int], t: set[int]) -> set[int]:
    u = s.union(t)
    u.update(s)
    u.difference_update(t.intersection(s))
    return u

def set_copied(s: set[int]) -> set[int]:
    t = set(s)
    t.add(1)
    return t

def string_tests(s: str, p: str) -> tuple[bool, bool, int]:
    return s.startswith(p), s.endswith(p), s.find(p)

def string_index(s: str, p: str) -> int:
    return s.index(p)

def replaced(s: str) -> str:
    return s.replace("a", "xy")

def trimmed(s: str, p: str) -> tuple[str, str]:
    return s.removeprefix(p), s.removesuffix(p)

def split_once(s: str, p: str) -> tuple[str, str, str]:
    return s.partition(p)

def by_size(ps: list[tuple[int, str]]) -> tuple[int, str]:
    return min(ps, key=lambda p: p[0])

def by_last_digit(xs: list[int]) -> int:
    return max(xs, key=lambda x: x % 10, default=3)

def nearest(a: int, b: int, c: int) -> int:
    return min(a, b, c, key=abs)

def by_failing_key(xs: list[int]) -> int:
    return max(xs, key=lambda x: 10 // x)

def half_of(xs: list[int]) -> list[int]:
    return [10 // x for x in xs if x != 0 if x % 2 == 0]

def failing_filter(xs: list[int]) -> list[int]:
    return [x for x in xs if 10 % x == 0]

def kept_positions(xs: list[int]) -> list[int]:
    return [i for i, x in enumerate(xs) if x > 0]

def turned_list(xs: list[int]) -> list[int]:
    return [x + 1 for x in reversed(xs)]

def long_keys(d: dict[str, int]) -> bool:
    return any(len(k) > v for k, v in d.items())

def nearest_int(x: float) -> int:
    return round(x)

def nearest_halves(n: int) -> int:
    return round(n / 2)

def range_length(a: int, b: int, c: int) -> int:
    return len(range(a, b, c))

def displays(a: int, b: int) -> tuple[int, int, bool]:
    return sum([a, b]), max([a, b, 1]), any([a, b])

def literal_text() -> tuple[str, str, bool]:
    return " aB ".strip(), "aB".upper(), "12".isdigit()
'''
# A set or dict that is described by what its members satisfy is exact, but no table for the interpreter.
POINTWISE_SETS = ("members", "distinct", "index_of", "inverse")
NAMES = tuple(re.findall(r"^def (\w+)", SOURCE, re.MULTILINE))
PROGRAM, NAMESPACE = program_of(SOURCE), namespace_of(SOURCE)


@pytest.mark.parametrize("name", NAMES)
def test_the_core_agrees_with_cpython(name: str) -> None:
    tally = agreement(PROGRAM, NAMESPACE, name)
    if name not in POINTWISE_SETS:
        assert not tally.stopped, set(tally.stopped)
        assert tally.agreed
