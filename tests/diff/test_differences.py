"""What counts as a difference, and what does not: the outcome of design's section on outcomes, case by case."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.diff.helpers import options, pair, write
from verheal.app.diff import diff
from verheal.app.diff_options import FilesOf
from verheal.report.diff_model import PairResult

DIFFERENT = {
    "value": ("def f(x: int) -> int:\n    return abs(x)", "def f(x: int) -> int:\n    return x"),
    "exception": (
        "def f(xs: list[int]) -> int:\n    return xs[0]",
        "def f(xs: list[int]) -> int:\n    return xs[0] if xs else 0",
    ),
    "type": ("def f(x: int) -> object:\n    return x > 0", "def f(x: int) -> object:\n    return int(x > 0)"),
    "minus zero": ("def f(x: int) -> float:\n    return 0.0", "def f(x: int) -> float:\n    return -0.0"),
    "order of a dict": (
        "def f(x: int) -> dict[str, int]:\n    return {'a': x, 'b': x}",
        "def f(x: int) -> dict[str, int]:\n    return {'b': x, 'a': x}",
    ),
    "argument": (
        "def f(xs: list[int]) -> int:\n    return len(xs)",
        "def f(xs: list[int]) -> int:\n    xs.sort()\n    return len(xs)",
    ),
    "sharing": (
        "def f(xs: list[int]) -> list[int]:\n    return xs",
        "def f(xs: list[int]) -> list[int]:\n    return list(xs)",
    ),
    "sharing inside": (
        "def f(x: int) -> list[list[int]]:\n    return [[x], [x]]",
        "def f(x: int) -> list[list[int]]:\n    return [[x]] * 2",
    ),
    "default": ("def f(x: int = 1) -> int:\n    return x", "def f(x: int = 2) -> int:\n    return x"),
    "module state": (
        "seen = [0]\ndef f(x: int) -> int:\n    seen[0] += 1\n    return x",
        "seen = [0]\ndef f(x: int) -> int:\n    return x",
    ),
    "rebound name": (
        "count = 0\ndef f(x: int) -> int:\n    global count\n    count += 1\n    return x",
        "count = 0\ndef f(x: int) -> int:\n    return x",
    ),
    "the module's own list": (
        "table = [1]\ndef f(x: int) -> list[int]:\n    return table",
        "table = [1]\ndef f(x: int) -> list[int]:\n    return list(table)",
    ),
    "output": ("def f(x: int) -> int:\n    print(x)\n    return x", "def f(x: int) -> int:\n    return x"),
    "order of output": (
        "def f(x: int) -> None:\n    print('a')\n    print('b')",
        "def f(x: int) -> None:\n    print('b')\n    print('a')",
    ),
    "a generator is no list": ("def f(n: int):\n    yield n", "def f(n: int):\n    return [n]"),
    "when a generator raises": (
        "def f(n: int):\n    if n < 0:\n        raise ValueError\n    yield n",
        "def f(n: int):\n    yield n\n    if n < 0:\n        raise ValueError",
    ),
    "fields": (
        "class P:\n    def __init__(self, x: int) -> None:\n        self.x = x\ndef f(x: int) -> P:\n    return P(x)",
        "class P:\n    def __init__(self, x: int) -> None:\n        self.x = x\ndef f(x: int) -> P:\n    return P(-x)",
    ),
    "one nan in two places": (
        "def f(xs: list[float]) -> int:\n    return xs.count(xs[0])",
        "def f(xs: list[float]) -> int:\n    return sum(x == xs[0] for x in xs)",
    ),
    "an iterator can be run over once": (
        "from typing import Iterable\ndef f(xs: Iterable[int]) -> int:\n    return len(list(xs))",
        "from typing import Iterable\ndef f(xs: Iterable[int]) -> int:\n    list(xs)\n    return len(list(xs))",
    ),
    "what is left in an iterator": (
        "from typing import Iterator\ndef f(xs: Iterator[int]) -> int:\n    return next(xs, 0)",
        "from typing import Iterator\ndef f(xs: Iterator[int]) -> int:\n    return [*xs, 0][0]",
    ),
    "a check that comes later": (
        "from typing import Iterator\ndef f(n: int) -> Iterator[int]:\n    if n < 0:\n        raise ValueError\n"
        "    return iter([n])",
        "from typing import Iterator\ndef f(n: int) -> Iterator[int]:\n    if n < 0:\n        raise ValueError\n"
        "    yield n",
    ),
    "items before the failure": (
        "def f(n: int):\n    yield n\n    raise ValueError",
        "def f(n: int):\n    yield n + 1\n    raise ValueError",
    ),
    "line ends": (
        "def f(s: str) -> int:\n    return len(s.splitlines())",
        "def f(s: str) -> int:\n    return len(s.rstrip('\\n').split('\\n')) if s.rstrip('\\n') else s.count('\\n')",
    ),
    "letters that are equal in one sense": (
        "def f(a: str, b: str) -> bool:\n    return a.lower() == b.lower()",
        "def f(a: str, b: str) -> bool:\n    return a.upper() == b.upper()",
    ),
    "the order of callbacks": (
        "from typing import Callable\ndef f(a: Callable[[], int], b: Callable[[], int]) -> int:\n    return a() + b()",
        "from typing import Callable\ndef f(a: Callable[[], int], b: Callable[[], int]) -> int:\n    return b() + a()",
    ),
    "a counter": (
        "from collections import Counter\ndef f(s: str) -> object:\n    return Counter(s)",
        "from collections import Counter\ndef f(s: str) -> object:\n    return Counter(set(s))",
    ),
    "a coroutine": ("async def f(x: int) -> int:\n    return x", "async def f(x: int) -> int:\n    return -x"),
    "a date": (
        "import datetime\ndef f(x: int) -> object:\n    return datetime.date(2000, 1, 1)",
        "import datetime\ndef f(x: int) -> object:\n    return datetime.date(2000, 1, 2)",
    ),
}
ALIKE = {
    "nan": (
        "def f(x: float) -> float:\n    return float('nan')",
        "def f(x: float) -> float:\n    return x * 0 + float('nan')",
    ),
    "order of a set": (
        "def f(x: int) -> set[str]:\n    return {'a', 'b', 'c'}",
        "def f(x: int) -> set[str]:\n    return {'c', 'b', 'a'}",
    ),
    "message": (
        "def f(x: int) -> int:\n    raise ValueError('one')",
        "def f(x: int) -> int:\n    raise ValueError(f'two {x}')",
    ),
    "class of each version": (
        "class E(Exception):\n    pass\nclass P:\n    pass\n"
        "def f(x: int) -> P:\n    if x:\n        raise E\n    return P()",
        "class E(Exception):\n    'own'\nclass P:\n    'own'\n"
        "def f(x: int) -> P:\n    if x != 0:\n        raise E\n    return P()",
    ),
    "an object's address": (
        "class P:\n    pass\ndef f(x: int) -> str:\n    return repr(P())",
        "class P:\n    pass\ndef f(x: int) -> str:\n    return repr(P()) + ''",
    ),
    "requires": (
        "def f(x: int) -> int:\n    '''\n    pre: x > 0\n    '''\n    return x",
        "def f(x: int) -> int:\n    '''\n    pre: x > 0\n    '''\n    return abs(x)",
    ),
    "leading assert": (
        "def f(x: int) -> int:\n    assert x > 0\n    return x",
        "def f(x: int) -> int:\n    assert x > 0\n    return abs(x)",
    ),
    "annotations": ("def f(x: int) -> bool:\n    return True", "def f(x: int) -> bool:\n    return isinstance(x, int)"),
    "a new name for a parameter": ("def f(x: int) -> int:\n    return x", "def f(y: int) -> int:\n    return y"),
    "one more parameter with a default": (
        "def f(x: int) -> int:\n    return x",
        "def f(x: int, by: int = 0) -> int:\n    return x + by",
    ),
    "where it works": (
        "import os, tempfile\nfrom pathlib import Path\n"
        "def f(x: int) -> object:\n    return tempfile.gettempdir(), os.getcwd(), Path.cwd()",
        "import os, tempfile\nfrom pathlib import Path\n"
        "def f(x: int) -> object:\n    return (tempfile.gettempdir(), os.getcwd(), Path(os.getcwd()))",
    ),
    "the lines of a traceback": (
        "import traceback\ndef f(x: int) -> None:\n    try:\n        1 // 0\n    except ZeroDivisionError:\n"
        "        traceback.print_exc()",
        "import traceback\n\n\ndef f(x: int) -> None:\n    try:\n        2 // 0\n    except ZeroDivisionError:\n"
        "        traceback.print_exc()",
    ),
    "what a look at an argument leaves in it": (
        "class P:\n    def __init__(self) -> None:\n        self.looks = 0\n    def __repr__(self) -> str:\n"
        "        self.looks += 1\n        return 'P'\ndef f(p: P) -> int:\n    return p.looks",
        "class P:\n    def __init__(self) -> None:\n        self.looks = 0\n    def __repr__(self) -> str:\n"
        "        self.looks += 1\n        return 'P'\ndef f(p: P) -> int:\n    return 0 + p.looks",
    ),
    "what a path remembers": (
        "from pathlib import Path\ndef f(x: int) -> Path:\n    return Path('a')",
        "from pathlib import Path\ndef f(x: int) -> Path:\n    p = Path('a')\n    str(p), hash(p)\n    return p",
    ),
    "whether a cached property was read": (
        "from functools import cached_property\nclass P:\n    @cached_property\n    def x(self) -> int:\n"
        "        return 1\ndef f(n: int) -> P:\n    return P()",
        "from functools import cached_property\nclass P:\n    @cached_property\n    def x(self) -> int:\n"
        "        return 1\ndef f(n: int) -> P:\n    p = P()\n    p.x\n    return p",
    ),
    "where the file lies": (
        "import os\ndef f(x: int) -> str:\n    return os.path.dirname(__file__)",
        "import os\ndef f(x: int) -> str:\n    return os.path.dirname(os.path.abspath(__file__))",
    ),
    "chance": (
        "import random\ndef f(x: int) -> bool:\n    return random.random() < 0.5",
        "import random\ndef f(x: int) -> bool:\n    return random.random() >= 0.5",
    ),
    "a generator and a map": (
        "from typing import Iterator\ndef f(xs: list[int]) -> Iterator[int]:\n    return map(abs, xs)",
        "from typing import Iterator\ndef f(xs: list[int]) -> Iterator[int]:\n    return (abs(x) for x in xs)",
    ),
    "a private table": (
        "def f(x: int) -> int:\n    return x * x",
        "_kept: dict[int, int] = {}\ndef f(x: int) -> int:\n    if x not in _kept:\n        _kept[x] = x * x\n"
        "    return _kept[x]",
    ),
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, PairResult]:
    """Every pair by its name; all are compared in one run, each in a file of its own."""
    folder = tmp_path_factory.mktemp("pairs")
    names = {f"case_{number}": name for number, name in enumerate((*DIFFERENT, *ALIKE))}
    for stem, name in names.items():
        for version, text in zip(("before", "after"), {**DIFFERENT, **ALIKE}[name], strict=True):
            write(folder, f"{version}/{stem}.py", text)
    result = diff(FilesOf(folder / "before", folder / "after"), options(folder, 1.0))
    return {names[Path(pair.after.path).stem]: pair for pair in result.pairs if pair.after.function == "f"}


@pytest.mark.parametrize("name", DIFFERENT)
def test_it_is_found(name: str, answers: Mapping[str, PairResult]) -> None:
    found = answers[name]
    assert (found.verdict, found.evidence) == ("different", "refuted"), found
    assert found.witness is not None and found.witness.before != found.witness.after


@pytest.mark.parametrize("name", ALIKE)
def test_nothing_is_found(name: str, answers: Mapping[str, PairResult]) -> None:
    found = answers[name]
    assert found.verdict != "different", found
    assert found.agreed > 0 or found.verdict == "equivalent" or name == "chance", found


def test_the_witness_is_the_simplest_call(tmp_path: Path) -> None:
    before = "def f(xs: list[int]) -> list[int]:\n    return sorted(xs)"
    after = "def f(xs: list[int]) -> list[int]:\n    return sorted(set(xs))"
    witness = pair(tmp_path, before, after).witness
    assert witness is not None
    assert (witness.call, witness.before, witness.after) == ("f([0, 0])", "returns [0, 0]", "returns [0]")


def test_another_name_and_a_method(tmp_path: Path) -> None:
    before = "class A:\n    def m(self, x: int) -> int:\n        return x"
    after = "class B:\n    def n(self, x: int) -> int:\n        return x + 1"
    witness = pair(tmp_path, before, after, "A.m", "B.n").witness
    assert witness is not None and witness.call == "A().m(0)"
