"""A second solver on what is proved: real cvc5, real texts."""

from __future__ import annotations

from dataclasses import replace
from importlib import util
from typing import TYPE_CHECKING

import pytest

from verheal.app.exit_code import exit_code
from verheal.app.settle import levels
from verheal.contracts.source.callgraph import call_graph
from verheal.contracts.source.repository import read_repository
from verheal.errors import MissingTool
from verheal.lattice.levels import Against, For
from verheal.proofs.evidence import Evidence
from verheal.proofs.transcript import Solver
from verheal.prover.backends import cvc5_backend
from verheal.prover.cache import Cache
from verheal.prover.outcome import Finding, FunctionReport
from verheal.prover.solving import Solving

if TYPE_CHECKING:
    from tests.app.conftest import Project

SOURCE = '''
def half(x: int) -> int:
    """
    post: __return__ * 2 <= x
    """
    return x // 2


def positives(xs: list[int]) -> int:
    """
    post: __return__ >= 0
    """
    total = 0
    for x in xs:
        if x > 0:
            total += x
    return total


def ratio(a: int, b: int) -> int:
    """
    post: __return__ >= 0
    """
    return a // b
'''
TEXT = "(set-logic ALL)\n(declare-const x Int)\n(assert (and (< x 1) (> x {0})))\n(check-sat)\n"
FERMAT = (
    "(set-logic ALL)\n(declare-const x Int)\n(declare-const y Int)\n(declare-const z Int)\n"
    "(assert (and (> x 0) (> y 0) (> z 0) (= (+ (* x x x) (* y y y)) (* z z z))))\n(check-sat)\n"
)


def test_cvc5_confirms_what_is_proved_and_nothing_else(project: Project) -> None:
    project.write("m.py", SOURCE)
    alone = project.check()
    both = project.check(corroborate=True)
    assert {f.function: f.verdict for f in alone.functions} == {
        "half": "proved", "positives": "proved", "ratio": "refuted",
    }  # fmt: skip
    assert {f.function: f.verdict for f in both.functions} == {
        "half": "corroborated", "positives": "corroborated", "ratio": "refuted",
    }  # fmt: skip
    assert exit_code(alone, require="corroborated") == exit_code(both, require="corroborated") == 1
    post = next(o for o in both.obligations if o.function == "positives" and o.kind == "post")
    assert {item.by.split()[0] for item in post.evidence} == {"z3", "cvc5"}
    again = project.check(corroborate=True)
    assert (again.stats.solver_calls, again.obligations) == (0, both.obligations)


def test_answers_are_those_of_the_solver() -> None:
    assert cvc5_backend.solve(TEXT.format(0)).answer == "unsat"
    assert cvc5_backend.solve(TEXT.format(-1)).answer == "sat"
    assert cvc5_backend.solve(TEXT.format("y")).answer.startswith("error\n")
    assert cvc5_backend.solve(FERMAT, rlimit=20_000).answer.startswith("unknown\n")


def test_an_answer_in_the_cache_is_of_this_solver_and_this_text(project: Project) -> None:
    cache = Cache(project.folder)
    said = Solving(cache).second(TEXT.format(0))
    again = Solving(cache)
    assert again.second(TEXT.format(0)) == said and (again.calls, again.hits) == (0, 1)
    assert again.ask(TEXT.format(0), 1_000_000, 5.0).solver is Solver.Z3
    assert again.second(TEXT.format(-1)).answer == "sat" and again.calls == 2


def test_solvers_that_contradict_each_other_are_an_error_of_the_tool(project: Project) -> None:
    z3 = Evidence("z3 1", For.PROVED, Against.NONE, "sha256:text", 1, 0.1, 0, frozenset())
    cvc5 = Evidence("cvc5 1", For.NONE, Against.SUSPECTED, "sha256:text", 1, 0.1, None, frozenset())
    finding = Finding("m:f|post|x|1", "post", "x", "m.py:f", 1, 1, (z3, cvc5))
    graph = call_graph(read_repository((str(project.write("m.py", SOURCE)),), project.folder, ()))
    assert levels([FunctionReport("m:f", (finding,))], graph).contradictory == (finding.id,)
    other = replace(finding, evidence=(z3, replace(cvc5, key="sha256:another")))
    assert levels([FunctionReport("m:f", (other,))], graph).contradictory == ()


def test_without_cvc5_nothing_passes_for_corroborated(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("m.py", SOURCE)
    found = util.find_spec
    monkeypatch.setattr(util, "find_spec", lambda name, *rest: None if name == "cvc5" else found(name, *rest))
    with pytest.raises(MissingTool, match=r"verheal\[cvc5\]"):
        project.check(corroborate=True)
    assert project.check().errors == ()
