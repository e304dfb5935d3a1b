"""Which module constants nobody gets hold of."""

from __future__ import annotations

import pytest

from verheal.contracts.lowering.displays import fixed
from verheal.contracts.lowering.program import Program
from verheal.contracts.source.reader import SourceText
from verheal.contracts.source.repository import assemble
from verheal.contracts.source.scan import scan


def is_fixed(here: str, there: str = "") -> bool:
    texts = (("m", f"ITEMS = [1, 2]\n{here}"), ("n", there))
    modules = [scan(SourceText(f"{name}.py", text, "utf-8", ""), name, False, "", False) for name, text in texts]
    return fixed(Program(assemble(modules)), "m", "ITEMS")


READS = ("len(ITEMS)", "for x in ITEMS: pass", "y = sorted(ITEMS)", "max(ITEMS)", "f(*ITEMS)", "ITEMS[0]")
LEAKS = (
    "x = ITEMS",
    "ITEMS = OTHER = [1, 2]",
    "max(ITEMS, [3]).append(4)",
    "sum([], ITEMS).append(4)",
    "def f():\n    def list(x): return x\n    list(ITEMS).append(3)",
    "def f():\n    from n import list\n    list(ITEMS).append(3)",
    "import builtins\nbuiltins.globals()['IT' + 'EMS'].append(3)",
    "def f(): pass\nf.__globals__['IT' + 'EMS'].append(3)",
)
LEAKS_ELSEWHERE = (
    "from m import ITEMS\nITEMS += [3]",
    "import m\nm.ITEMS.append(3)",
    "import inspect, m\ninspect.getmembers(m)",
    "import m\nm.sorted = lambda x: x",
    "import sys\nx = sys.modules['m']",
)


@pytest.mark.parametrize("text", READS)
def test_reading_gives_no_reference_away(text: str) -> None:
    assert is_fixed(text) and is_fixed("", f"from m import ITEMS\n{text}")


@pytest.mark.parametrize("text", LEAKS)
def test_a_reference_gets_elsewhere(text: str) -> None:
    assert not is_fixed(text)


@pytest.mark.parametrize("text", LEAKS_ELSEWHERE)
def test_another_module_gets_hold_of_it(text: str) -> None:
    assert not is_fixed("x = sorted(ITEMS)", text)
