"""Nagini's notation: what is read of it, what is not, and what is left of a module when it runs."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from verheal.contracts import ghost
from verheal.contracts.dialects.text import contract_of

HEAD = "from nagini_contracts.contracts import *\n"


def _ensures(condition: str) -> list[tuple[str, str | None]]:
    source = f"{HEAD}def f(xs: list, n: int, x: float) -> int:\n    Ensures({condition})\n    return n\n"
    return [(c.expression, c.opaque) for c in contract_of(source, "f").ensures]


@pytest.mark.parametrize(
    ("condition", "expression"),
    [
        ("Result() > n", "__return__ > n"),
        ("Implies(n > 0, xs[0] == 1)", "xs[0] == 1 if n > 0 else True"),
        ("Forall(xs, lambda e: (e > n, [[e]]))", "all((e > n for e in xs))"),
        ("Forall(int, lambda i: Implies(0 <= i < len(xs), xs[i] > 0))", "all((xs[i] > 0 for i in range(0, len(xs))))"),
        ("Exists(range(n), lambda i: i == 3)", "any((i == 3 for i in range(n)))"),
        ("Acc(list_pred(xs)) and n == 1", "xs is not None and n == 1"),
        ("Unfolding(Acc(list_pred(xs)), n) == 1", "n == 1"),
    ],
)
def test_conditions(condition: str, expression: str) -> None:
    assert [(e.replace("(n == 1)", "n == 1"), o) for e, o in _ensures(condition)] == [(expression, None)]


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ("Forall(int, lambda i: i == i)", "`Forall` over all ints without int bounds on `i`"),
        ("Forall(int, lambda i: Implies(0 <= i < x, i < x))", "`Forall` over all ints without int bounds on `i`"),
        ("Forall(str, lambda i: i == i)", "`Forall` over `str`"),
        ("Forall(xs, lambda e: Old(e) == e)", "`Old` of a variable of `Forall` or `Exists`"),
        ("Forall(xs, lambda e: Acc(e.f))", "`Acc` is not read here"),
        ("not Acc(n.f)", "`Acc` is not read here"),
        ("Acc(n.f, 2 / 3)", "the part `2 / 3` of a permission"),
        ("Low(n)", "`Low` is not read here"),
        ("elsewhere(n)", "`elsewhere` is a predicate, or is not of this module"),
        ("Implies(len(xs) > 0, Old(xs[0]) == 1)", "`Old`, under a condition, of what may not be there on entry"),
        ("n == 0 or n == Old(xs[0])", "`Old`, under a condition, of what may not be there on entry"),
        ("Old(Result()) > 1", "`Result` is not read here"),
    ],
)
def test_what_cannot_be_read_is_kept_with_its_reason(condition: str, reason: str) -> None:
    assert _ensures(condition) == [("", reason)]


def test_what_is_entered_with_has_one_name_for_one_text() -> None:
    source = f"{HEAD}def f(xs):\n    Ensures(len(xs) == Old(len(xs)))\n    Ensures(Old(len(xs)) > 0)\n"
    first, second = contract_of(source, "f").ensures
    assert first.old == second.old and first.old[0][1] == "len(xs)" and first.old[0][0] in second.expression


@pytest.mark.parametrize(
    ("requires", "expected"),
    [
        ("Acc(a.f) and Acc(b.f)", ["a is not None and b is not None", "b is not a"]),
        ("Acc(a.f, 1/2) and Acc(b.f, 1/2)", ["a is not None and b is not None"]),
        ("Acc(a.f, 1/2) and Acc(b.f)", ["a is not None and b is not None", "b is not a"]),
        ("Acc(a.f) and Acc(b.g)", ["a is not None and b is not None"]),
        ("Implies(c, Acc(a.f)) and Acc(b.f)", ["(a is not None if c else True) and b is not None", ""]),
    ],
)
def test_two_full_owners_own_two_objects(requires: str, expected: list[str]) -> None:
    contract = contract_of(f"{HEAD}def f(a, b, c):\n    Requires({requires})\n    return a\n", "f")
    assert [c.expression for c in contract.requires] == expected


def test_a_name_that_is_bound_otherwise_means_nothing() -> None:
    source = "from nagini_contracts.contracts import *\ndef Requires(x): ...\ndef f(x):\n    Requires(x > 0)\n"
    assert contract_of(source, "f").requires == ()
    assert "Requires(x > 0)" in ast.unparse(ghost.plain(ast.parse(source)))


def test_clauses_allow_only_the_exceptions_that_are_named() -> None:
    raises = contract_of(f"{HEAD}def f(x):\n    Requires(x > 0)\n    Exsures(KeyError, True)\n", "f").raises
    assert raises is not None and raises.exceptions == ("KeyError",)
    assert contract_of(f"{HEAD}def f(x):\n    Assert(x > 0)\n", "f").raises is None


def test_statements_that_are_not_read_where_they_stand_are_obligations_that_nobody_decides() -> None:
    source = f"{HEAD}def f(xs):\n    n = 1\n    Requires(n)\n    Assert(Low(n))\n    Assert(n > 0)\n    Fold(p(n))\n"
    found = contract_of(source, "f").ensures
    assert {(c.text, bool(c.opaque)) for c in found} == {("Assert(Low(n))", True), ("Requires(n)", True)}


PLAIN = """
class C:
    state = None

    def f(self, n):
        pass
    while n:
        assert n > 0
        assert n is not None
        n -= 1
"""


def test_what_runs_has_neither_clauses_nor_predicates() -> None:
    source = f"""{HEAD}
class C:
    @Predicate
    def state(self) -> bool:
        return Acc(self.n)
    @Pure
    def f(self, n):
        Requires(self.state())
    while n:
        Invariant(n > 0)
        Invariant(Acc(list_pred(n)))
        n -= 1
"""
    assert ast.unparse(ghost.plain(ast.parse(source))) == PLAIN.strip()


def test_blocks_of_nothing_but_specifications_do_nothing() -> None:
    body = "    try:\n        Fold(x)\n    finally:\n        Unfold(x)\n    if x:\n        Fold(x)\n"
    source = f"{HEAD}def f(x):\n{body}"
    compile(ghost.plain(ast.parse(source)), "m.py", "exec")


def test_what_needs_the_package_when_it_runs_keeps_the_import() -> None:
    source = f"{HEAD}@ContractOnly\ndef f(x):\n    Requires(x)\n"
    left = ast.unparse(ghost.plain(ast.parse(source)))
    assert left.startswith("from nagini_contracts.contracts import ContractOnly\n")


def test_a_child_runs_what_is_left_in_packages_too(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "__init__.py").write_text("")
    (tmp_path / "pack" / "inner.py").write_text(f"{HEAD}def half(n):\n    Requires(n.no)\n    return n // 2\n")
    (tmp_path / "pack" / "outer.py").write_text("from pack.inner import half\nX = half(6)\n")
    where = {"root": str(tmp_path), "name": "pack.outer", "path": str(tmp_path / "pack" / "outer.py")}
    code = (
        "import sys, json\nfrom verheal.prover.run import child\nchild.load_inside()\n"
        "from _verheal_inside import loading\n"
        f"print(json.dumps(loading.load({where!r}).X))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == 3
