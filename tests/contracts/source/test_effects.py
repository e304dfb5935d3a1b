"""What a call may do to arguments and to the world."""

from __future__ import annotations

import pytest
from source_helpers import repository

from verheal.contracts.source.effects import propagate, with_effects
from verheal.contracts.source.model import Effect, Effects

PRELUDE = """
import os, sys, math, random, time, logging, subprocess, heapq, collections, re, json
from dataclasses import dataclass
TABLE = {}
LIMIT = 3
WORD = re.compile("x")
Pair = collections.namedtuple("Pair", "a b")
@dataclass
class P:
    x: int
    def put(self, v): self.x = v
    def get(self): return self.x
class Loud:
    def __init__(self): print("hello")
def helper(xs): xs.append(1)
def world(): print(1)
"""


def effects(body: str, name: str = "f") -> Effects:
    return propagate(repository(m=PRELUDE + body))[f"m:{name}"]


@pytest.mark.parametrize(
    "body",
    [
        "def f(a, b): return a + b",
        "def f(xs): return sorted(xs)[0]",
        "def f(xs: list[int]) -> int:\n    total = 0\n    for x in xs:\n        total += x\n    return total",
        "def f(xs):\n    out = []\n    for x in xs: out.append(x)\n    return out",
        "def f(xs):\n    seen = set()\n    return [x for x in xs if not (x in seen or seen.add(x))]",
        "def f(xs: list[int]):\n    ys = xs[:]\n    ys.sort()\n    return ys",
        "def f(xs):\n    ys = list(xs)\n    ys[0] = 1\n    return ys",
        "def f(s): return s.strip().upper()",
        "def f(x): return math.sqrt(x) + LIMIT",
        "def f(n): return f(n - 1) if n else 0",
        "def f(): p = P(1); p.x = 2; return p",
        "def f(p: P): return p.get()",
        "def f(s): return WORD.sub('', s)",
        "def f(): return Pair(1, 2).a",
        "def f(x):\n    if not x: raise ValueError('no')\n    assert x\n    return x",
        "def f():\n    xs = []\n    helper(xs)\n    return xs",
        "def f(n: int):\n    xs = [0] * n\n    helper(xs)\n    return xs",
        "def f(xs: list[int]):\n    best = xs[0]\n    for x in xs:\n        if x > best: best = x\n"
        "    best += 1\n    return best",
        "def f(xs): return json.dumps(xs)",
        "def f(x):\n    double = lambda y: y * 2\n    return double(x)",
        "def f(xs): return sorted(xs, key=lambda x: -x)",
        "import operator\ndef f(xs): return sorted(xs, key=operator.itemgetter(0))",
        "def f(x): return min(x, sys.maxsize)",
        "import pathlib\ndef f(p: pathlib.Path, n: int): return n",
        "def f(a, b): return os.path.join(a, b)",
        "def f(x):\n    try: return 1 // x\n    except ZeroDivisionError as error: raise error",
    ],
)
def test_pure(body: str) -> None:
    found = effects(body)
    assert found.level is Effect.PURE, found


@pytest.mark.parametrize(
    ("body", "mutates"),
    [
        ("def f(xs): xs.append(1)", ("xs",)),
        ("def f(xs, i): xs[i] = 1", ("xs",)),
        ("def f(xs): del xs[0]", ("xs",)),
        ("def f(xs): xs += [1]", ("xs",)),
        ("def f(p): p.x = 1", ("p",)),
        ("def f(p): p.a.b[0].c = 1", ("p",)),
        ("def f(xs):\n    ys = xs\n    ys.sort()", ("xs",)),
        ("def f(xs):\n    for row in xs: row.append(1)", ("xs",)),
        ("def f(xs):\n    first, *rest = xs\n    first.clear()", ("xs",)),
        ("def f(xs):\n    ys = xs or []\n    ys.sort()", ("xs",)),
        ("def f(xs):\n    ys = [xs]\n    ys[0].append(1)", ("*",)),
        ("def f(xs): heapq.heappush(xs, 1)", ("xs",)),
        ("def f(xs): return next(xs)", ("xs",)),
        ("def f(xs): setattr(xs, 'a', 1)", ("xs",)),
        ("def f(xs): helper(xs)", ("*",)),
        ("def f(xs): [x.append(1) for x in xs]", ("xs",)),
        ("from collections.abc import Iterator\ndef f(xs: Iterator[int]): return sum(xs)", ("xs",)),
        ("def f(a, b):\n    (a if b else b).append(1)", ("a", "b")),
    ],
)
def test_writes_arguments(body: str, mutates: tuple[str, ...]) -> None:
    found = effects(body)
    assert (found.level, found.mutates) == (Effect.MUTATES_ARGUMENTS, mutates), found


@pytest.mark.parametrize(
    "body",
    [
        "def f(): print(1)",
        "def f(p): return open(p).read()",
        "def f(): return input()",
        "def f(s): return eval(s)",
        "def f(): return os.listdir('.')",
        "def f(): return os.environ['HOME'] if os.getenv('x') else sys.exit(1)",
        "def f(): return random.random()",
        "def f(): return time.time()",
        "def f(c): subprocess.run(c)",
        "def f(): logging.info('x')",
        "def f():\n    import math\n    return math.pi",
        "def f():\n    global LIMIT\n    LIMIT = 4",
        "def f(): TABLE['a'] = 1",
        "def f():\n    t = TABLE\n    t.clear()",
        "def f(): sys.path.append('x')",
        "def f(): world()",
        "def f(): return Loud()",
        "def f(xs): return list(map(world, xs))",
        "def deco(g):\n    def w(*a):\n        print(a)\n        return g(*a)\n    return w\n"
        "@deco\ndef f(): return 1",
        "class D(P):\n    def get(self): print(1)\ndef f(p: P): return p.get()",
        "def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n    g()\n    return n",
        "class E:\n    def __eq__(self, o): print(1)\ndef f(a: E, b: E): return a == b",
        "def f(): return os.environ['HOME']",
        "from os import environ\ndef f(): return environ['HOME']",
        "def f(xs): return list(map(print, xs))",
        "def f(xs): return list(map(os.remove, xs))",
        "def f(xs): return sorted(xs, key=input)",
        "import datetime\ndef f(): return datetime.datetime.now()",
        "def f(x=[]): x.append(1)",
        "def f(x={}):\n    x['a'] = 1",
        "class E:\n    @classmethod\n    def g(cls): cls.n = 1\ndef f(): E.g()",
        "class E(Exception):\n    def __init__(self): print(1)\ndef f(): raise E",
        "def make(): return print(1)\n@dataclass\nclass E:\n    x: int = field(default_factory=make)\n"
        "def f(): return E()",
        "@dataclass\nclass E:\n    x: float = field(default_factory=lambda: time.time())\n"
        "def f(): return E()",
        "class In:\n    def __eq__(self, o): print(1)\nclass Out:\n    i: In\n"
        "def f(a: Out, b: Out): return a.i == b.i",
        "class M(type):\n    def __call__(cls): print(1)\nclass E(metaclass=M): pass\ndef f(): return E()",
        "class E:\n    @property\n    def p(self): print(1)\ndef f(a: E): return a.p",
    ],
)
def test_touches_the_world(body: str) -> None:
    found = effects(body)
    assert found.level is Effect.TOUCHES_WORLD, found
    assert found.reason


@pytest.mark.parametrize(
    "body",
    [
        "def f(g): return g()",
        "def f(x): return x.launch()",
        "def f(x): return missing(x)",
        "import numpy\ndef f(x): return numpy.array(x)",
        "def f(lock):\n    with lock: return 1",
        "def f(x): return (lambda y: y)(x)()",
        "def f(): helper(TABLE)",
        "def f(x=[]): helper(x)",
        "def f(g, xs): return sorted(xs, key=g)",
        "def f(g, xs): return list(map(g, xs))",
        "import attr\n@attr.s\nclass E: pass\ndef f(): return E()",
        "def f(x):\n    t = missing(x)\n    t.append(1)",
        "from numba import njit\n@njit\ndef f(x): return x",
    ],
)
def test_unknown_is_neither(body: str) -> None:
    found = effects(body)
    assert found.level is Effect.UNKNOWN, found


def test_the_reason_names_the_callee_and_the_cause() -> None:
    found = effects("def f():\n    return g()\ndef g(): return world()")
    assert found.reason == "calls g: calls print"
    assert found.line == PRELUDE.count("\n") + 2


def test_constructors_write_only_what_they_make() -> None:
    found = effects("class K:\n    def __init__(self, v): self.v = v\ndef f(v): return K(v)")
    assert found.level is Effect.PURE


def test_with_effects_replaces_the_local_ones() -> None:
    before = repository(m=PRELUDE + "def f(): world()")
    after = with_effects(before)
    one, two = before.function("m:f"), after.function("m:f")
    assert one is not None and two is not None
    assert (one.effects.level, two.effects.level) == (Effect.PURE, Effect.TOUCHES_WORLD)
